import { randomUUID } from 'node:crypto';
import { dateInVietnam, type Schemas } from '@dvc/contract';
import { later } from '#core/clock';
import type { Deps } from '#core/deps';
import { refuse } from '#core/problem';
import type { Transaction } from '#db';
import { ORDER_LASTS } from './order-rules.ts';
import { insertOrder, itemsOf, lockOrder, saveOrder, type OrderRow } from './order-rows.ts';
import { mayPay, orderView } from './order-view.ts';
import type { Orders, Wish } from './ports.ts';
import { freeSubjects, liveOrders, takeSubjects } from './subject-rows.ts';

/** HP261123-5518: what it is, the day, the number of the day. */
async function nextCode(tx: Transaction, kind: Wish['kind'], now: Date): Promise<string> {
  const day = dateInVietnam(now);
  const { rows } = await tx.query<{ last: number }>(
    `insert into payment_numbers (day, last) values ($1, 1)
     on conflict (day) do update set last = payment_numbers.last + 1 returning last`,
    [day],
  );
  const number = String(rows[0]?.last ?? 1).padStart(4, '0');
  return `${kind === 'tuition' ? 'HP' : 'LP'}${day.slice(2).replaceAll('-', '')}-${number}`;
}

const sumOf = (wish: Wish): number => wish.items.reduce((sum, { amountVnd }) => sum + amountVnd, 0);

function isSame(row: OrderRow, wish: Wish): boolean {
  const subjects = (items: readonly { subject: string }[]) =>
    items
      .map(({ subject }) => subject)
      .sort()
      .join(' ');
  return (
    row.account_id === wish.accountId &&
    row.citizen_id === wish.citizenId &&
    row.amount_vnd === sumOf(wish) &&
    subjects(itemsOf(row)) === subjects(wish.items)
  );
}

/** Mine to name: who may not see an order does not hear its id. */
const named = (row: OrderRow, wish: Wish) =>
  (row.citizen_id === null ? row.account_id === wish.accountId : row.citizen_id === wish.citizenId)
    ? { orderId: row.id }
    : {};

export function createOrders({ clock }: Pick<Deps, 'clock'>): Orders {
  /** An order under way for the same; what stands in the way otherwise is put aside or refuses. */
  async function underWay(tx: Transaction, wish: Wish, now: Date): Promise<OrderRow | undefined> {
    const live = await liveOrders(
      tx,
      wish.items.map(({ subject }) => subject),
    );
    for (const id of [...new Set(live.map(({ orderId }) => orderId))].sort()) {
      const row = await lockOrder(tx, { id });
      if (!row) continue;
      if (row.state === 'paid') refuse('already-paid', named(row, wish));
      const isOver = row.state === 'expired' || now >= row.expires_at;
      if (isSame(row, wish) && !isOver) return row;
      // Nobody pays under it: it gives way. One that may have taken money does not, whatever its time.
      if (!mayPay(row)) refuse('payment-open', named(row, wish));
      await freeSubjects(tx, row.id);
      await saveOrder(tx, row, { state: 'expired', money: 'none', watch_at: null });
    }
    return undefined;
  }

  async function make(tx: Transaction, wish: Wish, now: Date): Promise<OrderRow> {
    const expiresAt = later(now, ORDER_LASTS);
    const row: OrderRow = {
      id: randomUUID(),
      code: await nextCode(tx, wish.kind, now),
      account_id: wish.accountId,
      citizen_id: wish.citizenId,
      kind: wish.kind,
      title: wish.title,
      path: wish.path,
      amount_vnd: sumOf(wish),
      items: JSON.stringify(wish.items),
      payee: wish.payee,
      payee_name: wish.payeeName,
      state: 'created',
      money: 'none',
      blind: false,
      created_at: now,
      opened_at: null,
      paid_at: null,
      expires_at: expiresAt,
      watch_at: expiresAt,
    };
    await insertOrder(tx, row);
    const taken = await takeSubjects(
      tx,
      row.id,
      wish.items.map(({ subject }) => subject),
    );
    // Somebody else began in the same moment.
    if (taken < wish.items.length) refuse('payment-open');
    return row;
  }

  return {
    async orderFor(tx, wish): Promise<Schemas['PaymentOrder']> {
      const now = clock.now();
      return orderView(tx, (await underWay(tx, wish, now)) ?? (await make(tx, wish, now)));
    },

    async live(sql, subjects) {
      const orders = await liveOrders(sql, subjects);
      return new Map(
        orders.map(({ subject, orderId, accountId, state, money }) => [
          subject,
          { orderId, accountId, isUnderWay: state === 'paid' || money !== 'none' },
        ]),
      );
    },
  };
}
