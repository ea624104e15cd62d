import type { Schemas } from '@dvc/contract';
import { later } from '#core/clock';
import type { Deps } from '#core/deps';
import type { Transaction } from '#db';
import type { ProviderNews } from '../../integrations/payments/payment-provider.ts';
import { attemptsOf, isMoneyKnown, learnAttempt, saveAttempt, type AttemptRow } from './attempt-rows.ts';
import { issueReceipt } from './fee-receipts.ts';
import { post, providerAccount, SUSPENSE } from './ledger.ts';
import { findMismatch } from './mismatch-rows.ts';
import { tellNothingTaken, tellPaid } from './notices.ts';
import { ASKED_FOR, nextCheck, standing, type Attempt } from './order-rules.ts';
import { itemsOf, lockOrder, saveOrder, type OrderRow } from './order-rows.ts';
import type { Purposes } from './ports.ts';
import { askRefund } from './refund-rows.ts';
import { freeSubjects, reclaimSubjects, rivalsOf } from './subject-rows.ts';

export interface SettleDeps extends Deps {
  purposes: Purposes;
}

const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** What an unpaid order is now; what it was for is free again when it is certain that nobody paid. */
export async function restand(
  tx: Transaction,
  { notify }: Pick<Deps, 'notify'>,
  row: OrderRow,
  now: Date,
): Promise<OrderRow> {
  const isOpen =
    ['created', 'pending', 'failed'].includes(row.state) || (row.state === 'expired' && row.money === 'unknown');
  // Money that does not fit lies with us: a person decides.
  if (!isOpen || row.money === 'taken') return row;
  const attempts = (await attemptsOf(tx, [row.id])).filter(
    ({ outcome }) => outcome !== 'foreign' && outcome !== 'paid',
  );
  const known = attempts.map(({ seen, outcome, outcome_at }) => ({ seen, outcome, outcomeAt: outcome_at }) as Attempt);
  const stands = standing({ attempts: known, blind: row.blind, expiresAt: row.expires_at }, now);
  // A clock that goes back does not bring an expired order back.
  if (row.state === 'expired') stands.state = 'expired';
  const watchAt = stands.state !== 'expired' ? row.expires_at : later(row.expires_at, ASKED_FOR);
  const isOver = stands.state === 'expired' && stands.money === 'none';
  if (isOver) await freeSubjects(tx, row.id);
  if (isOver && row.state === 'expired') await tellNothingTaken(tx, notify, row);
  return saveOrder(tx, row, { ...stands, watch_at: isOver ? null : watchAt });
}

/** Another order for the same things gives way to one that is paid; true where one of them was paid before. */
async function makeWay(tx: Transaction, row: OrderRow): Promise<boolean> {
  for (const id of await rivalsOf(tx, row.id)) {
    const rival = await lockOrder(tx, { id });
    if (rival?.state === 'paid') return true;
    if (!rival) continue;
    await freeSubjects(tx, id);
    // It may have taken money all the same: then that goes back.
    const watchAt = rival.money === 'unknown' ? later(rival.expires_at, ASKED_FOR) : null;
    await saveOrder(tx, rival, { state: 'expired', watch_at: watchAt });
  }
  return false;
}

