import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from '../../server/src/db/index.ts';
import { openPostgres } from '../../server/src/db/pg.ts';
import { createRandom } from '../faults/random.ts';
import { daily } from './acts.ts';
import { authoriseAnew, isConsentAsked } from './administrator.ts';
import { catchUp } from './catch-up.ts';
import { crowd } from './crowd.ts';
import { deeds, dependencies } from './dependencies.ts';
import { drawTroubles, nameOf, type Part } from './draw.ts';
import { errandsOf, REACHED_BY_TEXT } from './errands.ts';
import { residentMb } from './memory.ts';
import type { Mood } from './moods.ts';
import { openNotebook } from './notebook.ts';
import { Abandoned, createPatience, type Trouble } from './patience.ts';
import { createPerson, type Person } from './person.ts';
import { leaks, reckon } from './reckoning.ts';
import { watchReadiness } from './readiness.ts';
import type { Act, Scene } from './scene.ts';
import { watchStandstill } from './standstill.ts';
import { openTown } from './town.ts';
import { watchServer } from './watch.ts';

/** One stretch of trouble, and what was seen. */
export interface Phase {
  name: string;
  requests: number;
  caughtUpMs: number;
  mostMb: number;
  /** How often the server came to what was out of order; a trouble it did not meet proves nothing. */
  met: number;
  found: string[];
}

export interface Chaos {
  phases: Phase[];
  found: string[];
  did: Record<string, number>;
  requests: number;
  slowestMs: number;
  slowest: string;
  answers: Record<string, number>;
  memory: { calmMb: number; mostMb: number; afterMb: number };
  database: string;
}

const CITIZENS = ['anh', 'binh', 'chi', 'dung'];
/** So often each of them does something, about. */
const PAUSE_MS = 1_000;
const CALM: Trouble = { name: 'nothing', neededFor: new Set(), endedAt: 0 };
const TROUBLE_MS = 8_000;
/** Goes on until somebody comes to it, and so much longer. */
const MEETS_WITHIN_MS = 30_000;
const LASTS_AFTER_MS = 2_000;
/** A server that holds more than so much above its calm has a queue without an end. */
const MOST_GROWTH_MB = 250;

/** What would fall due only in hours is made due, so that it meets the trouble. */
const nudges: Readonly<Record<string, string>> = {
  feeds: `update schedules set next_at = now() - interval '1 minute' where name = 'news-feeds'`,
  'zalo-oauth': `update oa_token set expires_at = now()`,
  checkout: `update payment_attempts set next_check_at = now() where provider = 'checkout' and next_check_at is not null`,
  national: `update payment_attempts set next_check_at = now() where provider = 'national' and next_check_at is not null`,
};

/** Without it there is no server to be told anything. */
const isOwn = ({ dependency }: Part): boolean => dependency.name === 'database' || dependency.name === 'server';

/** Zalo has used up the old ones, and nobody hears what the new ones are. */
const costsTokens: readonly Mood[] = ['half', 'spoilt'];

