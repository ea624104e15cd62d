import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { firstDraft as draft, named } from '../../tests/support/draft-desk';
import { AppError } from '#api';
import { createDraftKeeper, type Draft } from './draft-keeper';

const written = named('An');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('deleted on another phone, and nobody looks any more: it is let go instead of being tried for ever', async () => {
  const onIdle = vi.fn();
  const send = vi.fn(() => Promise.reject(new AppError('missing', { code: 'not-found' })));
  const keeper = createDraftKeeper({ draft, send, onIdle });
  const leave = keeper.hold();
  keeper.change(written);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(keeper.save.get().state).toBe('failed');
  expect(onIdle).not.toHaveBeenCalled();
  leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onIdle).toHaveBeenCalled();
  expect(send).toHaveBeenCalledTimes(2);
});

test('halted: what is under way is waited for, and nothing more is saved before it goes on', async () => {
  let answer: (saved: Draft) => void = () => undefined;
  const send = vi.fn(() => new Promise<Draft>((resolve) => void (answer = resolve)));
  const keeper = createDraftKeeper({ draft, send });
  keeper.change(written);
  await vi.advanceTimersByTimeAsync(2_000);
  const halted = vi.fn();
  const halting = keeper.halt().then((goOn) => {
    halted();
    return goOn;
  });
  keeper.change({ ...written, answers: { childName: 'Anh' } });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(halted).not.toHaveBeenCalled();
  answer({ ...draft, answers: written.answers, rev: 2 });
  const goOn = await halting;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(send).toHaveBeenCalledTimes(1);
  goOn();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(send).toHaveBeenCalledTimes(2);
});

test('ended: what waits is not saved, nor what was refused tried again', async () => {
  const send = vi.fn(() => Promise.reject(new AppError('server')));
  const keeper = createDraftKeeper({ draft, send });
  keeper.change(written);
  await vi.advanceTimersByTimeAsync(2_000);
  keeper.end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(send).toHaveBeenCalledTimes(1);
});