async function bookPaid(tx: Transaction, deps: SettleDeps, row: OrderRow, attempt: AttemptRow, now: Date) {
  const from = { key: `received:${attempt.id}`, what: 'received', orderId: row.id } as const;
  const amountVnd = attempt.amount_vnd ?? row.amount_vnd;
  const to = providerAccount(attempt.provider);
  const aside = async (kind: 'wrongAmount' | 'paidTwice') => {
    await post(tx, { ...from, to, from: SUSPENSE, amountVnd }, now);
    await findMismatch(tx, { kind, orderId: row.id, attemptId: attempt.id, key: `${kind}:${attempt.id}` }, now);
  };
  if (amountVnd !== row.amount_vnd) {
    await aside('wrongAmount');
    const isOpen = row.state !== 'paid' && row.state !== 'refunded';
    if (isOpen) await saveOrder(tx, row, { money: 'taken', blind: false, watch_at: null });
    return;
  }
  const isSettled = row.state === 'paid' || row.state === 'refunded' || row.money === 'taken';
  if (isSettled || (await makeWay(tx, row))) {
    await aside('paidTwice');
    await askRefund(tx, deps, { attempt, orderId: row.id, reason: `Đóng trùng ${row.code}`, by: 'server' }, now);
    if (!isSettled) {
      // Something else paid it while this money was on its way: nothing is kept of it. Only what is over has rivals.
      await saveOrder(tx, row, { state: 'refunded', money: 'returning', blind: false, watch_at: null });
    }
    return;
  }
  await reclaimSubjects(tx, row.id);
  await post(tx, { ...from, to, from: `payee:${row.payee}`, amountVnd }, now);
  const { FEE_RECEIPT_FORM: form, FEE_RECEIPT_SYMBOL: symbol } = deps.settings;
  const receipt = await issueReceipt(tx, row.id, { form, symbol }, now);
  const paid = await saveOrder(tx, row, { state: 'paid', money: 'taken', paid_at: now, blind: false, watch_at: null });
  if (!(await tellPurpose(tx, deps, paid, receipt, now))) {
    const note =
      'Đã trả đủ, nhưng không còn gì chờ khoản này (hồ sơ đã rút hoặc đã sang bước khác). Hoàn lại, hoặc ghi nhận.';
    const found = {
      kind: 'notAwaited',
      orderId: row.id,
      attemptId: attempt.id,
      key: `notAwaited:${attempt.id}`,
    } as const;
    await findMismatch(tx, { ...found, note }, now);
  }
  await tellPaid(tx, deps.notify, paid, receipt);
}

async function tellPurpose(
  tx: Transaction,
  { purposes }: SettleDeps,
  row: OrderRow,
  receipt: Schemas['FeeReceipt'],
  now: Date,
): Promise<boolean> {
  const subjects = itemsOf(row).map(({ subject }) => subject);
  const { id, code, amount_vnd } = row;
  return purposes[row.kind].paid(tx, { id, code, subjects, amountVnd: amount_vnd, receipt }, now);
}

/** Money nobody knows what it is for: into suspense, and to a person. */
async function bookStray(tx: Transaction, news: ProviderNews, now: Date): Promise<void> {
  const attempt = await learnAttempt(tx, { ...news, orderId: null }, now);
  if (attempt.paid_at !== null) return;
  const { transactionId, amountVnd } = news;
  await saveAttempt(tx, {
    ...attempt,
    outcome: 'paid',
    outcome_at: now,
    transaction_id: transactionId,
    amount_vnd: amountVnd,
    paid_at: now,
    next_check_at: null,
  });
  await findMismatch(
    tx,
    { kind: 'unknownOrder', orderId: null, attemptId: attempt.id, key: `stray:${attempt.id}` },
    now,
  );
  if (amountVnd === null || amountVnd <= 0) return;
  const lines = { to: providerAccount(news.provider), from: SUSPENSE, amountVnd };
  await post(tx, { key: `received:${attempt.id}`, what: 'received', orderId: null, ...lines }, now);
}

/**
 * Takes in what a provider says: once, whatever the order it comes in and however often. Everything that follows from it
 * happens in this transaction or not at all.
 */
export async function settle(tx: Transaction, deps: SettleDeps, news: ProviderNews, now: Date): Promise<void> {
  const { ours } = news;
  const row = ours === undefined ? undefined : await lockOrder(tx, isUuid(ours) ? { id: ours } : { code: ours });
  if (!row) {
    if (news.outcome === 'paid' && !(await isMoneyKnown(tx, news.provider, news.providerOrderId)))
      await bookStray(tx, news, now);
    return;
  }
  if (await isMoneyKnown(tx, news.provider, news.providerOrderId)) return;
  const attempt = await learnAttempt(tx, { ...news, orderId: row.id }, now);
  const isPaid = news.outcome === 'paid';
  const heard: AttemptRow = {
    ...attempt,
    outcome: news.outcome,
    outcome_at: now,
    transaction_id: news.transactionId ?? attempt.transaction_id,
    amount_vnd: news.amountVnd ?? attempt.amount_vnd,
    paid_at: isPaid ? now : null,
    next_check_at:
      isPaid || news.outcome === 'failed' ? null : (attempt.next_check_at ?? nextCheck(attempt.learnt_at, now)),
  };
  await saveAttempt(tx, heard);
  if (isPaid) await bookPaid(tx, deps, row, heard, now);
  // Whatever is heard of it, it is no longer only handed out.
  else await restand(tx, deps, { ...row, blind: false }, now);
}
