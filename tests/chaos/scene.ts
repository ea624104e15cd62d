import type { Random } from '../faults/random.ts';
import type { Notebook } from './notebook.ts';
import { Abandoned } from './patience.ts';
import type { Person } from './person.ts';
import type { Town } from './town.ts';
import type { Watch } from './watch.ts';

/** Where people act and what they write down. */
export interface Scene {
  town: Town;
  watch: Watch;
  notebook: Notebook;
  random: Random;
  /** Part of every text people write, so that it can be looked for where it must not be. */
  mark: string;
}

export type Act = (person: Person, scene: Scene) => Promise<void>;

/** Counts what was done; what was answered otherwise is cried, and the act is over. */
export function expectStatus(
  { notebook, watch }: Scene,
  what: string,
  { status, text }: { status: number; text: string },
  wanted: number,
): void {
  if (status === wanted) return void (notebook.did[what] = (notebook.did[what] ?? 0) + 1);
  const said = text.replace(/"requestId":"[^"]*",?/, '').slice(0, 300);
  watch.found.add(`${what}: ${status} ${said}`);
  throw new Abandoned(what);
}
