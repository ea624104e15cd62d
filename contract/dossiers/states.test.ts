import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stateTitle, stateWords } from './state-words.ts';
import { allowedTransitions, dossierState, dossierStates, mayMove, nextStates } from './states.ts';

describe('the ten national states', () => {
  test('are those of the contract, in national order', () => {
    const path = new URL('../generated/openapi.json', import.meta.url);
    const { components } = JSON.parse(readFileSync(path, 'utf8')) as {
      components: { schemas: { DossierState: { enum: string[] } } };
    };
    const inContract = components.schemas.DossierState.enum;
    expect(dossierStates.map((state) => state.code)).toEqual(inContract);
    expect(dossierStates.map((state) => state.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('stop the clock in 5, 6 and 8', () => {
    const stopped = dossierStates.filter(
      (state) => state.clock === 'stopped' && !['refused', 'withdrawn'].includes(state.code),
    );
    expect(stopped.map((state) => state.number)).toEqual([5, 6, 8]);
    expect(dossierState('accepted').clock).toBe('running');
  });

  test('all but the first can be reached from the first', () => {
    const reached = new Set(['submitted']);
    for (const code of reached)
      for (const next of allowedTransitions[dossierState(code as 'submitted').code]) reached.add(next);
    expect(reached.size).toBe(10);
  });

  test('no state leads to itself, and the ends lead nowhere', () => {
    for (const { code } of dossierStates) expect(mayMove(code, code)).toBe(false);
    for (const end of ['refused', 'withdrawn', 'handedOver'] as const) {
      expect(allowedTransitions[end]).toEqual([]);
      expect(nextStates(end)).toEqual([]);
    }
  });

  test('what usually comes next may be reached in that order', () => {
    for (const { code } of dossierStates) {
      const [first] = nextStates(code);
      if (first !== undefined) expect(mayMove(code, first)).toBe(true);
    }
    expect(nextStates('supplementRequired')).toEqual(['processing', 'completed', 'handedOver']);
  });
});

describe('words of a state', () => {
  test('leave out what is not known', () => {
    expect(stateWords('accepted', {}, 'vi')).toBe('Hồ sơ đã hợp lệ.');
    expect(stateWords('accepted', { dueDate: 'thứ Năm, 26/11/2026' }, 'vi')).toBe(
      'Hồ sơ đã hợp lệ. Hẹn trả kết quả ngày thứ Năm, 26/11/2026.',
    );
    for (const { code } of dossierStates) {
      for (const language of ['vi', 'en'] as const) {
        expect(stateWords(code, {}, language)).toMatch(/^[^{}]+[.]$/);
        expect(stateWords(code, {}, language)).not.toContain('undefined');
        expect(stateTitle(code, language)).not.toBe('');
      }
    }
  });

  test("carry the officer's sentence with one full stop", () => {
    expect(stateWords('refused', { reason: 'thiếu giấy chứng sinh' }, 'vi')).toContain(
      'Lý do: thiếu giấy chứng sinh. Bạn',
    );
    expect(stateWords('suspended', { reason: 'Chờ xác minh.' }, 'vi')).toContain('Lý do: Chờ xác minh. Chúng tôi');
  });

  test('write money as people read it', () => {
    expect(stateWords('paymentRequired', { amountVnd: 1250000 }, 'vi')).toBe('Cần bạn đóng 1.250.000 đồng.');
  });
});
