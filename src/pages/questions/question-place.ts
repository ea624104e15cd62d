import { callOperation } from '#api';
import type { UploadItem, UploadPlace } from '#offline';

export const mostFiles = 5;

/** Where the files of a question belong that is being written. */
export const placeOfQuestion = (questionId: string): UploadPlace => ({
  endpoint: '/question-files',
  purpose: () => ({ questionId }),
  remove: (fileId) => callOperation('deleteQuestionFile', { params: { fileId } }),
  ordered: false,
});

/** Ids of what goes with the question; undefined while something is not there yet, or cannot be used. */
export function filesToSend(items: readonly UploadItem[]): string[] | undefined {
  const ids = items.flatMap(({ fileId, upload: { state } }) =>
    fileId !== undefined && (state === 'ready' || state === 'checking') ? [fileId] : [],
  );
  return ids.length === items.length ? ids : undefined;
}
