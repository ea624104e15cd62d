import { hashOf } from './sample-papers.ts';
import { metadataHeader, sendUpload } from './send-upload.ts';
import type { TestPhone } from './test-phone.ts';

export const questionMetadata = (questionId: string, bytes: Buffer): string =>
  metadataHeader({ questionId, filename: 'giay-bao.jpg', filetype: 'image/jpeg', sha256: hashOf(bytes) });

/** Adds a picture to a question that is not sent yet, and answers its id. */
export const sendQuestionFile = (url: string, phone: TestPhone, questionId: string, bytes: Buffer): Promise<string> =>
  sendUpload(`${url}/question-files`, phone, { metadata: questionMetadata(questionId, bytes), bytes });
