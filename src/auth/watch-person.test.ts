import { afterEach, expect, test } from 'vitest';
import { AppError } from '#lib/app-error';
import { identityStore, type Identity, type Person } from './identity';
import { watchPerson } from './watch-person';

const person = (phone: string, linkedAt: string | null = null): Person => {
  return { zaloName: 'Ánh', phone, fullName: null, idNumber: null, linkedAt };
};
const contact = (phone: string): Identity => ({ state: 'contact', person: person(phone), unread: 0 });
const unreachable: Identity = { state: 'unreachable', error: new AppError('offline') };

afterEach(() => identityStore.set({ state: 'unknown' }));

/** How often somebody was gone on the way. */
function goneOn(...way: Identity[]): number {
  let gone = 0;
  const unwatch = watchPerson(() => (gone += 1));
  for (const identity of way) identityStore.set(identity);
  unwatch();
  return gone;
}

test.each([
  ['nobody yet, then somebody', 0, [{ state: 'visitor' }, contact('0987 ••• 214')]],
  ['the same person, linked meanwhile', 0, [contact('0987 ••• 214'), { ...contact('0987 ••• 214'), state: 'citizen' }]],
  ['out of reach, and there again', 0, [contact('0987 ••• 214'), unreachable, contact('0987 ••• 214')]],
  ['known no longer', 1, [contact('0987 ••• 214'), { state: 'visitor' }]],
  ['somebody else at once', 1, [contact('0987 ••• 214'), contact('0912 ••• 678')]],
  ['somebody else, after a time out of reach', 1, [contact('0987 ••• 214'), unreachable, contact('0912 ••• 678')]],
] as const)('%s', (_, gone, way) => {
  expect(goneOn(...(way as readonly Identity[]))).toBe(gone);
});
