import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { firstDraft as first, named } from '../../tests/support/draft-desk';
import { createDraftKeeper, type Draft } from './draft-keeper';

type Body = Parameters<Parameters<typeof createDraftKeeper>[0]['send']>[0];

let received: Body[];
/** A server that takes everything. */
const send = async ({ oldAnswers, ...body }: Body): Promise<Draft> => {
  await Promise.resolve();
  received.push({ ...body, oldAnswers });
  return { ...first, ...body, oldAnswers: [...oldAnswers], rev: body.rev + 1 };
};
beforeEach(() => {
  vi.useFakeTimers();
  received = [];
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a form that has a newer version', () => {
  const left = { version: '2026-11-01.1', path: 'hospital', value: 'Bệnh viện' };
  const newer: Draft = { ...first, formVersion: '2027-01-01.1', movedFrom: '2026-11-01.1', oldAnswers: [left] };

  test('a draft that was moved is kept so at once, with what found no place', async () => {
    const moved = createDraftKeeper({ draft: newer, send });
    expect(moved.save.get()).toEqual({ state: 'waiting' });
    const release = moved.hold();
    await vi.advanceTimersByTimeAsync(100);
    expect(received).toMatchObject([{ formVersion: '2027-01-01.1', oldAnswers: [left], rev: 1 }]);
    release();
  });

  test('dropping an old answer is a change like any other', async () => {
    const moved = createDraftKeeper({ draft: { ...newer, movedFrom: null }, send });
    moved.change({ ...named(''), oldAnswers: [] });
    await moved.flush();
    expect(received).toMatchObject([{ oldAnswers: [] }]);
  });

  test('saved from the older one over the newer: what is open is to be opened anew, once all is saved', async () => {
    const moving = createDraftKeeper({
      draft: first,
      send: async (body) => ({ ...(await send(body)), formVersion: '2027-01-01.1', oldAnswers: [left] }),
    });
    moving.change(named('An'));
    const saved = moving.flush();
    moving.change(named('An Bảo'));
    await saved;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(moving.save.get()).toMatchObject({ state: 'moved', draft: { rev: 3, answers: { childName: 'An Bảo' } } });
  });
});
