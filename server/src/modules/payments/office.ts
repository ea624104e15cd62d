import { canonicalJson } from '@dvc/contract';
import type { Call, Reply } from '#core/handler';
import { once } from '#core/idempotency';
import { refuse } from '#core/problem';
import type { Transaction } from '#db';
import { findAttempt, isMoneyKnown, paidAttempt } from './attempt-rows.ts';
import { post, SUSPENSE } from './ledger.ts';
import { lockMismatch, mismatchView, openMismatches, settleMismatchRow, type MismatchRow } from './mismatch-rows.ts';
import { itemsOf, lockOrder, saveOrder, type OrderRow } from './order-rows.ts';
import { askRefund, refundOfTransaction, REFUND, saveRefund, unclearRefunds } from './refund-rows.ts';
import { finishRefund } from './refunds.ts';
import { restand, settle, type SettleDeps } from './settle.ts';
import { freeSubjects } from './subject-rows.ts';

type Statement = Call<'bringStatement'>['body'];
type BodyOf<R> = R extends { body: infer Body } ? Body : never;
type StatementAnswer = BodyOf<Reply<'bringStatement'>>;

/** What people do about money: refunds, findings, the provider's statement, and whether the books balance. */
export function createPaymentOffice(deps: SettleDeps) {
  const { db, clock, jobs } = deps;

  async function refund(tx: Transaction, code: string, { reason, by }: { reason: string; by: string }): Promise<void> {
    const now = clock.now();
    const row = (await lockOrder(tx, { code })) ?? refuse('not-found');
    if (row.state === 'refunded') return;
    const attempt = row.state === 'paid' ? await paidAttempt(tx, row.id) : undefined;
    if (!attempt) refuse('transition-refused', { detail: 'Đơn này chưa được đóng nên không có gì để hoàn.' });
    const lines = { to: `payee:${row.payee}`, from: SUSPENSE, amountVnd: row.amount_vnd };
    await post(tx, { key: `withdrawn:${attempt.id}`, what: 'returned', orderId: row.id, ...lines }, now);
    await saveOrder(tx, row, { state: 'refunded', money: 'returning' });
    await freeSubjects(tx, row.id);
    await deps.purposes[row.kind].returned(
      tx,
      itemsOf(row).map(({ subject }) => subject),
      now,
    );
    await askRefund(tx, deps, { attempt, orderId: row.id, reason, by }, now);
  }

  /** A person has found out that nobody paid. */
  async function release(tx: Transaction, orderId: string): Promise<void> {
    const row = await lockOrder(tx, { id: orderId });
    if (row?.state !== 'expired' || row.money !== 'unknown') return;
    await freeSubjects(tx, row.id);
    await saveOrder(tx, row, { money: 'none', blind: false, watch_at: null });
  }

  /** Money that does not fit goes back; the order it came under is over. */
  async function sendBack(tx: Transaction, found: MismatchRow, act: { by: string; note: string }, now: Date) {
    if (found.kind === 'notAwaited' && found.order_code !== null) {
      await refund(tx, found.order_code, { reason: act.note, by: act.by });
      return;
    }
    const attempt = found.attempt_id === null ? undefined : await findAttempt(tx, found.attempt_id);
    if (!attempt?.transaction_id || attempt.paid_at === null)
      refuse('transition-refused', { detail: 'Không có khoản tiền nào để hoàn.' });
    await askRefund(tx, deps, { attempt, orderId: found.order_id, reason: act.note, by: act.by }, now);
    const row: OrderRow | undefined = found.order_id === null ? undefined : await lockOrder(tx, { id: found.order_id });
    if (row?.money !== 'taken' || row.state === 'paid') return;
    await freeSubjects(tx, row.id);
    const expired = await saveOrder(tx, row, { state: 'expired', watch_at: null });
    await saveOrder(tx, expired, { state: 'refunded', money: 'returning', watch_at: null });
  }

  async function takeRows(tx: Transaction, { provider, rows }: Statement, now: Date): Promise<number> {
    let news = 0;
    for (const row of rows) {
      if (row.kind === 'payment') {
        const { providerOrderId, transactionId, amountVnd, reference } = row;
        if (await isMoneyKnown(tx, provider, providerOrderId)) continue;
        news += 1;
        await settle(
          tx,
          deps,
          { provider, providerOrderId, ours: reference, outcome: 'paid', transactionId, amountVnd },
          now,
        );
      } else {
        const sent = await refundOfTransaction(tx, provider, row.transactionId);
        if (!sent || sent.state === 'done') continue;
        news += 1;
        await finishRefund(tx, deps, sent, now);
      }
    }
    return news;
  }

  /** What the statement does not have did not happen there: it is complete for its provider and its time. */
  async function closeUnnamed(tx: Transaction, { provider, from, until }: Statement, now: Date): Promise<number> {
    const span = { provider, from: new Date(from), until: new Date(until) };
    for (const { id } of await unclearRefunds(tx, span, 1000)) {
      await saveRefund(tx, id, { state: 'asked' }, now);
      await jobs.enqueue(tx, REFUND, { refundId: id }, { key: `${REFUND}:${id}:${now.toISOString()}` });
    }
    // Signed fields are handed out for Checkout alone; what others say of their payments tells nothing of them.
    if (provider !== 'checkout') return 0;
    const { rows } = await tx.query<{ id: string }>(
      `select id from payment_orders
        where blind and expires_at <= $2 and opened_at >= $1 order by expires_at limit 1000 for update`,
      [span.from, span.until],
    );
    for (const { id } of rows) {
      const row = await lockOrder(tx, { id });
      if (row) await restand(tx, deps, { ...row, blind: false }, now);
    }
    return rows.length;
  }

  return {
    async refund(act: { code: string; reason: string; by: string; system: string; key: string }): Promise<void> {
      const { code, reason, by, system, key } = act;
      const keyed = {
        owner: `system:${system}`,
        key,
        operation: 'refundPayment',
        body: canonicalJson({ code, reason, by }),
      };
      await db.tx((tx) =>
        once(tx, keyed, clock.now(), async () => {
          await refund(tx, code, { reason, by });
          return 'asked';
        }),
      );
    },

    async mismatches() {
      return { items: (await openMismatches(db, 100)).map(mismatchView) };
    },

    async settleMismatch(id: string, { decision, note, by }: Call<'settleMismatch'>['body']) {
      return db.tx(async (tx) => {
        const now = clock.now();
        const found = (await lockMismatch(tx, id)) ?? refuse('not-found');
        if (found.settled_at === null) {
          if (decision === 'sendBack') await sendBack(tx, found, { by, note }, now);
          if (decision === 'notPaid' && found.order_id !== null) await release(tx, found.order_id);
          await settleMismatchRow(tx, id, { by, note }, now);
        }
        return mismatchView((await lockMismatch(tx, id)) ?? found);
      });
    },

    async statement(statement: Statement): Promise<StatementAnswer> {
      return db.tx(async (tx) => {
        const now = clock.now();
        const news = await takeRows(tx, statement, now);
        return { news, closed: await closeUnnamed(tx, statement, now) };
      });
    },

    /** What went in and out of each account; altogether it is nothing. */
    async ledger({ from, until }: { from: string; until: string }) {
      const { rows } = await db.query<{ account: string; received: number; returned: number }>(
        `select l.account, coalesce(sum(l.amount_vnd) filter (where l.amount_vnd > 0), 0)::bigint as received,
                coalesce(sum(-l.amount_vnd) filter (where l.amount_vnd < 0), 0)::bigint as returned
           from ledger_postings p join ledger_lines l on l.posting_id = p.id
          where p.at >= $1 and p.at < $2 group by l.account order by l.account`,
        [new Date(from), new Date(until)],
      );
      const sum = rows.reduce((total, { received, returned }) => total + received - returned, 0);
      return {
        accounts: rows.map(({ account, received, returned }) => ({ account, in: received, out: returned })),
        sum,
      };
    },
  };
}
