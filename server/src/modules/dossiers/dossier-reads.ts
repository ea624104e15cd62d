import { randomUUID } from 'node:crypto';
import type { Sql } from '#db';

/** Who of the province looked into a dossier, and what for; the citizen reads it. */
export async function noteRead(
  sql: Sql,
  dossierId: string,
  { system, purpose, at }: { system: string; purpose: string; at: Date },
): Promise<void> {
  await sql.query('insert into dossier_reads (id, dossier_id, system, purpose, read_at) values ($1, $2, $3, $4, $5)', [
    randomUUID(),
    dossierId,
    system,
    purpose,
    at,
  ]);
}
