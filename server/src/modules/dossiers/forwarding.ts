/**
 * Gives dossiers over to the one-stop system, the second acknowledgement. Without ONE_STOP_URL nothing is given over and
 * nobody pretends: the dossier stays "received", `registeredAt` null, until an officer accepts it through the integration API.
 *
 * What is given is always the dossier as it stands, under a number of its own: repeating is harmless, and whatever is newer
 * carries what was before. Decision 11.
 */
import { hours, later, minutes } from '#core/clock';
import type { Deps } from '#core/deps';
import { TryLater } from '#core/jobs';
import type { Sql, Transaction } from '#db';
import {
  OneStopRefused,
  OneStopSilent,
  PapersMissing,
  type OneStopSystem,
} from '../../integrations/one-stop/one-stop-http.ts';
import { dossierById, type DossierRow } from './dossier-rows.ts';
import {
  changeForwarding,
  closeForwarding,
  countTry,
  forgetPapers,
  forwardedPapers,
  insertForwarding,
  newestForwarding,
  noteError,
  notePaper,
  type ForwardingCause,
  type ForwardingRow,
} from './forwarding-rows.ts';
import { tellForwarding } from './notices.ts';
import { createOneStopDoor } from './one-stop-door.ts';
import type { Papers } from './ports.ts';
import { submitterOf } from './submitter.ts';
import { sentSupplements } from './supplement-form.ts';
import { supplementsOf } from './supplement-rows.ts';

const KIND = 'forward-dossier';
/** The citizen hears that it takes long. */
export const LATE_AFTER = minutes(30);
/** People take over: after two days, in which it was really tried. */
export const DEAD_AFTER = hours(48);
const FEWEST_TRIES = 10;
/** Longer than one paper may take, so that two processes do not give the same one at the same time. */
const LEASE = minutes(2);

/** Makes it necessary to give a dossier over as it stands. Call with the dossier locked. */
export async function queueForwarding(
  tx: Transaction,
  { jobs, settings, clock }: Deps,
  { dossierId, about }: { dossierId: string; about: ForwardingCause },
): Promise<void> {
  if (settings.ONE_STOP_URL === undefined) return;
  const sequence = await insertForwarding(tx, { dossierId, about, now: clock.now() });
  await jobs.enqueue(tx, KIND, { dossierId, sequence }, { key: `${KIND}:${dossierId}:${sequence}` });
}

const reasonOf = (error: unknown): string =>
  error instanceof OneStopSilent || error instanceof OneStopRefused || error instanceof PapersMissing
    ? error.message
    : 'a fault of our own, see the log';

/** Does it in the background, also for dossiers sent before the one-stop system was connected. */
export function receiveForwardings(deps: Deps, papers: Papers, oneStop: OneStopSystem): void {
  const { db, jobs, clock, notify, log } = deps;
  const door = createOneStopDoor(clock);

  async function give(row: DossierRow, sequence: number): Promise<void> {
    const documents = await papers.documents(db, row.id);
    const there = await forwardedPapers(db, row.id);
    for (const { about, mediaType, open } of documents) {
      if (there.has(about.id)) continue;
      await oneStop.givePaper(row.id, { ...about, mediaType, bytes: await open() });
      await notePaper(db, row.id, about.id);
    }
    const files = documents.map(({ about }) => about);
    await oneStop.give(await asGiven(db, row, { sequence, files }));
  }

  async function sayIfLate(row: DossierRow, { sequence, about, created_at }: ForwardingRow): Promise<void> {
    const now = clock.now();
    if (later(created_at, LATE_AFTER) > now) return;
    await db.tx(async (tx) => {
      if (!(await changeForwarding(tx, { dossierId: row.id, sequence, now }, 'late'))) return;
      log.error({ dossierId: row.id, sequence }, 'a dossier does not reach the one-stop system');
      if (about !== 'moved') await tellForwarding(tx, notify, row, { what: 'late', sequence });
    });
  }

  /** Dead letter: kept for people (`officer -- dead-letters`), and the citizen is told. */
  async function giveUp(row: DossierRow, { sequence, about }: ForwardingRow, error: unknown): Promise<void> {
    await db.tx(async (tx) => {
      if (!(await changeForwarding(tx, { dossierId: row.id, sequence, now: clock.now() }, 'dead'))) return;
      log.error({ dossierId: row.id, sequence, err: error }, 'a dossier was put aside: people must give it over');
      if (about !== 'moved') await tellForwarding(tx, notify, row, { what: 'stuck', sequence });
    });
  }

  const isHopeless = ({ created_at, attempts }: ForwardingRow, error: unknown): boolean =>
    error instanceof OneStopRefused || (attempts + 1 >= FEWEST_TRIES && later(created_at, DEAD_AFTER) <= clock.now());

  async function tryOnce(row: DossierRow, it: ForwardingRow): Promise<void> {
    const at = { dossierId: row.id, sequence: it.sequence, now: clock.now() };
    await countTry(db, at);
    try {
      await give(row, it.sequence);
    } catch (error) {
      door.ended(error);
      if (error instanceof PapersMissing) await forgetPapers(db, row.id);
      await noteError(db, at, reasonOf(error));
      if (isHopeless(it, error)) return giveUp(row, it, error);
      await sayIfLate(row, it);
      throw error;
    }
    await db.tx(async (tx) => {
      const { isFirst, wasLate } = await closeForwarding(tx, { ...at, now: clock.now() });
      if (isFirst && wasLate) await tellForwarding(tx, notify, row, { what: 'arrived', sequence: it.sequence });
    });
  }

  jobs.handle(
    KIND,
    async ({ payload }) => {
      const dossierId = String(payload['dossierId']);
      const it = await newestForwarding(db, dossierId);
      const isOver = it === undefined || it.state === 'delivered' || it.state === 'dead';
      // A newer number carries this one.
      if (isOver || it.sequence !== payload['sequence']) return;
      const row = await dossierById(db, dossierId);
      if (!row) return;
      const wait = door.wait();
      if (wait === undefined) return tryOnce(row, it);
      await sayIfLate(row, it);
      throw new TryLater(wait);
    },
    // How long it goes on is decided by age, above; a try that killed its process counts like any other.
    { maxAttempts: Number.POSITIVE_INFINITY, leaseMs: LEASE },
  );

  jobs.every('forward-forgotten', hours(1), async () => {
    await db.tx(async (tx) => {
      const { rows } = await tx.query<{ id: string }>(
        `select id from dossiers
          where registered_at is null and state = 'submitted'
            and not exists (select 1 from forwardings where forwardings.dossier_id = dossiers.id)
          order by submitted_at limit 500 for update skip locked`,
      );
      for (const { id } of rows) await queueForwarding(tx, deps, { dossierId: id, about: 'sent' });
    });
  });
}

/** What the one-stop system gets: everything, so that no earlier message is needed to understand it. */
async function asGiven(
  sql: Sql,
  row: DossierRow,
  { sequence, files }: { sequence: number; files: Awaited<ReturnType<Papers['ofDossier']>> },
) {
  return {
    dossierId: row.id,
    sequence,
    code: row.code,
    state: row.state,
    procedureCode: row.procedure_code,
    formVersion: row.form_version,
    office: row.office,
    submittedAt: row.submitted_at.toISOString(),
    submitter: await submitterOf(sql, row.citizen_id),
    answers: JSON.parse(row.answers) as unknown,
    receipt: JSON.parse(row.receipt) as unknown,
    supplements: row.supplements === 0 ? [] : sentSupplements(await supplementsOf(sql, row.id)),
    files,
  };
}
