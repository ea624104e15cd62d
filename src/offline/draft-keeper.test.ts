import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { firstDraft as first, named } from '../../tests/support/draft-desk';
import { AppError } from '#api';
import { createDraftKeeper, type Draft, type DraftKeeper, type Work } from './draft-keeper';

/** A server with revisions, as the contract says; `fail` spoils the next answer, `lost` after having saved. */
function draftServer() {
  let kept = first;
  let fail: AppError | undefined;
  let lost: AppError | undefined;
  const received: (Work & { rev: number; formVersion: string })[] = [];
  const conflict = () =>
    new AppError('conflict', {
      code: 'draft-conflict',
      problem: { type: 'x', title: 'x', status: 409, code: 'draft-conflict', requestId: 'r', draft: kept },
    });
  return {
    received,
    kept: () => kept,
    failNext: (error: AppError) => (fail = error),
    loseNext: (error: AppError) => (lost = error),
    saveElsewhere: ({ oldAnswers, ...work }: Work) =>
      (kept = { ...kept, ...work, oldAnswers: [...oldAnswers], rev: kept.rev + 1 }),
    send: async (body: Work & { rev: number; formVersion: string }): Promise<Draft> => {
      await Promise.resolve();
      received.push(structuredClone(body));
      const error = fail;
      fail = undefined;
      if (error !== undefined) throw error;
      if (body.rev !== kept.rev) throw conflict();
      kept = {
        ...kept,
        answers: body.answers,
        page: body.page,
        rev: kept.rev + 1,
        savedAt: '2026-11-23T03:30:00.000Z',
      };
      const silence = lost;
      lost = undefined;
      if (silence !== undefined) throw silence;
      return kept;
    },
  };
}

let server: ReturnType<typeof draftServer>;
let keeper: DraftKeeper;
const state = () => keeper.save.get().state;
beforeEach(() => {
  vi.useFakeTimers();
  server = draftServer();
  keeper = createDraftKeeper({ draft: first, send: server.send });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a draft that is being written', () => {
  test('is saved shortly after the last change, once', async () => {
    keeper.change(named('A'));
    keeper.change(named('An'));
    expect(state()).toBe('waiting');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.received.map(({ answers }) => answers.childName)).toEqual(['An']);
    expect(keeper.save.get()).toEqual({ state: 'saved', at: '2026-11-23T03:30:00.000Z', until: first.expiresAt });
    expect(keeper.rev()).toBe(2);
  });

  test('is saved within five seconds even while somebody types on', async () => {
    for (let typed = 1; typed <= 12; typed += 1) {
      keeper.change(named('x'.repeat(typed)));
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(server.received.length).toBeGreaterThanOrEqual(1);
  });

  test('what is typed while a save is under way is saved after it', async () => {
    keeper.change(named('A'));
    const saved = keeper.flush();
    keeper.change(named('An'));
    await saved;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.kept().answers).toEqual({ childName: 'An' });
    expect(state()).toBe('saved');
  });

  test('a page change alone is saved too; nothing new is not', async () => {
    keeper.change(named(''));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.received).toEqual([]);
    keeper.change(named('', 'cha'));
    expect(await keeper.flush()).toBe(true);
    expect(server.kept().page).toBe('cha');
  });

  test('signs no server can keep are dropped on the way', async () => {
    keeper.change(named('An\u0000\ud800 😀'));
    await keeper.flush();
    expect(server.kept().answers).toEqual({ childName: 'An 😀' });
  });
});

