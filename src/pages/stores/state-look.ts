import type { Schemas } from '@dvc/contract';
import { alertIcon, crossIcon, flagIcon, hourglassIcon, okCircleIcon, pencilIcon } from '#ui/icons';
import type { Tone } from '#ui/notice';

/** Colour and sign of a state; the word stands beside them. */
export const stateLook: Readonly<Record<Schemas['StoreState'], { tone: Tone; icon: string }>> = {
  draft: { tone: 'neutral', icon: pencilIcon },
  submitted: { tone: 'info', icon: hourglassIcon },
  supplementRequired: { tone: 'act', icon: flagIcon },
  approved: { tone: 'ok', icon: okCircleIcon },
  refused: { tone: 'bad', icon: alertIcon },
  closed: { tone: 'neutral', icon: crossIcon },
};
