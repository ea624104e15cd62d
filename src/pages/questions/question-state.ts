import type { Schemas } from '@dvc/contract';
import { clockIcon, crossIcon, flagIcon, tickIcon } from '#ui/icons';
import type { Tone } from '#ui/notice';

/** How a state of a question looks; its word stands beside it. */
export const stateLooks: Record<Schemas['QuestionState'], { tone: Tone; icon: string }> = {
  sent: { tone: 'info', icon: clockIcon },
  clarification: { tone: 'act', icon: flagIcon },
  answered: { tone: 'ok', icon: tickIcon },
  refused: { tone: 'neutral', icon: crossIcon },
};
