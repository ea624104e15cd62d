import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { birthAnswers, DECLARED, saveDraft, sendPaper, startDraft, submitDraft } from '../support/birth-draft.ts';
import { createChildServer, type ChildServer } from '../support/child-server.ts';
import { startCuttingProxy } from '../support/cutting-proxy.ts';
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
}, 120_000);
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

const answerLost = (submission: object, key: string, url: string) =>
  fetch(`${url}/dossiers`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${anh.token ?? ''}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(submission),
  }).then(
    () => false,
    () => true,
  );

const A_START = 60_000;

test(
  'killed when the dossier is kept and its answer on the way: the same receipt comes the second time',
  async () => {
    const submission = await readyDraft();
    const key = randomUUID();
    const proxy = await startCuttingProxy(server.port);
    const killed = new Promise<void>((done) => proxy.loseAnswer(() => void server.kill().then(done)));
    expect(await answerLost(submission, key, proxy.url)).toBe(true);
    await killed;
    await proxy.close();
    await server.start();
    const sent = await anh.call('GET', `/drafts/${submission.draftId}`);
    expect(sent.body.code).toBe('draft-sent');
    const again = await submitDraft(anh, submission, key);
    expect([again.status, again.body.dossierId]).toEqual([201, sent.body.dossierId]);
    const kept = await anh.call<Schemas['Receipt']>('GET', `/dossiers/${again.body.dossierId}/receipt`);
    expect(kept.text).toBe(again.text);
  },
  2 * A_START,
);

test(
  'killed at any moment of sending: one dossier or none, and sending again completes it',
  async () => {
    const { body: earlier } = await anh.call<{ items: Schemas['DossierSummary'][] }>('GET', '/dossiers?limit=100');
    const undisturbed = await readyDraft();
    const before = performance.now();
    const receipts: Schemas['Receipt'][] = [(await submitDraft(anh, undisturbed)).body];
    const usual = performance.now() - before;
    for (let round = 0; round < ROUNDS; round += 1) {
      const submission = await readyDraft();
      const key = randomUUID();
      const lost = submitDraft(anh, submission, key).catch(() => undefined);
      // Spread over the whole way: from before its first statement to after its answer.
      await wait(((round + Math.random()) / ROUNDS) * usual * 1.2);
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
    const all = [...earlier.items, ...receipts].map(({ code }) => code).sort();
    expect(body.items.map(({ code }) => code).sort()).toEqual(all);
    expect(all.map((code) => Number(code.split('-')[2]))).toEqual(all.map((_, n) => n + 1));
    const inbox = await anh.call<{ items: Schemas['Notification'][] }>('GET', '/notifications?limit=100');
    expect(inbox.body.items.filter(({ topic }) => topic === 'dossier')).toHaveLength(all.length);
  },
  (ROUNDS + 1) * A_START,
);
