import { callOperation, problemOf, refreshAnswers, toAppError } from '#api';
import { outboxKind, shrinkPhoto, type Arrival, type Delivery } from '#offline';
import { smallPhotoBytes, type ReportContent } from './report-content';
import { sendFiles } from './send-files';

/** Long enough to know it by, short enough for one line. */
const titleLength = 60;

async function smaller(file: File): Promise<File> {
  if (!file.type.startsWith('image/')) return file;
  return shrinkPhoto(file, smallPhotoBytes).catch(() => file);
}

async function attempt(delivery: Delivery<ReportContent>, sent: ReportContent['sent']): Promise<Arrival> {
  const { id, files, keep, onProgress } = delivery;
  const { category, formVersion, answers, words, place, hideName, writtenAt } = delivery.content;
  const uploaded = await sendFiles({
    ...{ reportId: id, role: 'before', files, sent, onProgress },
    keep: (now) => keep({ ...delivery.content, sent: now }),
  });
  const answer = await callOperation('sendReport', {
    headers: { 'Idempotency-Key': id },
    body: { id, category, formVersion, answers, words, place, hideName, writtenAt, files: uploaded.ids },
  });
  refreshAnswers('listMyReports', 'listReports');
  return { at: answer.receivedAt, code: answer.code, about: id, refusedFiles: uploaded.refused };
}

/** An earlier attempt arrived and its answer was lost, with other files in it: it is there, and that is what counts. */
async function lookThere(reportId: string): Promise<Arrival> {
  const { code, submittedAt } = await callOperation('readMyReport', { params: { reportId } });
  return { at: submittedAt, code, about: reportId, refusedFiles: 0 };
}

async function deliver(delivery: Delivery<ReportContent>): Promise<Arrival> {
  const { content } = delivery;
  try {
    return await attempt(delivery, content.sent);
  } catch (failure) {
    const error = toAppError(failure);
    if (problemOf(error)?.code === 'idempotency-conflict') return lookThere(delivery.id);
    const filesGone = error.kind === 'invalid' && error.fields.some(({ path }) => path.startsWith('files'));
    if (!filesGone || Object.keys(content.sent).length === 0) throw error;
    // It waited so long that the server has cleared the photos away: once more from here.
    return attempt(delivery, {});
  }
}

/** How a field report is sent from the outbox. */
export const reportKind = outboxKind<ReportContent>({
  name: 'report',
  version: 1,
  migrate: (content) => content as ReportContent,
  title: ({ words, place }) => (words.trim() || (place.words ?? '')).slice(0, titleLength),
  shrink: (files) => Promise.all(files.map(smaller)),
  deliver,
});
