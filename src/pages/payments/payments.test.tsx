// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { bindSession, forgetPrivateAnswers } from '#api';
import { installFakeServer, json, problem, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import { faceOf, type Order } from './face';
import { keptTap } from './kept-tap';
import PaymentScreen from './payment-screen';

const orderId = '5d0c7b1e-0000-4000-8000-0000000000aa';
const fields = {
  amount: 805000,
  desc: 'HP',
  item: [{ id: 'bill:1', amount: 805000 }],
  extradata: '{}',
  mac: 'a'.repeat(64),
};
const nothingTaken = /Chưa có khoản tiền nào bị trừ/;

const order = (over: Partial<Order> = {}): Order => ({
  id: orderId,
  code: 'HP261126-0001',
  purpose: { kind: 'tuition', title: 'Gia Hân: tháng 11', path: '/hoc-phi/1' },
  amountVnd: 805_000,
  items: [{ title: 'Gia Hân: tháng 11', amountVnd: 805_000 }],
  state: 'created',
  money: 'none',
  createdAt: '2026-11-26T03:00:00Z',
  openedAt: null,
  paidAt: null,
  mayPay: true,
  check: { asked: 0, lastAt: null, nextAt: null },
  expiresAt: '2026-11-26T03:20:00Z',
  receipt: null,
  ...over,
});
const pending = order({ state: 'pending', money: 'unknown', mayPay: false });

const zalo = installFakeZalo();
let server: FakeServer;
/** What Zalo's own servers answer: an order made, and how a transaction stands. */
let atZalo: { create: object; resultCode: number };

const asked = (method: string, end: string) =>
  server.asked.filter((one) => one.method === method && one.path.endsWith(end));
const reports = () => asked('PUT', '/checkout').map(({ body }) => body);
const keys = () => asked('POST', '/checkout').map(({ headers }) => headers.get('idempotency-key'));
const sheets = () => zalo.calls.filter(({ action }) => action === 'action.open.inapp');

function open(): void {
  render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[`/thanh-toan/${orderId}`]}>
        <Routes>
          <Route path="/thanh-toan/:orderId" element={<PaymentScreen />} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
}
const tapPay = async () => userEvent.click(await screen.findByRole('button', { name: /^Đóng/ }));

beforeEach(() => {
  XMLHttpRequest.prototype.send = () => undefined;
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  server = installFakeServer();
  zalo.calls.length = 0;
  keptTap.drop();
  atZalo = { create: { err: 0, data: { id: 'order_1', jwt: 'j', messageToken: 'm' } }, resultCode: -2 };
  const province = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.includes('/api/order/create-v2')) return Promise.resolve(json(atZalo.create));
    if (url.includes('/api/transaction'))
      return Promise.resolve(json({ err: 0, msg: '', data: { orderId: 'order_1', resultCode: atZalo.resultCode } }));
    return province(input, init);
  };
  forgetPrivateAnswers();
  server.on(`GET /payments/${orderId}`, order());
  server.on(`POST /payments/${orderId}/checkout`, fields);
  server.on(`PUT /payments/${orderId}/checkout`, pending);
  return bindSession({
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
    levelDoubted: () => undefined,
  });
});

describe('what is said of the money', () => {
  const states = ['created', 'pending', 'paid', 'failed', 'expired', 'refunded'] as const;
  const moneys = ['none', 'unknown', 'taken', 'returning', 'returned'] as const;
  const all = states.flatMap((state) => moneys.map((money) => ({ state, money })));

  test('nothing but certainty leads to a face that says that nothing was taken', () => {
    for (const one of all) {
      const face = faceOf(one);
      if (['ready', 'failed', 'over'].includes(face)) expect(one.money, JSON.stringify(one)).toBe('none');
      expect(face === 'paid').toBe(one.state === 'paid');
    }
  });

  test.each([
    ['expired', 'none', true],
    ['failed', 'none', true],
    ['expired', 'unknown', false],
    ['pending', 'unknown', false],
    ['pending', 'taken', false],
    ['expired', 'taken', false],
    ['refunded', 'returning', false],
  ] as const)('%s, money %s: said %s', async (state, money, isSaid) => {
    server.on(`GET /payments/${orderId}`, order({ state, money, mayPay: state === 'failed' }));
    open();
    await screen.findByText('HP261126-0001');
    expect(screen.queryAllByText(nothingTaken).length > 0).toBe(isSaid);
    if (money === 'unknown') {
      expect(screen.getByText('Đừng đóng lần nữa.')).toBeVisible();
      expect(screen.queryByRole('button', { name: /^Đóng/ })).toBeNull();
    }
  });
});

