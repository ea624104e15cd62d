import { inThousands, type Schemas } from '@dvc/contract';
import type { Notify } from '#core/deps';
import type { Sql } from '#db';
import type { OrderRow } from './order-rows.ts';

const money = (vnd: number): string => `${inThousands(vnd)} đồng`;

/** Of a citizen's order it is the account they are linked to now that hears. */
async function listener(sql: Sql, row: OrderRow): Promise<string | undefined> {
  if (row.citizen_id === null) return row.account_id;
  const { rows } = await sql.query<{ id: string }>(
    'select account_id as id from identity_links where citizen_id = $1',
    [row.citizen_id],
  );
  return rows[0]?.id;
}

async function tell(tx: Sql, notify: Notify, row: OrderRow, words: { what: string; title: string; body: string }) {
  const accountId = await listener(tx, row);
  if (accountId === undefined) return;
  await notify.tell(tx, {
    accountId,
    topic: 'payment',
    title: words.title,
    body: words.body,
    path: `/thanh-toan/${row.id}`,
    key: `payment:${row.id}:${words.what}`,
  });
}

/** The bank has said yes; the receipt is there. */
export const tellPaid = (tx: Sql, notify: Notify, row: OrderRow, receipt: Schemas['FeeReceipt']): Promise<void> =>
  tell(tx, notify, row, {
    what: 'paid',
    title: `Đã đóng ${money(row.amount_vnd)}`,
    body: `${row.title}. Biên lai số ${receipt.number}, ký hiệu ${receipt.symbol}. Mã đơn ${row.code}.`,
  });

/** Money that was taken is back with whoever paid. */
export const tellReturned = (
  tx: Sql,
  notify: Notify,
  row: OrderRow,
  { amountVnd, refundId }: { amountVnd: number; refundId: string },
): Promise<void> =>
  tell(tx, notify, row, {
    what: `returned:${refundId}`,
    title: `Đã hoàn ${money(amountVnd)}`,
    body: `${row.title}. Tiền về tài khoản bạn đã dùng, tùy ngân hàng mất vài ngày. Mã đơn ${row.code}.`,
  });

/** It is certain now that nothing was taken, after it was not. */
export const tellNothingTaken = (tx: Sql, notify: Notify, row: OrderRow): Promise<void> =>
  tell(tx, notify, row, {
    what: 'nothing-taken',
    title: 'Chưa có khoản tiền nào bị trừ',
    body: `${row.title}: đơn ${row.code} đã quá hạn và ngân hàng không nhận khoản nào. Bạn có thể đóng lại.`,
  });
