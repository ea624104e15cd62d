import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOutboxPhone, photoOf, say, statesOf } from '../../tests/support/outbox-phone';
import { AppError } from '#lib/app-error';
import { setClock } from '#lib/clock';
import { randomSecret } from '#lib/random';
import type { AnyOutboxKind } from './outbox-kind';

const NOW = new Date('2026-11-26T02:00:00.000Z');
let backInTime: () => void;
let phone: ReturnType<typeof createOutboxPhone>;
const later = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  backInTime = setClock({ now: () => NOW });
  phone = createOutboxPhone();
});
afterEach(() => {
  vi.useRealTimers();
  backInTime();
});

/** The app is gone in the middle of whatever it would do next. */
async function kill(): Promise<void> {
  await later(0);
  vi.clearAllTimers();
}

describe('handed in', () => {
  test('said at once, with its moment and its words', async () => {
    const box = await phone.openWithKeys();
    phone.meets.set('một', 'offline');
    const adding = box.add(phone.kind, say('một'));
    expect(box.items.get()).toMatchObject([{ title: 'một', kept: 'noKey', state: { state: 'waiting' } }]);
    const item = await adding;
    expect(item).toEqual({
      ...{ id: item.id, kind: 'report', at: NOW.toISOString(), title: 'một', kept: 'kept', lostFiles: 0 },
      state: { state: 'waiting', error: undefined },
    });
    expect(box.items.get()[0]).toMatchObject({ id: item.id, kept: 'kept', title: 'một' });
  });

  const shrinking = (): AnyOutboxKind & { asked: number } => {
    const small = {
      ...phone.kind,
      asked: 0,
      shrink: () => {
        small.asked += 1;
        return Promise.resolve([photoOf(10)]);
      },
    };
    return small;
  };

  test('no room: with smaller files, where there is a way to make them smaller', async () => {
    const box = await phone.openWithKeys();
    const smaller = shrinking();
    phone.room = 1_000;
    expect(await box.add(smaller, say('một', [photoOf(5_000)]))).toMatchObject({ kept: 'kept' });
    await later(0);
    expect(phone.sent.at(-1)?.files).toMatchObject([{ size: 10 }]);
    expect(await box.add(phone.kind, say('hai', [photoOf(5_000)]))).toMatchObject({ kept: 'full' });
  });

  test('nothing is made smaller that fits, or that has no files', async () => {
    const box = await phone.openWithKeys();
    const smaller = shrinking();
    expect(await box.add(smaller, say('một', [photoOf(5_000)]))).toMatchObject({ kept: 'kept' });
    phone.room = 10;
    expect(await box.add(smaller, say('hai'))).toMatchObject({ kept: 'full' });
    expect(smaller.asked).toBe(0);
    await later(0);
    expect(phone.sent.map(({ files }) => files.length)).toEqual([1, 0]);
  });

  test('what cannot be sealed is not kept, and goes from memory', async () => {
    const box = await phone.openWithKeys();
    const odd = photoOf(1);
    odd.arrayBuffer = () => Promise.reject(new TypeError('gone'));
    expect(await box.add(phone.kind, say('một', [odd]))).toMatchObject({ kept: 'none' });
    await later(0);
    expect(statesOf(box)).toEqual(['arrived']);
  });
});

