/**
 * The ten national states of a dossier: number, whose turn it is, what the clock does, and where a dossier may go
 * from each. Phone, server and officers' systems read the same table.
 */
export interface DossierStateFacts {
  readonly code: DossierState;
  /** The national number, stored as it is. */
  readonly number: number;
  readonly turn: 'authority' | 'citizen' | 'nobody';
  readonly clock: 'notStarted' | 'running' | 'stopped' | 'ended';
  /** An officer who moves a dossier here must say why, in a sentence the citizen reads. */
  readonly noteRequired: boolean;
}

export type DossierState = (typeof stateCodes)[number];

const stateCodes = [
  'submitted',
  'accepted',
  'refused',
  'processing',
  'supplementRequired',
  'paymentRequired',
  'withdrawn',
  'suspended',
  'completed',
  'handedOver',
] as const;

type Turn = DossierStateFacts['turn'];
type Clock = DossierStateFacts['clock'];

const turnAndClock: Record<DossierState, readonly [Turn, Clock]> = {
  submitted: ['authority', 'notStarted'],
  accepted: ['authority', 'running'],
  // The citizen may mend and send again, but nothing waits for them: it is nobody's turn.
  refused: ['nobody', 'stopped'],
  processing: ['authority', 'running'],
  supplementRequired: ['citizen', 'stopped'],
  paymentRequired: ['citizen', 'stopped'],
  withdrawn: ['nobody', 'stopped'],
  suspended: ['authority', 'stopped'],
  completed: ['citizen', 'ended'],
  handedOver: ['nobody', 'ended'],
};

const noteRequired: readonly DossierState[] = ['refused', 'supplementRequired', 'suspended'];

/** In national order, 1 to 10. */
export const dossierStates: readonly DossierStateFacts[] = stateCodes.map((code, index) => ({
  code,
  number: index + 1,
  turn: turnAndClock[code][0],
  clock: turnAndClock[code][1],
  noteRequired: noteRequired.includes(code),
}));

export function dossierState(code: DossierState): DossierStateFacts {
  const [turn, clock] = turnAndClock[code];
  return { code, number: stateCodes.indexOf(code) + 1, turn, clock, noteRequired: noteRequired.includes(code) };
}

/** Where a dossier may go next. What is not written is refused. */
export const allowedTransitions: Readonly<Record<DossierState, readonly DossierState[]>> = {
  submitted: ['accepted', 'refused', 'supplementRequired', 'paymentRequired', 'withdrawn'],
  accepted: ['processing', 'supplementRequired', 'paymentRequired', 'suspended', 'completed', 'withdrawn'],
  refused: [],
  processing: ['supplementRequired', 'paymentRequired', 'suspended', 'completed', 'withdrawn'],
  // Back to the first: what was asked for before acceptance has come, and only the citizen can bring that about.
  supplementRequired: ['submitted', 'accepted', 'processing', 'refused', 'suspended', 'withdrawn'],
  // Back to the first: what was to be paid before acceptance is paid, and only the citizen can bring that about.
  paymentRequired: ['submitted', 'accepted', 'processing', 'refused', 'suspended', 'completed', 'withdrawn'],
  withdrawn: [],
  suspended: ['processing', 'supplementRequired', 'paymentRequired', 'completed', 'withdrawn'],
  completed: ['handedOver'],
  handedOver: [],
};

/** Where an office may bring it: the first state is only ever the citizen's doing. */
export function officeMoves(from: DossierState): readonly DossierState[] {
  return allowedTransitions[from].filter((to) => to !== 'submitted');
}

export function mayMove(from: DossierState, to: DossierState): boolean {
  return allowedTransitions[from].includes(to);
}

const usualRoad: readonly DossierState[] = ['submitted', 'accepted', 'processing', 'completed', 'handedOver'];

/** What usually comes after a state, for the hollow part of a timeline; empty where the road ends. */
export function nextStates(state: DossierState): readonly DossierState[] {
  if (allowedTransitions[state].length === 0) return [];
  const place = usualRoad.indexOf(state);
  return place >= 0 ? usualRoad.slice(place + 1) : ['processing', 'completed', 'handedOver'];
}
