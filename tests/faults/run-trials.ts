import { startCuttingProxy } from '../../server/test/support/cutting-proxy.ts';
import type { Kind, Verdict } from './kind.ts';
import type { Town } from './town.ts';

export interface TrialsWanted {
  kind: Kind;
  town: Town;
  seed: string;
  /** Numbers of the trials to run. */
  numbers: readonly number[];
  /** Trials in flight. */
  atOnce: number;
  alsoKillAt: readonly number[];
  tell: (line: string) => void;
  onEnded: (ended: number, verdict: Verdict, number: number) => void;
}

/** Runs the trials, some at a time, each with its own person and lines, all against one server. */
export async function runTrials(wanted: TrialsWanted): Promise<void> {
  const { kind, town, seed, numbers, atOnce, alsoKillAt, tell, onEnded } = wanted;
  const waiting = numbers.map((number, index) => ({ number, citizen: town.citizens[index] }));
  let ended = 0;

  async function worker(): Promise<void> {
    const lines = [await startCuttingProxy(town.port), await startCuttingProxy(town.port)] as const;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { number, citizen } = next;
      if (citizen === undefined) throw new Error(`nobody for trial ${number}`);
      const verdict = await kind.run({
        seed,
        number,
        citizen,
        serverUrl: town.url,
        lines,
        killServer: town.kill,
        serverIsUp: town.isUp,
        kills: town.kills,
        downFor: town.downFor,
        isDown: town.isDown,
        alsoKillAt,
        tell,
      });
      ended += 1;
      onEnded(ended, verdict, number);
    }
    for (const line of lines) await line.close();
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, numbers.length) }, worker));
}
