import { describe, expect, test } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { todoTexts } from './todo-texts';
import { whatWaits } from './waiting';

const dossier = (over: Partial<Schemas['DossierSummary']>): Schemas['DossierSummary'] => ({
  id: 'd1',
  code: '000.00.00.H53-261123-0042',
  procedureCode: '1.001193',
  procedureName: 'Đăng ký khai sinh',
  state: 'processing',
  turn: 'authority',
  submittedAt: '2026-11-20T03:00:00Z',
  changedAt: '2026-11-20T03:00:00Z',
  dueDate: null,
  ...over,
});
const draft = (id: string): Schemas['DraftSummary'] => ({
  id,
  procedureCode: '1.001193',
  procedureName: 'Đăng ký khai sinh',
  page: 'be',
  step: 2,
  steps: 5,
  files: 0,
  savedAt: '2026-11-23T03:24:00Z',
  expiresAt: '2027-01-22T03:24:00Z',
});
const given = { t: todoTexts.vi, language: 'vi', now: new Date('2026-11-23T04:00:00Z') } as const;

describe('what waits for the person', () => {
  test('nothing while the office works', () => {
    expect(whatWaits([dossier({})], [], given)).toEqual([]);
  });

  test('a dossier whose turn is theirs, before drafts', () => {
    const waiting = whatWaits([dossier({ state: 'supplementRequired', turn: 'citizen' })], [draft('n1')], given);
    expect(waiting).toEqual([
      { key: 'd1', title: 'Cần bạn gửi thêm giấy tờ', meta: 'Đăng ký khai sinh', to: '/ho-so/d1' },
      {
        key: 'n1',
        title: 'Làm tiếp: Đăng ký khai sinh',
        meta: 'bước 2/5, lưu lúc 10:24 hôm nay',
        to: '/ho-so/nop/1.001193?nhap=n1',
      },
    ]);
  });

  test('all of it, so that their number is true', () => {
    expect(whatWaits([], ['1', '2', '3', '4'].map(draft), given)).toHaveLength(4);
  });

  test('every state that may be the person’s turn has words', () => {
    for (const state of ['refused', 'completed', 'paymentRequired', 'suspended'] as const) {
      const [first] = whatWaits([dossier({ state, turn: 'citizen' })], [], given);
      expect(first?.title).not.toBe('');
    }
  });
});
