import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeWeek, SMALLEST, WEEKS_OF_WAYS } from './close-week.ts';
import { addCounts, sumOf, valuesOf, type Counts } from './families.ts';

/** Weeks one after the other; what is published of each. */
function publish(weeks: readonly Counts[]): Counts[] {
  let waiting: Counts = {};
  let before: Counts = {};
  return weeks.map((found, number) => {
    const closed = closeWeek({ waiting, before, found, number });
    ({ waiting, published: before } = closed);
    return closed.published;
  });
}

const sent = (all: number, reused: number): Counts => ({ sent: { all }, reuse: { reused, typed: all - reused } });

describe('a week', () => {
  test('is told as it was where everything is large enough, or nothing', () => {
    expect(publish([sent(40, 25)])[0]).toMatchObject(sent(40, 25));
    expect(publish([sent(40, 40)])[0]).toMatchObject(sent(40, 40));
    expect(publish([sent(0, 0)])[0]).toMatchObject(sent(0, 0));
  });

  test('that is too small waits, and is counted into a later one', () => {
    const [first, second] = publish([sent(4, 0), sent(11, 11)]);
    expect(first).not.toHaveProperty('sent');
    expect(second?.['sent']).toEqual({ all: 15 });
    // Four that were typed are too few still.
    expect(second).not.toHaveProperty('reuse');
  });

  test('tells a detail only where its whole is told, so that a whole minus its details is no small week', () => {
    // Twelve in all in the first two weeks of the detail; the second week alone would be two.
    const weeks = publish([
      { sent: { all: 12 }, reuse: { reused: 9, typed: 3 } },
      { sent: { all: 2 }, reuse: { reused: 1, typed: 1 } },
      { sent: { all: 20 }, reuse: { reused: 12, typed: 8 } },
    ]);
    expect(weeks.map((week) => week['sent']?.['all'])).toEqual([12, undefined, 22]);
    expect(weeks.map((week) => week['reuse'])).toEqual([undefined, undefined, { reused: 22, typed: 12 }]);
  });

  test('people: a few more are not told; what was told holds until enough have come', () => {
    const people = (over45: number, upTo45: number, unknown: number): Counts => ({
      people: { all: over45 + upTo45 + unknown },
      age: { over45, upTo45, unknown },
    });
    const weeks = publish([
      people(20, 30, 0),
      people(21, 30, 0),
      people(21, 45, 0),
      people(31, 45, 0),
      people(31, 42, 0),
    ]);
    expect(weeks.map((week) => week['people']?.['all'])).toEqual([50, 50, 66, 76, 76]);
    expect(weeks.map((week) => week['age']?.['over45'])).toEqual([20, 20, 20, 31, 31]);
  });
});

const walked = (code: string, check: number, fill: number, papers: number, review: number, done: number): Counts => ({
  [`way ${code}`]: { check, fill, papers, review, sent: done },
});
const lastOfFour = (counts: Counts): Counts[] => [
  ...Array.from({ length: WEEKS_OF_WAYS }, () => ({ sent: { all: 0 } })),
  counts,
];

describe('the way of dossiers', () => {
  test('is told every few weeks, with everybody who left between two steps', () => {
    const told = publish(lastOfFour({ sent: { all: 60 }, ...walked('1.000001', 100, 80, 70, 60, 60) })).at(-1);
    expect(told?.['way 1.000001']).toEqual({ check: 100, fill: 80, papers: 70, review: 60, sent: 60 });
  });

  test('is not told where fewer than ten left at a step', () => {
    const told = publish(lastOfFour({ sent: { all: 60 }, ...walked('1.000001', 100, 95, 70, 60, 60) })).at(-1);
    expect(told).not.toHaveProperty('way 1.000001');
  });

  test('is not told where all dossiers less those told would be a few of another procedure', () => {
    const ways = { ...walked('1.000001', 100, 80, 70, 60, 60), ...walked('1.000002', 3, 3, 3, 3, 3) };
    expect(publish(lastOfFour({ sent: { all: 63 }, ...ways })).at(-1)).not.toHaveProperty('way 1.000001');
    expect(publish(lastOfFour({ sent: { all: 75 }, ...ways })).at(-1)).toHaveProperty('way 1.000001');
  });
});

test('whatever happens: no cell that is told, no whole less its told details, and no change of people is small', () => {
  const count = fc.integer({ min: 0, max: 25 });
  const week = fc
    .record({ a: count, b: count, c: count, d: count, over45: count, upTo45: count })
    .map(({ a, b, c, d, over45, upTo45 }): Counts => {
      const finished = {
        finished: { all: a + b },
        promise: { onTime: a, late: b },
        result: { electronic: a + b, onPaper: 0 },
      };
      const rated = { rated: { all: c + d }, satisfaction: { satisfied: c, unsatisfied: d } };
      return { ...finished, ...rated, people: { all: over45 + upTo45 }, age: { over45, upTo45 } };
    });
  const isFine = (value: number): boolean => value === 0 || Math.abs(value) >= SMALLEST;
  fc.assert(
    fc.property(fc.array(week, { minLength: 1, maxLength: 12 }), (weeks) => {
      const told = publish(weeks);
      for (const published of told)
        for (const cells of Object.values(published)) expect(valuesOf(cells).every(isFine)).toBe(true);
      for (const family of ['people', 'age']) {
        told.reduce<Counts>((before, published) => {
          for (const [cell, value] of Object.entries(published[family] ?? {}))
            expect(isFine(value - (before[family]?.[cell] ?? 0))).toBe(true);
          return published;
        }, {});
      }
      // Between any two ends of weeks, what wholes and details tell of the same people differs by no small number.
      for (const [whole, detail] of [
        ['finished', 'promise'],
        ['finished', 'result'],
        ['rated', 'satisfaction'],
      ] as const) {
        let open = 0;
        for (const published of told) {
          open += sumOf(published[whole]) - sumOf(published[detail]);
          expect(isFine(open)).toBe(true);
        }
      }
      // Nothing is lost: told and waiting together are what there was.
      const sum = weeks.reduce(addCounts, {});
      const toldSum = told.reduce(addCounts, {});
      for (const whole of ['finished', 'rated']) {
        const missing = sumOf(sum[whole]) - sumOf(toldSum[whole]);
        expect(missing >= 0 && missing < SMALLEST).toBe(true);
      }
    }),
  );
});
