import { inThousands, type Schemas } from '@dvc/contract';
import { makePaper } from '#core/pdf/document';
import type { Sql } from '#db';
import { itemsOf, type OrderRow } from './order-rows.ts';

const money = (vnd: number): string => (vnd === 0 ? 'Không thu tiền' : `${inThousands(vnd)} đồng`);

const moment = (date: Date): string =>
  new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(date);

/** Who paid, as far as it is known. */
async function payerOf(sql: Sql, row: OrderRow): Promise<string> {
  const { rows } = await sql.query<{ name: string | null }>(
    row.citizen_id === null
      ? 'select zalo_name as name from accounts where id = $1'
      : 'select full_name as name from citizens where id = $1',
    [row.citizen_id ?? row.account_id],
  );
  return rows[0]?.name ?? 'Người dùng Zalo';
}

/** The receipt on paper; the same receipt is the same bytes whenever it is opened. */
export async function printFeeReceipt(
  sql: Sql,
  { row, receipt, sender }: { row: OrderRow; receipt: Schemas['FeeReceipt']; sender: string },
): Promise<Buffer> {
  const payer = await payerOf(sql, row);
  const issuedAt = new Date(receipt.issuedAt);
  return makePaper({
    title: row.kind === 'tuition' ? 'Biên lai thu tiền' : 'Biên lai thu phí, lệ phí',
    sender,
    madeAt: issuedAt,
    draw(pen) {
      pen.fact('Mẫu số', receipt.form);
      pen.fact('Ký hiệu', receipt.symbol);
      pen.fact('Số', receipt.number);
      pen.fact('Nơi thu', row.payee_name);
      pen.fact('Người nộp tiền', payer);
      pen.fact('Nộp cho', row.title);
      for (const { title, amountVnd } of itemsOf(row)) pen.fact(title, money(amountVnd));
      pen.fact('Tổng số tiền', money(row.amount_vnd));
      pen.fact('Hình thức', 'Thanh toán qua Zalo');
      pen.fact('Ngày', moment(issuedAt));
      pen.fact('Mã đơn', row.code);
      if (row.state === 'refunded') pen.paragraph('Khoản này đã được hoàn lại cho người nộp.');
      pen.paragraph('Biên lai điện tử, không cần chữ ký. Đối chiếu bằng mẫu số, ký hiệu và số.', 'quiet');
    },
  });
}
