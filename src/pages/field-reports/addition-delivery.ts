import { callOperation, refreshAnswers } from '#api';
import { isWaiting, outboxKind, type OutboxItem } from '#offline';
import { sendFiles } from './send-files';

/** What a citizen adds to a report of their own: an answer, or that it is not resolved. */
export interface AdditionContent {
  reportId: string;
  purpose: 'clarification' | 'reopening';
  words: string;
  sent: Readonly<Record<string, string>>;
  /** When the report had last changed, as the person saw it: what has happened since is not what this answers. */
  seenAt?: string;
}

/** How an addition to a report is sent from the outbox. */
export const additionKind = outboxKind<AdditionContent>({
  name: 'report-addition',
  version: 1,
  migrate: (content) => content as AdditionContent,
  title: ({ words }) => words,
  about: ({ reportId }) => reportId,
  async deliver({ id, content, files, keep, onProgress }) {
    const { reportId, purpose, words, seenAt } = content;
    const uploaded = await sendFiles({
      ...{ reportId, role: purpose, files, sent: content.sent, onProgress },
      keep: (sent) => keep({ ...content, sent }),
    });
    const input = {
      params: { reportId },
      headers: { 'Idempotency-Key': id },
      body: { words, files: uploaded.ids, ...(seenAt === undefined ? {} : { seenAt }) },
    };
    const report =
      purpose === 'clarification'
        ? await callOperation('clarifyReport', input)
        : await callOperation('reopenReport', input);
    refreshAnswers('readMyReport', 'listMyReports', 'readReport');
    return { at: report.changedAt, code: report.code, about: reportId, refusedFiles: uploaded.refused };
  },
});

/** Whether something was added to a report that its last answer does not know of; what is still sealed may be about it. */
export function isUntold(item: OutboxItem, report: { id: string; changedAt: string }): boolean {
  const { kind, state, about } = item;
  if (kind !== additionKind.name) return false;
  if (state.state === 'sealed') return true;
  if (about !== report.id) return false;
  return isWaiting(item) || (state.state === 'arrived' && state.arrival.at > report.changedAt);
}
