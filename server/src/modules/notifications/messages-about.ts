import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';
import { stepsByNotice } from './delivery-steps.ts';

interface ToldRow {
  id: string;
  title: string;
  created_at: Date;
}

/** Everything that was told about some places in the app, and what became of it on each channel. */
export async function messagesAbout(sql: Sql, paths: readonly string[]): Promise<Schemas['DossierMessage'][]> {
  const { rows } = await sql.query<ToldRow>(
    `select id, title, created_at from notifications where path = any($1::text[]) order by created_at, id limit 200`,
    [paths],
  );
  const steps = await stepsByNotice(
    sql,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, title, created_at }) => {
    const taken = steps.get(id) ?? [];
    const message = taken.find(({ channel }) => channel === 'oa') ?? null;
    return { title, toldAt: created_at.toISOString(), message, steps: taken };
  });
}
