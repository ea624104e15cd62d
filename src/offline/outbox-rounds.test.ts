import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOutboxPhone, photoOf, say, statesOf } from '../../tests/support/outbox-phone';
import { AppError, type AppErrorKind } from '#lib/app-error';
import { randomSecret } from '#lib/random';
import type { Outbox } from './outbox';
import type { Arrival } from './outbox-kind';

let phone: ReturnType<typeof createOutboxPhone>;
const later = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  phone = createOutboxPhone();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The app is gone in the middle of whatever it would do next. */
async function kill(): Promise<void> {
  await later(0);
  vi.clearAllTimers();
}

/** Tries nothing until the very end of each of these times. */
async function triesAgainAfter(...times: number[]): Promise<void> {
  for (const seconds of times) {
    const before = phone.tried.length;
    await later(seconds - 0.001);
    expect(phone.tried).toHaveLength(before);
    await later(0.001);
    expect(phone.tried).toHaveLength(before + 1);
  }
}

describe('by itself again', () => {
  test.each(['offline', 'session', 'level', 'host'] as const)('%s: twice as late each time', async (trouble) => {
    phone.meets.set('một', trouble);
    const box = await phone.openWithKeys();
    await box.add(phone.kind, say('một'));
    await later(0);
    expect(phone.tried).toEqual(['một']);
    await triesAgainAfter(5, 10, 20, 40, 60, 60);
    expect(box.items.get()[0]?.state).toEqual({ state: 'waiting', error: new AppError(trouble) });
  });

  test.each(['timeout', 'server', 'busy'] as const)('%s: half as late again', async (trouble) => {
    phone.meets.set('một', trouble);
    const box = await phone.openWithKeys();
    await box.add(phone.kind, say('một'));
    await later(0);
    await triesAgainAfter(5, 7.5, 11.25, 16.875);
    expect(box.items.get()[0]?.state).toMatchObject({ state: 'waiting', error: { kind: trouble } });
  });

  test('without a key, and phone.sent from memory: as late as without a network', async () => {
    phone.keys = new AppError('server');
    phone.meets.set('một', 'timeout');
    await phone.openApp().add(phone.kind, say('một'));
    await later(0);
    await triesAgainAfter(5, 10, 20);
  });

  test('after something arrived as soon as at first', async () => {
    phone.meets.set('một', 'offline');
    phone.meets.set('hai', 'timeout');
    const box = await phone.openWithKeys();
    await box.add(phone.kind, say('một'));
    await box.add(phone.kind, say('hai'));
    await later(5 + 10 + 20);
    phone.meets.delete('một');
    await box.wake();
    expect(statesOf(box)).toEqual(['arrived', 'waiting']);
    await triesAgainAfter(5, 7.5);
  });

  test('asked for in between, the clock begins anew', async () => {
    phone.meets.set('một', 'offline');
    const box = await phone.openWithKeys();
    await box.add(phone.kind, say('một'));
    await later(3);
    await box.wake();
    expect(phone.tried).toHaveLength(2);
    await triesAgainAfter(10);
  });

  test('nothing left to wait for: no clock', async () => {
    phone.meets.set('tệ', 'invalid');
    const box = await phone.openWithKeys();
    await box.add(phone.kind, say('tệ'));
    await box.add(phone.kind, say('tốt'));
    await later(0);
    expect([statesOf(box), vi.getTimerCount()]).toEqual([['refused', 'arrived'], 0]);
    const asked = phone.keysAsked;
    await box.lock();
    await phone.openApp().begin();
    expect([vi.getTimerCount(), phone.keysAsked]).toEqual([0, asked + 2]);
  });

  test('what is sealed and has no key yet is worth waiting for', async () => {
    phone.meets.set('một', 'offline');
    await (await phone.openWithKeys()).add(phone.kind, say('một'));
    await kill();
    const mine = phone.keys;
    phone.keys = new AppError('offline');
    const box = phone.openApp();
    await box.begin();
    expect(statesOf(box)).toEqual(['sealed']);
    phone.keys = mine;
    phone.meets.clear();
    await later(5);
    await vi.waitFor(() => expect(statesOf(box)).toEqual(['arrived']));
  });
});

