import { afterEach, beforeEach, vi } from 'vitest';
import { createDraftKeeper, type Draft, type DraftKeeper, type Work } from '../../src/offline/draft-keeper';

export const firstDraft: Draft = {
  id: '3f0b7a0e-0000-4000-8000-000000000001',
  procedureCode: '1.001193',
  procedureName: 'Làm giấy khai sinh',
  formVersion: '2026-11-01.1',
  movedFrom: null,
  answers: { childName: '' },
  oldAnswers: [],
  page: 'be',
  rev: 1,
  savedAt: '2026-11-23T03:24:00.000Z',
  expiresAt: '2027-01-22T03:24:00.000Z',
  files: [],
  prefilled: [],
};
export const paperOfDraft = { id: 'f-1' } as Draft['files'][number];
export const oldAnswer = { version: '2025-01-01.1', path: 'gone', value: 'x' };
export const named = (childName: string, page = 'be'): Work => ({ answers: { childName }, oldAnswers: [], page });

/** A draft's keeper and a server that takes everything but what it is told not to. */
export function createDraftDesk(draft: Draft = firstDraft) {
  const desk = {
    received: [] as (Work & { rev: number; formVersion: string })[],
    /** What the next sendings meet. */
    meets: [] as (Error | Promise<Draft> | Draft)[],
    /** How often nobody needed the keeper any more. */
    idle: 0,
  };
  const keeper: DraftKeeper = createDraftKeeper({
    draft,
    async send(body) {
      desk.received.push(structuredClone(body));
      const met = desk.meets.shift();
      if (met instanceof Error) throw met;
      return (await met) ?? { ...firstDraft, ...body, oldAnswers: [...body.oldAnswers], rev: body.rev + 1 };
    },
    onIdle: () => (desk.idle += 1),
  });
  return Object.assign(desk, { keeper });
}

/** A desk anew before each test, under a clock that only the test moves. */
export function freshDraftDesks() {
  let desk = createDraftDesk();
  beforeEach(() => {
    vi.useFakeTimers();
    desk = createDraftDesk();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  return {
    get desk() {
      return desk;
    },
    get keeper() {
      return desk.keeper;
    },
    open: (draft: Draft): void => {
      desk = createDraftDesk(draft);
    },
    state: () => desk.keeper.save.get().state,
    later: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  };
}
