import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';

export interface ExportRow {
  id: string;
  account_id: string;
  citizen_id: string | null;
  state: Schemas['PersonalExport']['state'];
  store_key: string;
  size: number | null;
  asked_at: Date;
  expires_at: Date;
}

export async function exportOf(sql: Sql, accountId: string): Promise<ExportRow | undefined> {
  return (await sql.query<ExportRow>('select * from exports where account_id = $1', [accountId])).rows[0];
}

export async function exportById(sql: Sql, id: string): Promise<ExportRow | undefined> {
  return (await sql.query<ExportRow>('select * from exports where id = $1', [id])).rows[0];
}

/** False when somebody else’s request made one at the same moment. */
export async function insertExport(tx: Sql, row: Omit<ExportRow, 'state' | 'size'>): Promise<boolean> {
  const { count } = await tx.query(
    `insert into exports (id, account_id, citizen_id, state, store_key, asked_at, expires_at)
     values ($1, $2, $3, 'making', $4, $5, $6) on conflict (account_id) do nothing`,
    [row.id, row.account_id, row.citizen_id, row.store_key, row.asked_at, row.expires_at],
  );
  return count > 0;
}

/** False: it is not wanted any more. */
export async function exportReady(tx: Sql, id: string, size: number): Promise<boolean> {
  const { count } = await tx.query(`update exports set state = 'ready', size = $2 where id = $1 and state = 'making'`, [
    id,
    size,
  ]);
  return count > 0;
}

export async function failExport(sql: Sql, id: string): Promise<void> {
  await sql.query(`update exports set state = 'failed' where id = $1 and state = 'making'`, [id]);
}

export async function dropExport(sql: Sql, id: string): Promise<void> {
  await sql.query('delete from exports where id = $1', [id]);
}

export async function expiredExports(sql: Sql, now: Date): Promise<ExportRow[]> {
  return (await sql.query<ExportRow>('select * from exports where expires_at <= $1', [now])).rows;
}

export function exportView(row: ExportRow): Schemas['PersonalExport'] {
  return {
    id: row.id,
    state: row.state,
    askedAt: row.asked_at.toISOString(),
    expiresAt: row.state === 'ready' ? row.expires_at.toISOString() : null,
    size: row.size,
  };
}
