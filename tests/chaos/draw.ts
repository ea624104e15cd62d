import type { Random } from '../faults/random.ts';
import type { Dependency } from './dependencies.ts';
import { ways, type Mood, type Way } from './moods.ts';

/** Something in one of its bad moods. */
export interface Part {
  dependency: Dependency;
  way: Way;
  mood: Mood;
}

export const nameOf = (parts: readonly Part[]): string =>
  parts.map(({ dependency, way, mood }) => `${dependency.name} ${way} (${mood})`).join(' + ');

/** `zalo-oauth` is all its ways, `zalo-oauth:down` one of them, `zalo-oauth:half` this one mood. */
function wished(only: readonly string[] | undefined, name: string, way: Way, moods: readonly Mood[]): readonly Mood[] {
  if (only === undefined || only.includes(name) || only.includes(`${name}:${way}`)) return moods;
  return moods.filter((mood) => only.includes(`${name}:${mood}`));
}

interface Wish {
  random: Random;
  pairs: number;
  only: readonly string[] | undefined;
}

/** Every dependency in each of its ways, in a drawn order; then pairs of different ones. */
export function drawTroubles(there: readonly Dependency[], { random, pairs, only }: Wish): Part[][] {
  const parts = there.flatMap((dependency) =>
    ways.flatMap((way) => {
      const moods = wished(only, dependency.name, way, dependency.moods[way] ?? []);
      return moods.length === 0 ? [] : [{ dependency, way, mood: random.oneOf(moods) }];
    }),
  );
  const shuffled = parts.map((part) => ({ part, at: random.next() })).sort((one, other) => one.at - other.at);
  const single = shuffled.map(({ part }) => [part]);
  const canPair = new Set(parts.map(({ dependency }) => dependency)).size > 1;
  const drawn = Array.from({ length: canPair ? pairs : 0 }, () => {
    const first = random.oneOf(parts);
    return [first, random.oneOf(parts.filter(({ dependency }) => dependency !== first.dependency))];
  });
  return [...single, ...drawn];
}
