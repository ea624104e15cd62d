import type { Sql } from '#db';
import { receiptsOfOrders } from './fee-receipts.ts';
import { lockOrder } from './order-rows.ts';
import { printFeeReceipt } from './receipt-paper.ts';

/** A receipt of something a citizen paid, as a wallet lists it. */
export interface WalletReceipt {
  /** Of its order. */
  id: string;
  code: string;
  title: string;
  payeeName: string;
  /** What it paid; one of them, where they were several. */
  subject: string;
  issuedAt: Date;
}

const SELECTION = `select o.id, o.code, o.title, o.payee_name as "payeeName", r.issued_at as "issuedAt",
    (select min(s.subject) from payment_subjects s where s.order_id = o.id) as subject
  from payment_orders o join fee_receipts r on r.order_id = o.id`;

const LINKED = '(select account_id from identity_links where citizen_id = $1)';

/** Of what belongs to the citizen, and of what the account linked to them paid; newest first. */
export async function walletReceiptsOf(sql: Sql, citizenId: string, limit: number): Promise<WalletReceipt[]> {
  const { rows } = await sql.query<WalletReceipt>(
    `${SELECTION} where o.id in (
       (select p.id from payment_orders p join fee_receipts f on f.order_id = p.id
         where p.citizen_id = $1 order by p.created_at desc limit $2)
       union all
       (select p.id from payment_orders p join fee_receipts f on f.order_id = p.id
         where p.account_id = ${LINKED} and p.citizen_id is null order by p.created_at desc limit $2))
     order by o.created_at desc, o.id limit $2`,
    [citizenId, limit],
  );
  return rows;
}

export async function walletReceipt(sql: Sql, id: string, citizenId: string): Promise<WalletReceipt | undefined> {
  const { rows } = await sql.query<WalletReceipt>(
    `${SELECTION} where o.id = $2 and (o.citizen_id = $1 or o.citizen_id is null and o.account_id = ${LINKED})`,
    [citizenId, id],
  );
  return rows[0];
}

/** The same paper as from the payment itself. */
export async function printWalletReceipt(sql: Sql, id: string, sender: string): Promise<Buffer> {
  const row = await lockOrder(sql, { id });
  const receipt = row && (await receiptsOfOrders(sql, [id])).get(id);
  if (!row || !receipt) throw new Error('a receipt of the wallet is not there');
  return printFeeReceipt(sql, { row, receipt, sender });
}
