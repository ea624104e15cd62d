import { expect, test } from 'vitest';
import { broken, fresh, look, type Sight, type Watched } from './watchman';

/** Looks so many times; answers every sight. */
function watch(times: number, sees: { moved: boolean; online: boolean }, from: Watched = fresh): Sight[] {
  const sights: Sight[] = [];
  for (let count = 0; count < times; count += 1) sights.push(look(sights.at(-1) ?? from, sees));
  return sights;
}
const stepsIn = (sights: Sight[]) => sights.flatMap(({ step }) => step ?? []);

test('what moves is playing; what stands still is told after two seconds and mended after six', () => {
  expect(watch(3, { moved: true, online: true }).map(({ shows }) => shows)).toEqual(['playing', 'playing', 'playing']);
  const still = watch(6, { moved: false, online: true });
  expect(still.map(({ shows }) => shows)).toEqual([undefined, ...Array<string>(5).fill('waiting')]);
  expect(still.map(({ step }) => step)).toEqual([...Array<undefined>(5).fill(undefined), 'catch-up']);
});

test('it catches up, opens anew, by turns, and gives up after a minute', () => {
  expect(stepsIn(watch(66, { moved: false, online: true }))).toEqual([
    ...Array.from({ length: 5 }, () => ['catch-up', 'anew'] as const).flat(),
    'give-up',
  ]);
});

test('a moment of movement does not start the count again, five seconds do', () => {
  const [last] = watch(12, { moved: false, online: true }).slice(-1);
  expect(watch(2, { moved: true, online: true }, last).at(-1)?.steps).toBe(2);
  expect(watch(5, { moved: true, online: true }, last).at(-1)?.steps).toBe(0);
});

test('without network it waits for as long as that takes', () => {
  const sights = watch(600, { moved: false, online: false });
  expect(stepsIn(sights)).toEqual([]);
  expect(sights.at(-1)).toMatchObject({ shows: 'offline', steps: 0 });
  expect(stepsIn(watch(6, { moved: false, online: true }, sights.at(-1)))).toEqual(['catch-up']);
});

test('what broke for good is tried again after two seconds', () => {
  expect(watch(2, { moved: false, online: true }, broken(fresh)).map(({ step }) => step)).toEqual([
    undefined,
    'catch-up',
  ]);
});
