import { describe, expect, test } from 'vitest';
import { firstDraft, freshDraftDesks, named, oldAnswer, paperOfDraft } from '../../tests/support/draft-desk';
import { AppError } from '#api';
import type { Draft } from './draft-keeper';

const theirsOf = (childName: string, more: Partial<Draft> = {}): Draft => ({
  ...firstDraft,
  ...{ answers: { childName }, rev: 7, savedAt: '2026-11-25T01:00:00.000Z', files: [paperOfDraft] },
  ...more,
});
const problemOf = (code: string, more: object) =>
  new AppError('conflict', { code, problem: { type: 'x', title: 'x', status: 409, code, requestId: 'r', ...more } });

const at = freshDraftDesks();

describe('what the server says against it', () => {
  test.each([
    ['sent, but not as what', problemOf('draft-sent', {})],
    ['a conflict without the other version', problemOf('draft-conflict', {})],
    ['something else', problemOf('other', { draft: theirsOf('Bình'), dossierId: 'd-1' })],
  ])('%s: failed', async (_, error) => {
    at.desk.meets = [error];
    at.keeper.change(named('An'));
    await at.keeper.flush();
    expect(at.state()).toBe('failed');
  });

  test('the other version has papers of its own, and they are shown', async () => {
    at.desk.meets = [problemOf('draft-conflict', { draft: theirsOf('Bình') })];
    at.keeper.change(named('An'));
    await at.keeper.flush();
    expect([at.state(), at.keeper.files.get()]).toEqual(['conflict', [paperOfDraft]]);
    expect(await at.keeper.flush()).toBe(false);
    expect(at.desk.received).toHaveLength(1);
  });

  test('the very text that was sent is no conflict: saved, under its revision', async () => {
    at.desk.meets = [problemOf('draft-conflict', { draft: theirsOf('An') })];
    at.keeper.change(named('An'));
    expect(await at.keeper.flush()).toBe(true);
    expect(at.keeper.save.get()).toEqual({
      state: 'saved',
      at: '2026-11-25T01:00:00.000Z',
      until: firstDraft.expiresAt,
    });
    expect(at.keeper.rev()).toBe(7);
  });

  test('on another page it is saved once more, at once', async () => {
    at.desk.meets = [problemOf('draft-conflict', { draft: theirsOf('', { page: 'me' }) })];
    at.keeper.change(named('An'));
    await at.keeper.flush();
    await at.later(0);
    expect([at.desk.received.at(-1)?.rev, at.state()]).toEqual([7, 'saved']);
  });

  test('what was given up earlier and is there after all is ours; an answer in between ends the doubt', async () => {
    at.desk.meets = [new AppError('timeout')];
    at.keeper.change(named('A'));
    await at.keeper.flush();
    at.keeper.change(named('An'));
    expect(await at.keeper.flush()).toBe(true);
    at.desk.meets = [problemOf('draft-conflict', { draft: theirsOf('A') })];
    at.keeper.change(named('Anh'));
    await at.keeper.flush();
    expect(at.state()).toBe('conflict');
  });

  test('only the page was turned here, and somebody wrote: theirs is newer, and may be written over all the same', async () => {
    at.desk.meets = [problemOf('draft-conflict', { draft: theirsOf('Bình') })];
    at.keeper.change(named('', 'cha'));
    await at.keeper.flush();
    expect(at.state()).toBe('behind');
    at.keeper.change(named('An', 'cha'));
    await at.later(60_000);
    expect(at.desk.received).toHaveLength(1);
    expect(at.keeper.settle('mine')).toBeUndefined();
    expect(at.state()).toBe('waiting');
    await at.later(0);
    expect(at.desk.received.at(-1)).toMatchObject({ ...named('An', 'cha'), rev: 7 });
  });

  test('theirs taken: shown as saved when they saved it; where nothing is to choose nothing is taken', async () => {
    expect(at.keeper.settle('theirs')).toBeUndefined();
    expect(at.keeper.settle('mine')).toBeUndefined();
    expect(at.keeper.save.get()).toMatchObject({ state: 'saved', at: firstDraft.savedAt });
    at.desk.meets = [problemOf('draft-conflict', { draft: theirsOf('Bình') })];
    at.keeper.change(named('An'));
    await at.keeper.flush();
    at.keeper.settle('theirs');
    expect(at.keeper.save.get()).toEqual({
      state: 'saved',
      at: '2026-11-25T01:00:00.000Z',
      until: firstDraft.expiresAt,
    });
    expect([at.keeper.work(), at.keeper.rev()]).toEqual([named('Bình'), 7]);
    at.keeper.change(named('Bình'));
    await at.later(60_000);
    expect(at.desk.received).toHaveLength(1);
  });
});

describe('a newer version met when sending', () => {
  test('with an old answer more it says something else', () => {
    expect(at.keeper.clash(theirsOf('', { oldAnswers: [oldAnswer] }))).toEqual({ met: 'newer' });
    expect([at.state(), at.keeper.rev()]).toEqual(['behind', 1]);
  });

  test('on another page it says the same; what is saved next goes over it', async () => {
    expect(at.keeper.clash(theirsOf('', { page: 'me' }))).toEqual({ met: 'same', rev: 7 });
    at.keeper.change(named('', 'me'));
    await at.later(60_000);
    expect(at.desk.received).toHaveLength(0);
    at.keeper.change(named('An', 'me'));
    await at.keeper.flush();
    expect(at.desk.received.at(-1)?.rev).toBe(7);
  });

  test('what is unsaved here counts, not what was', () => {
    at.keeper.change(named('An'));
    expect(at.keeper.clash(theirsOf('An'))).toEqual({ met: 'same', rev: 7 });
    expect(at.keeper.clash(theirsOf('Bình'))).toEqual({ met: 'conflict' });
    expect(at.keeper.save.get()).toMatchObject({ state: 'conflict', mine: named('An'), theirs: { rev: 7 } });
  });
});
