import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';
import { cutPage, readPosition } from '#core/page-cursor';

interface NotificationRow {
  id: string;
  topic: Schemas['Notification']['topic'];
  title: string;
  body: string;
  path: string | null;
  created_at: Date;
  read_at: Date | null;
}

const view = ({ created_at, read_at, ...row }: NotificationRow): Schemas['Notification'] => ({
  ...row,
  createdAt: created_at.toISOString(),
  readAt: read_at?.toISOString() ?? null,
});

/** One page, newest first, and where the next one begins. */
export async function readInbox(
  sql: Sql,
  accountId: string,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<{ items: Schemas['Notification'][]; next: string | null }> {
  const after = readPosition(cursor);
  const { rows } = await sql.query<NotificationRow>(
    `select id, topic, title, body, path, created_at, read_at from notifications
      where account_id = $1 ${after ? 'and (created_at, id) < ($3, $4::uuid)' : ''}
      order by created_at desc, id desc limit $2`,
    [accountId, limit + 1, ...(after ? [after.at, after.id] : [])],
  );
  const page = cutPage(rows, limit, ({ created_at }) => created_at);
  return { items: page.rows.map(view), next: page.next };
}

export async function countUnread(sql: Sql, accountId: string): Promise<number> {
  const { rows } = await sql.query<{ unread: number }>(
    'select count(*) as unread from notifications where account_id = $1 and read_at is null',
    [accountId],
  );
  return rows[0]?.unread ?? 0;
}
