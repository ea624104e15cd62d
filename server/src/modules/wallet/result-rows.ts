import type { Sql } from '#db';

export interface ResultRow {
  id: string;
  citizen_id: string;
  dossier_id: string;
  dossier_code: string;
  title: string;
  office: string;
  system: string;
  store_key: string;
  size: number;
  sha256: string;
  handed_in_at: Date;
}

const COLUMNS =
  'id, citizen_id, dossier_id, dossier_code, title, office, system, store_key, size, sha256, handed_in_at';

export async function insertResult(tx: Sql, row: ResultRow): Promise<void> {
  await tx.query(`insert into results (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`, [
    row.id,
    row.citizen_id,
    row.dossier_id,
    row.dossier_code,
    row.title,
    row.office,
    row.system,
    row.store_key,
    row.size,
    row.sha256,
    row.handed_in_at,
  ]);
}

/** Somebody's own result; another's is undefined, as if it did not exist. */
export async function ownResult(sql: Sql, id: string, citizenId: string): Promise<ResultRow | undefined> {
  const { rows } = await sql.query<ResultRow>(`select ${COLUMNS} from results where id = $1 and citizen_id = $2`, [
    id,
    citizenId,
  ]);
  return rows[0];
}

export async function resultsOf(sql: Sql, citizenId: string, limit: number): Promise<ResultRow[]> {
  const { rows } = await sql.query<ResultRow>(
    `select ${COLUMNS} from results where citizen_id = $1 order by handed_in_at desc, id desc limit $2`,
    [citizenId, limit],
  );
  return rows;
}

/** Where the results of a dossier lie in the app. */
export async function resultPaths(sql: Sql, dossierId: string): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>('select id from results where dossier_id = $1', [dossierId]);
  return rows.map(({ id }) => `/giay-to/${id}`);
}
