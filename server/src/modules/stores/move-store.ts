import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import type { Notify } from '#core/deps';
import type { Sql } from '#db';
import { makeFindable, makeUnfindable, type Finding } from './findable.ts';
import { tellOwner } from './notices.ts';
import type { PublicFacts } from './public-facts.ts';
import { addEvent, type StoreRow } from './store-rows.ts';

interface Move {
  to: Schemas['StoreState'];
  now: Date;
  /** The office; null: the owner. */
  by: string | null;
  note: string | null;
  asked?: Schemas['StoreAsked'] | undefined;
  /** For `approved`. */
  facts?: PublicFacts | undefined;
}

/**
 * Moves a locked registration to a state, writes that into its timeline and tells the owner what they did not do themselves.
 * Only an approved shop is public: whatever else it becomes takes its public facts away in the same statement.
 */
export async function moveStore(
  tx: Sql,
  row: StoreRow,
  { to, now, by, note, asked, facts }: Move,
  { notify, ...finding }: Finding & { notify: Notify },
): Promise<StoreRow> {
  const moved: StoreRow = {
    ...row,
    state: to,
    changed_at: now,
    expires_at: null,
    asked: asked === undefined ? null : JSON.stringify(asked),
    public_facts: facts === undefined ? null : JSON.stringify(facts),
    approved_at: facts === undefined ? null : now,
  };
  await tx.query(
    `update stores set state = $2, changed_at = $3, expires_at = null, asked = $4, public_facts = $5, kind = $6,
                       commune = $7, approved_at = $8
      where id = $1`,
    [row.id, to, now, moved.asked, moved.public_facts, facts?.kind ?? null, facts?.commune ?? null, moved.approved_at],
  );
  await makeUnfindable(tx, row.id, finding);
  if (facts !== undefined) await makeFindable(tx, row.id, facts, finding);
  const position = await addEvent(tx, row.id, { state: to, at: now, by, note });
  if (by !== null) await tellOwner(tx, notify, moved, { position, by, note });
  return moved;
}

/** The sentence of the form under which the account may be shown. */
export const SHOW_ACCOUNT = 'showAccount';

interface AccountConsent {
  shown: boolean;
  /** The form that was before the owner's eyes. */
  form: { version: string; declaration: readonly { id: string; label: string }[] };
}

/** Writes into the ledger of consents that the account may be shown, in whose words, or no longer. */
export async function keepAccountConsent(
  tx: Sql,
  row: StoreRow,
  { shown, form }: AccountConsent,
  now: Date,
): Promise<void> {
  await tx.query('update stores set account_shown = $2 where id = $1', [row.id, shown]);
  await tx.query(
    `update consents set withdrawn_at = $3
      where account_id = $1 and what = 'store-account' and purpose = $2 and withdrawn_at is null`,
    [row.account_id, row.id, now],
  );
  if (!shown) return;
  const words = form.declaration.find(({ id }) => id === SHOW_ACCOUNT)?.label ?? null;
  // A version is the day it was written, and which of that day.
  const [day = null] = /^\d{4}-\d{2}-\d{2}/.exec(form.version) ?? [];
  await tx.query(
    `insert into consents (id, account_id, what, purpose, given_at, words_version, words)
     values ($1, $2, 'store-account', $3, $4, $5, $6)`,
    [randomUUID(), row.account_id, row.id, now, day, words],
  );
}
