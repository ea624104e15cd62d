import { expect, test } from 'vitest';
import { AppError } from '#lib/app-error';
import { isWaiting, type OutboxState } from './outbox-item';

const error = new AppError('invalid');
const arrival = { at: '2026-11-26T03:00:00.000Z', code: 'PA-261126-0001', about: 'r-1', refusedFiles: 0 };

test.each<[OutboxState, boolean]>([
  [{ state: 'waiting', error: undefined }, true],
  [{ state: 'sending', percent: 40 }, true],
  [{ state: 'sealed' }, true],
  // The person may have it tried again.
  [{ state: 'refused', error }, true],
  [{ state: 'arrived', arrival }, false],
  [{ state: 'lost' }, false],
])('$state: waits %s', (state, waits) => {
  const rest = { id: 'a', kind: 'report', at: arrival.at, title: 'x', kept: 'kept', lostFiles: 0 } as const;
  expect(isWaiting({ ...rest, state })).toBe(waits);
});
