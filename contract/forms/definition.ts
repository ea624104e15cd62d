/**
 * What a form is: data, versioned, served by the province and never changed once published.
 * Field types and condition operators are those of the procedures' source file.
 */
export interface FormDefinition {
  /** A procedure's code; a service of ours with a form has its own word, such as `cua-hang`. */
  procedureCode: string;
  /** Such as `2026-11-01.1`; a published version never changes. */
  version: string;
  title: string;
  /** The questions were written by the project, not by the authority: screens say so. */
  sample: boolean;
  /** Asked before anything is typed: is this the right procedure for the person? Answers are not kept. */
  check?: CheckQuestion[];
  pages: FormPage[];
  papers: FormPaper[];
  /** Absent: nothing to pay. */
  fee?: FormFee;
  declaration: Statement[];
  /** Options by list id, for `select` fields that name one. */
  lists: Record<string, Option[]>;
  /** The form's Vietnamese words → English. Absent: Vietnamese only; present: every word but those of `lists` is there. */
  english?: Record<string, string>;
  /** Where answers of older versions go when their fields are called otherwise here; all others keep their ids. */
  migrates?: Migration[];
}

export interface Migration {
  /** The older version. */
  from: string;
  /** Old field id → new one; inside a repeated group `group.field` → `group.field`. */
  rename: Record<string, string>;
}

export interface CheckQuestion {
  id: string;
  question: string;
  hint?: string;
  /** Looks at earlier questions of the check. */
  when?: Condition;
  answers: CheckAnswer[];
}

export interface CheckAnswer extends Option {
  /** This procedure is not for the person: why, and the right way, in plain words. */
  stop?: string;
  /** The procedure that is the right way. */
  instead?: string;
  /** They may go on, knowing this. */
  note?: string;
}

export interface FormPage {
  id: string;
  title: string;
  /** `subject`: the page describes the person the dossier is for, when that is not the one filling it. */
  about?: 'subject';
  /** Absent: always shown. A hidden page's answers are not sent. */
  when?: Condition;
  fields: Field[];
}

export type Field = PlainField | GroupField;

export interface PlainField extends FieldBase {
  type: PlainFieldType;
}

/** A repeated group: its answer is an array of answers of its own fields. */
export interface GroupField extends FieldBase {
  type: 'repeat';
  fields: PlainField[];
  min: number;
  max: number;
  /** Heading of one item, such as `Người làm chứng`; the number is added. */
  itemTitle: string;
}

interface FieldBase {
  id: string;
  label: string;
  hint?: string;
  required: boolean;
  when?: Condition;
  /** Filled by the server when the draft starts. */
  prefill?: Prefill;
  /** An earlier answer of the same type that is offered to be taken over, so that nobody writes the same thing twice. */
  sameAs?: SameAs;
  default?: string | number;
  options?: Option[];
  /** Id of one of the definition's lists. */
  list?: string;
  unit?: string;
  min?: number;
  max?: number;
  /** Digits a number may have after the comma; absent: none, and two for an area. */
  decimals?: number;
  /** Characters; rules supply a limit for each type where absent. */
  maxLength?: number;
  /** What a one-line text must match as a whole; `patternWords` says it in words: `Ghi 12 chữ số trên thẻ.` */
  pattern?: string;
  patternWords?: string;
  /** `today`, `today-18y`, `today-12m`, `today+3d`, `today+1wd`, or an ISO date. */
  notAfter?: string;
  notBefore?: string;
  /** How exact a date may be; absent: to the day. `['day', 'year']` takes a full date or a year alone. */
  precision?: DatePrecision[];
}

export type DatePrecision = 'day' | 'month' | 'year';

export type PlainFieldType =
  | 'personName'
  | 'idNumber'
  | 'phone'
  | 'email'
  | 'date'
  | 'time'
  | 'year'
  | 'address'
  | 'commune'
  | 'money'
  | 'number'
  | 'area'
  | 'radio'
  | 'select'
  | 'yesNo'
  | 'text'
  | 'longText';

interface SameAs {
  field: string;
  /** When it makes sense: the mother is who files. Absent: always. */
  when?: Condition;
}

export type Prefill =
  'verified.fullName' | 'verified.idNumber' | 'verified.birthDate' | 'verified.address' | 'account.phone';

export interface Option {
  value: string;
  label: string;
}

export type Condition =
  | { field: string; op: 'eq' | 'ne' | 'lt' | 'gt'; value: string | number }
  | { field: string; op: 'in'; value: (string | number)[] }
  | { all: Condition[] }
  | { any: Condition[] };

export interface FormPaper {
  id: string;
  name: string;
  note?: string;
  /** `upload`: the person photographs it; `present`: shown at the counter, never uploaded. */
  handling: 'upload' | 'present';
  required: boolean;
  /** Absent: always asked for. */
  when?: Condition;
  maxFiles: number;
}

export interface FormFee {
  /** `null`: the amount is not yet confirmed. */
  amountVnd: number | null;
  unit: string;
  /** Field whose number multiplies the amount. */
  multiplyBy?: string;
  /** Counted by the pages of what is copied; the amount is then that of each of the first pages. */
  perPage?: PerPage;
  /** Absent: always due. */
  when?: Condition;
  /** The first that holds makes it free. */
  exemptions?: { when: Condition; text: string }[];
  text: string;
}

/** The items of a repeated group have a number of pages and a number of copies. */
export interface PerPage {
  group: string;
  pages: string;
  copies: string;
  firstPages: number;
  nextVnd: number;
  mostVnd: number;
}

export interface Statement {
  id: string;
  label: string;
  required: boolean;
}
