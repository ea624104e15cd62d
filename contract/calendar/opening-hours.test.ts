import { describe, expect, test } from 'vitest';
import { openStateAt, readOpeningHours } from './opening-hours.ts';
import { buildCalendar, plainCalendar } from './working-days.ts';

const office = 'Thứ hai đến thứ sáu, 7:00–11:30 và 13:30–17:00';
const weekdays = [1, 2, 3, 4, 5];

describe('hours as people write them', () => {
  test.each([
    ['24/7', { always: true, weekly: [] }],
    [
      office,
      {
        always: false,
        weekly: [
          { days: weekdays, from: '07:00', to: '11:30' },
          { days: weekdays, from: '13:30', to: '17:00' },
        ],
      },
    ],
    [
      'T2-T6 7h-17h; T7, CN: 7h30-11h',
      {
        always: false,
        weekly: [
          { days: weekdays, from: '07:00', to: '17:00' },
          { days: [6, 7], from: '07:30', to: '11:00' },
        ],
      },
    ],
    ['Hằng ngày, 5:00–21:00', { always: false, weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '05:00', to: '21:00' }] }],
    ['Chủ nhật 8:00 - 10:00', { always: false, weekly: [{ days: [7], from: '08:00', to: '10:00' }] }],
  ])('%s', (text, hours) => expect(readOpeningHours(text)).toEqual(hours));

  test.each(['', 'giờ hành chính', 'T2-T6', '7:00-17:00', 'T2-T6 17:00-7:00', 'T2-T6 7:00-25:00', 'T2 chiều 13h-17h'])(
    'not understood, not guessed: “%s”',
    (text) => expect(readOpeningHours(text)).toBeUndefined(),
  );
});

describe('open now', () => {
  const hours = readOpeningHours(office)!;
  const at = (date: string, time: string, calendar = plainCalendar) => openStateAt(hours, { date, time }, calendar);

  test.each([
    ['07:00', { open: true, until: '11:30' }],
    ['11:29', { open: true, until: '11:30' }],
    ['11:30', { open: false, next: { date: '2026-11-25', at: '13:30' } }],
    ['06:59', { open: false, next: { date: '2026-11-25', at: '07:00' } }],
    ['17:00', { open: false, next: { date: '2026-11-26', at: '07:00' } }],
  ])('Wednesday %s', (time, state) => expect(at('2026-11-25', time)).toEqual(state));

  test('Friday evening: next on Monday', () =>
    expect(at('2026-11-27', '18:00')).toEqual({ open: false, next: { date: '2026-11-30', at: '07:00' } }));

  test('a holiday is closed, a make-up Saturday is open', () => {
    const calendar = buildCalendar([
      { date: '2026-11-25', kind: 'holiday' },
      { date: '2026-11-28', kind: 'make-up-workday' },
    ]);
    expect(at('2026-11-25', '08:00', calendar)).toEqual({ open: false, next: { date: '2026-11-26', at: '07:00' } });
    expect(at('2026-11-28', '08:00', calendar)).toEqual({ open: true, until: '11:30' });
  });

  test('who is open every day is open on holidays', () => {
    const daily = readOpeningHours('Hằng ngày, 5:00–21:00')!;
    const calendar = buildCalendar([{ date: '2026-11-25', kind: 'holiday' }]);
    expect(openStateAt(daily, { date: '2026-11-25', time: '08:00' }, calendar)).toEqual({ open: true, until: '21:00' });
    expect(openStateAt({ always: true, weekly: [] }, { date: '2026-11-25', time: '03:00' }, calendar).open).toBe(true);
  });

  test('closed for two weeks (Tết): no day is promised', () => {
    const days = Array.from({ length: 20 }, (_, index) => ({
      date: new Date(Date.UTC(2026, 10, 20 + index)).toISOString().slice(0, 10),
      kind: 'holiday',
    }));
    expect(at('2026-11-20', '08:00', buildCalendar(days))).toEqual({ open: false, next: null });
  });
});