/** The whole system under one trouble after the other. */
export async function runChaos(options: {
  seed: string;
  engine: 'pg' | 'pglite';
  only?: string | undefined;
  /** Goes on with new draws until so long has passed; a round is finished in any case. */
  minutes: number;
  pairs: number;
  /** Of all that is drawn: from this one (0 is the first), so many. A round may be gone through in several runs. */
  from: number;
  most: number;
  onPhase: (phase: Phase) => void;
}): Promise<Chaos> {
  const random = createRandom(options.seed);
  // What people do takes from the other as time allows; the troubles are the same for the same seed.
  const drawing = createRandom(options.seed, 'troubles');
  const only = options.only?.split(',');
  const town = await openTown({ random, engine: options.engine });
  let trouble: Trouble = CALM;
  let isOver = false;
  const watch = watchServer(town.url, { isAway: town.isDown, during: () => trouble.name });
  const { found } = watch;
  const standstill = watchStandstill();
  const notebook = openNotebook();
  function isExcused(): boolean {
    if (!standstill.isRecent()) return false;
    notebook.did['excused: no time to run'] = (notebook.did['excused: no time to run'] ?? 0) + 1;
    return true;
  }
  const patience = createPatience({ trouble: () => trouble, found, isOver: () => isOver, isExcused });
  const scene: Scene = { town, watch, random, notebook, mark: 'Nguyễn Hỗn Độn' };
  const people = CITIZENS.map((id) => createPerson(id, { town, watch, patience }));
  const phases: Phase[] = [];
  const memory = { calmMb: 0, mostMb: 0, afterMb: 0 };
  let most = 0;
  const sampling = setInterval(() => (most = Math.max(most, residentMb(town.pid()) ?? 0)), 250);
  const readiness = watchReadiness(town.url, found);

  const next = new Map<string, Act[]>();

  async function live(person: Person): Promise<void> {
    while (!isOver) {
      try {
        const act = next.get(person.id)?.shift() ?? random.oneOf(daily);
        await act(person, scene);
      } catch (error) {
        if (!(error instanceof Abandoned)) found.add(`${person.id} during ${trouble.name}: ${String(error)}`);
      }
      if (town.hasEnded()) return void found.add(`the server ended by itself during ${trouble.name}`);
      await wait(PAUSE_MS * (0.5 + random.next()));
    }
  }

  /** People feel that somebody is at the machine. */
  async function handle(why: string, work: () => Promise<void>): Promise<void> {
    trouble = { name: why, neededFor: new Set(deeds), endedAt: Infinity };
    readiness.expect('anything');
    await work();
    trouble = { name: `after ${why}`, neededFor: new Set(), endedAt: performance.now() };
  }

  async function nudge(parts: readonly Part[]): Promise<void> {
    const due = parts.flatMap(({ dependency }) => nudges[dependency.name] ?? []);
    const all = async (db: Sql): Promise<void> => {
      for (const sql of due) await db.query(sql);
    };
    if (due.length === 0) return;
    // Into the embedded database nobody looks from outside.
    if (town.database === undefined) return handle('a start anew', () => town.restart(all));
    const db = await openPostgres(town.database.straight, 1);
    await all(db).finally(() => db.close());
  }

  /** The trouble after which tokens may be missed: the server notices at its next try, which may be in a later one. */
  let costlyAt = -Infinity;

  /** The bell may ring where an answer with new tokens was lost, and nowhere else. */
  async function answerBell(parts: readonly Part[]): Promise<void> {
    if (parts.some(({ dependency, mood }) => dependency.name === 'zalo-oauth' && costsTokens.includes(mood)))
      costlyAt = phases.length;
    if (!(await isConsentAsked(town))) return;
    const mayRing = phases.length - costlyAt <= 2;
    if (!mayRing) found.add(`the Official Account’s tokens were lost during ${nameOf(parts)}`);
    await handle('consent given anew', () => authoriseAnew(town));
    costlyAt = -Infinity;
    scene.notebook.did['authorised anew'] = (scene.notebook.did['authorised anew'] ?? 0) + 1;
  }

  const askedOf = (parts: readonly Part[]): number[] =>
    parts.map(({ dependency }) => town.lines[dependency.name]?.asked() ?? 0);

  async function suffer(parts: readonly Part[]): Promise<void> {
    const name = nameOf(parts);
    const before = { requests: watch.figures.requests, found: new Set(found) };
    most = 0;
    trouble = { name, neededFor: new Set(parts.flatMap(({ dependency }) => dependency.neededFor)), endedAt: Infinity };
    const come = askedOf(parts);
    const howOftenMet = () => Math.min(...askedOf(parts).map((asked, at) => asked - (come[at] ?? 0)));
    const begin = async (are: (part: Part) => boolean): Promise<void> => {
      for (const { dependency, mood } of parts.filter(are)) await town.lines[dependency.name]?.set(mood);
    };
    await begin((part) => !isOwn(part));
    // What is due now meets the trouble; into a database that is away nothing could be written.
    const suffering = trouble;
    await nudge(parts);
    trouble = suffering;
    await begin(isOwn);
    for (const { who, act } of errandsOf(parts)) next.set(who, [...(next.get(who) ?? []), act]);
    const isDatabaseAway = parts.some(
      ({ dependency, mood }) => dependency.name === 'database' && mood !== 'trickle' && mood !== 'error',
    );
    const isDatabaseStrange = parts.some(({ dependency }) => dependency.name === 'database');
    readiness.expect(isDatabaseAway ? 'busy' : isDatabaseStrange || town.isDown() ? 'anything' : 'ready');
    const lasts = Math.max(
      TROUBLE_MS,
      ...parts.map(({ dependency, way }) => (way === 'slow' ? (dependency.patience ?? 0) : 0)),
    );
    const slow = parts.some(({ way }) => way === 'slow');
    await Promise.all([wait(lasts), slow ? crowd(scene, people, trouble) : undefined]);
    for (const began = performance.now(); howOftenMet() === 0 && performance.now() - began < MEETS_WITHIN_MS;)
      await wait(250);
    // What met it last is to have its time with it.
    if (howOftenMet() < 2) await wait(LASTS_AFTER_MS);
    readiness.expect('anything');
    const met = howOftenMet();
    for (const { dependency } of parts) await town.lines[dependency.name]?.set('well');
    trouble = { name: `after ${name}`, neededFor: new Set(), endedAt: performance.now() };
    const { ms, never } = await catchUp(scene, people, () => answerBell(parts));
    for (const what of never) found.add(`not caught up after ${name}: ${what}`);
    readiness.expect('ready');
    memory.mostMb = Math.max(memory.mostMb, most);
    if (most > memory.calmMb + MOST_GROWTH_MB)
      found.add(`memory: ${most} MB during ${name}, ${memory.calmMb} MB before`);
    const phase: Phase = {
      name,
      requests: watch.figures.requests - before.requests,
      caughtUpMs: Math.round(ms),
      mostMb: most,
      met,
      found: [...found].filter((what) => !before.found.has(what)),
    };
    phases.push(phase);
    options.onPhase(phase);
  }

  try {
    for (const person of people) {
      await person.enter();
      await person.contact();
      await person.link();
    }
    await people.find(({ id }) => id === REACHED_BY_TEXT)?.declineZns();
    const crowdOfActs = people.map(live);
    await wait(TROUBLE_MS);
    memory.calmMb = most;
    readiness.expect('ready');
    const chosen = dependencies.filter(
      ({ name }) => name in town.lines && (only === undefined || only.some((one) => one.split(':')[0] === name)),
    );
    const until = performance.now() + options.minutes * 60_000;
    do {
      const drawn = drawTroubles(chosen, { random: drawing, pairs: options.pairs, only });
      for (const parts of drawn.slice(options.from, options.from + options.most)) {
        if (town.hasEnded()) break;
        await suffer(parts);
      }
    } while (performance.now() < until && !town.hasEnded());
    trouble = CALM;
    isOver = true;
    readiness.stop();
    await Promise.all(crowdOfActs);
    await wait(3_000);
    memory.afterMb = residentMb(town.pid()) ?? 0;
    await town.stopServer();
    for (const what of [...(await reckon(scene)), ...leaks(scene, people)]) found.add(what);
  } finally {
    isOver = true;
    clearInterval(sampling);
    standstill.stop();
    readiness.stop();
    await town.close();
  }
  const { requests, slowestMs, slowest, answers } = watch.figures;
  const database = town.database?.version ?? 'embedded (PGlite)';
  const seen = { requests, slowestMs: Math.round(slowestMs), slowest, answers, memory, database };
  return { phases, found: [...found], did: scene.notebook.did, ...seen };
}