describe('keys', () => {
  test('are asked for until there are some, and then no more', async () => {
    const box = phone.openApp();
    const mine = phone.keys;
    phone.keys = new AppError('offline');
    expect([await box.prepare(), await box.seals()]).toEqual([false, []]);
    phone.keys = mine;
    expect(await box.prepare()).toBe(true);
    expect(await box.seals()).toHaveLength(1);
    expect(phone.keysAsked).toBe(3);
  });

  test('that are none are none', async () => {
    phone.keys = ['%'];
    expect(await phone.openApp().prepare()).toBe(false);
  });

  test('that come late: what waits is kept then, what has arrived is not', async () => {
    const mine = phone.keys;
    phone.keys = new AppError('offline');
    const box = phone.openApp();
    await box.add(phone.kind, say('một'));
    await later(0);
    phone.meets.set('hai', 'offline');
    await box.add(phone.kind, say('hai'));
    expect(box.items.get().map(({ kept }) => kept)).toEqual(['noKey', 'noKey']);
    phone.keys = mine;
    expect(await box.prepare()).toBe(true);
    expect(box.items.get().map(({ kept }) => kept)).toEqual(['noKey', 'kept']);
    expect(phone.storage.size).toBe(2);
  });

  test('locked: they are asked for again, what is kept is sealed, what is only in memory is unseen until then', async () => {
    const box = await phone.openWithKeys();
    phone.meets.set('lớn', 'offline');
    phone.room = 1_000;
    await box.add(phone.kind, say('lớn', [photoOf(5_000)]));
    await box.add(phone.kind, say('nhỏ'));
    await later(0);
    const mine = phone.keys;
    phone.keys = new AppError('offline');
    await box.lock();
    expect(box.items.get().map(({ title, kept, state: { state } }) => [title, kept, state])).toEqual([
      [undefined, 'kept', 'sealed'],
    ]);
    phone.keys = mine;
    phone.meets.clear();
    await box.wake();
    expect([statesOf(box), phone.sent.at(-1)?.files.length]).toEqual([['arrived', 'arrived'], 1]);
  });

  test('of somebody else: nothing is shown to them nor sent, and both go once the owner’s keys are back', async () => {
    const box = await phone.openWithKeys();
    phone.meets.set('một', 'offline');
    phone.room = 1_000;
    await box.add(phone.kind, say('một'));
    await box.add(phone.kind, say('lớn', [photoOf(5_000)]));
    const mine = phone.keys;
    phone.keys = [randomSecret()];
    phone.meets.clear();
    const before = phone.sent.length;
    await box.lock();
    await box.wake();
    expect([box.items.get(), phone.sent.length, phone.storage.size]).toEqual([[], before, 2]);
    phone.keys = mine;
    await box.lock();
    expect(statesOf(box)).toEqual(['arrived', 'arrived']);
  });

  test('of nobody known: what was put down without any key is not taken for somebody else’s', async () => {
    phone.keys = new AppError('offline');
    const box = phone.openApp();
    phone.meets.set('một', 'offline');
    await box.add(phone.kind, say('một'));
    await later(0);
    phone.meets.clear();
    phone.keys = [randomSecret()];
    const before = phone.sent.length;
    await box.lock();
    await box.wake();
    expect([box.items.get(), phone.sent.length]).toEqual([[], before]);
  });

  test('forgotten: nothing is there, nothing waits, keys are asked for anew', async () => {
    const box = await phone.openWithKeys();
    phone.meets.set('một', 'offline');
    await box.add(phone.kind, say('một'));
    await later(0);
    box.forget();
    expect([box.items.get(), box.wiped.get(), vi.getTimerCount()]).toEqual([[], 0, 0]);
    await box.seals();
    expect(phone.keysAsked).toBe(2);
  });
});

describe('begun', () => {
  test('twice: nothing is there twice; what the phone had comes before what is new', async () => {
    phone.meets.set('cũ', 'offline');
    await (await phone.openWithKeys()).add(phone.kind, say('cũ'));
    await kill();
    phone.meets.set('mới', 'offline');
    const box = phone.openApp();
    await box.add(phone.kind, say('mới'));
    await box.begin();
    await box.begin();
    expect(box.items.get().map(({ title }) => title)).toEqual(['cũ', 'mới']);
  });

  test('of whose letter nothing is left: lost, and said', async () => {
    phone.meets.set('một', 'offline');
    const { id } = await (await phone.openWithKeys()).add(phone.kind, say('một'));
    await kill();
    phone.storage.delete(`outbox.${id}.0`);
    const box = phone.openApp();
    await box.begin();
    expect(box.items.get()[0]?.state).toEqual({ state: 'lost' });
  });

  test('a kind nobody knows stays sealed', async () => {
    phone.meets.set('một', 'offline');
    await (await phone.openWithKeys()).add(phone.kind, say('một'));
    const box = phone.openApp({});
    await box.begin();
    expect(statesOf(box)).toEqual(['sealed']);
  });

  test('what was wiped is said until it was seen', async () => {
    const box = await phone.openWithKeys();
    phone.meets.set('một', 'offline');
    await box.add(phone.kind, say('một'));
    phone.storage.clear();
    await box.begin();
    expect(box.wiped.get()).toBe(1);
    await box.forgetWiped();
    expect(box.wiped.get()).toBe(0);
  });
});
