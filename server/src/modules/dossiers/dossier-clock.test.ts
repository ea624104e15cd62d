import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  addDays,
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
import { clockFromHistory, moveClock, shownDueDate, workingDaysLeft, type DossierClock } from './dossier-clock.ts';

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

describe('properties on a calendar of any holidays and make-up days, over two year ends', () => {
  const first = '2026-11-02';
  const offset = fc.nat(500);
  const anyCalendar = fc
    .record({ off: fc.array(offset, { maxLength: 60 }), on: fc.array(offset, { maxLength: 20 }) })
    .map(({ off, on }) => ({
      off: new Set([...calendar.off, ...off.map((n) => addDays(first, n))]),
      on: new Set([...calendar.on, ...on.map((n) => addDays(first, n))]),
    }));
  const anyRoad = fc
    .record({
      start: fc.nat(420),
      promised: fc.integer({ min: 0, max: 40 }),
      steps: fc.array(fc.record({ pick: fc.nat(20), days: fc.nat(25) }), { minLength: 1, maxLength: 14 }),
    })
    .map(({ start, promised, steps }) => {
      let state: DossierState = 'submitted';
      let day = addDays(first, start);
      const events: { state: DossierState; day: string }[] = [{ state, day }];
      for (const { pick, days } of steps) {
        const ways: readonly DossierState[] = allowedTransitions[state];
        const to = ways[pick % Math.max(1, ways.length)];
        if (to === undefined) break;
        day = addDays(day, days);
        state = to;
        events.push({ state, day });
      }
      return { promised, events };
    });
  type Made = Parameters<typeof moveClock>[3];
  /** The clock after each event. */
  const clocks = (promised: number, events: { state: DossierState; day: string }[], made: Made): DossierClock[] => {
    const passed = [fresh(promised)];
    for (const { state, day } of events.slice(1)) passed.push(moveClock(passed.at(-1)!, state, day, made));
    return passed;
  };

  test('the due date never moves back, and forward only at the event that ends a pause', () => {
    fc.assert(
      fc.property(anyCalendar, anyRoad, (made, { promised, events }) => {
        const passed = clocks(promised, events, made);
        passed.slice(1).forEach((clock, index) => {
          const before = passed[index]!;
          if (before.dueDate === null) return;
          expect(clock.dueDate! >= before.dueDate).toBe(true);
          if (before.pausedOn === null) expect(clock.dueDate).toBe(before.dueDate);
        });
      }),
      { numRuns: 300 },
    );
  });

  test.each(['supplementRequired', 'paymentRequired', 'suspended'] as const)(
    'while it is %s nothing runs out: as many working days are left afterwards as were left before',
    (pause) => {
      fc.assert(
        fc.property(anyCalendar, offset, fc.nat(40), fc.nat(20), fc.nat(60), (made, start, promised, worked, stood) => {
          const accepted = addDays(first, start);
          const stopped = addDays(accepted, worked);
          const again = addDays(stopped, stood);
          const running = moveClock(fresh(promised), 'accepted', accepted, made);
          const left = workingDaysLeft(running, stopped, made)!;
          const standing = moveClock(running, pause, stopped, made);
          expect([shownDueDate(standing), workingDaysLeft(standing, again, made)]).toEqual([null, null]);
          const going = moveClock(standing, 'processing', again, made);
          expect(workingDaysLeft(going, again, made)).toBe(left);
        }),
        { numRuns: 300 },
      );
    },
  );

  test('the timeline alone gives the same clock', () => {
    fc.assert(
      fc.property(anyCalendar, anyRoad, (made, { promised, events }) => {
        const history = events.map(({ state, day }) => ({ state, at: new Date(`${day}T04:00:00Z`) }));
        expect(clockFromHistory(history, promised, made)).toEqual(clocks(promised, events, made).at(-1));
      }),
    );
  });

  test('no day after the end of the calendar is promised; once it has grown the timeline gives the day', () => {
    fc.assert(
      fc.property(anyCalendar, anyRoad, offset, (made, { promised, events }, end) => {
        const short = { ...made, knownUntil: addDays(first, end) };
        for (const { dueDate } of clocks(promised, events, short)) {
          expect(dueDate === null || dueDate <= short.knownUntil).toBe(true);
        }
        const last = clocks(promised, events, short).at(-1)!;
        const whole = clocks(promised, events, made).at(-1)!;
        if (last.dueDate !== null) expect(last).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });
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
