import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  addWorkingDays,
  allowedTransitions,
  buildCalendar,
  dossierState,
  dossierStates,
  isWorkingDay,
  stateTitle,
  workingDaysBetween,
  type DossierState,
} from '@dvc/contract';
import { describe, expect, test } from 'vitest';
import { moveClock, shownDueDate, workingDaysLeft, type DossierClock } from './dossier-clock.ts';

const holidays = new URL('../../../../provinces/tay-ninh/holidays.json', import.meta.url);
const calendar = buildCalendar(JSON.parse(readFileSync(holidays, 'utf8')));

const fresh = (workingDays: number | null): DossierClock => ({
  state: 'submitted',
  workingDays,
  acceptedOn: null,
  dueDate: null,
  pausedOn: null,
});

/** Walks a dossier through states on days: `['accepted', '2026-11-23']`, … */
function walk(workingDays: number | null, ...steps: [DossierState, string][]): DossierClock {
  return steps.reduce((clock, [state, day]) => moveClock(clock, state, day, calendar), fresh(workingDays));
}

describe('the clock of a dossier', () => {
  test('does not run before acceptance', () => {
    expect(shownDueDate(fresh(3))).toBeNull();
    const waiting = walk(3, ['supplementRequired', '2026-11-16']);
    expect([waiting.pausedOn, shownDueDate(waiting)]).toEqual([null, null]);
  });

  test('counts working days from acceptance', () => {
    // Thursday, over a weekend.
    expect(walk(3, ['accepted', '2026-11-12']).dueDate).toBe('2026-11-17');
  });

  test('counts from acceptance after a supplement, not from before', () => {
    expect(walk(2, ['supplementRequired', '2026-11-09'], ['accepted', '2026-11-12']).dueDate).toBe('2026-11-16');
  });

  test('jumps over Tết', () => {
    // Tết 2026: the new year is 17 February; nobody works from Saturday the 14th to Sunday the 22nd.
    const { dueDate } = walk(3, ['accepted', '2026-02-12']);
    expect(dueDate).toBe(addWorkingDays('2026-02-12', 3, calendar));
    expect(
      ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].some((day) => isWorkingDay(day, calendar)),
    ).toBe(false);
    expect(dueDate).toBe('2026-02-24');
  });

  test('stands while the citizen must act, and goes back by exactly that', () => {
    const before = walk(5, ['accepted', '2026-11-02'], ['processing', '2026-11-03']);
    expect(before.dueDate).toBe('2026-11-09');
    const standing = moveClock(before, 'supplementRequired', '2026-11-04', calendar);
    expect(shownDueDate(standing)).toBeNull();
    expect(workingDaysLeft(standing, '2026-11-10', calendar)).toBeNull();
    const going = moveClock(standing, 'processing', '2026-11-10', calendar);
    expect(going.dueDate).toBe('2026-11-13');
    expect(workingDaysLeft(going, '2026-11-10', calendar)).toBe(3);
  });

  test('a pause over Tết costs no working day', () => {
    const standing = walk(5, ['accepted', '2026-02-11'], ['suspended', '2026-02-13']);
    const going = moveClock(standing, 'processing', '2026-02-22', calendar);
    expect(going.dueDate).toBe(standing.dueDate);
  });

  test('from one pause into the next it stands since the first', () => {
    const clock = walk(
      5,
      ['accepted', '2026-11-02'],
      ['supplementRequired', '2026-11-03'],
      ['suspended', '2026-11-05'],
      ['processing', '2026-11-06'],
    );
    expect(clock.dueDate).toBe('2026-11-12');
  });

  test('late is negative', () => {
    expect(workingDaysLeft(walk(1, ['accepted', '2026-11-09']), '2026-11-12', calendar)).toBe(-2);
  });

  test('nothing is promised where the days are not confirmed', () => {
    const clock = walk(null, ['accepted', '2026-11-09'], ['processing', '2026-11-10']);
    expect([clock.acceptedOn, shownDueDate(clock), workingDaysLeft(clock, '2026-11-30', calendar)]).toEqual([
      '2026-11-09',
      null,
      null,
    ]);
  });
});

const states = dossierStates.map(({ code }) => code);
const stands = (state: DossierState) => ['stopped', 'notStarted'].includes(dossierState(state).clock);

test('property: on any allowed road the due date is acceptance + days + what stood still', () => {
  const road = fc.array(fc.record({ pick: fc.nat(20), days: fc.integer({ min: 0, max: 20 }) }), { maxLength: 12 });
  fc.assert(
    fc.property(road, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 300 }), (steps, promised, offset) => {
      let clock = fresh(promised);
      let day = new Date(Date.UTC(2026, 0, 5 + offset)).toISOString().slice(0, 10);
      let stood = 0;
      for (const { pick, days } of steps) {
        const ways = allowedTransitions[clock.state];
        const to = ways[pick % Math.max(1, ways.length)];
        if (!to) break;
        const next = new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
        // Waiting for acceptance once more is standing still, too.
        const wasStanding = clock.acceptedOn !== null && stands(clock.state);
        if (wasStanding) stood += workingDaysBetween(day, next, calendar);
        day = next;
        clock = moveClock(clock, to, day, calendar);
        expect(shownDueDate(clock) === null).toBe(clock.acceptedOn === null || stands(to));
        if (clock.acceptedOn !== null && !stands(to)) {
          const due = addWorkingDays(clock.acceptedOn, promised, calendar);
          expect(clock.dueDate).toBe(stood === 0 ? due : addWorkingDays(due, stood, calendar));
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('every allowed move has words and a clock that goes along', () => {
  for (const from of states) {
    for (const to of allowedTransitions[from]) {
      const clock = { state: from, workingDays: 3, acceptedOn: '2026-11-02', dueDate: '2026-11-05', pausedOn: null };
      expect(moveClock(clock, to, '2026-11-03', calendar).state).toBe(to);
      expect(stateTitle(to, 'vi')).not.toBe('');
    }
  }
});
