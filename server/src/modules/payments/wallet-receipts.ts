import type { Sql } from '#db';
import { receiptsOfOrders } from './fee-receipts.ts';
import { lockOrder } from './order-rows.ts';
import { printFeeReceipt } from './receipt-paper.ts';

/** The receipt of a citizen's own fee, as a wallet lists it. */
export interface WalletReceipt {
  /** Of its order. */
  id: string;
  title: string;
  payeeName: string;
  /** What it paid. */
  subject: string;
  issuedAt: Date;
}

const SELECTION = `select o.id, o.title, o.payee_name as "payeeName", s.subject, r.issued_at as "issuedAt"
  from payment_orders o join fee_receipts r on r.order_id = o.id join payment_subjects s on s.order_id = o.id`;

/** Of what belongs to the citizen, newest first. */
export async function walletReceiptsOf(sql: Sql, citizenId: string, limit: number): Promise<WalletReceipt[]> {
  const { rows } = await sql.query<WalletReceipt>(
    `${SELECTION} where o.citizen_id = $1 order by o.created_at desc, o.id limit $2`,
    [citizenId, limit],
  );
  return rows;
}

export async function walletReceipt(sql: Sql, id: string, citizenId: string): Promise<WalletReceipt | undefined> {
  const { rows } = await sql.query<WalletReceipt>(`${SELECTION} where o.id = $1 and o.citizen_id = $2`, [
    id,
    citizenId,
  ]);
  return rows[0];
}

/** The same paper as from the payment itself. */
export async function printWalletReceipt(sql: Sql, id: string, sender: string): Promise<Buffer> {
  const row = await lockOrder(sql, { id });
  const receipt = row && (await receiptsOfOrders(sql, [id])).get(id);
  if (!row || !receipt) throw new Error('a receipt of the wallet is not there');
  return printFeeReceipt(sql, { row, receipt, sender });
}
