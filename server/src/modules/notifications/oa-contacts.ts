import type { Sql } from '#db';

/** What a person did with the Official Account. */
export type ContactEvent = 'followed' | 'left' | 'wrote';

interface Heard {
  event: ContactEvent;
  oaUserId: string;
  /** The same person for the mini app, where Zalo says so. */
  zaloId: string | null;
  at: Date;
}

/**
 * Keeps the latest of each kind of event, so that one which comes again or was overtaken changes nothing. An account that did
 * not know its name at the Official Account learns it. False: nobody here; of strangers, and of who was erased, nothing is kept.
 */
export async function noteContact(tx: Sql, { event, oaUserId, zaloId, at }: Heard): Promise<boolean> {
  if (zaloId !== null) {
    await tx.query('update accounts set oa_user_id = $2 where zalo_id = $1 and oa_user_id is null', [zaloId, oaUserId]);
  }
  const column = `${event}_at`;
  const { count } = await tx.query(
    `insert into oa_contacts (oa_user_id, zalo_id, ${column})
     select $1, $2, $3::timestamptz where exists (select 1 from accounts where oa_user_id = $1)
     on conflict (oa_user_id) do update set
       zalo_id = coalesce(excluded.zalo_id, oa_contacts.zalo_id),
       ${column} = greatest(oa_contacts.${column}, excluded.${column})`,
    [oaUserId, zaloId, at],
  );
  return count > 0;
}

/** Whether a person follows the Official Account; null: Zalo has not told. */
export async function followsOf(sql: Sql, accountId: string): Promise<boolean | null> {
  const { rows } = await sql.query<{ followed_at: Date | null; left_at: Date | null }>(
    `select c.followed_at, c.left_at from accounts a join oa_contacts c on c.oa_user_id = a.oa_user_id where a.id = $1`,
    [accountId],
  );
  const [row] = rows;
  if (row === undefined || (row.followed_at === null && row.left_at === null)) return null;
  return (row.followed_at?.getTime() ?? 0) >= (row.left_at?.getTime() ?? 0);
}
