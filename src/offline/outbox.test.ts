// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '#api';
import { randomSecret } from '#lib/random';
import { loadInside } from '../../tests/support/behind-doors';
import { installFakeZalo } from '../../tests/support/fake-zalo';
import { createOutbox, type Outbox } from './outbox';
import type { AnyOutboxKind, Delivery } from './outbox-kind';

const zalo = installFakeZalo();
// On a busy machine the SDK may come later than a test would wait for it.
beforeAll(async () => void (await vi.waitFor(() => loadInside(), 60_000)), 70_000);
const arrived = { at: '2026-11-26T03:00:00.000Z', code: 'PA-261126-0001', about: 'r-1', refusedFiles: 0 };
const secret = randomSecret();
const { send } = XMLHttpRequest.prototype;

interface Server {
  network: boolean;
  keys: readonly string[];
  /** Ids the server has, in the order in which they came. */
  has: string[];
  bad: Set<string>;
  answerLost: number;
  seen: Delivery<unknown>[];
}
let server: Server;

const kind: AnyOutboxKind = {
  name: 'report',
  version: 2,
  migrate: (content, version) => (version === 1 ? { words: content } : content),
  title: (content) => (content as { words: string }).words,
  about: (content) => `r ${(content as { words: string }).words}`,
  deliver(delivery) {
    server.seen.push(delivery);
    if (!server.network) return Promise.reject(new AppError('offline'));
    if (server.bad.has((delivery.content as { words: string }).words)) {
      return Promise.reject(new AppError('invalid'));
    }
    // Exactly once is the server's doing, by the id; the outbox must only never change it.
    if (!server.has.includes(delivery.id)) server.has.push(delivery.id);
    delivery.onProgress(40);
    if (server.answerLost > 0) {
      server.answerLost -= 1;
      return Promise.reject(new AppError('timeout'));
    }
    return Promise.resolve(arrived);
  },
};

/** The app, opened anew: nothing of it is left but what the phone keeps. */
function openApp(): Outbox {
  return createOutbox({
    kinds: { report: () => Promise.resolve(kind) },
    readKeys: () => (server.network ? Promise.resolve(server.keys) : Promise.reject(new AppError('offline'))),
  });
}

const photo = (text: string): File => new File([text], 'anh.jpg', { type: 'image/jpeg' });
const say = (words: string, files: File[] = []) => ({ content: { words }, files });
const states = (box: Outbox) => box.items.get().map(({ state: { state } }) => state);
const keys = () => [...zalo.storage.keys()].filter((key) => key.includes('outbox'));

beforeEach(() => {
  // An app that was killed tries nothing any more: its clock stands still until a test moves it.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  XMLHttpRequest.prototype.send = () => undefined;
  server = { network: true, keys: [secret], has: [], bad: new Set(), answerLost: 0, seen: [] };
  zalo.storage.clear();
  window.localStorage.clear();
});
afterEach(() => {
  XMLHttpRequest.prototype.send = send;
  vi.useRealTimers();
});

/** Somebody who had a network when the form was opened, and has none now. */
async function offlineWithKey(): Promise<Outbox> {
  const box = openApp();
  await box.begin();
  await box.prepare();
  server.network = false;
  return box;
}

