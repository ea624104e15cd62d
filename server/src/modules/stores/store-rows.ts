import type { Schemas } from '@dvc/contract';
import { days, later } from '#core/clock';
import { refuse } from '#core/problem';
import type { Sql } from '#db';

const KEPT = days(60);
/** Drafts and shops one account may have at a time; closed ones do not count. */
export const MOST_STORES = 20;
/** The word for this form among all forms. */
export const FORM_CODE = 'cua-hang';

type StoreState = Schemas['StoreState'];

export interface StoreRow {
  id: string;
  account_id: string | null;
  code: string | null;
  state: StoreState;
  /** Always `FORM_CODE`. */
  procedure_code: string;
  form_version: string;
  answers: string;
  old_answers: string;
  prefilled: string;
  page: string;
  rev: number;
  saved_at: Date;
  changed_at: Date;
  expires_at: Date | null;
  submitted_at: Date | null;
  office: string | null;
  declared: string | null;
  asked: string | null;
  account_shown: boolean;
  sample: boolean;
  public_facts: string | null;
  approved_at: Date | null;
}

export const COLUMNS = `id, account_id, code, state, '${FORM_CODE}' as procedure_code, form_version, answers, old_answers,
  prefilled, page, rev, saved_at, changed_at, expires_at, submitted_at, office, declared, asked, account_shown, sample,
  public_facts, approved_at`;

interface NewStore {
  id: string;
  accountId: string;
  formVersion: string;
  answers: Schemas['Answers'];
  prefilled: string[];
  page: string;
}

/** Whether it is new; false when one with this id, of whomever, was there. */
export async function insertStore(tx: Sql, store: NewStore, now: Date): Promise<boolean> {
  const { id, accountId, formVersion, answers, prefilled, page } = store;
  const { count } = await tx.query(
    `insert into stores (id, account_id, state, form_version, answers, prefilled, page, rev, saved_at, changed_at, expires_at)
     values ($1, $2, 'draft', $3, $4, $5, $6, 1, $7, $7, $8) on conflict (id) do nothing`,
    [id, accountId, formVersion, JSON.stringify(answers), JSON.stringify(prefilled), page, now, later(now, KEPT)],
  );
  return count > 0;
}

/** A person's own registration; what is another's, or was a draft and is over, does not exist. */
export async function ownStore(
  sql: Sql,
  { id, accountId, now, lock = false }: { id: string; accountId: string; now: Date; lock?: boolean },
): Promise<StoreRow> {
  const { rows } = await sql.query<StoreRow>(
    `select ${COLUMNS} from stores where id = $1 and account_id = $2 ${lock ? 'for update' : ''}`,
    [id, accountId],
  );
  const [row] = rows;
  if (row === undefined || (row.expires_at !== null && row.expires_at <= now)) refuse('not-found');
  return row;
}

/** A person's registrations, last changed first. */
export async function storesOf(sql: Sql, accountId: string, now: Date): Promise<StoreRow[]> {
  const { rows } = await sql.query<StoreRow>(
    `select ${COLUMNS} from stores where account_id = $1 and (expires_at is null or expires_at > $2)
      order by changed_at desc, id limit 100`,
    [accountId, now],
  );
  return rows;
}

export async function countStores(sql: Sql, accountId: string, now: Date): Promise<number> {
  const { rows } = await sql.query<{ stores: number }>(
    `select count(*) as stores from stores
      where account_id = $1 and state <> 'closed' and (expires_at is null or expires_at > $2)`,
    [accountId, now],
  );
  return rows[0]?.stores ?? 0;
}

type Written = Pick<StoreRow, 'form_version' | 'answers' | 'old_answers' | 'prefilled' | 'page'>;

/** Keeps what was typed, one revision further; a draft is kept for another sixty days. */
export async function updateWork(tx: Sql, row: StoreRow, written: Written, now: Date): Promise<StoreRow> {
  const expires = row.state === 'draft' ? later(now, KEPT) : null;
  const saved = { ...row, ...written, rev: row.rev + 1, saved_at: now, changed_at: now, expires_at: expires };
  await tx.query(
    `update stores set form_version = $2, answers = $3, old_answers = $4, prefilled = $5, page = $6, rev = $7,
                       saved_at = $8, changed_at = $8, expires_at = $9, told_at = null
      where id = $1`,
    [
      row.id,
      saved.form_version,
      saved.answers,
      saved.old_answers,
      saved.prefilled,
      saved.page,
      saved.rev,
      now,
      saved.expires_at,
    ],
  );
  return saved;
}

/** By the code people say on the telephone. */
export async function storeByCode(sql: Sql, code: string, { lock = false } = {}): Promise<StoreRow> {
  const { rows } = await sql.query<StoreRow>(
    `select ${COLUMNS} from stores where code = $1 ${lock ? 'for update' : ''}`,
    [code],
  );
  return rows[0] ?? refuse('not-found');
}

export interface StoreEventRow {
  position: number;
  state: StoreState;
  at: Date;
  by_office: string | null;
  note: string | null;
}

export async function eventsOf(sql: Sql, storeId: string): Promise<StoreEventRow[]> {
  const { rows } = await sql.query<StoreEventRow>(
    'select position, state, at, by_office, note from store_events where store_id = $1 order by position',
    [storeId],
  );
  return rows;
}

/** Writes what happened under the next number, which it answers. Call with the store locked. */
export async function addEvent(
  tx: Sql,
  storeId: string,
  { state, at, by, note }: { state: StoreState; at: Date; by: string | null; note: string | null },
): Promise<number> {
  const { rows } = await tx.query<{ position: number }>(
    `insert into store_events (store_id, position, state, at, by_office, note)
     select $1::uuid, coalesce(max(position), 0) + 1, $2::text, $3::timestamptz, $4::text, $5::text
       from store_events where store_id = $1::uuid
     returning position`,
    [storeId, state, at, by, note],
  );
  const [written] = rows;
  if (!written) throw new Error('an event of a store was not written');
  return written.position;
}
