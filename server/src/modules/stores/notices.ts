import type { Notify } from '#core/deps';
import type { Sql } from '#db';
import { nameOf } from './store-view.ts';
import type { StoreRow } from './store-rows.ts';

interface Words {
  title: string;
  body: string;
}

/** What the owner reads of an office's act; null: nothing to tell. */
function wordsFor({ state, code }: StoreRow, name: string, by: string, note: string | null): Words | null {
  const ofCode = code === null ? '' : ` Mã đăng ký: ${code}.`;
  const said = note === null ? '' : ` ${note}`;
  switch (state) {
    case 'approved':
      return {
        title: `${name}: đã được duyệt`,
        body: `${by} đã duyệt. Tiệm của bạn đã có trong danh sách Cửa hàng 4.0.${said}${ofCode}`,
      };
    case 'refused':
      return {
        title: `${name}: chưa được duyệt`,
        body: `${by}:${said} Phần đã ghi vẫn còn. Sửa rồi gửi lại, không phải ghi từ đầu.${ofCode}`,
      };
    case 'supplementRequired':
      return {
        title: `${name}: cần bạn sửa rồi gửi lại`,
        body: `${by} cần bạn sửa vài chỗ.${said} Mở ra để xem từng chỗ; phần khác vẫn giữ nguyên.${ofCode}`,
      };
    case 'closed':
      return {
        title: `${name}: không còn trong danh sách`,
        body: `${by}:${said} Tiệm không còn trong danh sách Cửa hàng 4.0. Phần đã ghi vẫn còn trong mục Tiệm của tôi.${ofCode}`,
      };
    default:
      return null;
  }
}

/** Tells the owner what an office did, once for each line of the timeline. */
export async function tellOwner(
  tx: Sql,
  notify: Notify,
  row: StoreRow,
  { position, by, note }: { position: number; by: string; note: string | null },
): Promise<void> {
  const words = wordsFor(row, nameOf(row), by, note);
  if (words === null || row.account_id === null) return;
  await notify.tell(tx, {
    accountId: row.account_id,
    topic: 'store',
    ...words,
    path: `/cua-hang/dang-ky?tiem=${row.id}`,
    key: `store:${row.id}:${position}`,
  });
}

/** A week before a draft is thrown away. */
export async function tellOfOldDraft(tx: Sql, notify: Notify, row: StoreRow, day: string): Promise<void> {
  if (row.account_id === null) return;
  await notify.tell(tx, {
    accountId: row.account_id,
    topic: 'store',
    title: `${nameOf(row)}: bản nháp sắp hết hạn giữ`,
    body: `Bản đăng ký tiệm đang ghi dở được giữ đến ${day}, rồi sẽ bị xóa. Mở ra và ghi tiếp thì được giữ thêm 60 ngày.`,
    path: `/cua-hang/dang-ky?tiem=${row.id}`,
    key: `store:${row.id}:expires:${day}`,
  });
}
