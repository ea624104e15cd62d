import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { singleFlight } from './single-flight';
import { createStore } from './store';
import { withTimeLimit } from './time-limit';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const late = (): Error => new Error('late');

describe('a time limit', () => {
  test('what never settles ends all the same', async () => {
    const outcome = withTimeLimit(new Promise(() => undefined), 100, late).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(100);
    expect(await outcome).toEqual(late());
  });

  test('what settles in time is passed on, good or bad, and leaves no timer behind', async () => {
    expect(await withTimeLimit(Promise.resolve(1), 100, late)).toBe(1);
    await expect(withTimeLimit(Promise.reject(new Error('no')), 100, late)).rejects.toThrow('no');
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a single flight', () => {
  test('is shared while it lasts, and starts anew afterwards, also after a failure', async () => {
    let runs = 0;
    const fly = singleFlight(async () => {
      runs += 1;
      if (runs === 1) throw new Error('first');
      return runs;
    });
    const both = await Promise.allSettled([fly(), fly()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await fly()).toBe(2);
  });
});

describe('a store', () => {
  test('tells watchers of changes only, and no longer when they have left', () => {
    const store = createStore(1);
    const heard: number[] = [];
    const leave = store.subscribe((value) => heard.push(value));
    store.set(1);
    store.set(2);
    leave();
    store.set(3);
    expect(heard).toEqual([2]);
    expect(store.get()).toBe(3);
  });
});