describe('one behind the other', () => {
  async function twoWithFirstMeeting(trouble: AppErrorKind): Promise<Outbox> {
    const box = await phone.openWithKeys();
    phone.meets.set('một', 'offline');
    await box.add(phone.kind, say('một'));
    await box.add(phone.kind, say('hai'));
    phone.tried = [];
    phone.meets.set('một', trouble);
    await box.wake();
    return box;
  }

  test.each(['offline', 'session', 'level', 'host'] as const)('%s: nobody behind is tried', async (trouble) => {
    expect(statesOf(await twoWithFirstMeeting(trouble))).toEqual(['waiting', 'waiting']);
    expect(phone.tried).toEqual(['một']);
  });

  test.each(['timeout', 'server', 'busy'] as const)('%s: the next goes, this one waits', async (trouble) => {
    expect(statesOf(await twoWithFirstMeeting(trouble))).toEqual(['waiting', 'arrived']);
  });

  test.each(['invalid', 'conflict', 'forbidden', 'missing', 'bug'] as const)('%s: refused', async (trouble) => {
    const box = await twoWithFirstMeeting(trouble);
    expect(box.items.get().map(({ state }) => state)).toEqual([
      { state: 'refused', error: new AppError(trouble) },
      { state: 'arrived', arrival: phone.arrival },
    ]);
  });

  test('refused: tried again only when asked for', async () => {
    const box = await twoWithFirstMeeting('invalid');
    phone.meets.clear();
    await box.wake();
    expect([phone.tried.length, statesOf(box)]).toEqual([2, ['refused', 'arrived']]);
    await box.wake({ refusedToo: true });
    expect([phone.tried.length, statesOf(box)]).toEqual([3, ['arrived', 'arrived']]);
  });

  test('what arrived of what the phone had stays so, though another must go again', async () => {
    await twoWithFirstMeeting('offline');
    await kill();
    phone.meets.set('hai', 'timeout');
    phone.meets.delete('một');
    const box = phone.openApp();
    await box.begin();
    await box.wake();
    expect(statesOf(box)).toEqual(['arrived', 'waiting']);
    expect(phone.tried.filter((words) => words === 'một')).toHaveLength(2);
  });

  test('what is handed in while another is on its way goes right after it', async () => {
    const box = await phone.openWithKeys();
    let arrive: (answer: Arrival) => void = () => undefined;
    phone.meets.set('một', () => new Promise((answer) => (arrive = answer)));
    await box.add(phone.kind, say('một'));
    await box.add(phone.kind, say('hai'));
    await later(0);
    expect([phone.tried, statesOf(box)]).toEqual([['một'], ['sending', 'waiting']]);
    arrive(phone.arrival);
    await later(0);
    expect([phone.tried, statesOf(box)]).toEqual([
      ['một', 'hai'],
      ['arrived', 'arrived'],
    ]);
  });
});

describe('on its way', () => {
  test('how far, in whole numbers, and only until it is there', async () => {
    const box = await phone.openWithKeys();
    const seen: unknown[] = [];
    box.items.subscribe(([item]) => seen.push(item?.state));
    let report: (percent: number) => void = () => undefined;
    phone.meets.set('một', ({ onProgress }) => {
      report = onProgress;
      onProgress(40.4);
      return Promise.resolve(phone.arrival);
    });
    await box.add(phone.kind, say('một'));
    await later(0);
    report(99);
    expect(seen.slice(-3)).toEqual([
      { state: 'sending', percent: 0 },
      { state: 'sending', percent: 40 },
      { state: 'arrived', arrival: phone.arrival },
    ]);
    expect(phone.storage.get('outbox')).toBe('[]');
  });

  test('given up meanwhile: nobody is told, and the next goes', async () => {
    const box = await phone.openWithKeys();
    let fail: (error: AppError) => void = () => undefined;
    let report: (percent: number) => void = () => undefined;
    phone.meets.set('một', ({ onProgress }) => {
      report = onProgress;
      return new Promise((_, reject) => (fail = reject));
    });
    const { id } = await box.add(phone.kind, say('một'));
    await box.add(phone.kind, say('hai'));
    await later(0);
    await box.drop(id);
    report(50);
    fail(new AppError('offline'));
    await later(0);
    expect(statesOf(box)).toEqual(['arrived']);
    expect([phone.tried, [...phone.storage.keys()]]).toEqual([['một', 'hai'], ['outbox']]);
  });

  test('what a kind keeps is what goes the next time, with its files; only what lies on the phone is written there', async () => {
    phone.meets.set('một', async ({ keep }) => {
      await keep({ words: 'một', step: 1 });
      throw new AppError('timeout');
    });
    const box = await phone.openWithKeys();
    phone.room = 1_000;
    await box.add(phone.kind, say('một', [photoOf(5_000)]));
    await later(0);
    phone.meets.clear();
    expect([...phone.storage.keys()]).toEqual(['outbox']);
    await box.wake();
    expect(phone.sent.at(-1)).toMatchObject({ content: { words: 'một', step: 1 }, files: [{ size: 5_000 }] });
  });

  test('it is closed with the key its parcel was closed with, though a newer one came', async () => {
    phone.meets.set('một', 'offline');
    const [old] = phone.keys as string[];
    await (await phone.openWithKeys()).add(phone.kind, say('một', [photoOf(3)]));
    await kill();
    phone.keys = [randomSecret(), old ?? ''];
    phone.meets.set('một', async ({ keep }) => {
      await keep({ words: 'một', step: 1 });
      throw new AppError('timeout');
    });
    await phone.openApp().begin();
    await kill();
    phone.meets.clear();
    const box = phone.openApp();
    await box.begin();
    expect(statesOf(box)).toEqual(['arrived']);
    expect(phone.sent.at(-1)).toMatchObject({ content: { words: 'một', step: 1 }, files: [{ size: 3 }] });
  });
});
