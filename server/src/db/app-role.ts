/**
 * What the running server may do in PostgreSQL, where it is not the owner of the tables: read and write rows, and nothing
 * else. What must stay as it was written (the books, consents, who read what, receipts) it may not change or delete even
 * with a hole in the program.
 */
import type { Database, Sql } from './port.ts';

/** Rows are added and never touched again. */
export const addedOnly: readonly string[] = [
  ...['ledger_postings', 'ledger_lines', 'fee_receipts', 'dossier_events', 'dossier_reads', 'apologies', 'erasures'],
];

/** Never deleted; only these columns may change after a row was written. */
export const changeable: Readonly<Record<string, readonly string[]>> = {
  consents: ['withdrawn_at', 'source_hash'],
  revocations: ['state', 'ended_at'],
};

/** Never deleted; these columns stay as they were written. */
export const fixed: Readonly<Record<string, readonly string[]>> = {
  dossiers: ['id', 'code', 'citizen_id', 'account_id', 'draft_id', 'answers', 'submitted_at'],
  payment_attempts: ['id', 'provider', 'provider_order_id'],
  payment_refunds: ['id', 'attempt_id', 'order_id', 'reason', 'asked_by', 'created_at'],
  payment_mismatches: ['id', 'key', 'kind', 'found_at'],
};

/** Never changed; deleted only with the person they are about, lists when they are old. */
export const unchanged: readonly string[] = [
  'report_readings',
  'question_readings',
  'store_reads',
  'document_viewings',
  'list_readings',
];

const ROLE = /^[a-z_][a-z0-9_]{0,62}$/;

/** Refuses a role by which the limits would be none. */
async function assertHarmless(sql: Sql, role: string): Promise<void> {
  if (!ROLE.test(role)) throw new Error(`"${role}" is no name of a role: small letters, digits and _`);
  const { rows } = await sql.query<{ mighty: boolean; owns: boolean }>(
    `select r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls
              or exists (select 1 from pg_roles p where p.rolname in ('pg_execute_server_program', 'pg_read_server_files',
                         'pg_write_server_files', 'pg_write_all_data') and pg_has_role(r.oid, p.oid, 'member')) as mighty,
            exists (select 1 from pg_class c where c.relnamespace = 'public'::regnamespace and pg_has_role(r.oid, c.relowner, 'member')) as owns
       from pg_roles r where r.rolname = $1`,
    [role],
  );
  const [found] = rows;
  if (!found) throw new Error(`there is no role "${role}"; create it first: create role ${role} login password '…'`);
  if (found.mighty) throw new Error(`the role "${role}" may do more than use tables; take that from it first`);
  if (found.owns)
    throw new Error(`the role "${role}" owns tables or is a member of their owner; nothing can be kept from it`);
}

async function columnsBut(sql: Sql, table: string, kept: readonly string[]): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  return rows.map(({ name }) => name).filter((name) => !kept.includes(name));
}

/** Gives a role what the running server needs, and takes from it whatever else it had. Run by the owner after migrations. */
export async function limitRole(db: Database, role: string): Promise<void> {
  await db.tx(async (tx) => {
    await assertHarmless(tx, role);
    await tx.script(`
      revoke create on schema public from public;
      revoke all on schema public from ${role};
      revoke all on all tables in schema public from public, ${role};
      grant usage on schema public to ${role};
      grant select, insert, update, delete on all tables in schema public to ${role};
      grant usage on all sequences in schema public to ${role};
      revoke insert, update, delete on migrations from ${role};
      revoke update, delete on ${addedOnly.join(', ')} from ${role};
      revoke update on ${unchanged.join(', ')} from ${role};`);
    for (const [table, columns] of Object.entries(changeable)) {
      await tx.script(`revoke update, delete on ${table} from ${role};
        grant update (${columns.join(', ')}) on ${table} to ${role};`);
    }
    for (const [table, kept] of Object.entries(fixed)) {
      const columns = await columnsBut(tx, table, kept);
      await tx.script(`revoke update, delete on ${table} from ${role};
        grant update (${columns.join(', ')}) on ${table} to ${role};`);
    }
  });
}
