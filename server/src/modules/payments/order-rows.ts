import type { Sql } from '#db';
import { mayGo, type Money, type OrderState } from './order-rules.ts';

export interface OrderRow {
  id: string;
  code: string;
  account_id: string;
  citizen_id: string | null;
  kind: 'tuition' | 'dossierFee';
  title: string;
  path: string;
  amount_vnd: number;
  /** JSON. */
  items: string;
  payee: string;
  payee_name: string;
  state: OrderState;
  money: Money;
  blind: boolean;
  created_at: Date;
  opened_at: Date | null;
  paid_at: Date | null;
  expires_at: Date;
  watch_at: Date | null;
}

export interface OrderItem {
  /** What it pays: `bill:<id>`, `fee:<dossier>:<number>`. */
  subject: string;
  title: string;
  amountVnd: number;
}

export const itemsOf = (row: Pick<OrderRow, 'items'>): OrderItem[] => JSON.parse(row.items) as OrderItem[];

const COLUMNS = `o.id, o.code, o.account_id, o.citizen_id, o.kind, o.title, o.path, o.amount_vnd, o.items, o.payee, o.payee_name,
  o.state, o.money, o.blind, o.created_at, o.opened_at, o.paid_at, o.expires_at, o.watch_at`;

/** What an account may see: its own, and what belongs to the citizen who is linked to it now. */
const MINE = `(o.citizen_id is null and o.account_id = $1
   or o.citizen_id = (select citizen_id from identity_links where account_id = $1))`;

export async function insertOrder(tx: Sql, row: OrderRow): Promise<void> {
  await tx.query(
    `insert into payment_orders (id, code, account_id, citizen_id, kind, title, path, amount_vnd, items, payee, payee_name, state,
       money, created_at, expires_at, watch_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      row.id,
      row.code,
      row.account_id,
      row.citizen_id,
      row.kind,
      row.title,
      row.path,
      row.amount_vnd,
      row.items,
      row.payee,
      row.payee_name,
      row.state,
      row.money,
      row.created_at,
      row.expires_at,
      row.watch_at,
    ],
  );
}

/** Somebody's own order; another's is undefined, as if it did not exist. */
export async function ownOrder(
  sql: Sql,
  { orderId, accountId, lock = false }: { orderId: string; accountId: string; lock?: boolean },
): Promise<OrderRow | undefined> {
  const { rows } = await sql.query<OrderRow>(
    `select ${COLUMNS} from payment_orders o where o.id = $2 and ${MINE}${lock ? ' for update of o' : ''}`,
    [accountId, orderId],
  );
  return rows[0];
}

export async function ordersOf(sql: Sql, accountId: string, limit: number): Promise<OrderRow[]> {
  const { rows } = await sql.query<OrderRow>(
    `select ${COLUMNS} from payment_orders o where o.id in (
       (select id from payment_orders where account_id = $1 and citizen_id is null order by created_at desc limit $2)
       union all
       (select id from payment_orders
         where citizen_id = (select citizen_id from identity_links where account_id = $1) order by created_at desc limit $2))
     order by o.created_at desc, o.id limit $2`,
    [accountId, limit],
  );
  return rows;
}

/** Locked, by our id or our code. */
export async function lockOrder(tx: Sql, by: { id: string } | { code: string }): Promise<OrderRow | undefined> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['code', by.code];
  const { rows } = await tx.query<OrderRow>(
    `select ${COLUMNS} from payment_orders o where o.${column} = $1 for update of o`,
    [value],
  );
  return rows[0];
}

/** Writes what may change of an order that is locked; refuses a move that is not allowed. */
export async function saveOrder(tx: Sql, from: OrderRow, change: Partial<OrderRow>): Promise<OrderRow> {
  const row = { ...from, ...change };
  if (!mayGo(from.state, row.state)) throw new Error(`a payment order cannot go from ${from.state} to ${row.state}`);
  await tx.query(
    `update payment_orders set state = $2, money = $3, blind = $4, opened_at = $5, paid_at = $6, expires_at = $7, watch_at = $8
      where id = $1`,
    [row.id, row.state, row.money, row.blind, row.opened_at, row.paid_at, row.expires_at, row.watch_at],
  );
  return row;
}
