import type { Schemas } from '@dvc/contract';
import { clockIcon, crossIcon, okCircleIcon, tickIcon } from '#ui/icons';
import type { Tone } from '#ui/notice';

/** How a state of an appointment looks; its word stands beside it. */
export const stateLooks: Record<Schemas['AppointmentState'], { tone: Tone; icon: string }> = {
  booked: { tone: 'ok', icon: tickIcon },
  called: { tone: 'act', icon: okCircleIcon },
  cancelled: { tone: 'neutral', icon: crossIcon },
  closed: { tone: 'bad', icon: crossIcon },
  past: { tone: 'neutral', icon: clockIcon },
};
