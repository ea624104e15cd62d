import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { days } from '../src/core/clock.ts';
import { forgetOldActs } from '../src/core/idempotency.ts';
import { ask, book, freeSlots } from './support/ask-and-book.ts';
import { BIRTH, citizenPhone, listen, readyDraft, startDraft, submitDraft } from './support/birth-draft.ts';
import { potholeReport, sendReport } from './support/field-report.ts';
import {
  asOffice,
  bill,
  billsFor,
  callBack,
  callbackBody,
  openCheckout,
  payFor,
  settleAtZalo,
} from './support/payments.ts';
import { saveStore, sendStore, startStore, storeAnswers } from './support/store-registration.ts';
import { databaseKinds } from './support/test-database.ts';
import type { Answer, TestPhone } from './support/test-phone.ts';
import { buildTestServer, type TestServer } from './support/test-server.ts';

/** Something sent, and the very same sent again; `table` is where a second one would lie. */
interface Sent {
  table: string;
  again: () => Promise<Answer<unknown>>;
  /** What is answered after the key's life. */
  told: { status: number; body: object };
}

describe.each(databaseKinds)('a phone that was off for longer than keys are kept, on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let phone: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100' } });
    url = await listen(server);
    phone = await citizenPhone(server, 'anh');
  });
  beforeEach(async () => void (await phone.open()));
  afterAll(() => server.close());

  const keyed = () => ({ 'idempotency-key': randomUUID() });
  const countOf = async (table: string) =>
    (await server.deps.db.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n;
  /** Keys are forgotten as the server itself does it; a session of today. */
  async function afterTheKey(): Promise<void> {
    server.clock.advance(days(91));
    await forgetOldActs(server.deps.db, server.clock.now());
    await phone.open();
  }

  const acts: Record<string, () => Promise<Sent>> = {
    'a dossier': async () => {
      const { submission } = await readyDraft(server, url, phone);
      const again = () => submitDraft(phone, submission, submission.draftId);
      const { dossierId } = (await again()).body;
      return { table: 'dossiers', again, told: { status: 409, body: { code: 'draft-sent', dossierId } } };
    },
    'the beginning of a dossier that was sent': async () => {
      const { submission } = await readyDraft(server, url, phone);
      const { dossierId } = (await submitDraft(phone, submission)).body;
      const begin = { body: { id: submission.draftId, procedureCode: BIRTH } };
      const again = () => phone.call('POST', '/drafts', begin);
      return { table: 'drafts', again, told: { status: 409, body: { code: 'draft-sent', dossierId } } };
    },
    'a supplement, when another has been asked for': async () => {
      const { submission } = await readyDraft(server, url, phone);
      const { body: receipt } = await submitDraft(phone, submission);
      const items = [{ kind: 'answer', about: 'motherName', reason: 'Chưa đủ chữ đệm.' }];
      const move = (what: string, body: object) =>
        asOffice(server, 'POST', `/dossiers/${receipt.code}/${what}`, { by: 'UBND', ...body });
      await move('transitions', { to: 'accepted' });
      await move('supplement-requests', { items });
      const place = `/dossiers/${receipt.dossierId}/supplement`;
      const { id: requestId, rev } = (await phone.call<{ draft: { id: string; rev: number } }>('GET', place)).body
        .draft;
      const answers = { motherName: 'Nguyễn Thị Ngọc Ánh' };
      const saved = await phone.call<{ rev: number }>('PUT', place, { body: { requestId, rev, answers } });
      const headers = keyed();
      const body = { requestId, rev: saved.body.rev, files: [] };
      const again = () => phone.call('POST', place, { body, headers });
      await again();
      await move('supplement-requests', { items });
      const { dossierId } = receipt;
      return { table: 'dossier_events', again, told: { status: 409, body: { code: 'draft-sent', dossierId } } };
    },
    'a withdrawal': async () => {
      const { submission } = await readyDraft(server, url, phone);
      const { dossierId } = (await submitDraft(phone, submission)).body;
      const headers = keyed();
      const again = () => phone.call('POST', `/dossiers/${dossierId}/withdrawal`, { body: {}, headers });
      await again();
      return { table: 'dossier_events', again, told: { status: 200, body: { state: 'withdrawn' } } };
    },
    'a report': async () => {
      const report = potholeReport();
      const again = () => sendReport(phone, report);
      const { code } = (await again()).body;
      return { table: 'reports', again, told: { status: 201, body: { code } } };
    },
    'a question': async () => {
      const id = randomUUID();
      const again = () => ask(phone, {}, id);
      const { code } = (await again()).body.about;
      return { table: 'questions', again, told: { status: 201, body: { about: { code } } } };
    },
    'a booking': async () => {
      const [slot] = await freeSlots(phone);
      const id = randomUUID();
      const again = () => book(phone, { day: slot?.day ?? '', time: slot?.time ?? '' }, {}, id);
      await again();
      return { table: 'appointments', again, told: { status: 201, body: { id } } };
    },
    'a shop': async () => {
      const { draft } = await startStore(phone);
      const { rev } = (await saveStore(phone, draft, storeAnswers())).body;
      const key = randomUUID();
      const again = () => sendStore(phone, draft.id, { rev, key });
      await again();
      return { table: 'store_events', again, told: { status: 409, body: { code: 'draft-sent', dossierId: draft.id } } };
    },
    'the payment of a bill': async () => {
      const due = (await billsFor(server, phone, [bill()])).find(({ state }) => state === 'unpaid');
      const key = randomUUID();
      const again = () => payFor(phone, [due?.id ?? ''], key);
      const order = (await again()).body;
      const checkout = await openCheckout(server, phone, order.id);
      await callBack(server, callbackBody(server, settleAtZalo(server, checkout)));
      return {
        table: 'payment_orders',
        again,
        told: { status: 409, body: { code: 'already-paid', orderId: order.id } },
      };
    },
  };

  test(
    'sends everything once more: nothing is there twice, and each is told what became of it',
    { timeout: 60_000 },
    async () => {
      const sent: [what: string, Sent][] = [];
      for (const [what, act] of Object.entries(acts)) sent.push([what, await act()]);
      await server.deps.jobs.drain();
      await afterTheKey();
      for (const [what, { table, again, told }] of sent) {
        const before = await countOf(table);
        const { status, body } = await again();
        expect({ status, body }, what).toMatchObject(told);
        expect(await countOf(table), what).toBe(before);
      }
    },
  );

  test('a draft that ran out is not sent, and nothing is made of it', async () => {
    const draft = await startDraft(phone);
    const before = await countOf('dossiers');
    await afterTheKey();
    const sending = { draftId: draft.id, rev: draft.rev, files: [], declaration: [] };
    const { status, body } = await submitDraft(phone, sending);
    expect([status, body.code, await countOf('dossiers')]).toEqual([404, 'not-found', before]);
  });
});
