// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { beforeEach, expect, test } from 'vitest';
import { AppError } from '#api';
import { randomSecret } from '#lib/random';
import { installFakeZalo } from '../../tests/support/fake-zalo';
import { createOutbox, type Outbox } from './outbox';
import type { AnyOutboxKind } from './outbox-kind';

const zalo = installFakeZalo();
const secret = randomSecret();
let network: boolean;
let arrived: number;

const kind: AnyOutboxKind = {
  ...{ name: 'report', version: 1, migrate: (content) => content, title: String },
  deliver() {
    if (!network) return Promise.reject(new AppError('offline'));
    arrived += 1;
    return Promise.resolve({ at: '2026-11-26T03:00:00.000Z', code: 'PA-261126-0001', about: 'r-1', refusedFiles: 0 });
  },
};
const openApp = (): Outbox =>
  createOutbox({
    kinds: { report: () => Promise.resolve(kind) },
    readKeys: () => (network ? Promise.resolve([secret]) : Promise.reject(new AppError('offline'))),
  });
const states = (box: Outbox) => box.items.get().map(({ state: { state } }) => state);

/** Two things kept on the phone, without a network. */
async function twoWaiting(): Promise<Outbox> {
  const box = openApp();
  await box.prepare();
  network = false;
  for (const content of ['Ổ gà', 'Đèn tắt']) await box.add(kind, { content, files: [] });
  return box;
}

beforeEach(() => {
  XMLHttpRequest.prototype.send = () => undefined;
  network = true;
  arrived = 0;
  zalo.storage.clear();
  window.localStorage.clear();
});

test('begun twice at once, as at the start and when somebody else comes: each is there once', async () => {
  await twoWaiting();
  const after = openApp();
  await Promise.all([after.begin(), after.lock()]);
  expect(states(after)).toEqual(['sealed', 'sealed']);
});

test('its owner deleted while the phone was being read: nothing of theirs comes back, nothing is sent', async () => {
  const before = await twoWaiting();
  const after = openApp();
  const reading = after.begin();
  after.forget();
  await reading;
  expect(states(after)).toEqual([]);
  before.forget();
  network = true;
  await before.wake();
  expect([states(before), arrived]).toEqual([[], 0]);
});
