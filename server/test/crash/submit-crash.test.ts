import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { birthAnswers, DECLARED, saveDraft, sendPaper, startDraft, submitDraft } from '../support/birth-draft.ts';
import { createChildServer, type ChildServer } from '../support/child-server.ts';
import { pdf } from '../support/sample-papers.ts';
import type { TestPhone } from '../support/test-phone.ts';

/** Each costs a start of the server; CRASH_ROUNDS=100 for an evening. */
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 4);

let server: ChildServer;
let anh: TestPhone;

const signIn = async () => (await (await server.phone('anh').open()).giveContact()).link('072188000001');

beforeAll(async () => {
  server = await createChildServer();
  await server.start();
  anh = await signIn();
});
afterAll(() => server.close());

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function readyDraft() {
  const draft = await startDraft(anh);
  await sendPaper(server.url, anh, { draftId: draft.id, bytes: pdf({ before: `% ${draft.id}\n` }) });
  for (;;) {
    const { body } = await anh.call<Schemas['Draft']>('GET', `/drafts/${draft.id}`);
    if (body.files[0]?.state === 'ready') break;
    await wait(50);
  }
  const { body } = await saveDraft(anh, draft, birthAnswers());
  const files = body.files.map(({ id, sha256 }) => ({ id, sha256: sha256 ?? '' }));
  return { draftId: body.id, rev: body.rev, files, declaration: DECLARED };
}

test(
  'killed at any moment of sending: one dossier or none, and sending again completes it',
  async () => {
    const receipts: Schemas['Receipt'][] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const submission = await readyDraft();
      const key = randomUUID();
      const lost = submitDraft(anh, submission, key).catch(() => undefined);
      // Sending takes some 20 ms here: from before its first statement to after its answer.
      await wait(Math.random() * 40);
      await server.kill();
      const answer = await lost;
      await server.start();
      const again = await submitDraft(anh, submission, key);
      expect(again.status).toBe(201);
      if (answer) expect(again.text).toBe(answer.text);
      const elsewhere = await submitDraft(anh, submission, randomUUID());
      expect([elsewhere.status, elsewhere.body.dossierId]).toEqual([409, again.body.dossierId]);
      receipts.push(again.body);
    }
    const { body } = await anh.call<{ items: Schemas['DossierSummary'][] }>('GET', '/dossiers?limit=100');
    expect(body.items.map(({ code }) => code).sort()).toEqual(receipts.map(({ code }) => code).sort());
    const numbers = receipts.map(({ code }) => Number(code.split('-')[2])).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: ROUNDS }, (_, n) => n + 1));
    const inbox = await anh.call<{ items: Schemas['Notification'][] }>('GET', '/notifications?limit=100');
    expect(inbox.body.items.filter(({ topic }) => topic === 'dossier')).toHaveLength(ROUNDS);
  },
  60_000 * ROUNDS,
);