describe('without network or answer', () => {
  test('says so, keeps what was typed and saves it later by itself', async () => {
    server.failNext(new AppError('offline'));
    keeper.change(named('An'));
    expect(await keeper.flush()).toBe(false);
    expect(keeper.save.get()).toEqual({ state: 'offline' });
    await vi.advanceTimersByTimeAsync(11_000);
    expect(state()).toBe('saved');
    expect(server.kept().answers).toEqual({ childName: 'An' });
  });

  test('a save whose answer was lost is not a conflict with oneself', async () => {
    server.loseNext(new AppError('timeout'));
    keeper.change(named('An'));
    await keeper.flush();
    expect(state()).toBe('failed');
    await vi.advanceTimersByTimeAsync(11_000);
    expect(state()).toBe('saved');
    expect(keeper.rev()).toBe(server.kept().rev);
  });

  test('nor when more was typed after it', async () => {
    server.loseNext(new AppError('timeout'));
    keeper.change(named('An'));
    await keeper.flush();
    keeper.change(named('An Bảo'));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(state()).toBe('saved');
    expect(server.kept().answers).toEqual({ childName: 'An Bảo' });
  });

  test('nor when the network went between the save and its answer', async () => {
    server.loseNext(new AppError('offline'));
    keeper.change(named('An'));
    await keeper.flush();
    keeper.change(named('Anh'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(state()).toBe('saved');
    expect(server.kept().answers).toEqual({ childName: 'Anh' });
  });

  test('nor when the one that arrived was not the last that was given up', async () => {
    server.loseNext(new AppError('timeout'));
    keeper.change(named('An'));
    await keeper.flush();
    server.failNext(new AppError('timeout'));
    keeper.change(named('Anh'));
    await keeper.flush();
    keeper.change(named('Anh Thư'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(state()).toBe('saved');
    expect(server.kept().answers).toEqual({ childName: 'Anh Thư' });
  });

  test('what was asked to be saved twice while a save was under way goes once', async () => {
    keeper.change(named('A'));
    const first = keeper.flush();
    keeper.change(named('An'));
    const saved = await Promise.all([first, keeper.flush(), keeper.flush()]);
    expect(saved).toEqual([true, true, true]);
    expect(server.received.map(({ rev }) => rev)).toEqual([1, 2]);
  });

  test('work left unsaved is still saved after the screen is gone', async () => {
    const release = keeper.hold();
    server.failNext(new AppError('offline'));
    keeper.change(named('An'));
    release();
    await vi.advanceTimersByTimeAsync(11_000);
    expect(server.kept().answers).toEqual({ childName: 'An' });
  });
});

describe('saved meanwhile from another phone', () => {
  beforeEach(async () => {
    server.saveElsewhere(named('Bình'));
    keeper.change(named('An'));
    await keeper.flush();
  });

  test('both versions are shown and nothing is overwritten', async () => {
    expect(keeper.save.get()).toMatchObject({
      state: 'conflict',
      mine: named('An'),
      theirs: { answers: { childName: 'Bình' } },
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.kept().answers).toEqual({ childName: 'Bình' });
    keeper.change(named('An Bảo'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.kept().answers).toEqual({ childName: 'Bình' });
  });

  test('"mine" saves over it, with everything typed since', async () => {
    keeper.change(named('An Bảo'));
    keeper.settle('mine');
    await vi.advanceTimersByTimeAsync(100);
    expect(server.kept().answers).toEqual({ childName: 'An Bảo' });
    expect(state()).toBe('saved');
  });

  test('"theirs" gives their version back', async () => {
    expect(keeper.settle('theirs')?.answers).toEqual({ childName: 'Bình' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.kept().answers).toEqual({ childName: 'Bình' });
    keeper.change(named('Bình An'));
    expect(await keeper.flush()).toBe(true);
  });
});

test('whoever wrote nothing here simply gets the newer version', async () => {
  server.saveElsewhere(named('Bình'));
  keeper.change(named('', 'cha'));
  await keeper.flush();
  expect(keeper.save.get()).toMatchObject({ state: 'behind', theirs: { answers: { childName: 'Bình' } } });
  expect(keeper.settle('theirs')?.answers).toEqual({ childName: 'Bình' });
  expect(state()).toBe('saved');
});

test('another phone that only turned a page is no conflict', async () => {
  server.saveElsewhere(named('', 'cha'));
  keeper.change(named('An'));
  await keeper.flush();
  await vi.advanceTimersByTimeAsync(100);
  expect(state()).toBe('saved');
  expect(server.kept().answers).toEqual({ childName: 'An' });
});

test('a draft that is a dossier already is not saved again', async () => {
  server.failNext(
    new AppError('conflict', {
      code: 'draft-sent',
      problem: { type: 'x', title: 'x', status: 409, code: 'draft-sent', requestId: 'r', dossierId: 'd-1' },
    }),
  );
  keeper.change(named('An'));
  await keeper.flush();
  expect(keeper.save.get()).toEqual({ state: 'sent', dossierId: 'd-1' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.received).toHaveLength(1);
});

test('once it was sent from here, neither a late answer nor a change opens it again', async () => {
  keeper.change(named('An'));
  const saved = keeper.flush();
  keeper.sent('d-1');
  await saved;
  keeper.change(named('An Bảo'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(keeper.save.get()).toEqual({ state: 'sent', dossierId: 'd-1' });
  expect(server.received).toHaveLength(1);
});

describe('a newer version met when sending', () => {
  const kept = (childName: string, page: string): Draft => ({ ...server.saveElsewhere(named(childName, page)) });

  test('that says the same is no conflict: it is sent under the newer revision', async () => {
    keeper.change(named('An'));
    await keeper.flush();
    const theirs = kept('An', 'cha');
    expect(keeper.clash(theirs)).toEqual({ met: 'same', rev: theirs.rev });
    expect([state(), keeper.rev()]).toEqual(['saved', theirs.rev]);
  });

  // bench:faults, seed 2026-11-25b, trial 709: offered a choice, a phone that wrote nothing put an older version back.
  test('nothing unsaved here: nothing to choose, theirs is shown', async () => {
    keeper.change(named('An'));
    await keeper.flush();
    expect(keeper.clash(kept('Bình', 'be'))).toEqual({ met: 'newer' });
    expect(keeper.save.get()).toMatchObject({ state: 'behind', theirs: { answers: { childName: 'Bình' } } });
  });

  test('something unsaved here: the person chooses', () => {
    keeper.change(named('An'));
    expect(keeper.clash(kept('Bình', 'be'))).toEqual({ met: 'conflict' });
    expect(keeper.save.get()).toMatchObject({ state: 'conflict', mine: named('An') });
  });
});
