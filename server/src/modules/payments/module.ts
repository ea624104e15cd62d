import { minutes } from '#core/clock';
import { contentHeaders } from '#core/content-headers';
import type { ModuleHandlers } from '#core/handler';
import { createPlainPage, paragraph } from '#core/plain-page';
import { refuse } from '#core/problem';
import type { ProviderNews } from '../../integrations/payments/payment-provider.ts';
import type { Asking } from './asking.ts';
import { createCheckout } from './checkout.ts';
import { createPaymentOffice } from './office.ts';
import { lockOrder, ordersOf, ownOrder } from './order-rows.ts';
import { orderViews } from './order-view.ts';
import type { Orders } from './ports.ts';
import type { Providers } from './providers.ts';
import { receiptsOfOrders } from './fee-receipts.ts';
import { printFeeReceipt } from './receipt-paper.ts';
import { forgetOldTickets, issueTicket, takeTicket } from './receipt-tickets.ts';
import { settle, type SettleDeps } from './settle.ts';

/** What payments need of dossiers: the fee one waits for. */
export type FeeOrder = (
  own: { dossierId: string; citizenId: string; accountId: string },
  orders: Orders,
) => ReturnType<Orders['orderFor']>;

interface Needs {
  providers: Providers;
  asking: Asking;
  orders: Orders;
  feeOrder: FeeOrder;
}

const MOST = 50;
const NOTED = { returnCode: 1, returnMessage: 'Success' };
const NOT_ACCEPTED = { returnCode: -1, returnMessage: 'Not accepted' };

/** Orders of one’s own, and what providers say. What the phone says moves no money. */
export function createPaymentsModule(deps: SettleDeps, needs: Needs): ModuleHandlers<'payments'> {
  const { db, clock, jobs, log, province, settings } = deps;
  const { providers, asking, orders, feeOrder } = needs;
  const checkout = createCheckout(deps, providers, asking);
  const office = createPaymentOffice(deps);
  const page = createPlainPage(province, settings);
  jobs.every('forget-old-receipt-tickets', minutes(10), () => forgetOldTickets(db, clock.now()));

  const takeIn = (news: ProviderNews): Promise<void> => db.tx((tx) => settle(tx, deps, news, clock.now()));
  const own = (call: { params: { orderId: string }; caller: { account: { id: string } } }) => ({
    orderId: call.params.orderId,
    accountId: call.caller.account.id,
  });

  return {
    async listPayments({ caller }) {
      const rows = await ordersOf(db, caller.account.id, MOST);
      return { status: 200, body: { items: await orderViews(db, rows) } };
    },
    readPayment: async (call) => ({ status: 200, body: await checkout.view(own(call)) }),
    openCheckout: async (call) => ({
      status: 200,
      body: await checkout.open(own(call), call.headers['idempotency-key']),
    }),
    reportCheckout: async (call) => ({ status: 200, body: await checkout.report(own(call), call.body) }),
    checkPayment: async (call) => ({ status: 200, body: await checkout.check(own(call)) }),

    async openFeeReceipt(call) {
      const row = (await ownOrder(db, own(call))) ?? refuse('not-found');
      if (!(await receiptsOfOrders(db, [row.id])).has(row.id)) refuse('not-found');
      const { token, expiresAt } = await issueTicket(db, row.id, clock.now());
      const url = `${settings.PUBLIC_URL}/payments/receipts/${token}/bien-lai.pdf`;
      return { status: 201, body: { url, expiresAt: expiresAt.toISOString() } };
    },

    async readFeeReceipt({ params }) {
      const orderId = await takeTicket(db, params.ticket, clock.now());
      const row = orderId === undefined ? undefined : await lockOrder(db, { id: orderId });
      const receipt = row && (await receiptsOfOrders(db, [row.id])).get(row.id);
      if (!row || !receipt) {
        const words = 'Mỗi lần mở biên lai có một đường dẫn riêng, dùng một lần. Quay lại ứng dụng rồi bấm Mở lần nữa.';
        return { status: 410, ...page('Đường dẫn này đã dùng', paragraph(words)) };
      }
      const raw = await printFeeReceipt(db, { row, receipt, sender: `${province.fullName}, ${province.appName}` });
      return { status: 200, raw, headers: contentHeaders(`Biên lai ${row.code}.pdf`, 'application/pdf', raw.length) };
    },

    async payDossierFee({ params, caller }) {
      const { account, citizen } = caller;
      const wanted = { dossierId: params.dossierId, citizenId: citizen.id, accountId: account.id };
      return { status: 200, body: await feeOrder(wanted, orders) };
    },

    async receiveCheckoutCallback({ body }) {
      const { data, mac, overallMac } = body;
      const news = providers.checkout?.readCallback({ data, mac, overallMac });
      if (!news) {
        log.warn('a payment call-back that is not Zalo’s was turned away');
        return { status: 200, body: NOT_ACCEPTED };
      }
      await takeIn(news);
      return { status: 200, body: NOTED };
    },

    async receiveCheckoutNotice({ body }) {
      const isTheirs = providers.checkout?.isNotice(body) === true;
      return { status: 200, body: isTheirs ? NOTED : NOT_ACCEPTED };
    },

    async receiveNationalPayment({ body }) {
      const news = providers.national?.readMessage(body);
      if (!news) {
        log.warn('a payment message that is not the national platform’s was turned away');
        return { status: 200, body: { MaLoi: '97', MoTaLoi: 'Chữ ký không hợp lệ' } };
      }
      await takeIn(news);
      return { status: 200, body: { MaLoi: '00', MoTaLoi: 'Thành công' } };
    },

    async refundPayment({ params, body, headers, caller }) {
      const { reason, by } = body;
      const keyed = { system: caller.system, key: headers['idempotency-key'] };
      await office.refund({ code: params.orderCode, reason, by, ...keyed });
      return { status: 200, body: { orderCode: params.orderCode } };
    },
    listMismatches: async () => ({ status: 200, body: await office.mismatches() }),
    settleMismatch: async ({ params, body }) => ({
      status: 200,
      body: await office.settleMismatch(params.mismatchId, body),
    }),
    bringStatement: async ({ body }) => ({ status: 200, body: await office.statement(body) }),
    readLedger: async ({ query }) => ({ status: 200, body: await office.ledger(query) }),
  };
}
