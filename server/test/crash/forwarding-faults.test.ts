import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DossierState } from '@dvc/contract';
import { officeMoves } from '@dvc/contract';
import { releaseEvents } from '@dvc/emulator/src/one-stop/event-sender.ts';
import type { Fault } from '@dvc/emulator/src/world/faults.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hours, seconds } from '../../src/core/clock.ts';
import type { Deps } from '../../src/core/deps.ts';
import type { Database, Sql } from '../../src/db/port.ts';
import { createOneStop } from '../../src/integrations/one-stop/one-stop-http.ts';
import { createJobs } from '../../src/jobs/job-queue.ts';
import { queueForwarding, receiveForwardings } from '../../src/modules/dossiers/forwarding.ts';
import { createChecking } from '../../src/modules/files/checking.ts';
import { createPapers } from '../../src/modules/files/papers.ts';
import { openQuarantine } from '../../src/modules/files/quarantine.ts';
import { citizenPhone, listenForEvents, readyDraft, submitDraft } from '../support/birth-draft.ts';
import { databaseKinds } from '../support/test-database.ts';
import { buildTestServer, type TestServer } from '../support/test-server.ts';

/** Says which run it was; SEED=… repeats it. */
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** Enough to meet every kind of fault often; BATCHES=100 is the long run, for whoever changes the hand-over. */
const BATCHES = Number(process.env['BATCHES'] ?? 20);
const BATCH = 5;
const TROUBLED_ROUNDS = 25;
const CALM_ROUNDS = 40;
const TIMEOUT_MS = 150;

/** mulberry32 */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

class Killed extends Error {}

/** A database as a process sees it that dies at one of its calls: nothing of its is written after that. */
function mortal(db: Database, callsLeft: number): Database {
  let left = callsLeft;
  const live = (): void => {
    left -= 1;
    if (left < 0) throw new Killed('killed');
  };
  const watched = <T extends Sql>(sql: T): T => ({
    ...sql,
    query: async (...args: Parameters<Sql['query']>) => {
      live();
      return sql.query(...args);
    },
  });
  return {
    ...watched(db),
    tx: async (run, options) => {
      live();
      return db.tx(async (tx) => {
        const value = await run(watched(tx));
        live();
        return value;
      }, options);
    },
  };
}

