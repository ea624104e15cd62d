import type { Sql, Transaction } from '#db';
import { sha256 } from '#core/secrets';
import type { Step } from './families.ts';

export interface CountRow {
  step: string;
  procedureCode: string;
  times: number;
}

/** Counts a batch, once. The rows are taken in one order, so that two batches do not hold each other up. */
export async function addBatch(
  tx: Transaction,
  batch: string,
  counts: readonly { step: Step; procedureCode?: string; times: number }[],
  day: string,
): Promise<void> {
  const { count } = await tx.query(
    'insert into number_batches (batch_hash, day) values ($1, $2) on conflict (batch_hash) do nothing',
    [sha256(batch), day],
  );
  if (count === 0) return;
  const keys = [...counts].map(({ step, procedureCode = '', times }) => ({ step, code: procedureCode, times }));
  await tx.query(
    `insert into number_counts (day, step, procedure_code, times)
     select $1::date, step, code, sum(times)
       from unnest($2::text[], $3::text[], $4::bigint[]) as counted (step, code, times)
      group by step, code order by step, code
     on conflict (day, step, procedure_code) do update set times = number_counts.times + excluded.times`,
    [day, keys.map(({ step }) => step), keys.map(({ code }) => code), keys.map(({ times }) => times)],
  );
}

/** What a counter's system said of a day, in place of what it said before. */
export async function setCounter(sql: Sql, day: string, received: number): Promise<void> {
  await sql.query(
    `insert into number_counts (day, step, times) values ($1, 'counter', $2)
     on conflict (day, step, procedure_code) do update set times = excluded.times`,
    [day, received],
  );
}

/** What was counted from a day to another, both included. */
export async function countsOf(sql: Sql, from: string, to: string): Promise<CountRow[]> {
  const { rows } = await sql.query<CountRow>(
    `select step, procedure_code as "procedureCode", sum(times)::bigint as times from number_counts
      where day between $1 and $2 group by step, procedure_code`,
    [from, to],
  );
  return rows;
}

/** Nobody needs a day once its week is published. */
export async function forgetCounts(sql: Sql, upTo: string): Promise<void> {
  await sql.query('delete from number_counts where day <= $1', [upTo]);
}

/** Phones give up a batch within the day. */
export async function forgetBatches(sql: Sql, before: string): Promise<void> {
  await sql.query('delete from number_batches where day < $1', [before]);
}
