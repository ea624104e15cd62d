import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDraftDesk, firstDraft, named, oldAnswer, paperOfDraft } from '../../tests/support/draft-desk';
import { AppError } from '#api';
import type { Draft, DraftKeeper } from './draft-keeper';

const theirsOf = (childName: string, more: Partial<Draft> = {}): Draft => ({
  ...firstDraft,
  ...{ answers: { childName }, rev: 7, savedAt: '2026-11-25T01:00:00.000Z', files: [paperOfDraft] },
  ...more,
});
const problemOf = (code: string, more: object) =>
  new AppError('conflict', { code, problem: { type: 'x', title: 'x', status: 409, code, requestId: 'r', ...more } });

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

describe('what the server says against it', () => {
  test.each([
    ['sent, but not as what', problemOf('draft-sent', {})],
    ['a conflict without the other version', problemOf('draft-conflict', {})],
    ['something else', problemOf('other', { draft: theirsOf('Bình'), dossierId: 'd-1' })],
  ])('%s: failed', async (_, error) => {
    desk.meets = [error];
    keeper.change(named('An'));
    await keeper.flush();
    expect(state()).toBe('failed');
  });

  test('the other version has papers of its own, and they are shown', async () => {
    desk.meets = [problemOf('draft-conflict', { draft: theirsOf('Bình') })];
    keeper.change(named('An'));
    await keeper.flush();
    expect([state(), keeper.files.get()]).toEqual(['conflict', [paperOfDraft]]);
    expect(await keeper.flush()).toBe(false);
    expect(desk.received).toHaveLength(1);
  });

  test('the very text that was sent is no conflict: saved, under its revision', async () => {
    desk.meets = [problemOf('draft-conflict', { draft: theirsOf('An') })];
    keeper.change(named('An'));
    expect(await keeper.flush()).toBe(true);
    expect(keeper.save.get()).toEqual({ state: 'saved', at: '2026-11-25T01:00:00.000Z', until: firstDraft.expiresAt });
    expect(keeper.rev()).toBe(7);
  });

  test('on another page it is saved once more, at once', async () => {
    desk.meets = [problemOf('draft-conflict', { draft: theirsOf('', { page: 'me' }) })];
    keeper.change(named('An'));
    await keeper.flush();
    await later(0);
    expect([desk.received.at(-1)?.rev, state()]).toEqual([7, 'saved']);
  });

  test('what was given up earlier and is there after all is ours; an answer in between ends the doubt', async () => {
    desk.meets = [new AppError('timeout')];
    keeper.change(named('A'));
    await keeper.flush();
    keeper.change(named('An'));
    expect(await keeper.flush()).toBe(true);
    desk.meets = [problemOf('draft-conflict', { draft: theirsOf('A') })];
    keeper.change(named('Anh'));
    await keeper.flush();
    expect(state()).toBe('conflict');
  });

  test('only the page was turned here, and somebody wrote: theirs is newer, and may be written over all the same', async () => {
    desk.meets = [problemOf('draft-conflict', { draft: theirsOf('Bình') })];
    keeper.change(named('', 'cha'));
    await keeper.flush();
    expect(state()).toBe('behind');
    keeper.change(named('An', 'cha'));
    await later(60_000);
    expect(desk.received).toHaveLength(1);
    expect(keeper.settle('mine')).toBeUndefined();
    expect(state()).toBe('waiting');
    await later(0);
    expect(desk.received.at(-1)).toMatchObject({ ...named('An', 'cha'), rev: 7 });
  });

  test('theirs taken: shown as saved when they saved it; where nothing is to choose nothing is taken', async () => {
    expect(keeper.settle('theirs')).toBeUndefined();
    expect(keeper.settle('mine')).toBeUndefined();
    expect(keeper.save.get()).toMatchObject({ state: 'saved', at: firstDraft.savedAt });
    desk.meets = [problemOf('draft-conflict', { draft: theirsOf('Bình') })];
    keeper.change(named('An'));
    await keeper.flush();
    keeper.settle('theirs');
    expect(keeper.save.get()).toEqual({ state: 'saved', at: '2026-11-25T01:00:00.000Z', until: firstDraft.expiresAt });
    expect([keeper.work(), keeper.rev()]).toEqual([named('Bình'), 7]);
    keeper.change(named('Bình'));
    await later(60_000);
    expect(desk.received).toHaveLength(1);
  });
});

describe('a newer version met when sending', () => {
  test('with an old answer more it says something else', () => {
    expect(keeper.clash(theirsOf('', { oldAnswers: [oldAnswer] }))).toEqual({ met: 'newer' });
    expect([state(), keeper.rev()]).toEqual(['behind', 1]);
  });

  test('on another page it says the same; what is saved next goes over it', async () => {
    expect(keeper.clash(theirsOf('', { page: 'me' }))).toEqual({ met: 'same', rev: 7 });
    keeper.change(named('', 'me'));
    await later(60_000);
    expect(desk.received).toHaveLength(0);
    keeper.change(named('An', 'me'));
    await keeper.flush();
    expect(desk.received.at(-1)?.rev).toBe(7);
  });

  test('what is unsaved here counts, not what was', () => {
    keeper.change(named('An'));
    expect(keeper.clash(theirsOf('An'))).toEqual({ met: 'same', rev: 7 });
    expect(keeper.clash(theirsOf('Bình'))).toEqual({ met: 'conflict' });
    expect(keeper.save.get()).toMatchObject({ state: 'conflict', mine: named('An'), theirs: { rev: 7 } });
  });
});
