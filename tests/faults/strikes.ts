import { bindSession } from '#api';
import type { Fault } from './fault.ts';
import type { Found, Kind, Trial, Verdict } from './kind.ts';
import { phoneInHand } from './phone.ts';

/** Ours, not the phone's, with the server up; beyond it a trial that still goes on is stuck. */
const PATIENCE_MS = 120_000;

/** Every phone is the one whose code is running; its session was made with its person. */
export function bindPhones(): void {
  const token = () => Promise.resolve(phoneInHand()?.token ?? '');
  bindSession({ token, renew: token, levelDoubted: () => undefined });
}

/** Counts the exchanges of a trial and says what strikes each: what was drawn for it, or what others did when it failed. */
export function countStrikes(trial: Trial, faults: ReadonlyMap<number, Fault>) {
  const struck: Verdict['struck'] = [];
  const killedAt: number[] = [];
  let exchanges = 0;
  let killsSeen = trial.kills();
  return {
    struck,
    killedAt,
    exchanges: () => exchanges,
    nextFault(): Fault | undefined {
      const exchange = exchanges;
      exchanges += 1;
      if (trial.kills() > killsSeen) killedAt.push(exchange);
      killsSeen = trial.kills();
      if (trial.alsoKillAt.includes(exchange)) return { kind: 'server-killed', when: 'at-request', ms: 0 };
      const fault = faults.get(exchange);
      if (fault) struck.push({ exchange, fault });
      return fault;
    },
    killServer(): void {
      trial.killServer();
      killsSeen = trial.kills();
    },
  };
}

interface Course {
  lives: () => Promise<unknown>;
  /** What the screens of a trial that is stuck say. */
  stuckAt: () => string;
  /** Looks at what came of it. */
  look: () => Promise<void>;
}

/** Lets a trial take its course, but not for ever; what is thrown is a finding, too. Hangs up in the end. */
export async function takeCourse(trial: Trial, found: Found[], { lives, stuckAt, look }: Course): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const began = performance.now() - trial.downFor();
  const late = new Promise<'stuck'>((settle) => {
    timer = setInterval(() => {
      if (performance.now() - trial.downFor() - began > PATIENCE_MS) settle('stuck');
    }, 1_000);
  });
  try {
    const ended = await Promise.race([lives(), late]);
    if (ended === 'stuck') found.push({ finding: 'stuck', detail: stuckAt() });
    await look();
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    found.push({ finding: 'broken', detail });
  } finally {
    clearInterval(timer);
    for (const line of trial.lines) line.hangUp();
  }
}

/** A question whose every answer is a finding. */
export type Question = readonly [finding: Found['finding'], what: string, sql: string];

const ofEveryKind: readonly Question[] = [
  ['broken', 'acts that kept no answer', 'select key from idempotency where answer is null'],
  ['broken', 'jobs put aside as dead', `select kind, last_error from jobs where state = 'dead'`],
];

export const auditBy =
  (questions: readonly Question[]): Kind['audit'] =>
  async (query) => {
    const found: Found[] = [];
    for (const [finding, what, sql] of [...questions, ...ofEveryKind]) {
      const rows = await query<Record<string, unknown>>(sql);
      const detail = `${rows.length} ${what}: ${JSON.stringify(rows.slice(0, 3))}`;
      if (rows.length > 0) found.push({ finding, detail });
    }
    return found;
  };
