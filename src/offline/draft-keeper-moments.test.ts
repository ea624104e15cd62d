import { describe, expect, test, vi } from 'vitest';
import { firstDraft, freshDraftDesks, named, oldAnswer, paperOfDraft } from '../../tests/support/draft-desk';
import { AppError } from '#api';
import type { Draft } from './draft-keeper';

const at = freshDraftDesks();

describe('when it is saved', () => {
  test('a second and a half after the last change', async () => {
    at.keeper.change(named('A'));
    await at.later(1_000);
    at.keeper.change(named('An'));
    await at.later(1_499);
    expect([at.desk.received.length, at.state()]).toEqual([0, 'waiting']);
    await at.later(1);
    expect(at.desk.received).toEqual([{ ...named('An'), rev: 1, formVersion: '2026-11-01.1' }]);
  });

  test('four seconds after the first, however much is typed; and again four seconds after what came next', async () => {
    const typing = async (from: number): Promise<void> => {
      for (let ms = 0; ms < 4_000; ms += 1_000) {
        at.keeper.change(named('x'.repeat(from + ms + 1)));
        await at.later(999);
        expect(at.desk.received).toHaveLength(from);
        if (ms < 3_000) await at.later(1);
      }
      await at.later(1);
      expect(at.desk.received).toHaveLength(from + 1);
    };
    await typing(0);
    await at.later(10_000);
    await typing(1);
  });

  test('ten seconds after it failed', async () => {
    at.desk.meets = [new AppError('server'), new AppError('offline')];
    at.keeper.change(named('An'));
    await at.keeper.flush();
    expect(at.keeper.save.get()).toMatchObject({ state: 'failed', error: { kind: 'server' } });
    await at.later(9_999);
    expect(at.desk.received).toHaveLength(1);
    await at.later(1);
    expect([at.desk.received.length, at.keeper.save.get()]).toEqual([2, { state: 'offline' }]);
    await at.later(10_000);
    expect([at.desk.received.length, at.state()]).toEqual([3, 'saved']);
  });

  test('typed on while it has failed: still said to have failed, and saved soon', async () => {
    at.desk.meets = [new AppError('server')];
    at.keeper.change(named('A'));
    await at.keeper.flush();
    at.keeper.change(named('An'));
    expect(at.state()).toBe('failed');
    await at.later(1_500);
    expect([at.desk.received.at(-1)?.answers, at.state()]).toEqual([{ childName: 'An' }, 'saved']);
  });

  test('on its way it says so, and what is typed then goes after the answer', async () => {
    let answer: (draft: Draft) => void = () => undefined;
    at.desk.meets = [new Promise((resolve) => (answer = resolve)), { ...firstDraft, rev: 3, files: [paperOfDraft] }];
    at.keeper.change(named('A'));
    await at.later(1_500);
    expect(at.state()).toBe('saving');
    at.keeper.change(named('An'));
    await at.later(5_000);
    expect(at.desk.received).toHaveLength(1);
    answer({ ...firstDraft, answers: { childName: 'A' }, rev: 2 });
    await at.later(0);
    expect(at.desk.received.at(-1)).toMatchObject({ answers: { childName: 'An' }, rev: 2 });
    expect([at.state(), at.keeper.files.get()]).toEqual(['saved', [paperOfDraft]]);
  });

  test('typed and taken back: what is saved is what was last', async () => {
    at.keeper.change(named('A'));
    at.keeper.change(named(''));
    expect(await at.keeper.flush()).toBe(true);
    expect(at.desk.received.at(-1)?.answers).toEqual({ childName: '' });
  });

  test('nothing typed: nothing to save, all is saved; after a failure it is not', async () => {
    expect([await at.keeper.flush(), at.desk.received.length]).toEqual([true, 0]);
    at.desk.meets = [new AppError('server')];
    at.keeper.change(named('An'));
    expect(await at.keeper.flush()).toBe(false);
    expect(at.keeper.work()).toEqual(named('An'));
  });

  test('an old answer that is dropped, a page turned, an answer changed: each is something new', async () => {
    at.open({ ...firstDraft, oldAnswers: [oldAnswer] });
    at.keeper.change({ ...named(''), oldAnswers: [oldAnswer] });
    await at.later(2_000);
    expect(at.desk.received).toHaveLength(0);
    for (const work of [named(''), named('', 'me'), named('A', 'me')]) {
      at.keeper.change(work);
      await at.keeper.flush();
    }
    expect(at.desk.received.map(({ rev }) => rev)).toEqual([1, 2, 3]);
  });

  test('signs no server can keep are dropped from every depth, others are not', async () => {
    const typed = 'a\u0000b\udc00c\ud83dd \ue000 \ud7ff 😀';
    at.keeper.change({ ...named(typed), answers: { people: [{ name: typed, age: 3 }] } });
    await at.keeper.flush();
    expect(at.desk.received[0]?.answers).toEqual({ people: [{ name: 'abcd \ue000 \ud7ff 😀', age: 3 }] });
  });
});

describe('who still needs it', () => {
  test('nobody, once it is saved and no longer shown', async () => {
    const [one, two] = [at.keeper.hold(), at.keeper.hold()];
    at.keeper.change(named('An'));
    one();
    await at.later(0);
    expect([at.desk.received.length, at.desk.idle]).toEqual([1, 0]);
    two();
    await at.later(0);
    expect(at.desk.idle).toBe(1);
  });

  test('whoever left it unsaved: it goes on until it is', async () => {
    at.desk.meets = [new AppError('offline')];
    const leave = at.keeper.hold();
    at.keeper.change(named('An'));
    leave();
    await at.later(9_999);
    expect(at.desk.idle).toBe(0);
    await at.later(1);
    expect([at.desk.idle, vi.getTimerCount()]).toEqual([1, 0]);
  });

  test('left while it is on its way: after the answer', async () => {
    let answer: (draft: Draft) => void = () => undefined;
    at.desk.meets = [new Promise((resolve) => (answer = resolve))];
    const leave = at.keeper.hold();
    at.keeper.change(named('An'));
    await at.later(1_500);
    leave();
    await at.later(0);
    expect(at.desk.idle).toBe(0);
    answer({ ...firstDraft, answers: { childName: 'An' }, rev: 2 });
    await at.later(0);
    expect(at.desk.idle).toBeGreaterThan(0);
  });

  test('what has become a dossier needs no saving', async () => {
    const leave = at.keeper.hold();
    at.keeper.change(named('An'));
    at.keeper.sent('d-1');
    await at.later(60_000);
    leave();
    await at.later(0);
    expect([at.desk.received.length, at.desk.idle]).toEqual([0, 1]);
  });

  test('a draft that was moved is saved as soon as somebody shows it, not before', async () => {
    at.open({ ...firstDraft, movedFrom: '2025-01-01.1' });
    await at.later(60_000);
    expect(at.desk.received).toHaveLength(0);
    at.keeper.hold();
    await at.later(0);
    expect(at.desk.received).toHaveLength(1);
    at.keeper.hold();
    await at.later(60_000);
    expect(at.desk.received).toHaveLength(1);
  });

  test('shown anew while it waits to be saved again: not sooner for that', async () => {
    at.desk.meets = [new AppError('offline')];
    at.keeper.change(named('An'));
    await at.keeper.flush();
    at.keeper.hold();
    await at.later(9_000);
    expect(at.desk.received).toHaveLength(1);
  });
});
