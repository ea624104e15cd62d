import { later, minutes } from '#core/clock';
import { randomToken, sha256 } from '#core/secrets';
import type { Sql } from '#db';

/** Long enough for a slow phone to start its viewer. */
const TICKET_LASTS = minutes(2);
/** Long enough to hold out a phone to somebody. */
const SHARE_LASTS = minutes(5);
/** How long an address that is over still says what became of it. */
const REMEMBERED = minutes(24 * 60);

interface Owned {
  documentId: string;
  citizenId: string;
}

/** A key that opens one document of one person, once. */
export async function issueTicket(sql: Sql, { documentId, citizenId }: Owned, now: Date) {
  const token = randomToken();
  const expiresAt = later(now, TICKET_LASTS);
  await sql.query(
    'insert into document_tickets (token_hash, document_id, citizen_id, expires_at) values ($1, $2, $3, $4)',
    [sha256(token), documentId, citizenId, expiresAt],
  );
  return { token, expiresAt };
}

/** Uses a ticket up; the second time there is none. */
export async function takeTicket(sql: Sql, token: string, now: Date): Promise<Owned | undefined> {
  const { rows } = await sql.query<Owned>(
    `delete from document_tickets where token_hash = $1 and expires_at > $2
     returning document_id as "documentId", citizen_id as "citizenId"`,
    [sha256(token), now],
  );
  return rows[0];
}

export interface Share extends Owned {
  id: string;
  audience: string;
  expiresAt: Date;
  endedAt: Date | null;
}

export async function insertShare(
  sql: Sql,
  { id, documentId, citizenId, audience }: Omit<Share, 'expiresAt' | 'endedAt'>,
  now: Date,
) {
  const token = randomToken();
  const expiresAt = later(now, SHARE_LASTS);
  await sql.query(
    `insert into document_shares (id, token_hash, document_id, citizen_id, audience, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, sha256(token), documentId, citizenId, audience, expiresAt],
  );
  return { token, expiresAt };
}

export async function findShare(sql: Sql, token: string): Promise<Share | undefined> {
  const { rows } = await sql.query<Share>(
    `select id, document_id as "documentId", citizen_id as "citizenId", audience, expires_at as "expiresAt",
            ended_at as "endedAt"
       from document_shares where token_hash = $1`,
    [sha256(token)],
  );
  return rows[0];
}

/** Whose share it was when this call ended it. */
export async function endShare(
  tx: Sql,
  id: string,
  owned: Owned,
  now: Date,
): Promise<{ audience: string } | undefined> {
  const { rows } = await tx.query<{ audience: string }>(
    `update document_shares set ended_at = $4
      where id = $1 and document_id = $2 and citizen_id = $3 and ended_at is null and expires_at > $4
     returning audience`,
    [id, owned.documentId, owned.citizenId, now],
  );
  return rows[0];
}

export async function forgetOldTickets(sql: Sql, now: Date): Promise<void> {
  await sql.query('delete from document_tickets where expires_at < $1', [now]);
  await sql.query('delete from document_shares where expires_at < $1', [later(now, -REMEMBERED)]);
}
