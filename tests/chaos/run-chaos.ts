import { setTimeout as wait } from 'node:timers/promises';
import { openPostgres } from '../../server/src/db/pg.ts';
import { createRandom, type Random } from '../faults/random.ts';
import { acts } from './acts.ts';
import { catchUp } from './catch-up.ts';
import { crowd } from './crowd.ts';
import { dependencies, type Dependency } from './dependencies.ts';
import { residentMb } from './memory.ts';
import { ways, type Mood, type Way } from './moods.ts';
import { openNotebook } from './notebook.ts';
import { Abandoned, createPatience, type Trouble } from './patience.ts';
import { createPerson, type Person } from './person.ts';
import { leaks, reckon } from './reckoning.ts';
import { watchReadiness } from './readiness.ts';
import type { Scene } from './scene.ts';
import { openTown } from './town.ts';
import { watchServer } from './watch.ts';

interface Part {
  dependency: Dependency;
  way: Way;
  mood: Mood;
}

/** One stretch of trouble, and what was seen. */
export interface Phase {
  name: string;
  requests: number;
  caughtUpMs: number;
  mostMb: number;
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
/** A server that holds more than so much above its calm has a queue without an end. */
const MOST_GROWTH_MB = 250;

/** What would fall due only in hours is made due, so that it meets the trouble. */
const nudges: Readonly<Record<string, string>> = {
  feeds: `update schedules set next_at = now() - interval '1 minute' where name = 'news-feeds'`,
  'zalo-oauth': `update oa_token set expires_at = now()`,
  checkout: `update payment_attempts set next_check_at = now() where provider = 'checkout' and next_check_at is not null`,
  national: `update payment_attempts set next_check_at = now() where provider = 'national' and next_check_at is not null`,
};

const nameOf = (parts: readonly Part[]): string =>
  parts.map(({ dependency, way, mood }) => `${dependency.name} ${way} (${mood})`).join(' + ');

/** `zalo-oauth` is all its ways, `zalo-oauth:half` this one mood. */
function wishedMood(only: readonly string[] | undefined, name: string, way: Way, moods: readonly Mood[]) {
  if (only === undefined || only.includes(name)) return moods;
  return moods.filter((mood) => only.includes(`${name}:${mood}`) || only.includes(`${name}:${way}`));
}

/** Every dependency in each of its ways, in a drawn order; then pairs of different ones. */
function drawPhases(chosen: readonly Dependency[], random: Random, pairs: number, only?: readonly string[]): Part[][] {
  const parts = chosen.flatMap((dependency) =>
    ways.flatMap((way) => {
      const moods = wishedMood(only, dependency.name, way, dependency.moods[way] ?? []);
      return moods.length === 0 ? [] : [{ dependency, way, mood: random.oneOf(moods) }];
    }),
  );
  const shuffled = parts.map((part) => ({ part, at: random.next() })).sort((one, other) => one.at - other.at);
  const single = shuffled.map(({ part }) => [part]);
  const drawn = Array.from({ length: chosen.length > 1 ? pairs : 0 }, () => {
    const first = random.oneOf(parts);
    return [first, random.oneOf(parts.filter(({ dependency }) => dependency !== first.dependency))];
  });
  return [...single, ...drawn];
}

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
  const patience = createPatience({ trouble: () => trouble, found, isOver: () => isOver });
  const scene: Scene = { town, watch, random, notebook: openNotebook(), mark: 'Nguyễn Hỗn Độn' };
  const people = CITIZENS.map((id) => createPerson(id, { town, watch, patience }));
  const phases: Phase[] = [];
  const memory = { calmMb: 0, mostMb: 0, afterMb: 0 };
  let most = 0;
  const sampling = setInterval(() => (most = Math.max(most, residentMb(town.pid()) ?? 0)), 250);
  const readiness = watchReadiness(town.url, found);

  async function live(person: Person): Promise<void> {
    while (!isOver) {
      try {
        await random.oneOf(acts)(person, scene);
      } catch (error) {
        if (!(error instanceof Abandoned)) found.add(`${person.id} during ${trouble.name}: ${String(error)}`);
      }
      if (town.hasEnded()) return void found.add(`the server ended by itself during ${trouble.name}`);
      await wait(PAUSE_MS * (0.5 + random.next()));
    }
  }

  async function nudge(parts: readonly Part[]): Promise<void> {
    if (town.database === undefined) return;
    const db = await openPostgres(town.database.straight, 1);
    for (const { dependency } of parts) {
      const sql = nudges[dependency.name];
      if (sql !== undefined) await db.query(sql);
    }
    await db.close();
  }

  async function suffer(parts: readonly Part[]): Promise<void> {
    const name = nameOf(parts);
    const before = { requests: watch.figures.requests, found: new Set(found) };
    most = 0;
    trouble = { name, neededFor: new Set(parts.flatMap(({ dependency }) => dependency.neededFor)), endedAt: Infinity };
    await nudge(parts);
    for (const { dependency, mood } of parts) await town.lines[dependency.name]?.set(mood);
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
    readiness.expect('anything');
    for (const { dependency } of parts) await town.lines[dependency.name]?.set('well');
    trouble = { name: `after ${name}`, neededFor: new Set(), endedAt: performance.now() };
    const { ms, never } = await catchUp(scene, people);
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
    const crowdOfActs = people.map(live);
    await wait(TROUBLE_MS);
    memory.calmMb = most;
    readiness.expect('ready');
    const chosen = dependencies.filter(
      ({ name }) => name in town.lines && (only === undefined || only.some((one) => one.split(':')[0] === name)),
    );
    const until = performance.now() + options.minutes * 60_000;
    do {
      const drawn = drawPhases(chosen, drawing, options.pairs, only);
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
    readiness.stop();
    await town.close();
  }
  const { requests, slowestMs, slowest, answers } = watch.figures;
  const database = town.database?.version ?? 'embedded (PGlite)';
  const seen = { requests, slowestMs: Math.round(slowestMs), slowest, answers, memory, database };
  return { phases, found: [...found], did: scene.notebook.did, ...seen };
}
