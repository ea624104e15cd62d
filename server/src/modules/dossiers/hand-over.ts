/**
 * Hands a dossier over to the one-stop system, the second acknowledgement. Without ONE_STOP_URL nothing is handed over and
 * nobody pretends: the dossier stays "received", `registeredAt` null, until an officer accepts it through the integration API.
 */
import { hours } from '#core/clock';
import type { Deps } from '#core/deps';
import type { Sql } from '#db';
import { dossierById } from './dossier-rows.ts';
import { tellHandOverLate } from './notices.ts';
import type { Papers } from './ports.ts';

const KIND = 'hand-over-dossier';
/** About two days of trying; the citizen hears of it after about half an hour. */
const MOST_TRIES = 60;
const TELL_AFTER = 6;

export interface HandOverPaper {
  id: string;
  paperId: string;
  name: string;
  sha256: string;
  mediaType: string;
  bytes: Buffer;
}

/** What the one-stop system gets. */
export interface HandOver {
  dossierId: string;
  code: string;
  procedureCode: string;
  formVersion: string;
  office: string;
  submittedAt: string;
  submitter: { fullName: string; idNumber: string; phone: string | null };
  answers: unknown;
  receipt: unknown;
  files: { id: string; paperId: string; name: string; size: number; sha256: string }[];
}

/** The one-stop dossier system. It knows a dossier by our id, so the same twice is once; throws when it does not confirm. */
export interface OneStop {
  giveFile(dossierId: string, paper: HandOverPaper): Promise<void>;
  give(dossier: HandOver): Promise<void>;
}

export async function queueHandOver(tx: Sql, { jobs, settings }: Deps, dossierId: string): Promise<void> {
  if (settings.ONE_STOP_URL === undefined) return;
  await jobs.enqueue(tx, KIND, { dossierId }, { key: `${KIND}:${dossierId}` });
}

/** Takes up hand-overs in the background, also of dossiers sent before the one-stop system was connected. */
export function receiveHandOvers(deps: Deps, papers: Papers, oneStop: OneStop): void {
  const { db, jobs, clock, notify, log } = deps;

  async function handOver(dossierId: string): Promise<void> {
    const row = await dossierById(db, dossierId);
    if (!row || row.registered_at !== null) return;
    const submitter = await submitterOf(db, row.citizen_id);
    const files = await papers.ofDossier(db, row.id);
    for (const file of files) {
      await oneStop.giveFile(row.id, { ...file, ...(await papers.open(db, file.id)) });
    }
    await oneStop.give({
      dossierId: row.id,
      code: row.code,
      procedureCode: row.procedure_code,
      formVersion: row.form_version,
      office: row.office,
      submittedAt: row.submitted_at.toISOString(),
      submitter,
      answers: JSON.parse(row.answers),
      receipt: JSON.parse(row.receipt),
      files,
    });
    await db.query('update dossiers set registered_at = $2 where id = $1 and registered_at is null', [
      row.id,
      clock.now(),
    ]);
  }

  jobs.handle(
    KIND,
    async ({ payload, attempt }) => {
      const dossierId = String(payload['dossierId']);
      try {
        await handOver(dossierId);
      } catch (error) {
        if (attempt >= TELL_AFTER) {
          log.error({ dossierId, attempt, err: error }, 'a dossier does not reach the one-stop system');
          const row = await dossierById(db, dossierId);
          if (row) await db.tx((tx) => tellHandOverLate(tx, notify, row));
        }
        throw error;
      }
    },
    { maxAttempts: MOST_TRIES },
  );

  jobs.every('hand-over-forgotten', hours(1), async () => {
    await db.tx(async (tx) => {
      const { rows } = await tx.query<{ id: string }>(
        `select id from dossiers
          where registered_at is null and state = 'submitted'
            and not exists (select 1 from jobs where jobs.key = 'hand-over-dossier:' || dossiers.id)
          order by submitted_at limit 500`,
      );
      for (const { id } of rows) await queueHandOver(tx, deps, id);
    });
  });
}

/** Who sent it, as the provincial ID verified them, and how to reach them. */
export async function submitterOf(sql: Sql, citizenId: string): Promise<HandOver['submitter']> {
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
