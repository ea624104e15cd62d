import { randomUUID } from 'node:crypto';
import { dateInVietnam } from '@dvc/contract';
import { createRandom, type Random } from '../../../tests/faults/random.ts';
import { hours, later, minutes } from '../../src/core/clock.ts';
import type { Database } from '../../src/db/port.ts';
import { citizenPhone, listen } from '../support/birth-draft.ts';
import type { TestPhone } from '../support/test-phone.ts';
import { buildTestServer, type TestServer } from '../support/test-server.ts';

interface Ordered {
  at: number;
  /** When the money left the person's account; without it, it never did. */
  paidAt?: number;
  /** Neither the call-back nor the phone's word arrived. */
  isUnheard?: true;
}

/** Somebody with a phone, and what they were told is kept. */
export interface Person {
  phone: TestPhone;
  openedAt: number;
  /** Last save of each draft, in milliseconds. */
  drafts: Map<string, number>;
  dossiers: Set<string>;
  reports: Set<string>;
  questions: Set<string>;
  appointments: Set<string>;
  stores: Set<string>;
  /** The last day of each, `yyyy-mm-dd`. */
  delegations: Map<string, string>;
  orders: Map<string, Ordered>;
}

export interface SimulatedWorld {
  server: TestServer;
  url: string;
  random: Random;
  people: Person[];
  /** What was promised and not held. */
  broken: string[];
  did: Record<string, number>;
  now: () => Date;
  /** `yyyy-mm-dd` and the hour in Việt Nam. */
  today: () => string;
  hour: () => number;
  count: (what: string) => void;
  /** Lets time pass: periodic work and jobs are done as they fall due. */
  pass: (milliseconds: number) => Promise<void>;
  close: () => Promise<void>;
}

interface Schedule {
  periodMs: number;
  run: () => Promise<void>;
  next: number;
}

/** A quarter of an hour at a time; what is due oftener runs once in it. */
const STEP = minutes(15);
const VIETNAM = hours(7);
const CITIZENS = ['anh', 'binh', 'chi', 'dung', 'em'];

/** The real server, five people at level 2 and Zalo's stand-in, all on one clock that is put to `from`. */
export async function openWorld(options: {
  seed: string;
  from: Date;
  kind: Database['kind'];
}): Promise<SimulatedWorld> {
  const schedules: Schedule[] = [];
  const server = await buildTestServer({
    kind: options.kind,
    oneClock: true,
    env: { RATE_LIMIT_FACTOR: '100000', QUIET_HOURS: '22:00-06:00', LOG_LEVEL: 'error' },
    // Kept in hand: the worker's own loop waits for real time.
    beforeModules: ({ jobs }) => {
      jobs.every = (_name, periodMs, run) => void schedules.push({ periodMs, run, next: 0 });
    },
  });
  const url = await listen(server);
  const broken: string[] = [];
  const did: Record<string, number> = {};
  // The provincial ID knows the real time only, so everybody is linked before the clock is moved.
  const phones = [];
  for (const id of CITIZENS) phones.push(await citizenPhone(server, id));
  server.clock.set(options.from);
  const now = (): Date => server.clock.now();
  const people = phones.map((phone) => ({
    phone,
    openedAt: 0,
    drafts: new Map<string, number>(),
    dossiers: new Set<string>(),
    reports: new Set<string>(),
    questions: new Set<string>(),
    appointments: new Set<string>(),
    stores: new Set<string>(),
    delegations: new Map<string, string>(),
    orders: new Map<string, Ordered>(),
  }));

  async function periodic(): Promise<void> {
    for (const schedule of schedules) {
      if (schedule.next > now().getTime()) continue;
      schedule.next = now().getTime() + schedule.periodMs;
      await schedule.run().catch((error: unknown) => broken.push(`periodic work failed: ${String(error)}`));
    }
  }

  return {
    server,
    url,
    random: createRandom(options.seed),
    people,
    broken,
    did,
    now,
    today: () => dateInVietnam(now()),
    hour: () => later(now(), VIETNAM).getUTCHours(),
    count: (what) => void (did[what] = (did[what] ?? 0) + 1),
    async pass(milliseconds) {
      for (let left = milliseconds; left > 0; left -= STEP) {
        server.clock.advance(Math.min(left, STEP));
        await periodic();
        did['jobs'] = (did['jobs'] ?? 0) + (await server.deps.jobs.drain());
      }
      for (const line of server.logLines.splice(0)) {
        if (/"level":"(error|fatal)"/.test(line)) broken.push(`logged: ${line.slice(0, 400)}`);
      }
    },
    close: () => server.close(),
  };
}

export const newId = (): string => randomUUID();