describe('paying', () => {
  test('the fields go to Zalo as they came; its id is told; the sheet closed without paying, and so it is said', async () => {
    open();
    await tapPay();
    await waitFor(() => expect(reports()).toEqual([{ seen: 'opened', checkoutOrderId: 'order_1' }]));
    expect(sheets()).toHaveLength(1);
    server.on(`PUT /payments/${orderId}/checkout`, order());
    act(() => zalo.event('h5.event.webview.close'));
    expect(
      await screen.findByText('Bạn chưa đóng. Chưa có khoản tiền nào bị trừ.', {}, { timeout: 4_000 }),
    ).toBeVisible();
    expect(reports().at(-1)).toEqual({ seen: 'left', checkoutOrderId: 'order_1' });
    expect(reports()).toHaveLength(2);
  });

  test('done is not paid: the server is asked, and until it knows nothing can be paid', async () => {
    atZalo.resultCode = 0;
    open();
    await tapPay();
    await waitFor(() => expect(reports()).toHaveLength(1));
    server.on(`GET /payments/${orderId}`, pending);
    act(() => zalo.event('h5.event.webview.close'));
    await waitFor(() => expect(reports().at(-1)).toEqual({ seen: 'done', checkoutOrderId: 'order_1' }), {
      timeout: 4_000,
    });
    expect(await screen.findByRole('heading', { level: 1, name: 'Đang kiểm tra' })).toBeVisible();
  });

  test('the answer is lost: the same tap asks again with the same key, and one sheet opens', async () => {
    let times = 0;
    server.on(`POST /payments/${orderId}/checkout`, () => {
      times += 1;
      return times < 3 ? new TypeError('reset') : fields;
    });
    // The server did it the first time; the screen may not say "checking" to whoever has not seen a sheet.
    server.on(`GET /payments/${orderId}`, pending);
    keptTap.keep({ orderId, key: '3f0b7a0e-0000-4000-8000-000000000001', step: 'asked' });
    open();
    await tapPay();
    await waitFor(() => expect(sheets()).toHaveLength(1), { timeout: 6_000 });
    expect(new Set(keys())).toEqual(new Set(['3f0b7a0e-0000-4000-8000-000000000001']));
    expect(keys()).toHaveLength(3);
  }, 10_000);

  test('somebody else is paying: nothing is opened', async () => {
    server.on(`POST /payments/${orderId}/checkout`, problem(409, 'payment-open', { orderId }));
    open();
    await tapPay();
    expect(await screen.findByRole('alert')).toHaveTextContent('Đừng đóng lần nữa');
    expect(sheets()).toEqual([]);
    expect(keptTap.peek(orderId)).toBeUndefined();
  });

  test('Zalo opens nothing: the server hears it, and the next tap is another', async () => {
    atZalo.create = { err: -1, msg: 'Method not ready' };
    server.on(`PUT /payments/${orderId}/checkout`, order());
    open();
    await tapPay();
    await waitFor(() => expect(reports()).toEqual([{ seen: 'left' }]));
    expect(await screen.findByRole('alert')).toBeVisible();
    await tapPay();
    await waitFor(() => expect(new Set(keys()).size).toBe(2));
  });

  test('killed with the sheet open: opened again, it tells what it knows and shows what the server answers', async () => {
    atZalo.resultCode = 1;
    keptTap.keep({ orderId, key: '3f0b7a0e-0000-4000-8000-000000000001', step: 'opened', checkoutOrderId: 'order_1' });
    const receipt = { form: '01BLP0-001', symbol: 'BL-26E', number: '0000007', issuedAt: '2026-11-26T03:05:00Z' };
    const paid = order({ state: 'paid', money: 'taken', mayPay: false, paidAt: '2026-11-26T03:05:00Z', receipt });
    server.on(`GET /payments/${orderId}`, pending);
    server.on(`PUT /payments/${orderId}/checkout`, () => {
      server.on(`GET /payments/${orderId}`, paid);
      return paid;
    });
    open();
    expect(await screen.findByRole('heading', { level: 1, name: 'Đã đóng 805.000 đồng' })).toBeVisible();
    expect(reports()).toEqual([{ seen: 'done', checkoutOrderId: 'order_1' }]);
    expect(screen.getByText('0000007')).toBeVisible();
    expect(keptTap.peek(orderId)).toBeUndefined();
  });
});
