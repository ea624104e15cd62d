import type { Sql } from '#db';
import { delegationById, heldBy, isHeld, type DelegationRow } from './delegation-rows.ts';

/** The same person, added again: a draft that was begun earlier for them can still be sent. */
const isAbout =
  ({ full_name, birth_date, id_number }: DelegationRow) =>
  (one: DelegationRow): boolean =>
    one.full_name === full_name && one.birth_date === birth_date && (id_number === null || one.id_number === id_number);

/** The person somebody acts for, as they were named; undefined when they may not, or no longer. */
export async function actingFor(
  sql: Sql,
  { id, citizenId, today }: { id: string; citizenId: string; today: string },
): Promise<{ fullName: string; birthDate: string; idNumber: string | null } | undefined> {
  const first = await delegationById(sql, id, { lock: true });
  if (first?.citizen_id !== citizenId) return undefined;
  const row = isHeld(first, today) ? first : (await heldBy(sql, citizenId, today)).find(isAbout(first));
  if (!row) return undefined;
  return { fullName: row.full_name, birthDate: row.birth_date, idNumber: row.id_number };
}