describe('kept without a network', () => {
  test('sealed on the phone, opened after a restart, sent once, in order, and then gone from the phone', async () => {
    const before = await offlineWithKey();
    const first = await before.add(kind, say('Ổ gà', [photo('một'), photo('hai')]));
    const second = await before.add(kind, say('Đèn tắt'));
    expect([first.kept, second.kept]).toEqual(['kept', 'kept']);
    await vi.waitFor(() => expect(states(before)).toEqual(['waiting', 'waiting']));
    expect(JSON.stringify([...zalo.storage])).not.toMatch(/Ổ gà|Đèn|anh.jpg/);

    const after = openApp();
    await after.begin();
    expect(states(after)).toEqual(['sealed', 'sealed']);
    server.network = true;
    await after.wake();
    expect(server.has).toEqual([first.id, second.id]);
    expect(states(after)).toEqual(['arrived', 'arrived']);
    expect(after.items.get().map(({ title }) => title)).toEqual(['Ổ gà', 'Đèn tắt']);
    for (const box of [before, after])
      expect(box.items.get().map(({ about }) => about)).toEqual(['r Ổ gà', 'r Đèn tắt']);
    const files = server.seen.at(-2)?.files ?? [];
    expect(await Promise.all(files.map((file) => file.text()))).toEqual(['một', 'hai']);
    expect(keys()).toEqual(['tns.tay-ninh.outbox']);

    const later = openApp();
    await later.begin();
    expect(states(later)).toEqual([]);
    expect(later.wiped.get()).toBe(0);
  });

  test('a reply that is lost, and the app killed: sent again under the same id', async () => {
    const before = openApp();
    server.answerLost = 9;
    await before.add(kind, say('Ổ gà'));
    await before.wake();
    expect(states(before)).toEqual(['waiting']);
    server.answerLost = 0;
    const after = openApp();
    await after.begin();
    expect(states(after)).toEqual(['arrived']);
    expect(server.has).toHaveLength(1);
    expect(new Set(server.seen.map(({ id }) => id)).size).toBe(1);
  });

  test('what a kind keeps on the way is what is delivered after a kill', async () => {
    const box = await offlineWithKey();
    await box.add(kind, say('Ổ gà', [photo('một')]));
    const [delivery] = server.seen;
    await delivery?.keep({ words: 'Ổ gà', sent: ['tep-1'] });
    const after = openApp();
    server.network = true;
    await after.begin();
    expect(server.seen.at(-1)?.content).toEqual({ words: 'Ổ gà', sent: ['tep-1'] });
    expect(server.seen.at(-1)?.files).toHaveLength(1);
  });

  test('an older app’s content is moved', async () => {
    const box = await offlineWithKey();
    await box.add(kind, { content: { words: 'x' }, files: [] });
    const index = zalo.storage.get('tns.tay-ninh.outbox') ?? '';
    zalo.storage.set('tns.tay-ninh.outbox', index.replace('"version":2', '"version":1'));
    const after = openApp();
    server.network = true;
    await after.begin();
    expect(server.seen.at(-1)?.content).toEqual({ words: { words: 'x' } });
  });
});

test('handing in while another arrives: both are where they belong', async () => {
  const box = openApp();
  await box.prepare();
  await Promise.all(['một', 'hai', 'ba', 'bốn'].map((words) => box.add(kind, say(words, [photo(words)]))));
  await box.wake();
  expect(states(box)).toEqual(['arrived', 'arrived', 'arrived', 'arrived']);
  expect(keys()).toEqual(['tns.tay-ninh.outbox']);
  const later = openApp();
  await later.begin();
  expect([later.items.get(), later.wiped.get()]).toEqual([[], 0]);
});

describe('one bad one', () => {
  test('does not block the rest, is said, and is tried again only when asked', async () => {
    server.bad.add('tệ');
    const box = openApp();
    await box.add(kind, say('tệ'));
    await box.add(kind, say('tốt'));
    await box.wake();
    expect(states(box)).toEqual(['refused', 'arrived']);
    const tries = server.seen.length;
    await box.wake();
    expect(server.seen).toHaveLength(tries);
    server.bad.clear();
    await box.wake({ refusedToo: true });
    expect(states(box)).toEqual(['arrived', 'arrived']);
  });

  test('trouble of the server with one lets the next go; without a network nobody is tried in vain', async () => {
    server.answerLost = 1;
    const box = await offlineWithKey();
    await box.add(kind, say('một'));
    await box.add(kind, say('hai'));
    await box.wake();
    expect(server.seen.every(({ content }) => (content as { words: string }).words === 'một')).toBe(true);
    server.network = true;
    await box.wake();
    expect(states(box)).toEqual(['waiting', 'arrived']);
  });
});

