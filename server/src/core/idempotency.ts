import type { Database, Sql, Transaction } from '#db';
import { days, later, type Clock } from './clock.ts';
import type { FileStore } from './deps.ts';
import { Refusal, refuse } from './problem.ts';
import { sha256 } from './secrets.ts';

export interface KeyedAct {
  /** A citizen's id, or `system:<name>`. */
  owner: string;
  key: string;
  operation: string;
  /** Whatever makes two requests the same request; compared by its canonical text. */
  body: string;
}

/**
 * Does something once for a key: the first call does it and keeps the answer in the same transaction; every later call with
 * the same body gets that very text again, with another body `idempotency-conflict`.
 */
export async function once(
  tx: Sql,
  { owner, key, operation, body }: KeyedAct,
  now: Date,
  act: () => Promise<string>,
): Promise<string> {
  const bodyHash = sha256(body);
  const { count } = await tx.query(
    `insert into idempotency (owner, key, operation, body_hash, created_at) values ($1, $2, $3, $4, $5)
     on conflict (owner, key) do nothing`,
    [owner, key, operation, bodyHash, now],
  );
  if (count > 0) {
    const answer = await act();
    await tx.query('update idempotency set answer = $3 where owner = $1 and key = $2', [owner, key, answer]);
    return answer;
  }
  const { rows } = await tx.query<{ operation: string; body_hash: string; answer: string | null }>(
    'select operation, body_hash, answer from idempotency where owner = $1 and key = $2',
    [owner, key],
  );
  const known = rows[0];
  if (known?.operation !== operation || known.body_hash !== bodyHash) refuse('idempotency-conflict');
  if (known.answer === null) throw new Error(`${operation}: an earlier act under this key kept no answer`);
  return known.answer;
}

/**
 * The same for an act whose rows point to bytes. They are kept first: bytes without a row are thrown away here, a row without
 * bytes would be a lie.
 */
export async function onceWithBytes(
  { db, files, clock }: { db: Database; files: FileStore; clock: Clock },
  keyed: KeyedAct,
  { storeKey, bytes }: { storeKey: string; bytes: Buffer },
  act: (tx: Transaction, now: Date) => Promise<string>,
): Promise<string> {
  await files.put(storeKey, bytes);
  const used = { thisTry: false };
  try {
    const answer = await db.tx((tx) => {
      const now = clock.now();
      used.thisTry = false;
      return once(tx, keyed, now, () => {
        used.thisTry = true;
        return act(tx, now);
      });
    });
    // Done before under this key: those bytes are kept, these are not needed.
    if (!used.thisTry) await files.remove(storeKey);
    return answer;
  } catch (error) {
    // Whatever else broke may have broken after the row was written.
    if (error instanceof Refusal) await files.remove(storeKey);
    throw error;
  }
}

/** Longer than any client can repeat an act: a draft, with whose revision a phone derives its key, lives for 60 days. */
const KEPT = days(90);

/** Answers of acts that nobody can repeat any more; asked each hour, it is an hour's worth. */
export async function forgetOldActs(db: Database, now: Date): Promise<void> {
  await db.query('delete from idempotency where created_at < $1', [later(now, -KEPT)]);
}
