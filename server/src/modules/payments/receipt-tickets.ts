import { later, minutes } from '#core/clock';
import { randomToken, sha256 } from '#core/secrets';
import type { Sql } from '#db';

/** Long enough for a slow phone to start its viewer. */
const TICKET_LASTS = minutes(2);

/** A key that opens one receipt, once. */
export async function issueTicket(sql: Sql, orderId: string, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const token = randomToken();
  const expiresAt = later(now, TICKET_LASTS);
  await sql.query('insert into fee_receipt_tickets (token_hash, order_id, expires_at) values ($1, $2, $3)', [
    sha256(token),
    orderId,
    expiresAt,
  ]);
  return { token, expiresAt };
}

/** Uses a ticket up; the second time there is none. */
export async function takeTicket(sql: Sql, token: string, now: Date): Promise<string | undefined> {
  const { rows } = await sql.query<{ id: string }>(
    'delete from fee_receipt_tickets where token_hash = $1 and expires_at > $2 returning order_id as id',
    [sha256(token), now],
  );
  return rows[0]?.id;
}

export async function forgetOldTickets(sql: Sql, now: Date): Promise<void> {
  await sql.query('delete from fee_receipt_tickets where expires_at < $1', [now]);
}
