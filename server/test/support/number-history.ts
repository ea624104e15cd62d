import type { Database } from '../../src/db/port.ts';

/** A made-up week: what each dossier, person and report of it was like. */
export interface History {
  /** Accounts, by the date of birth of who is linked; null: nobody is. */
  people: readonly { count: number; birthDate: string | null }[];
  dossiers: readonly DossierGroup[];
  reports: readonly { count: number; resolvedAt: string; resolveBy: string }[];
}

interface DossierGroup {
  count: number;
  sentAt: string;
  /** Minutes from its first letter to its sending; absent: not known. */
  filling?: number;
  reused?: boolean;
  doneAt?: string;
  dueDate?: string;
  supplements?: number;
  hasResult?: boolean;
  fee?: 'online' | 'counter';
  score?: number;
}

const PROCEDURE = '1.001193';

async function addDossiers(db: Database, group: DossierGroup, citizen: { id: string; account: string }): Promise<void> {
  const { rows } = await db.query<{ version: string }>(
    'select version from form_versions where procedure_code = $1 limit 1',
    [PROCEDURE],
  );
  for (let index = 0; index < group.count; index += 1) {
    const { rows: made } = await db.query<{ id: string }>(
      `insert into dossiers (id, code, citizen_id, account_id, draft_id, procedure_code, procedure_name, form_version, answers,
                             office, working_days, state, submitted_at, changed_at, receipt, begun_at, reused, due_date,
                             supplements)
       values (gen_random_uuid(), gen_random_uuid()::text, $1, $2, gen_random_uuid(), $3, 'x', $4, '{}', 'x', 5, $5, $6, $6,
               '{}', $7, $8, $9, $10) returning id`,
      [
        citizen.id,
        citizen.account,
        PROCEDURE,
        rows[0]?.version,
        group.doneAt === undefined ? 'submitted' : 'completed',
        group.sentAt,
        group.filling === undefined ? null : new Date(Date.parse(group.sentAt) - group.filling * 60_000),
        group.reused ?? false,
        group.dueDate ?? null,
        group.supplements ?? 0,
      ],
    );
    const id = made[0]?.id;
    const events: [state: string, office: string | null][] = [['submitted', null]];
    if (group.fee !== undefined)
      events.push(['paymentRequired', 'x'], ['processing', group.fee === 'online' ? null : 'x']);
    if (group.doneAt !== undefined) events.push(['completed', 'x']);
    for (const [position, [state, office]] of events.entries()) {
      await db.query(
        'insert into dossier_events (dossier_id, position, at, state, office, system) values ($1, $2, $3, $4, $5, $5)',
        [id, position + 1, state === 'completed' ? group.doneAt : group.sentAt, state, office],
      );
    }
    if (group.hasResult) {
      await db.query(
        `insert into results (id, citizen_id, dossier_id, dossier_code, title, office, system, store_key, size, sha256, handed_in_at)
         values (gen_random_uuid(), $1, $2, 'x', 'x', 'x', 'x', gen_random_uuid()::text, 1, 'x', $3)`,
        [citizen.id, id, group.doneAt],
      );
    }
    if (group.score !== undefined) {
      await db.query('insert into dossier_ratings (dossier_id, score, first_at, changed_at) values ($1, $2, $3, $3)', [
        id,
        group.score,
        group.doneAt,
      ]);
    }
  }
}

/** Writes a history straight into the tables; every account is there since the first of the month. */
export async function writeHistory(db: Database, { people, dossiers, reports }: History): Promise<void> {
  let citizen: { id: string; account: string } | undefined;
  for (const { count, birthDate } of people) {
    for (let index = 0; index < count; index += 1) {
      const { rows } = await db.query<{ id: string }>(
        `insert into accounts (id, zalo_id, created_at, seen_at)
         values (gen_random_uuid(), gen_random_uuid()::text, '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z') returning id`,
      );
      const account = rows[0]?.id ?? '';
      if (birthDate === null) continue;
      const { rows: citizens } = await db.query<{ id: string }>(
        `insert into citizens (id, id_number, issuer, subject, full_name, birth_date, updated_at)
         values (gen_random_uuid(), $1, 'x', gen_random_uuid()::text, 'x', $2, '2026-11-01T00:00:00Z') returning id`,
        [String(100_000_000_000 + Math.floor(Math.random() * 800_000_000_000)), birthDate],
      );
      citizen = { id: citizens[0]?.id ?? '', account };
      await db.query(
        `insert into identity_links (citizen_id, account_id, linked_at) values ($1, $2, '2026-11-01T00:00:00Z')`,
        [citizen.id, account],
      );
    }
  }
  if (citizen) for (const group of dossiers) await addDossiers(db, group, citizen);
  for (const { count, resolvedAt, resolveBy } of reports) {
    await db.query(
      `insert into reports (id, code, category, form_version, answers, words, place_source, commune_guessed, hide_name, state,
                            is_open, written_at, submitted_at, changed_at, resolve_by, resolved_at)
       select gen_random_uuid(), gen_random_uuid()::text, 'x', '1', '{}', 'x', 'words', false, true, 'resolved', false, $1, $1, $1,
              $2, $1 from generate_series(1, $3::int)`,
      [resolvedAt, resolveBy, count],
    );
  }
}