test('code that does not come leaves it sealed, and the next round opens it', async () => {
  const before = await offlineWithKey();
  await before.add(kind, say('Ổ gà'));
  server.network = true;
  let comes = false;
  const after = createOutbox({
    kinds: { report: () => (comes ? Promise.resolve(kind) : Promise.reject(new TypeError('chunk'))) },
    readKeys: () => Promise.resolve(server.keys),
  });
  await after.begin();
  expect(states(after)).toEqual(['sealed']);
  comes = true;
  await after.wake();
  expect(states(after)).toEqual(['arrived']);
});

describe('what the phone does to it', () => {
  test('no key yet: kept in memory only, said; kept as soon as there is one', async () => {
    server.network = false;
    const box = openApp();
    const item = await box.add(kind, say('Ổ gà'));
    expect(item.kept).toBe('noKey');
    expect(keys()).toEqual([]);
    server.network = true;
    server.answerLost = 1;
    await box.wake();
    expect(box.items.get()[0]?.kept).toBe('kept');
  });

  test('no room: nothing is pretended, what lay there before is untouched, and it is still sent from memory', async () => {
    const box = await offlineWithKey();
    const small = await box.add(kind, say('nhỏ'));
    const large = await box.add(kind, say('lớn', [photo('x'.repeat(2_600_000))]));
    expect([small.kept, large.kept]).toEqual(['kept', 'full']);
    expect(keys().filter((key) => key.includes(large.id))).toEqual([]);
    server.network = true;
    await box.wake();
    expect(states(box)).toEqual(['arrived', 'arrived']);
  });

  test('a photo thrown out by Zalo: counted, the rest is sent; nothing left: lost, and said', async () => {
    const before = await offlineWithKey();
    const { id } = await before.add(kind, say('Ổ gà', [photo('một'), photo('hai')]));
    const other = await before.add(kind, say('Đèn tắt'));
    zalo.storage.delete(`tns.tay-ninh.outbox.${id}.1`);
    zalo.storage.delete(`tns.tay-ninh.outbox.${other.id}.0`);
    const after = openApp();
    server.network = true;
    await after.begin();
    expect(after.items.get()[0]).toMatchObject({ lostFiles: 1, state: { state: 'arrived' } });
    expect(states(after)).toEqual(['arrived', 'lost']);
  });

  test('wiped altogether: how many there were is said, once', async () => {
    const before = await offlineWithKey();
    await before.add(kind, say('Ổ gà'));
    zalo.storage.clear();
    const after = openApp();
    await after.begin();
    expect(after.wiped.get()).toBe(1);
    await after.forgetWiped();
    const later = openApp();
    await later.begin();
    expect(later.wiped.get()).toBe(0);
  });

  test('somebody else holds the phone: not theirs, not shown, and still there for its owner', async () => {
    const before = await offlineWithKey();
    await before.add(kind, say('của Mai'));
    const mine = server.keys;
    server.keys = [randomSecret()];
    server.network = true;
    const other = openApp();
    await other.begin();
    expect(other.items.get()).toEqual([]);
    expect(server.has).toEqual([]);
    server.keys = [randomSecret(), ...mine];
    const back = openApp();
    await back.begin();
    expect(states(back)).toEqual(['arrived']);
  });

  test('killed while it was being written down: no half of it is left', async () => {
    const before = await offlineWithKey();
    await before.add(kind, say('Ổ gà', [photo('một')]));
    const index = zalo.storage.get('tns.tay-ninh.outbox') ?? '';
    zalo.storage.set('tns.tay-ninh.outbox', index.replace('"whole":true', '"whole":false'));
    const after = openApp();
    await after.begin();
    expect(states(after)).toEqual([]);
    expect(keys()).toEqual(['tns.tay-ninh.outbox']);
  });

  test('given up by the person: gone from the phone, never sent', async () => {
    const box = await offlineWithKey();
    const { id } = await box.add(kind, say('Ổ gà'));
    await box.drop(id);
    server.network = true;
    await box.wake();
    expect(server.has).toEqual([]);
    expect(keys()).toEqual(['tns.tay-ninh.outbox']);
  });
});
