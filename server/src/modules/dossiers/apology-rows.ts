import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';

/** What a letter of apology says of its dossier. */
export interface ApologyLetter {
  id: string;
  dossierId: string;
  code: string;
  procedureName: string;
  office: string;
  /** `yyyy-mm-dd` */
  promisedDate: string;
  /** Working days, when it was written. */
  daysLate: number;
  madeAt: Date;
}

const LETTERS = `select a.id, a.dossier_id as "dossierId", d.code, d.procedure_name as "procedureName", d.office,
    a.promised_date as "promisedDate", a.days_late as "daysLate", a.made_at as "madeAt"
  from apologies a join dossiers d on d.id = a.dossier_id`;

/** Somebody's own letter; another's is undefined. */
export async function ownLetter(sql: Sql, id: string, citizenId: string): Promise<ApologyLetter | undefined> {
  const { rows } = await sql.query<ApologyLetter>(`${LETTERS} where a.id = $1 and a.citizen_id = $2`, [id, citizenId]);
  return rows[0];
}

export async function lettersTo(sql: Sql, citizenId: string, limit: number): Promise<ApologyLetter[]> {
  const { rows } = await sql.query<ApologyLetter>(
    `${LETTERS} where a.citizen_id = $1 order by a.made_at desc, a.id desc limit $2`,
    [citizenId, limit],
  );
  return rows;
}

/** The lines of the timeline, oldest first. */
export async function apologiesOf(sql: Sql, dossierId: string): Promise<Schemas['Apology'][]> {
  const { rows } = await sql.query<{ id: string; made_at: Date; promised_date: string }>(
    'select id, made_at, promised_date from apologies where dossier_id = $1 order by promised_date',
    [dossierId],
  );
  return rows.map(({ id, made_at, promised_date }) => ({
    at: made_at.toISOString(),
    promisedDate: promised_date,
    documentId: id,
  }));
}