describe.each(databaseKinds)('any faults on the way to the one-stop system, on %s', (kind) => {
  const random = generator(SEED);
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  let server: TestServer;
  let template: string;
  let paperBytes: Buffer;
  let papersOf: (deps: Deps) => ReturnType<typeof createPapers>;
  const seen = { faults: 0, kills: 0, rounds: 0, events: 0, copies: 0 };

  beforeAll(async () => {
    const env = { RATE_LIMIT_FACTOR: '100000', ONE_STOP_TIMEOUT_MS: String(TIMEOUT_MS), LOG_LEVEL: 'fatal' };
    server = await buildTestServer({ kind, oneStop: true, env });
    const url = await listenForEvents(server);
    const anh = await citizenPhone(server, 'anh');
    const { submission } = await readyDraft(server, url, anh);
    template = (await submitDraft(anh, submission)).body.dossierId;
    await server.deps.jobs.drain();
    const { deps } = server;
    const quarantine = await openQuarantine(join(deps.settings.DATA_DIR, 'quarantine'));
    const checking = createChecking({ ...deps, jobs: createJobs(deps) }, quarantine);
    papersOf = (its) => createPapers(its, checking);
    const [document] = await papersOf(deps).documents(deps.db, template);
    paperBytes = await document!.open();
  });
  afterAll(async () => {
    await server.close();
    console.info(`forwarding faults on ${kind}: seed ${SEED}, ${BATCHES * BATCH} dossiers, ${JSON.stringify(seen)}`);
  });

  /** One more dossier like the one that was really sent, with a paper of its own. */
  async function another(): Promise<string> {
    const id = randomUUID();
    const { deps } = server;
    await deps.db.tx(async (tx) => {
      const copy = async (table: string, changes: Record<string, unknown>, where: string): Promise<void> => {
        const { rows } = await tx.query(`select * from ${table} where ${where} = $1`, [template]);
        const row = { ...rows[0], ...changes };
        const names = Object.keys(row);
        await tx.query(
          `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
          Object.values(row),
        );
      };
      const now = deps.clock.now();
      const own = { id, draft_id: randomUUID(), code: nextCode(), submitted_at: now, changed_at: now };
      await copy('dossiers', { ...own, registered_at: null }, 'id');
      const paper = { id: randomUUID(), dossier_id: id, store_key: randomUUID().replaceAll('-', '') };
      await deps.files.put(paper.store_key, paperBytes);
      await copy('files', paper, 'dossier_id');
      await copy('dossier_events', { dossier_id: id, at: now }, 'dossier_id');
      await queueForwarding(tx, deps, { dossierId: id, about: 'sent' });
    });
    return id;
  }
  let numbers = 0;
  const nextCode = (): string => {
    numbers += 1;
    return `000.00.00.H53-990101-${String(numbers).padStart(4, '0')}`;
  };

  /** Something goes wrong with nearly every second request. */
  function dice(endpoint: string, trouble: boolean): void {
    const { faults } = server.emulator.world;
    faults.clear(endpoint);
    if (!trouble || random() > 0.45) return;
    seen.faults += 1;
    const made: readonly Fault[] = [
      { endpoint, times: 1, kind: 'down' },
      { endpoint, times: 1, kind: 'slow', ms: TIMEOUT_MS * 2 },
      { endpoint, times: 1, kind: 'html-502' },
      { endpoint, times: 1, kind: 'error', code: pick([500, 503, 429, 401, 404]) },
      { endpoint, times: 1, kind: 'answer-lost' },
    ];
    faults.add(pick(made));
  }

  /** A process that takes jobs until none is due or until it is killed. */
  async function worker(trouble: boolean): Promise<void> {
    const db = mortal(server.deps.db, trouble && random() < 0.5 ? below(40) : Number.POSITIVE_INFINITY);
    const jobs = createJobs({ ...server.deps, db });
    const deps: Deps = { ...server.deps, db, jobs };
    const oneStop = createOneStop(deps.settings)!;
    receiveForwardings(deps, papersOf(deps), {
      givePaper: async (...paper) => {
        dice('one-stop/papers', trouble);
        return oneStop.givePaper(...paper);
      },
      give: async (dossier) => {
        dice('one-stop/dossiers', trouble);
        return oneStop.give(dossier);
      },
    });
    try {
      await jobs.drain();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      seen.kills += 1;
    }
  }

  /** What officers there do with a dossier, as far as the law allows. */
  function officersWalk(code: string): DossierState[] {
    const { oneStop } = server.emulator.world;
    const road: DossierState[] = [];
    let state: DossierState = 'submitted';
    for (let steps = below(6); steps > 0 && officeMoves(state).length > 0; steps -= 1) {
      state = pick(officeMoves(state));
      road.push(state);
      oneStop.manner.duplicates = below(3);
      oneStop.move(oneStop.byCode(code)!, { to: state, note: 'Lý do.' });
      seen.events += 1;
      seen.copies += 1 + oneStop.manner.duplicates;
    }
    return road;
  }

  const codes = async (ids: readonly string[]): Promise<Map<string, string>> => {
    const { rows } = await server.deps.db.query<{ id: string; code: string }>(
      'select id, code from dossiers where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, code }) => [id, code]));
  };

  async function runBatch(): Promise<void> {
    const { oneStop } = server.emulator.world;
    oneStop.manner.held = true;
    const ids: string[] = [];
    for (let count = 0; count < BATCH; count += 1) ids.push(await another());
    const codeBy = await codes(ids);
    const roads = new Map<string, DossierState[]>();
    for (let round = 0; round < TROUBLED_ROUNDS + CALM_ROUNDS; round += 1) {
      const trouble = round < TROUBLED_ROUNDS;
      seen.rounds += 1;
      await Promise.all(random() < 0.3 ? [worker(trouble), worker(trouble)] : [worker(trouble)]);
      for (const id of ids) {
        if (!roads.has(id) && oneStop.dossiers.has(id)) roads.set(id, officersWalk(codeBy.get(id)!));
      }
      if (random() < 0.4) {
        await releaseEvents(server.emulator.world, pick(['kept', 'reversed', 'shuffled'] as const), random);
        oneStop.manner.held = true;
      }
      // After many failures the next try may be an hour away.
      server.clock.advance(trouble ? seconds(15 + below(200)) : hours(1));
      const { count } = await server.deps.db.query(`select 1 from jobs where kind = 'forward-dossier'`);
      if (count === 0) break;
    }
    await releaseEvents(server.emulator.world, 'shuffled', random);
    for (const id of ids) await check(id, roads.get(id) ?? []);
    expect(oneStop.refused).toEqual([]);
  }

  async function check(id: string, road: DossierState[]): Promise<void> {
    const { db } = server.deps;
    const there = server.emulator.world.oneStop.dossiers.get(id);
    const [dossier] = (
      await db.query<{ state: string; registered_at: Date | null; answers: string }>(
        'select state, registered_at, answers from dossiers where id = $1',
        [id],
      )
    ).rows;
    const said = `seed ${SEED}, dossier ${id}`;
    expect(there?.registrations, said).toBe(1);
    expect(new Set(there?.given), said).toEqual(new Set([1]));
    expect(there?.content['answers'], said).toEqual(JSON.parse(dossier?.answers ?? 'null'));
    const { rows: files } = await db.query<{ id: string; kept_sha256: string }>(
      'select id, kept_sha256 from files where dossier_id = $1',
      [id],
    );
    expect(there?.files, said).toEqual(files.map((file) => ({ id: file.id, sha256: file.kept_sha256 })));
    expect(dossier?.registered_at, said).not.toBeNull();
    const { rows: forwardings } = await db.query('select state from forwardings where dossier_id = $1', [id]);
    expect(forwardings, said).toEqual([{ state: 'delivered' }]);
    const { rows: events } = await db.query<{ state: string; notices: number }>(
      `select e.state, (select count(*) from notifications n where n.key = 'dossier:' || e.dossier_id || ':' || e.position)
                as notices
         from dossier_events e where e.dossier_id = $1 and e.position > 1 order by e.position`,
      [id],
    );
    expect(events, said).toEqual(road.map((state) => ({ state, notices: 1 })));
    expect(dossier?.state, said).toBe(road.at(-1) ?? 'submitted');
  }

  test(`${BATCHES * BATCH} dossiers, each with faults of its own: registered once, with its bytes, in the right state`, async () => {
    for (let batch = 0; batch < BATCHES; batch += 1) {
      server.emulator.world.log.clear();
      await runBatch();
    }
    expect(seen.faults).toBeGreaterThan(BATCHES);
    expect(seen.kills).toBeGreaterThan(BATCHES / 2);
    expect(seen.copies).toBeGreaterThan(seen.events);
  }, 900_000);
});
