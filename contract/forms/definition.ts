/**
 * What a form is: data, versioned, served by the province and never changed once published.
 * Field types and condition operators are those of the procedures' source file.
 */
export interface FormDefinition {
  procedureCode: string;
  /** Such as `2026-11-01.1`; a published version never changes. */
  version: string;
  title: string;
  /** The questions were written by the project, not by the authority: screens say so. */
  sample: boolean;
  pages: FormPage[];
  papers: FormPaper[];
  /** Absent: nothing to pay. */
  fee?: FormFee;
  declaration: Statement[];
  /** Options by list id, for `select` fields that name one. */
  lists: Record<string, Option[]>;
}

export interface FormPage {
  id: string;
  title: string;
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
  /** `today`, `today-18y`, `today-12m`, `today+3d`, `today+1wd`, or an ISO date. */
  notAfter?: string;
  notBefore?: string;
  /** What may be left out of a date: `['day', 'year']` accepts a full date or a year alone. */
  precision?: ('day' | 'year')[];
}

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
  /** Absent: always due. */
  when?: Condition;
  text: string;
}

export interface Statement {
  id: string;
  label: string;
  required: boolean;
}
