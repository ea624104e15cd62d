import { randomUUID } from 'node:crypto';
import { consentWords } from '@dvc/contract/consent-words';
import type { Sql } from '#db';

interface Consent {
  accountId: string;
  what: keyof typeof consentWords;
  purpose: string;
  sourceHash?: string;
}

/** Writes into the ledger what somebody agreed to, with the words as they stand today. */
export async function noteConsent(tx: Sql, consent: Consent, now: Date): Promise<void> {
  const { accountId, what, purpose, sourceHash = null } = consent;
  const { version, words } = consentWords[what];
  await tx.query(
    `insert into consents (id, account_id, what, purpose, source_hash, given_at, words_version, words)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [randomUUID(), accountId, what, purpose, sourceHash, now, version, words],
  );
}

/** Writes that it was taken back; nothing to take back is no error. */
export async function noteWithdrawal(
  tx: Sql,
  { accountId, what }: Pick<Consent, 'accountId' | 'what'>,
  now: Date,
): Promise<void> {
  await tx.query('update consents set withdrawn_at = $3 where account_id = $1 and what = $2 and withdrawn_at is null', [
    accountId,
    what,
    now,
  ]);
}
