/**
 * The promise between the phone and the province's server: types of every operation, who may call it, and the words
 * both sides share. Generated from `openapi.yaml`; another province's vendor needs nothing more than this folder.
 */
import type { components, operations, paths } from './generated/api.gen.ts';
import { operationTable } from './generated/operations.gen.ts';

export type { operations, paths };
export type Schemas = components['schemas'];
export type ProblemCode = Schemas['ProblemCode'];
export type Problem = Schemas['Problem'];
export type OperationId = keyof typeof operationTable;
export { operationTable };
export { canonicalJson } from './canonical-json.ts';
export {
  addDays,
  addWorkingDays,
  buildCalendar,
  dateInVietnam,
  isWorkingDay,
  plainCalendar,
  promiseDay,
  workingDaysBetween,
  type Calendar,
} from './calendar/working-days.ts';
export { addWorkingHours, momentInVietnam, type Span } from './calendar/working-hours.ts';
export {
  allowedTransitions,
  dossierState,
  dossierStates,
  mayMove,
  nextStates,
  officeMoves,
  type DossierState,
  type DossierStateFacts,
} from './dossiers/states.ts';
export { stateTitle, stateWords, type StateParams } from './dossiers/state-words.ts';
export { draftIdsWith, helpNumber } from './dossiers/help-number.ts';
export { readTypedCode } from './dossiers/typed-code.ts';
export { openStateAt, readOpeningHours, type OpeningHours, type OpenState } from './calendar/opening-hours.ts';
export { placeFaults, type PlaceFault } from './directory/place-rules.ts';
export { inThousands } from './thousands.ts';
export { formOfCategory } from './reports/category-form.ts';
export { REOPEN_DAYS, reportState, reportStates, reportStateTitle, type ReportState } from './reports/states.ts';
