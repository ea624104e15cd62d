import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDraftDesk, firstDraft, named, oldAnswer, paperOfDraft } from '../../tests/support/draft-desk';
import { AppError } from '#api';
import type { Draft, DraftKeeper } from './draft-keeper';

let desk: ReturnType<typeof createDraftDesk>;
let keeper: DraftKeeper;
const open = (draft?: Draft): void => {
  desk = createDraftDesk(draft);
  ({ keeper } = desk);
};
const state = () => keeper.save.get().state;
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  open();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('when it is saved', () => {
  test('a second and a half after the last change', async () => {
    keeper.change(named('A'));
    await later(1_000);
    keeper.change(named('An'));
    await later(1_499);
    expect([desk.received.length, state()]).toEqual([0, 'waiting']);
    await later(1);
    expect(desk.received).toEqual([{ ...named('An'), rev: 1, formVersion: '2026-11-01.1' }]);
  });

  test('four seconds after the first, however much is typed; and again four seconds after what came next', async () => {
    const typing = async (from: number): Promise<void> => {
      for (let ms = 0; ms < 4_000; ms += 1_000) {
        keeper.change(named('x'.repeat(from + ms + 1)));
        await later(999);
        expect(desk.received).toHaveLength(from);
        if (ms < 3_000) await later(1);
      }
      await later(1);
      expect(desk.received).toHaveLength(from + 1);
    };
    await typing(0);
    await later(10_000);
    await typing(1);
  });

  test('ten seconds after it failed', async () => {
    desk.meets = [new AppError('server'), new AppError('offline')];
    keeper.change(named('An'));
    await keeper.flush();
    expect(keeper.save.get()).toMatchObject({ state: 'failed', error: { kind: 'server' } });
    await later(9_999);
    expect(desk.received).toHaveLength(1);
    await later(1);
    expect([desk.received.length, keeper.save.get()]).toEqual([2, { state: 'offline' }]);
    await later(10_000);
    expect([desk.received.length, state()]).toEqual([3, 'saved']);
  });

  test('typed on while it has failed: still said to have failed, and saved soon', async () => {
    desk.meets = [new AppError('server')];
    keeper.change(named('A'));
    await keeper.flush();
    keeper.change(named('An'));
    expect(state()).toBe('failed');
    await later(1_500);
    expect([desk.received.at(-1)?.answers, state()]).toEqual([{ childName: 'An' }, 'saved']);
  });

  test('on its way it says so, and what is typed then goes after the answer', async () => {
    let answer: (draft: Draft) => void = () => undefined;
    desk.meets = [new Promise((resolve) => (answer = resolve)), { ...firstDraft, rev: 3, files: [paperOfDraft] }];
    keeper.change(named('A'));
    await later(1_500);
    expect(state()).toBe('saving');
    keeper.change(named('An'));
    await later(5_000);
    expect(desk.received).toHaveLength(1);
    answer({ ...firstDraft, answers: { childName: 'A' }, rev: 2 });
    await later(0);
    expect(desk.received.at(-1)).toMatchObject({ answers: { childName: 'An' }, rev: 2 });
    expect([state(), keeper.files.get()]).toEqual(['saved', [paperOfDraft]]);
  });

  test('typed and taken back: what is saved is what was last', async () => {
    keeper.change(named('A'));
    keeper.change(named(''));
    expect(await keeper.flush()).toBe(true);
    expect(desk.received.at(-1)?.answers).toEqual({ childName: '' });
  });

  test('nothing typed: nothing to save, all is saved; after a failure it is not', async () => {
    expect([await keeper.flush(), desk.received.length]).toEqual([true, 0]);
    desk.meets = [new AppError('server')];
    keeper.change(named('An'));
    expect(await keeper.flush()).toBe(false);
    expect(keeper.work()).toEqual(named('An'));
  });

  test('an old answer that is dropped, a page turned, an answer changed: each is something new', async () => {
    open({ ...firstDraft, oldAnswers: [oldAnswer] });
    keeper.change({ ...named(''), oldAnswers: [oldAnswer] });
    await later(2_000);
    expect(desk.received).toHaveLength(0);
    for (const work of [named(''), named('', 'me'), named('A', 'me')]) {
      keeper.change(work);
      await keeper.flush();
    }
    expect(desk.received.map(({ rev }) => rev)).toEqual([1, 2, 3]);
  });

  test('signs no server can keep are dropped from every depth, others are not', async () => {
    const typed = 'a\u0000b\udc00c\ud83dd \ue000 \ud7ff 😀';
    keeper.change({ ...named(typed), answers: { people: [{ name: typed, age: 3 }] } });
    await keeper.flush();
    expect(desk.received[0]?.answers).toEqual({ people: [{ name: 'abcd \ue000 \ud7ff 😀', age: 3 }] });
  });
});

describe('who still needs it', () => {
  test('nobody, once it is saved and no longer shown', async () => {
    const [one, two] = [keeper.hold(), keeper.hold()];
    keeper.change(named('An'));
    one();
    await later(0);
    expect([desk.received.length, desk.idle]).toEqual([1, 0]);
    two();
    await later(0);
    expect(desk.idle).toBe(1);
  });

  test('whoever left it unsaved: it goes on until it is', async () => {
    desk.meets = [new AppError('offline')];
    const leave = keeper.hold();
    keeper.change(named('An'));
    leave();
    await later(9_999);
    expect(desk.idle).toBe(0);
    await later(1);
    expect([desk.idle, vi.getTimerCount()]).toEqual([1, 0]);
  });

  test('left while it is on its way: after the answer', async () => {
    let answer: (draft: Draft) => void = () => undefined;
    desk.meets = [new Promise((resolve) => (answer = resolve))];
    const leave = keeper.hold();
    keeper.change(named('An'));
    await later(1_500);
    leave();
    await later(0);
    expect(desk.idle).toBe(0);
    answer({ ...firstDraft, answers: { childName: 'An' }, rev: 2 });
    await later(0);
    expect(desk.idle).toBeGreaterThan(0);
  });

  test('what has become a dossier needs no saving', async () => {
    const leave = keeper.hold();
    keeper.change(named('An'));
    keeper.sent('d-1');
    await later(60_000);
    leave();
    await later(0);
    expect([desk.received.length, desk.idle]).toEqual([0, 1]);
  });

  test('a draft that was moved is saved as soon as somebody shows it, not before', async () => {
    open({ ...firstDraft, movedFrom: '2025-01-01.1' });
    await later(60_000);
    expect(desk.received).toHaveLength(0);
    keeper.hold();
    await later(0);
    expect(desk.received).toHaveLength(1);
    keeper.hold();
    await later(60_000);
    expect(desk.received).toHaveLength(1);
  });

  test('shown anew while it waits to be saved again: not sooner for that', async () => {
    desk.meets = [new AppError('offline')];
    keeper.change(named('An'));
    await keeper.flush();
    keeper.hold();
    await later(9_000);
    expect(desk.received).toHaveLength(1);
  });
});
