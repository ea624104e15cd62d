import type { Calendar } from '../calendar/working-days.ts';

/** What is wrong with one answer. `path`: `childDob`, `witnesses.0.name`, `address.commune`, `papers.x`, `declaration.x`. */
export interface FieldFault {
  path: string;
  code: FaultCode;
  label: string;
  limit?: string | number;
}

export type FaultCode =
  | 'required'
  | 'choose'
  | 'shape'
  | 'characters'
  | 'too-long'
  | 'name'
  | 'pattern'
  | 'id-number'
  | 'phone'
  | 'email'
  | 'date-parts'
  | 'date-day-missing'
  | 'date-month-missing'
  | 'date-year-missing'
  | 'date-unreal'
  | 'date-in-future'
  | 'date-too-late'
  | 'date-too-early'
  | 'time'
  | 'year'
  | 'number'
  | 'whole-number'
  | 'decimals'
  | 'too-small'
  | 'too-big'
  | 'commune'
  | 'elsewhere'
  | 'address-commune'
  | 'address-detail'
  | 'too-few'
  | 'too-many'
  | 'paper-missing'
  | 'paper-unfinished'
  | 'paper-refused'
  | 'declare';

/** What the rules must know besides the answers. */
export interface RuleContext {
  /** `yyyy-mm-dd` in Asia/Ho_Chi_Minh. */
  today: string;
  isCommune: (code: string) => boolean;
  /** For limits in working days; weekends alone count where absent. */
  calendar?: Calendar;
}
