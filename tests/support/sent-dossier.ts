import { expect } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import {
  birthAnswers,
  DECLARED,
  saveDraft,
  sendPaper,
  startDraft,
  submitDraft,
} from '../../server/test/support/birth-draft.ts';
import { httpPhone } from '../../server/test/support/http-phone.ts';
import { pdf } from '../../server/test/support/sample-papers.ts';
import { someCommune } from './province.ts';
import type { Stack } from './stack.ts';

/**
 * A birth dossier that has been sent, without its screens: for journeys that begin after it. `token` is a session of the
 * sample citizen Nguyễn Thị Ánh.
 */
export async function sentDossier(stack: Stack, token: string): Promise<{ id: string; code: string }> {
  const phone = httpPhone(stack.serverUrl, token);
  const draft = await startDraft(phone, randomUUID());
  const paper = { draftId: draft.id, bytes: pdf({ before: `% ${draft.id}\n` }), name: 'Giấy chứng sinh.pdf' };
  await sendPaper(stack.serverUrl, phone, paper);
  await expect
    .poll(async () => {
      const { body } = await phone.call<Schemas['Draft']>('GET', `/drafts/${draft.id}`);
      return body.files.map(({ state }) => state);
    })
    .toEqual(['ready']);
  const { body } = await saveDraft(phone, draft, birthAnswers({}, someCommune.code));
  const files = body.files.map(({ id, sha256 }) => ({ id, sha256: sha256 ?? '' }));
  const sent = await submitDraft(phone, { draftId: body.id, rev: body.rev, files, declaration: DECLARED });
  if (sent.status !== 201) throw new Error(`not sent: ${JSON.stringify(sent.body)}`);
  return { id: sent.body.dossierId, code: sent.body.code };
}
