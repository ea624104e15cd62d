import { randomUUID } from 'node:crypto';
import type { DossierState, Problem, Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { days } from '#core/clock';
import { citizenPhone, listen, readyDraft, submitDraft } from '../../../test/support/birth-draft.ts';
import {
  asOffice,
  bill,
  billsFor,
  callBack,
  callbackBody,
  openCheckout,
  pay,
  readOrder,
  settleAtZalo,
} from '../../../test/support/payments.ts';
import { textOfPaper } from '../../../test/support/read-paper.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

type Dossier = Schemas['Dossier'];
type Order = Schemas['PaymentOrder'];

describe.each(databaseKinds)('the fee of a dossier on %s', (kind) => {
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
    return { status: statusCode, body: JSON.parse(body) as Dossier & Problem };
  }
  const read = async (id: string) => (await anh.call<Dossier>('GET', `/dossiers/${id}`)).body;
  const fee = (id: string, phone = anh) => phone.call<Order & Problem>('POST', `/dossiers/${id}/fee-order`);
  async function payIt(order: Order): Promise<void> {
    const checkout = await openCheckout(server, anh, order.id);
    await callBack(server, callbackBody(server, settleAtZalo(server, checkout)));
  }

  test('after acceptance: the clock stands until the money has come, then the office goes on', async () => {
    const { code, dossierId } = await send();
    await move(code, 'accepted');
    const { body: waiting } = await move(code, 'paymentRequired', {
      note: 'Được giảm',
      fee: { amountVnd: 4000, basis: 'Giảm 50 %, theo Nghị quyết của Hội đồng nhân dân' },
    });
    expect(waiting).toMatchObject({ clock: 'stopped', fee: { amountVnd: 4000 } });
    const { body: order } = await fee(dossierId);
    expect(order).toMatchObject({ amountVnd: 4000, purpose: { kind: 'dossierFee', path: `/ho-so/${dossierId}` } });
    expect(order.code).toMatch(/^LP/);
    expect((await fee(dossierId)).body.id).toBe(order.id);
    server.clock.advance(days(1));
    anh = await citizenPhone(server, 'anh');
    const { body: second } = await fee(dossierId);
    await payIt(second);
    expect(await readOrder(anh, second.id)).toMatchObject({ state: 'paid' });
    const paid = await read(dossierId);
    expect(paid).toMatchObject({ state: 'processing', clock: 'running', fee: null, pause: null });
    expect(paid.events.at(-1)?.note).toContain('biên lai số');
    expect((await fee(dossierId)).body.code).toBe('transition-refused');
    const { body: wallet } = await anh.call<{ items: Schemas['DocumentSummary'][] }>('GET', '/wallet/documents');
    expect(wallet.items.find(({ kind: one }) => one === 'feeReceipt')).toMatchObject({
      id: second.id,
      dossierCode: code,
    });
    const { body: opening } = await anh.call<{ url: string }>('POST', `/wallet/documents/${second.id}/openings`);
    const paper = await server.app.inject({ method: 'GET', url: new URL(opening.url).pathname });
    expect(textOfPaper(paper.rawPayload)).toContain('4.000 đồng');
  });

  test('before acceptance: paid, it waits for acceptance again, and no clock has begun', async () => {
    const { code, dossierId } = await send();
    expect((await move(code, 'paymentRequired', { fee: { amountVnd: 8000 }, note: 'Bản sao thêm' })).body.clock).toBe(
      'notStarted',
    );
    await payIt((await fee(dossierId)).body);
    expect(await read(dossierId)).toMatchObject({ state: 'submitted', clock: 'notStarted', dueDate: null });
    expect((await move(code, 'accepted')).status).toBe(200);
  });

  test('a second fee is another order, and what was paid before does not count for it', async () => {
    const { code, dossierId } = await send();
    await move(code, 'accepted');
    await move(code, 'paymentRequired', { fee: { amountVnd: 8000 }, note: 'Bản sao thêm' });
    const { body: first } = await fee(dossierId);
    await payIt(first);
    await move(code, 'paymentRequired', { fee: { amountVnd: 3000 }, note: 'Thêm một bản' });
    const { body: second } = await fee(dossierId);
    expect(second).toMatchObject({ amountVnd: 3000, state: 'created' });
    expect(second.id).not.toBe(first.id);
  });

  test('whom the form exempts is asked for nothing', async () => {
    const { code, dossierId } = await send();
    await move(code, 'accepted');
    const { status, body } = await move(code, 'paymentRequired');
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ path: 'fee' }]);
    expect((await read(dossierId)).state).toBe('accepted');
  });

  test('it is the citizen’s: another account finds neither fee nor order, the next citizen on this account neither', async () => {
    const { code, dossierId } = await send();
    await move(code, 'accepted');
    await move(code, 'paymentRequired', { fee: { amountVnd: 8000 }, note: 'Bản sao thêm' });
    const { body: order } = await fee(dossierId);
    const binh = await citizenPhone(server, 'binh');
    expect((await fee(dossierId, binh)).status).toBe(404);
    expect((await binh.call('GET', `/payments/${order.id}`)).status).toBe(404);
    await anh.call('DELETE', '/identity/links/mine');
    expect((await anh.call('GET', `/payments/${order.id}`)).status).toBe(404);
  });

  test('paid when the dossier was withdrawn meanwhile: a person is told, and sends it back', async () => {
    const { code, dossierId } = await send();
    await move(code, 'accepted');
    await move(code, 'paymentRequired', { fee: { amountVnd: 8000 }, note: 'Bản sao thêm' });
    const { body: order } = await fee(dossierId);
    const checkout = await openCheckout(server, anh, order.id);
    const withdrawn = { body: {}, headers: { 'idempotency-key': randomUUID() } };
    expect((await anh.call('POST', `/dossiers/${dossierId}/withdrawal`, withdrawn)).status).toBe(200);
    await callBack(server, callbackBody(server, settleAtZalo(server, checkout)));
    expect(await readOrder(anh, order.id)).toMatchObject({ state: 'paid', money: 'taken' });
    expect((await read(dossierId)).state).toBe('withdrawn');
    const { body } = await asOffice<{ items: Schemas['Mismatch'][] }>(server, 'GET', '/payment-mismatches');
    const found = body.items.find(({ orderCode }) => orderCode === order.code);
    expect(found).toMatchObject({ kind: 'notAwaited', amountVnd: 8000, state: 'open' });
    const decided = { decision: 'sendBack', note: 'Hồ sơ đã rút', by: 'Kế toán' };
    expect((await asOffice(server, 'POST', `/payment-mismatches/${found?.id ?? ''}`, decided)).status).toBe(200);
    await server.deps.jobs.drain();
    expect(await readOrder(anh, order.id)).toMatchObject({ state: 'refunded', money: 'returned' });
  });

  test('a school bill is in the wallet of the citizen who paid it, and in nobody else’s', async () => {
    const me = await citizenPhone(server, 'anh');
    const [one] = await billsFor(server, me, [bill()]);
    const order = await pay(server, me, [one?.id ?? '']);
    const listed = async (phone: TestPhone) =>
      (await phone.call<{ items: Schemas['DocumentSummary'][] }>('GET', '/wallet/documents')).body.items;
    expect((await listed(me)).find(({ id }) => id === order.id)).toMatchObject({
      kind: 'feeReceipt',
      dossierId: null,
      orderCode: order.code,
    });
    const { body: opening } = await me.call<{ url: string }>('POST', `/wallet/documents/${order.id}/openings`);
    const paper = await server.app.inject({ method: 'GET', url: new URL(opening.url).pathname });
    expect(textOfPaper(paper.rawPayload)).toContain('805.000 đồng');
    const binh = await citizenPhone(server, 'binh');
    expect((await listed(binh)).some(({ id }) => id === order.id)).toBe(false);
    expect((await binh.call('GET', `/wallet/documents/${order.id}`)).status).toBe(404);
  });
});
