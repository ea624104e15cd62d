import { reportStateTitle } from '@dvc/contract';
import type { Notify } from '#core/deps';
import { readableDay } from '#core/readable-day';
import type { Transaction } from '#db';
import { audienceOf, type ReportRow } from './report-rows.ts';

const ended = (text: string): string => text.trim().replace(/[.\s]*$/, '.');

const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** What became of it, and what to do: one or two sentences. */
function words({ state, clarify_by, resolve_by }: ReportRow, note: string | null, mine: boolean): string {
  const said = note === null ? '' : ` ${ended(note)}`;
  switch (state) {
    case 'received':
      return `Chúng tôi đã nhận phản ánh. Hẹn xử lý xong ${readableDay(resolve_by)}.`;
    case 'clarifying':
      if (!mine) return 'Cán bộ đang hỏi thêm người gửi.';
      return `Cán bộ cần bạn nói thêm:${said}${clarify_by === null ? '' : ` Hạn trả lời: hết ${readableDay(clarify_by)}.`}`;
    case 'assigned':
      return `Phản ánh đã được giao đơn vị xử lý.${said} Hẹn xong ${readableDay(resolve_by)}.`;
    case 'inProgress':
      return `Đơn vị đang xử lý.${said}`;
    case 'resolved':
      return `Đơn vị báo đã xử lý.${said}${mine ? ' Chưa ổn thì bạn mở lại trong 14 ngày, kèm ảnh mới.' : ''}`;
    case 'reopened':
      return `Phản ánh được xem lại. Hẹn xử lý xong ${readableDay(resolve_by)}.`;
    case 'refused':
      return `Phản ánh không xử lý được.${said}`;
    case 'merged':
      return 'Đã có phản ánh về đúng chuyện này nên chúng tôi gộp lại. Từ nay bạn theo dõi phản ánh chung.';
  }
}

/** Tells whoever sent it and whoever follows in which state a report is now; one event, one notice each. */
export async function tellReport(
  tx: Transaction,
  notify: Notify,
  row: ReportRow,
  { position, note, categoryName }: { position: number; note: string | null; categoryName: string },
): Promise<void> {
  for (const { accountId, mine } of await audienceOf(tx, row)) {
    await notify.tell(tx, {
      accountId,
      topic: 'report',
      title: `${mine ? categoryName : (row.public_title ?? categoryName)}: ${lowered(reportStateTitle(row.state, 'vi'))}`,
      body: `${words(row, note, mine)} Mã phản ánh: ${row.code}.`,
      path: `/phan-anh/${row.merged_into ?? row.id}`,
      key: `report:${row.id}:${position}`,
    });
  }
}
