import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';

export interface DelegationRow {
  id: string;
  citizen_id: string;
  full_name: string;
  birth_date: string;
  id_number: string | null;
  relationship: Schemas['Delegation']['relationship'];
  evidence: string | null;
  months: number;
  consent_version: string;
  consent_text: string;
  given_at: Date;
  ends_on: string;
  ended_at: Date | null;
}

const COLUMNS = `id, citizen_id, full_name, birth_date, id_number, relationship, evidence, months, consent_version,
  consent_text, given_at, ends_on, ended_at`;

/** Whether it is new; false when one with this id, of whomever, was there. */
export async function insertDelegation(tx: Sql, row: DelegationRow): Promise<boolean> {
  const { count } = await tx.query(
    `insert into delegations (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, null)
     on conflict (id) do nothing`,
    [
      row.id,
      row.citizen_id,
      row.full_name,
      row.birth_date,
      row.id_number,
      row.relationship,
      row.evidence,
      row.months,
      row.consent_version,
      row.consent_text,
      row.given_at,
      row.ends_on,
    ],
  );
  return count > 0;
}

export async function delegationById(sql: Sql, id: string, { lock = false } = {}): Promise<DelegationRow | undefined> {
  const { rows } = await sql.query<DelegationRow>(
    `select ${COLUMNS} from delegations where id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return rows[0];
}

/** Whether one may act by it on this day. */
export function isHeld({ ended_at, ends_on }: Pick<DelegationRow, 'ended_at' | 'ends_on'>, today: string): boolean {
  return ended_at === null && ends_on >= today;
}

/** Those one may act by today, first given first. */
export async function heldBy(sql: Sql, citizenId: string, today: string): Promise<DelegationRow[]> {
  const { rows } = await sql.query<DelegationRow>(
    `select ${COLUMNS} from delegations where citizen_id = $1 and ended_at is null and ends_on >= $2
      order by given_at, id`,
    [citizenId, today],
  );
  return rows;
}

/** Whom a delegation is about: whoever has this number and this birth date. A number alone makes nobody hear of anything. */
export interface Subject {
  idNumber: string;
  birthDate: string | null;
}

/** Those who act today for a person. */
export async function heldAbout(sql: Sql, { idNumber, birthDate }: Subject, today: string) {
  const { rows } = await sql.query<{ id: string; full_name: string; given_at: Date; ends_on: string }>(
    `select d.id, c.full_name, d.given_at, d.ends_on from delegations d join citizens c on c.id = d.citizen_id
      where d.id_number = $1 and d.ended_at is null and d.birth_date = $2 and d.ends_on >= $3
      order by d.given_at, d.id`,
    [idNumber, birthDate, today],
  );
  return rows;
}

/** The accounts of the two: who acts, and whom it is about if the province knows them. */
export async function accountsAround(sql: Sql, row: DelegationRow) {
  const { rows: actors } = await sql.query<{ account_id: string | null; full_name: string }>(
    `select l.account_id, c.full_name from citizens c left join identity_links l on l.citizen_id = c.id where c.id = $1`,
    [row.citizen_id],
  );
  const { rows: subjects } = await sql.query<{ account_id: string }>(
    `select l.account_id from citizens c join identity_links l on l.citizen_id = c.id
      where c.id_number = $1 and c.birth_date = $2`,
    [row.id_number, row.birth_date],
  );
  return {
    actorName: actors[0]?.full_name ?? '',
    actorAccount: actors[0]?.account_id ?? undefined,
    subjectAccount: subjects[0]?.account_id,
  };
}

/** A delegation as the one who acts sees it. */
export function delegationView(row: DelegationRow): Schemas['Delegation'] {
  return {
    id: row.id,
    fullName: row.full_name,
    birthDate: row.birth_date,
    idNumber: row.id_number,
    relationship: row.relationship,
    evidence: row.evidence,
    consent: { version: row.consent_version, text: row.consent_text },
    givenAt: row.given_at.toISOString(),
    endsOn: row.ends_on,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
