import type { Sql } from '#db';

/** `000.00.00.H53-261123-0042`; after 9999 dossiers in a day the number simply grows longer. */
export function writeDossierCode(agencyCode: string, day: string, number: number): string {
  return `${agencyCode}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`;
}

/** The agency's next code of a day (`yyyy-mm-dd` in Việt Nam). Rolled back with its transaction, so there are no gaps. */
export async function nextDossierCode(tx: Sql, agencyCode: string, day: string): Promise<string> {
  const { rows } = await tx.query<{ last: number }>(
    `insert into dossier_numbers (agency_code, day, last) values ($1, $2, 1)
     on conflict (agency_code, day) do update set last = dossier_numbers.last + 1
     returning last`,
    [agencyCode, day],
  );
  const number = rows[0]?.last;
  if (number === undefined) throw new Error('no number for a dossier');
  return writeDossierCode(agencyCode, day, number);
}
