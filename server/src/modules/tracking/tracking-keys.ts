import type { SecretBox } from '#core/secret-box';
import type { Sql } from '#db';

const DIGITS = 'tracking digits';
const LINK = 'tracking link';

interface Submitted {
  dossierId: string;
  code: string;
  phone: string;
  idNumber: string;
}

/** What a dossier is found by, from now on: its code with the last four digits of either number. */
export async function enterTrackingKeys(tx: Sql, secrets: SecretBox, submitted: Submitted): Promise<void> {
  const { dossierId, code, phone, idNumber } = submitted;
  for (const digits of new Set([phone.slice(-4), idNumber.slice(-4)])) {
    const [key] = secrets.marks(DIGITS, `${code} ${digits}`);
    await tx.query('insert into tracking_keys (key, dossier_id) values ($1, $2)', [key, dossierId]);
  }
}

/** Undefined for a code that does not exist and for digits that do not fit alike: one look into one index. */
export async function dossierIdByDigits(
  sql: Sql,
  secrets: SecretBox,
  { code, digits }: { code: string; digits: string },
): Promise<string | undefined> {
  const { rows } = await sql.query<{ dossier_id: string }>(
    'select dossier_id from tracking_keys where key = any($1::text[])',
    [secrets.marks(DIGITS, `${code} ${digits}`)],
  );
  return rows[0]?.dossier_id;
}

/** For the receipt's QR code: who holds it holds the receipt. */
export const sealOf = (secrets: SecretBox, code: string): string => secrets.marks(LINK, code)[0];

export const sealsOf = (secrets: SecretBox, code: string): readonly string[] => secrets.marks(LINK, code);
