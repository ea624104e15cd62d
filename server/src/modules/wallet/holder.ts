import type { Sql } from '#db';

export interface Holder {
  fullName: string;
  idNumber: string;
}

/** Whose document it is, as the provincial ID verified them. */
export async function holderOf(sql: Sql, citizenId: string): Promise<Holder> {
  const { rows } = await sql.query<Holder>(
    'select full_name as "fullName", id_number as "idNumber" from citizens where id = $1',
    [citizenId],
  );
  return rows[0] ?? Promise.reject(new Error('a document of nobody'));
}
