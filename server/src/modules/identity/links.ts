import { randomUUID } from 'node:crypto';
import { noteConsent, noteWithdrawal } from '#core/consents';
import type { Sql } from '#db';
import type { VerifiedIdentity } from '../../integrations/identity-provider/identity-provider.ts';

interface LinkedPair {
  citizenId: string;
  accountId: string;
}

type LinkEvent = 'linked' | 'unlinked' | 'moved-away' | 'replaced';

async function note(tx: Sql, { citizenId, accountId }: LinkedPair, event: LinkEvent, now: Date): Promise<string> {
  const id = randomUUID();
  await tx.query(
    'insert into identity_link_events (id, citizen_id, account_id, event, at) values ($1, $2, $3, $4, $5)',
    [id, citizenId, accountId, event, now],
  );
  return id;
}

async function keepCitizen(tx: Sql, identity: VerifiedIdentity, now: Date): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into citizens (id, id_number, issuer, subject, full_name, birth_date, address, assurance, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (id_number) do update set
       issuer = excluded.issuer, subject = excluded.subject, full_name = excluded.full_name,
       birth_date = excluded.birth_date, address = excluded.address, assurance = excluded.assurance,
       updated_at = excluded.updated_at
     returning id`,
    [
      randomUUID(),
      identity.idNumber,
      identity.issuer,
      identity.subject,
      identity.fullName,
      identity.birthDate,
      identity.address,
      identity.assurance,
      now,
    ],
  );
  const [row] = rows;
  if (!row) throw new Error('the citizen was neither made nor found');
  return row.id;
}

export interface LinkResult {
  citizenId: string;
  /** The account that had this identity until now, and what identifies the event. */
  lowered: { accountId: string; eventId: string } | undefined;
}

/**
 * Links an identity to an account. One identity has one account and the reverse: an older link of either ends here, in the same
 * transaction. Both rows are locked in the same order by everybody, so two linkings at once come one after the other. Not the
 * account's key: the other linking may be writing it a notice.
 */
export async function linkIdentity(
  tx: Sql,
  accountId: string,
  identity: VerifiedIdentity,
  now: Date,
): Promise<LinkResult> {
  await tx.query('select 1 from accounts where id = $1 for no key update', [accountId]);
  const citizenId = await keepCitizen(tx, identity, now);
  const { rows: old } = await tx.query<LinkedPair>(
    `select citizen_id as "citizenId", account_id as "accountId" from identity_links
      where citizen_id = $1 or account_id = $2`,
    [citizenId, accountId],
  );
  if (old.some((pair) => pair.citizenId === citizenId && pair.accountId === accountId)) {
    await tx.query('update identity_links set proven_at = $2 where citizen_id = $1', [citizenId, now]);
    return { citizenId, lowered: undefined };
  }
  let lowered: LinkResult['lowered'];
  for (const pair of old) {
    await tx.query('delete from identity_links where citizen_id = $1', [pair.citizenId]);
    await noteWithdrawal(tx, { accountId: pair.accountId, what: 'identity' }, now);
    const moved = pair.accountId !== accountId;
    const eventId = await note(tx, pair, moved ? 'moved-away' : 'replaced', now);
    if (moved) lowered = { accountId: pair.accountId, eventId };
  }
  await tx.query('insert into identity_links (citizen_id, account_id, linked_at, proven_at) values ($1, $2, $3, $3)', [
    citizenId,
    accountId,
    now,
  ]);
  await noteConsent(tx, { accountId, what: 'identity', purpose: 'link' }, now);
  await note(tx, { citizenId, accountId }, 'linked', now);
  return { citizenId, lowered };
}

/** Whether an account is linked to a citizen at this moment. */
export async function isLinked(tx: Sql, { citizenId, accountId }: LinkedPair): Promise<boolean> {
  const { count } = await tx.query('select 1 from identity_links where citizen_id = $1 and account_id = $2', [
    citizenId,
    accountId,
  ]);
  return count > 0;
}

/** Ends the link of an account; nothing to end is no error. */
export async function unlinkIdentity(tx: Sql, accountId: string, now: Date): Promise<void> {
  const { rows } = await tx.query<LinkedPair>(
    `delete from identity_links where account_id = $1
     returning citizen_id as "citizenId", account_id as "accountId"`,
    [accountId],
  );
  for (const pair of rows) {
    await noteWithdrawal(tx, { accountId: pair.accountId, what: 'identity' }, now);
    await note(tx, pair, 'unlinked', now);
  }
}
