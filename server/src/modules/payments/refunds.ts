import { minutes } from '#core/clock';
import { GiveUp, TryLater } from '#core/jobs';
import type { Transaction } from '#db';
import { ProviderSilent, type RefundAnswer } from '../../integrations/payments/payment-provider.ts';
import { post, providerAccount, SUSPENSE } from './ledger.ts';
import { closeMismatch, findMismatch } from './mismatch-rows.ts';
import { tellReturned } from './notices.ts';
import { lockOrder, saveOrder } from './order-rows.ts';
import type { Providers } from './providers.ts';
import { lockRefund, REFUND, saveRefund, type RefundRow, type RefundState } from './refund-rows.ts';
import type { SettleDeps } from './settle.ts';

/** The money is back with whoever paid: booked, written down, told. */
export async function finishRefund(tx: Transaction, deps: SettleDeps, refund: RefundRow, now: Date): Promise<void> {
  if (refund.state === 'done') return;
  const { id, attempt_id, order_id, amount_vnd, provider } = refund;
  await saveRefund(tx, id, { state: 'done' }, now);
  const lines = { to: SUSPENSE, from: providerAccount(provider), amountVnd: amount_vnd };
  await post(tx, { key: `returned:${attempt_id}`, what: 'returned', orderId: order_id, ...lines }, now);
  for (const key of [`paidTwice:${attempt_id}`, `wrongAmount:${attempt_id}`, `stray:${attempt_id}`, `refund:${id}`])
    await closeMismatch(tx, key, 'server', now);
  const order = order_id === null ? undefined : await lockOrder(tx, { id: order_id });
  if (!order) return;
  if (order.money === 'returning') await saveOrder(tx, order, { money: 'returned' });
  await tellReturned(tx, deps.notify, order, { amountVnd: amount_vnd, refundId: id });
}

async function fail(tx: Transaction, refund: RefundRow, state: RefundState, note: string, now: Date): Promise<void> {
  await saveRefund(tx, refund.id, { state }, now);
  const found = { kind: 'refundFailed', orderId: refund.order_id, attemptId: refund.attempt_id } as const;
  await findMismatch(tx, { ...found, key: `refund:${refund.id}`, note }, now);
}

const whyUnclear = {
  sending: 'Máy chủ dừng giữa lúc hoàn tiền: chưa rõ cổng thanh toán đã hoàn chưa.',
  // Without a name there is nothing to ask about but by asking for the money once more.
  processing: 'Cổng thanh toán nói đang hoàn nhưng không cho mã để hỏi lại. Đối chiếu sao kê của cổng.',
} as const;

/** Sends money back. Asks the provider once; whether that arrived, if nobody can tell, is for a person or the statement to say. */
export function receiveRefunds(deps: SettleDeps, providers: Providers): void {
  const { db, clock, jobs } = deps;

  async function takeIn(id: string, answer: RefundAnswer): Promise<RefundAnswer['outcome']> {
    await db.tx(async (tx) => {
      const now = clock.now();
      const refund = await lockRefund(tx, id);
      if (!refund || refund.state === 'done') return;
      if (answer.outcome === 'done') await finishRefund(tx, deps, refund, now);
      else if (answer.outcome === 'failed') await fail(tx, refund, 'failed', 'Cổng thanh toán từ chối hoàn tiền.', now);
      else await saveRefund(tx, id, { state: 'processing', providerRefundId: answer.providerRefundId }, now);
    });
    return answer.outcome;
  }

  /** Undefined: there is nothing to send (any more). */
  const begin = (id: string): Promise<RefundRow | undefined> =>
    db.tx(async (tx) => {
      const now = clock.now();
      const refund = await lockRefund(tx, id);
      if (refund?.state === 'processing' && refund.provider_refund_id !== null) return refund;
      if (refund?.state === 'processing' || refund?.state === 'sending') {
        await fail(tx, refund, 'unclear', whyUnclear[refund.state], now);
        return undefined;
      }
      if (refund?.state !== 'asked') return undefined;
      await saveRefund(tx, id, { state: 'sending' }, now);
      return refund;
    });

  jobs.handle(REFUND, async ({ payload }) => {
    const id = String(payload['refundId']);
    const refund = await begin(id);
    if (!refund) return;
    const provider = providers.named(refund.provider);
    if (!provider) throw new GiveUp('the provider of this money is no longer connected');
    try {
      const { provider_refund_id: known, transaction_id, amount_vnd, reason } = refund;
      const answer =
        refund.state === 'processing' && known !== null
          ? await provider.refundStatus(known)
          : await provider.refund({ transactionId: transaction_id ?? '', amountVnd: amount_vnd, reason });
      if ((await takeIn(id, answer)) === 'processing') throw new TryLater(minutes(10));
    } catch (error) {
      if (!(error instanceof ProviderSilent)) throw error;
      if (refund.state === 'processing') throw new TryLater(minutes(10));
      const isCertain = error.carriedOut === 'never';
      await db.tx(async (tx) => {
        if (isCertain) await saveRefund(tx, id, { state: 'asked' }, clock.now());
        else await fail(tx, refund, 'unclear', 'Cổng thanh toán không trả lời: chưa rõ đã hoàn chưa.', clock.now());
      });
      if (isCertain) throw new TryLater(minutes(5));
    }
  });
}
