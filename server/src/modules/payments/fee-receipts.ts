import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';

interface ReceiptRow {
  order_id: string;
  form: string;
  symbol: string;
  number: number;
  issued_at: Date;
}

/** The next number of a series, in the transaction that makes the order paid: rolled back with it, so none is missing. */
export async function issueReceipt(
  tx: Sql,
  orderId: string,
  { form, symbol }: { form: string; symbol: string },
  now: Date,
): Promise<Schemas['FeeReceipt']> {
  const { rows } = await tx.query<{ last: number }>(
    `insert into fee_receipt_series (form, symbol, last) values ($1, $2, 1)
     on conflict (form, symbol) do update set last = fee_receipt_series.last + 1 returning last`,
    [form, symbol],
  );
  const row = { order_id: orderId, form, symbol, number: rows[0]?.last ?? 1, issued_at: now };
  await tx.query('insert into fee_receipts (order_id, form, symbol, number, issued_at) values ($1, $2, $3, $4, $5)', [
    row.order_id,
    form,
    symbol,
    row.number,
    now,
  ]);
  return receiptView(row);
}

const receiptView = ({ form, symbol, number, issued_at }: ReceiptRow): Schemas['FeeReceipt'] => ({
  form,
  symbol,
  number: String(number).padStart(7, '0'),
  issuedAt: issued_at.toISOString(),
});

/** By order. */
export async function receiptsOfOrders(
  sql: Sql,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, Schemas['FeeReceipt']>> {
  const { rows } = await sql.query<ReceiptRow>(
    'select order_id, form, symbol, number, issued_at from fee_receipts where order_id = any($1::uuid[])',
    [orderIds],
  );
  return new Map(rows.map((row) => [row.order_id, receiptView(row)]));
}
