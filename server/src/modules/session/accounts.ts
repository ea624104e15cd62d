import { randomUUID } from 'node:crypto';
import { noteConsent } from '#core/consents';
import type { Sql } from '#db';
import type { ZaloPerson } from '../../integrations/zalo/zalo-client.ts';

/** The account of a Zalo person, made at the first visit. What Zalo does not tell this time is not forgotten. */
export async function keepAccount(tx: Sql, person: ZaloPerson, now: Date): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into accounts (id, zalo_id, zalo_name, oa_user_id, created_at, seen_at) values ($1, $2, $3, $4, $5, $5)
     on conflict (zalo_id) do update set
       zalo_name = coalesce(excluded.zalo_name, accounts.zalo_name),
       oa_user_id = coalesce(excluded.oa_user_id, accounts.oa_user_id),
       seen_at = excluded.seen_at
     returning id`,
    [randomUUID(), person.id, person.name, person.idByOa, now],
  );
  const [row] = rows;
  if (!row) throw new Error('the account was neither made nor found');
  return row.id;
}

/** Whether this very phone token was decoded for this account before: the answer was lost, not the work. */
export async function wasDecoded(sql: Sql, accountId: string, tokenHash: string): Promise<boolean> {
  const { count } = await sql.query(
    `select 1 from consents where account_id = $1 and what = 'phone' and source_hash = $2 and withdrawn_at is null`,
    [accountId, tokenHash],
  );
  return count > 0;
}

export interface Contact {
  accountId: string;
  phone: string;
  phoneTokenHash: string;
}

/** Keeps the phone, and that it was given, for what, and when. */
export async function keepContact(tx: Sql, { accountId, phone, phoneTokenHash }: Contact, now: Date): Promise<void> {
  await tx.query('update accounts set phone = $2 where id = $1', [accountId, phone]);
  await noteConsent(tx, { accountId, what: 'phone', purpose: 'contact', sourceHash: phoneTokenHash }, now);
}
