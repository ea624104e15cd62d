/**
 * The rules of forms, the same on the phone and on the server: which pages and fields are shown, what may be
 * written in them, which papers and fees follow, and the sentences for everything that is wrong.
 */
export type { AddressAnswer, Answer, Answers } from './answers.ts';
export type {
  CheckAnswer,
  CheckQuestion,
  Condition,
  DatePrecision,
  Field,
  FormDefinition,
  FormFee,
  FormPage,
  FormPaper,
  GroupField,
  Option,
  PlainField,
  PlainFieldType,
  Prefill,
  Statement,
} from './definition.ts';
export { checkDeclaration, checkField, checkForm, checkPage, itemLabel } from './check.ts';
export { holds, own } from './conditions.ts';
export { isRealDate, readDateParts, writeDateParts, type DateParts } from './dates.ts';
export { emptyAnswers, emptyItem } from './empty-answers.ts';
export type { FaultCode, FieldFault, RuleContext } from './fault.ts';
export { faultWords } from './fault-words.ts';
export { optionsOf } from './field-rules.ts';
export { feeFor } from './fees.ts';
export { fileFaultWords, fileLimits, type FileFaultCode } from './files.ts';
export { typeByContent } from './file-type.ts';
export { actsByItself, pdfFault, plainNames } from './pdf-shape.ts';
export { formIn } from './form-words.ts';
export { moveAnswers, type MovedAnswers, type OldAnswer } from './move-answers.ts';
export { missingPapers, papersFor } from './papers.ts';
export { elsewherePrefix, readElsewhere } from './places.ts';
export {
  reachableAnswers,
  reachablePages,
  tidyAnswer,
  visibleFields,
  visibleItemFields,
  visiblePages,
  type ReachablePage,
} from './reachable.ts';
export { isForSubject, subjectFields, subjectPage, type SubjectFields } from './subject.ts';
export { suitability, type Suitability } from './suitability.ts';
export { isAddress, isEmpty, isGroup, readNumber, readPhone, readTime } from './values.ts';
