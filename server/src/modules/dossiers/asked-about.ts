import type { Sql } from '#db';

/** The code of a dossier of whoever is linked to this account; another's is undefined, as if it did not exist. */
export async function codeOfOwnDossier(sql: Sql, dossierId: string, accountId: string): Promise<string | undefined> {
  const { rows } = await sql.query<{ code: string }>(
    `select d.code from dossiers d join identity_links l on l.citizen_id = d.citizen_id
      where d.id = $1 and l.account_id = $2`,
    [dossierId, accountId],
  );
  return rows[0]?.code;
}
