import { describe, expect, test } from 'vitest';
import { dayOf, longDate, momentInWords, shortDate, timeOf } from './dates';

describe('dates, as people in Viet Nam read them, whatever the phone is set to', () => {
  test('a moment late in the evening UTC is the next day here', () => {
    expect(dayOf('2026-11-23T18:30:00Z')).toBe('2026-11-24');
    expect(timeOf('2026-11-23T18:30:00Z')).toBe('01:30');
    expect(dayOf('2026-12-31T17:00:00Z')).toBe('2027-01-01');
    expect(dayOf('2028-02-28T17:00:00Z')).toBe('2028-02-29');
  });

  test('in words; a line ends after the comma or not at all', () => {
    expect(shortDate('2026-11-26')).toBe('26/11/2026');
    expect(longDate('2026-11-26', 'vi')).toBe('thứ\u00a0năm, 26/11/2026');
    expect(longDate('2026-11-29', 'vi')).toBe('Chủ\u00a0nhật, 29/11/2026');
    expect(longDate('2026-11-26', 'en')).toBe('Thursday, 26/11/2026');
  });

  test('today and yesterday by name', () => {
    const now = new Date('2026-11-23T20:00:00Z');
    expect(momentInWords('2026-11-23T17:05:00Z', now, 'vi')).toBe('00:05 hôm nay');
    expect(momentInWords('2026-11-23T16:59:00Z', now, 'vi')).toBe('23:59 hôm qua');
    expect(momentInWords('2026-11-20T03:00:00Z', now, 'en')).toBe('10:00 Friday, 20/11/2026');
  });
});
