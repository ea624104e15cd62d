/**
 * A form from its definition: pages of fields, the communes they choose from, faults in words, answers read back.
 * Promises: what is typed is kept as typed, faults speak the same words as the server, nothing is checked before the
 * person asks to go on. Never knows procedures, dossiers or where answers are saved.
 */
export { answersInWords, oldAnswerInWords, type ReviewBlock } from './answers-in-words';
export { searchCommunes, splitFormer, type CommuneIndex, type CommuneMatch } from './communes';
export { CommunePicker } from './parts/commune-picker';
export { useCommunes } from './use-communes';
export { noCommunes, useLittleForm } from './little-form';
export { useAnswers, useFilling, type Filling } from './filling';
export type { ShownFault } from './shown-faults';
export { FormPageView } from './page-view';
export { ReviewBlocks, ReviewCard } from './review-blocks';
export { TwoFillings } from './two-fillings';
