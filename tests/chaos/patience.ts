import { setTimeout as wait } from 'node:timers/promises';
import type { Deed } from './dependencies.ts';

/** What is out of order just now, as far as people feel it. */
export interface Trouble {
  /** For whoever reads what was found. */
  name: string;
  neededFor: ReadonlySet<Deed>;
  /** When the last one ended, by `performance.now`. */
  endedAt: number;
}

/** After a trouble everything works again within this, for everybody who goes on trying. */
export const RECOVERY_MS = 60_000;
/** What was under way when it ended may still fail. */
const GRACE_MS = 10_000;
const PAUSE_MS = 700;

/** This one thing is not done; whoever wanted it goes on with the next. */
export class Abandoned extends Error {
  override readonly name = 'Abandoned';
}

interface Answered {
  status: number;
  text: string;
}

/** What says no more than "later", or is what a lie about the person looks like. */
const isLater = ({ status, text }: Answered): boolean =>
  status === 0 || status >= 500 || status === 429 || text.includes('"zalo-refused"');

export interface Patience {
  /** Does it again, with the same keys, until there is an answer. Cries when it had no reason to wait. */
  insist: <Answer extends Answered>(deed: Deed, act: () => Promise<Answer>) => Promise<Answer>;
  /** Looks again and again until it is so. */
  until: (deed: Deed, what: string, isSo: () => Promise<boolean>) => Promise<void>;
}

export function createPatience(options: {
  trouble: () => Trouble;
  found: Set<string>;
  isOver: () => boolean;
  /** Whether the machine has just kept us waiting; told each time that excuses an answer. */
  isExcused: () => boolean;
}): Patience {
  const { trouble, found, isOver, isExcused } = options;

  const mayWait = (deed: Deed): boolean => {
    const now = trouble();
    return now.neededFor.has(deed);
  };
  const isFresh = (): boolean => performance.now() - trouble().endedAt < GRACE_MS;
  const isLost = (since: number): boolean =>
    trouble().neededFor.size === 0 && performance.now() - Math.max(since, trouble().endedAt) > RECOVERY_MS;

  return {
    async insist(deed, act) {
      const began = performance.now();
      for (;;) {
        const mightWait = mayWait(deed) || isFresh();
        const answer = await act();
        if (!isLater(answer)) return answer;
        if (!mightWait && !mayWait(deed) && !isExcused()) {
          found.add(
            `${deed} does not need it, and got ${answer.status} ${/"code":"[\w-]+"/.exec(answer.text)?.[0] ?? answer.text.slice(0, 160)} during ${trouble().name}`,
          );
        }
        if (isLost(began)) {
          found.add(`${deed} still gets ${answer.status} a minute later`);
          throw new Abandoned(deed);
        }
        if (isOver()) throw new Abandoned(deed);
        await wait(PAUSE_MS);
      }
    },
    async until(deed, what, isSo) {
      let since = performance.now();
      while (!(await isSo())) {
        if (mayWait(deed)) since = performance.now();
        if (performance.now() - Math.max(since, trouble().endedAt) > RECOVERY_MS) {
          found.add(`${what}: not within a minute during ${trouble().name}`);
          throw new Abandoned(deed);
        }
        if (isOver()) throw new Abandoned(deed);
        await wait(PAUSE_MS);
      }
    },
  };
}
