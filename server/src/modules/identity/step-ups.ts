import { randomUUID } from 'node:crypto';
import type { Sql } from '#db';
import { later, minutes } from '#core/clock';
import { randomToken, sha256 } from '#core/secrets';
import type { LoginAttempt, VerifiedIdentity } from '../../integrations/identity-provider/identity-provider.ts';

/** Long enough for somebody slow to find the password and wait for a text message. */
const LOGIN_LASTS = minutes(15);
const RETURN_CODE_LASTS = minutes(5);

export interface StartedStepUp {
  id: string;
  ticket: string;
  expiresAt: Date;
}

/** Begins an attempt for an account; the ticket opens it once. */
export async function startStepUp(
  sql: Sql,
  { accountId, returnTo, challenge }: { accountId: string; returnTo: string; challenge: string },
  now: Date,
): Promise<StartedStepUp> {
  const started = { id: randomUUID(), ticket: randomToken(), expiresAt: later(now, LOGIN_LASTS) };
  await sql.query(
    `insert into step_ups (id, account_id, state, return_to, challenge, ticket_hash, created_at, expires_at)
     values ($1, $2, 'created', $3, $4, $5, $6, $7)`,
    [started.id, accountId, returnTo, challenge, sha256(started.ticket), now, started.expiresAt],
  );
  return started;
}

/** Whether a ticket would still open; asked before the provider is troubled, so that its being down burns nothing. */
export async function isTicketGood(sql: Sql, ticket: string, now: Date): Promise<boolean> {
  const { count } = await sql.query(
    `select 1 from step_ups where ticket_hash = $1 and state = 'created' and expires_at > $2`,
    [sha256(ticket), now],
  );
  return count > 0;
}

/** Uses the ticket. False when somebody else was faster. */
export async function openStepUp(sql: Sql, ticket: string, attempt: LoginAttempt, now: Date): Promise<boolean> {
  const { count } = await sql.query(
    `update step_ups set state = 'opened', login_state_hash = $3, login_nonce = $4, login_verifier = $5
      where ticket_hash = $1 and state = 'created' and expires_at > $2`,
    [sha256(ticket), now, sha256(attempt.state), attempt.nonce, attempt.codeVerifier],
  );
  return count > 0;
}

export interface AnsweredStepUp {
  id: string;
  nonce: string;
  codeVerifier: string;
  starterName: string | null;
}

/** Takes the attempt an answer of the provider belongs to; the same answer a second time finds nothing. */
export async function takeAnswer(sql: Sql, state: string, now: Date): Promise<AnsweredStepUp | undefined> {
  const { rows } = await sql.query<AnsweredStepUp>(
    `update step_ups s set state = 'answered'
       from accounts a
      where a.id = s.account_id and s.login_state_hash = $1 and s.state = 'opened' and s.expires_at > $2
     returning s.id, s.login_nonce as nonce, s.login_verifier as "codeVerifier", a.zalo_name as "starterName"`,
    [sha256(state), now],
  );
  return rows[0];
}

export async function failStepUp(sql: Sql, id: string): Promise<void> {
  await sql.query(`update step_ups set state = 'failed' where id = $1 and state = 'answered'`, [id]);
}

/** Keeps what the provider said and answers the code that may fetch it, for five minutes, once. */
export async function makeReturnCode(sql: Sql, id: string, identity: VerifiedIdentity, now: Date): Promise<string> {
  const code = randomToken();
  await sql.query(
    `update step_ups set state = 'returned', return_code_hash = $2, identity = $3::jsonb, expires_at = $4
      where id = $1 and state = 'answered'`,
    [id, sha256(code), JSON.stringify(identity), later(now, RETURN_CODE_LASTS)],
  );
  return code;
}

export interface PresentedStepUp {
  id: string;
  accountId: string;
  challenge: string;
  returnTo: string;
  /** What the provider said; null when the code was brought before. */
  identity: VerifiedIdentity | null;
  /** Whom this attempt linked when the code was brought before. */
  linkedCitizen: string | null;
}

/**
 * Burns a return code, whoever brings it: of any number of presentations the first gets the identity. Until its five minutes
 * are over the attempt is still found, because the first answer may have been lost on the way.
 */
export async function burnReturnCode(tx: Sql, code: string, now: Date): Promise<PresentedStepUp | undefined> {
  const { rows } = await tx.query<PresentedStepUp>(
    `select id, account_id as "accountId", challenge, return_to as "returnTo", identity,
            linked_citizen as "linkedCitizen"
       from step_ups
      where return_code_hash = $1 and state in ('returned', 'presented') and expires_at > $2 for update`,
    [sha256(code), now],
  );
  const found = rows[0];
  if (found) {
    await tx.query(`update step_ups set state = 'presented', identity = null where id = $1`, [found.id]);
  }
  return found;
}

/** Remembers whom an attempt linked; null takes the answer back from whoever asks again. */
export async function noteLinked(tx: Sql, id: string, citizenId: string | null): Promise<void> {
  await tx.query('update step_ups set linked_citizen = $2 where id = $1', [id, citizenId]);
}

/** What was not fetched in time is forgotten; the attempts themselves a day later. */
export async function forgetOldStepUps(sql: Sql, now: Date): Promise<void> {
  await sql.query('update step_ups set identity = null where identity is not null and expires_at < $1', [now]);
  await sql.query('delete from step_ups where expires_at < $1', [later(now, -minutes(24 * 60))]);
}
