import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';

type Viewing = Schemas['DocumentViewing'];

/** What the owner is shown. */
const SHOWN = 50;

/** Writes down that somebody looked at a document. Neither address nor browser: they would be a stranger's data. */
export async function noteViewing(
  sql: Sql,
  documentId: string,
  { what, viewer = null, at }: { what: Viewing['what']; viewer?: string | null; at: Date },
): Promise<void> {
  await sql.query('insert into document_viewings (document_id, at, what, viewer) values ($1, $2, $3, $4)', [
    documentId,
    at,
    what,
    viewer,
  ]);
}

export async function viewingsOf(sql: Sql, documentId: string): Promise<Viewing[]> {
  const { rows } = await sql.query<{ at: Date; what: Viewing['what']; viewer: string | null }>(
    `select at, what, viewer from document_viewings where document_id = $1 order by at desc, id desc limit ${SHOWN}`,
    [documentId],
  );
  return rows.map(({ at, what, viewer }) => ({ at: at.toISOString(), what, viewer }));
}
