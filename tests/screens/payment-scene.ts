import type { Route } from '@playwright/test';
import type { Schemas } from '@dvc/contract';
import { bringPupil, type Pupil } from '../support/cashier.ts';
import { findChild } from '../support/tuition.ts';
import { at, pathOf, type Shot, type Stage } from './stage.ts';

const NOTHING = '5d0c7b1e-0000-4000-8000-000000000009';

let pupil: Pupil | undefined;
let orderPath = '';

const isOrder = (url: URL): boolean => /^\/payments\/[0-9a-f-]{36}$/.test(url.pathname);

/** The order on the screen as it reads in a state that takes days, or a bank's mistake, to come about. */
const showAs = (name: string, title: string, over: Partial<Schemas['PaymentOrder']>): Shot => ({
  name,
  go: async (stage) => {
    await stage.page.unroute(isOrder);
    await stage.page.route(isOrder, async (route: Route) => {
      const response = await route.fetch();
      return route.fulfill({ response, json: { ...((await response.json()) as object), receipt: null, ...over } });
    });
    await stage.open(orderPath);
    await stage.app.getByRole('heading', { level: 1, name: title }).waitFor();
  },
});

/** The newest order at Zalo comes to an end there, and the server is told. */
async function atTheBank({ control }: Stage, result: 1 | -1): Promise<void> {
  await control.settleOrder((await control.orders()).at(-1)?.id ?? '', result);
}

/** The sheet itself is Zalo's, and not drawn on a bare page. */
async function tapPay({ app, control }: Stage): Promise<void> {
  const before = (await control.orders()).length;
  await app.getByRole('button', { name: /^Đóng/ }).click();
  await app.getByRole('heading', { level: 1, name: 'Đang kiểm tra' }).waitFor();
  while ((await control.orders()).length === before) await new Promise((done) => setTimeout(done, 100));
}

/** Tuition and payments: from the first child to the receipt, with what goes wrong. */
export const paymentShots: readonly Shot[] = [
  at('tuition-find', '/hoc-phi'),
  at('payments-none', '/thanh-toan'),
  at('bill-missing', `/hoc-phi/${NOTHING}`),
  at('payment-missing', `/thanh-toan/${NOTHING}`),
  {
    name: 'tuition-not-found',
    go: async ({ app, open }) => {
      await open('/hoc-phi');
      await findChild(app, { code: 'HS-KHONG-CO', name: 'Chưa tìm thấy' }, app.getByRole('alert'));
    },
  },
  {
    name: 'tuition',
    go: async ({ app, open, stack }) => {
      pupil ??= await bringPupil(stack, 'Công Huyền Tôn Nữ Trần Ngọc Gia Hân');
      await open('/hoc-phi');
      await findChild(app, pupil);
    },
  },
  {
    name: 'tuition-forget',
    go: ({ app }) => app.getByRole('button', { name: /^Bỏ theo dõi/ }).click(),
  },
  {
    name: 'tuition-choose',
    go: async ({ app, open }) => {
      await open('/hoc-phi');
      await app.getByRole('button', { name: 'Đóng nhiều khoản một lần' }).click();
      for (const box of await app.getByRole('checkbox').all()) await box.check();
    },
  },
  {
    name: 'bill',
    go: async ({ app, open }) => {
      await open('/hoc-phi');
      await app.getByRole('link', { name: /tháng 11\/2026/ }).click();
      await app.getByText('Nước uống').waitFor();
    },
  },
  {
    name: 'payment',
    go: async (stage) => {
      await stage.app.getByRole('button', { name: /^Đóng/ }).click();
      await stage.app.getByRole('heading', { level: 1, name: 'Đóng tiền' }).waitFor();
      orderPath = pathOf(stage);
    },
  },
  { name: 'payment-checking', go: tapPay },
  {
    name: 'bill-paying',
    go: async ({ app, open }) => {
      await open('/hoc-phi');
      await app.getByRole('link', { name: /tháng 11\/2026/ }).click();
      await app.getByText('Khoản này đang được đóng').waitFor();
    },
  },
  {
    name: 'payment-failed',
    go: async (stage) => {
      await atTheBank(stage, -1);
      await stage.open(orderPath);
      await stage.app.getByText('Lần vừa rồi chưa đóng được').waitFor();
    },
  },
  showAs('payment-over', 'Đơn này đã quá hạn', { state: 'expired', money: 'none', mayPay: false }),
  showAs('payment-doubtful', 'Chưa biết đã trừ tiền chưa', { state: 'expired', money: 'unknown', mayPay: false }),
  showAs('payment-held', 'Đã nhận tiền, cán bộ đang xem', { state: 'pending', money: 'taken', mayPay: false }),
  showAs('payment-returning', 'Đang hoàn tiền', { state: 'refunded', money: 'returning', mayPay: false }),
  {
    name: 'payment-paid',
    go: async (stage) => {
      await stage.page.unroute(isOrder);
      await stage.open(orderPath);
      await tapPay(stage);
      await atTheBank(stage, 1);
      await stage.app.getByRole('heading', { level: 1, name: /^Đã đóng/ }).waitFor();
    },
  },
  { name: 'payments', go: (stage) => stage.open('/thanh-toan') },
  {
    name: 'bill-paid',
    go: async ({ app, open }) => {
      await open('/hoc-phi');
      await app.getByRole('link', { name: /tháng 11\/2026/ }).click();
      await app.getByText('Khoản này đã đóng').waitFor();
    },
  },
];
