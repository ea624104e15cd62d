import type { Schemas } from '@dvc/contract';
import { dossierState, nextStates } from '@dvc/contract';
import { actingForView } from './acting.ts';
import { shownDueDate, workingDaysLeft } from './dossier-clock.ts';
import { clockOf, type DossierRow, type EventRow } from './dossier-rows.ts';
import type { KeptFile } from './ports.ts';
import type { Surroundings } from './rule-context.ts';

/** A line of a list. */
export function dossierSummary(row: DossierRow): Schemas['DossierSummary'] {
  return {
    id: row.id,
    code: row.code,
    procedureCode: row.procedure_code,
    procedureName: row.procedure_name,
    ...actingForView(row),
    state: row.state,
    turn: dossierState(row.state).turn,
    submittedAt: row.submitted_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    dueDate: shownDueDate(clockOf(row)),
  };
}

export interface DossierParts {
  events: EventRow[];
  files: KeptFile[];
  forwarding: Schemas['Forwarding'];
  trackingLink: string;
}

/** Everything about a dossier but its answers. */
export function dossierView(
  row: DossierRow,
  { events, files, forwarding, trackingLink }: DossierParts,
  { today, calendar }: Surroundings,
): Schemas['Dossier'] {
  const hands = dossierState(row.state).clock;
  return {
    ...dossierSummary(row),
    office: row.office,
    trackingLink,
    // Before the first acceptance there is nothing that could stand still.
    clock: row.accepted_on === null && hands === 'stopped' ? 'notStarted' : hands,
    workingDaysLeft: workingDaysLeft(clockOf(row), today(), calendar),
    events: events.map(({ at, state, note, office }) => ({ at: at.toISOString(), state, note, by: office })),
    acknowledgements: {
      receivedAt: row.submitted_at.toISOString(),
      registeredAt: row.registered_at?.toISOString() ?? null,
      forwarding,
    },
    files,
    nextStates: [...nextStates(row.state)],
  };
}
