import { randomUUID } from 'node:crypto';
import { dateInVietnam } from '@dvc/contract';
import { createRandom, type Random } from '../../../tests/faults/random.ts';
import { hours, later, minutes } from '../../src/core/clock.ts';
import type { Database } from '../../src/db/port.ts';
import { citizenPhone, listen } from '../support/birth-draft.ts';
import type { TestPhone } from '../support/test-phone.ts';
import { buildTestServer, type TestServer } from '../support/test-server.ts';

export interface Ordered {
  at: number;
  /** Of a dossier: it goes back by itself when the dossier no longer waits for it. */
  isFee: boolean;
  /** When the money left the person's account; without it, it never did. */
  paidAt?: number;
  /** Neither the call-back nor the phone's word arrived. */
  isUnheard?: boolean;
  /** When the office gave it back. */
  refundedAt?: number;
}

/** Something that was taken, and how the very same is sent once more; answers what it is called by then. */
export interface Sent {
  what: string;
  name: string;
  at: number;
  again: () => Promise<string | undefined>;
}

/** Somebody with a phone, and what they were told is kept. */
export interface Person {
  phone: TestPhone;
  /** Of the provincial ID; null: has none, and stays at level 1. */
  citizenNumber: string | null;
  openedAt: number;
  /** The last login to the provincial ID. */
  loggedInAt: number;
  /** Last save of each draft, in milliseconds. */
  drafts: Map<string, number>;
  /** Ids by code. */
  dossiers: Map<string, string>;
  reports: Map<string, string>;
  questions: Map<string, string>;
  /** When each was booked, or moved last. */
  appointments: Map<string, number>;
  stores: Set<string>;
  /** The last day of each, `yyyy-mm-dd`. */
  delegations: Map<string, string>;
  orders: Map<string, Ordered>;
  sent: Sent[];
  /** The copy of their own data they asked for last. */
  copy: { id: string; at: number } | undefined;
}

export type Act = (world: SimulatedWorld, person: Person) => Promise<void>;

export interface SimulatedWorld {
  server: TestServer;
  url: string;
  random: Random;
  people: Person[];
  /** In somebody else's hands: whoever logs in there takes their identity away from their own phone. */
  otherPhone: TestPhone;
  /** What should have happened at once, and will later. */
  late: (() => Promise<void>)[];
  /** What was promised and not held. */
  broken: string[];
  did: Record<string, number>;
  now: () => Date;
  /** `yyyy-mm-dd` and the hour in Việt Nam. */
  today: () => string;
  hour: () => number;
  count: (what: string) => void;
  /** Lets time pass, a step at a time: periodic work and jobs are done as they fall due. */
  pass: (milliseconds: number, step?: number) => Promise<void>;
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
const CITIZENS = ['anh', 'binh', 'chi', 'dung', 'em', 'huong'];
const CONTACTS = ['gam', 'phuc'];

/** The real server, six people at level 2, two at level 1 and Zalo's stand-in, all on one clock that is put to `from`. */
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
  server.clock.set(options.from);
  const now = (): Date => server.clock.now();
  const { world: zalo } = server.emulator;
  zalo.addPerson({ id: 'huong', name: 'Hương', phoneNumber: '84900000017', citizenNumber: '072195000007' });
  zalo.addPerson({ id: 'khac', name: 'Máy khác', phoneNumber: '84900000018', citizenNumber: null });
  const atLevel1 = async (id: string): Promise<TestPhone> => (await server.phone(id).open()).giveContact();
  const phones = [];
  for (const id of CITIZENS) phones.push(await citizenPhone(server, id));
  for (const id of CONTACTS) phones.push(await atLevel1(id));
  const otherPhone = await atLevel1('khac');
  const people: Person[] = phones.map((phone) => ({
    phone,
    citizenNumber: CITIZENS.includes(phone.personId) ? (zalo.people.get(phone.personId)?.citizenNumber ?? null) : null,
    openedAt: 0,
    loggedInAt: now().getTime(),
    drafts: new Map<string, number>(),
    dossiers: new Map<string, string>(),
    reports: new Map<string, string>(),
    questions: new Map<string, string>(),
    appointments: new Map<string, number>(),
    stores: new Set<string>(),
    delegations: new Map<string, string>(),
    orders: new Map<string, Ordered>(),
    sent: [],
    copy: undefined,
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
    otherPhone,
    late: [],
    broken,
    did,
    now,
    today: () => dateInVietnam(now()),
    hour: () => later(now(), VIETNAM).getUTCHours(),
    count: (what) => void (did[what] = (did[what] ?? 0) + 1),
    async pass(milliseconds, step = STEP) {
      for (let left = milliseconds; left > 0; left -= step) {
        server.clock.advance(Math.min(left, step));
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
