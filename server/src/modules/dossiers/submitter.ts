import type { Sql } from '#db';

export interface Submitter {
  fullName: string;
  idNumber: string;
  phone: string | null;
}

/** Who sent it, as the provincial ID verified them, and how to reach them. */
export async function submitterOf(sql: Sql, citizenId: string): Promise<Submitter> {
  const { rows } = await sql.query<{ full_name: string; id_number: string; phone: string | null }>(
    `select c.full_name, c.id_number, a.phone from citizens c
       left join identity_links l on l.citizen_id = c.id
       left join accounts a on a.id = l.account_id
      where c.id = $1`,
    [citizenId],
  );
  const [citizen] = rows;
  if (!citizen) throw new Error('a dossier of nobody');
  return { fullName: citizen.full_name, idNumber: citizen.id_number, phone: citizen.phone };
}
