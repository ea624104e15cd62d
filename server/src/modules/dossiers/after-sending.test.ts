import { randomUUID } from 'node:crypto';
import type { DossierState, Problem, Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { days } from '#core/clock';
import {
  birthAnswers,
  citizenPhone,
  listen,
  readyDraft,
  saveDraft,
  submitDraft,
} from '../../../test/support/birth-draft.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

type Dossier = Schemas['Dossier'];

describe.each(databaseKinds)('withdrawing, rating, paying on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100' } });
    url = await listen(server);
  });
  afterAll(() => server.close());

  async function send() {
    anh = await citizenPhone(server, 'anh');
    const { submission } = await readyDraft(server, url, anh);
    return (await submitDraft(anh, submission)).body;
  }
  async function move(code: string, to: DossierState, more: object = {}) {
    server.clock.advance(1000);
    const { statusCode, body } = await server.app.inject({
      method: 'POST',
      url: `/integration/dossiers/${code}/transitions`,
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}`, 'idempotency-key': randomUUID() },
      payload: { to, by: 'Phường Tân Ninh', ...more },
    });
    return { status: statusCode, body: JSON.parse(body) as Dossier };
  }
  const read = async (id: string) => (await anh.call<Dossier>('GET', `/dossiers/${id}`)).body;
  const withdraw = (id: string, body: object = {}, key: string = randomUUID()) =>
    anh.call<Dossier & Problem>('POST', `/dossiers/${id}/withdrawal`, { body, headers: { 'idempotency-key': key } });
  const rate = (id: string, score: number, comment?: string) =>
    anh.call<Schemas['Rating'] & Problem>('PUT', `/dossiers/${id}/rating`, {
      body: { score, ...(comment ? { comment } : {}) },
    });

  test('a dossier is taken back once, also when the answer was lost; the office reads why', async () => {
    const { code, dossierId } = await send();
    await move(code, 'accepted');
    expect((await read(dossierId)).mayWithdraw).toBe(true);
    const key = randomUUID();
    for (const body of [{ reason: 'Nộp nhầm' }, { reason: 'Nộp nhầm' }]) {
      const { status, body: now } = await withdraw(dossierId, body, key);
      expect([status, now.state, now.mayWithdraw, now.nextStates]).toEqual([200, 'withdrawn', false, []]);
      expect(now.events.filter(({ state }) => state === 'withdrawn')).toMatchObject([{ note: 'Nộp nhầm', by: null }]);
    }
    expect((await withdraw(dossierId)).status).toBe(200);
    expect((await read(dossierId)).events).toHaveLength(3);
    expect((await move(code, 'processing')).status).toBe(409);
  });

  test('what has a result cannot be taken back', async () => {
    const { code, dossierId } = await send();
    await move(code, 'accepted');
    await move(code, 'completed');
    const { status, body } = await withdraw(dossierId);
    expect([status, body.code]).toEqual([409, 'transition-refused']);
  });

  test('a result is rated once, changeable for fourteen days and no longer', async () => {
    const { code, dossierId } = await send();
    expect((await rate(dossierId, 5)).body.code).toBe('transition-refused');
    await move(code, 'accepted');
    await move(code, 'completed');
    expect(await read(dossierId)).toMatchObject({ mayRate: true, rating: null });
    expect((await rate(dossierId, 4, 'Nhanh')).body).toMatchObject({ score: 4, comment: 'Nhanh' });
    server.clock.advance(days(13));
    anh = await citizenPhone(server, 'anh');
    expect((await rate(dossierId, 2)).body).toMatchObject({ score: 2, comment: null });
    server.clock.advance(days(1));
    anh = await citizenPhone(server, 'anh');
    expect((await rate(dossierId, 5)).body.code).toBe('transition-refused');
    // The same again is the lost answer of before.
    expect((await rate(dossierId, 2)).status).toBe(200);
    expect(await read(dossierId)).toMatchObject({ mayRate: false, rating: { score: 2 } });
    expect((await rate(dossierId, 6)).status).toBe(400);
  });

  test('what is to be paid comes from the form’s own rule, with the answers that were sent', async () => {
    anh = await citizenPhone(server, 'anh');
    const { draft, submission } = await readyDraft(server, url, anh);
    const { body: saved } = await saveDraft(anh, draft, birthAnswers({ wantCopies: 'co', copies: 2 }));
    const { code } = (await submitDraft(anh, { ...submission, rev: saved.rev })).body;
    await move(code, 'accepted');
    expect((await move(code, 'paymentRequired')).body.fee).toEqual({ amountVnd: 16_000 });
  });

  test('what is to be paid stands with the dossier while it waits for that', async () => {
    const { code, dossierId } = await send();
    await move(code, 'accepted');
    const fee = { amountVnd: 8000, payBy: '2026-12-31' };
    // This form asks for nothing with these answers: another amount needs its reason.
    expect((await move(code, 'paymentRequired')).status).toBe(422);
    expect((await move(code, 'paymentRequired', { fee })).status).toBe(422);
    const waiting = await move(code, 'paymentRequired', { fee, note: 'Quá 60 ngày kể từ ngày sinh.' });
    expect(waiting.body.fee).toEqual({ amountVnd: 8000, payBy: '2026-12-31' });
    const { body: inbox } = await anh.call<{ items: Schemas['Notification'][] }>('GET', '/notifications');
    expect(inbox.items[0]?.body).toContain('Cần bạn đóng 8.000 đồng. Quá 60 ngày kể từ ngày sinh.');
    await move(code, 'processing');
    expect((await read(dossierId)).fee).toBeNull();
  });
});
