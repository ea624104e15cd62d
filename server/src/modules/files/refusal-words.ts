import type { Schemas } from '@dvc/contract';
import { fileFaultWords } from '@dvc/contract/forms';
import type { Refused } from './examine.ts';

const MALWARE =
  'Tệp này có phần mềm độc hại nên chúng tôi không nhận. Các tệp khác vẫn còn. Hãy chụp lại giấy tờ bằng điện thoại.';

/** A refusal as the contract carries it: where, the machine's word, and the citizen's sentence. */
export function fileProblem(paperId: string, code: Refused, limit?: number): Schemas['FieldProblem'] {
  const message = code === 'malware' ? MALWARE : fileFaultWords(code, limit, 'vi');
  return { path: `papers.${paperId}`, code, message };
}
