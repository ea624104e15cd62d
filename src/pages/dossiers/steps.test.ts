import { describe, expect, test } from 'vitest';
import type { FormDefinition } from '@dvc/contract/forms';
import procedure from '../../../provinces/tay-ninh/procedures/1.001193.json';
import { stepAt, stepOfFault, stepsOf } from './steps';

const birth = procedure.form as unknown as FormDefinition;
const short: FormDefinition = { ...birth, pages: birth.pages.slice(0, 1), papers: [] };
const ids = (answers: Record<string, string>) => stepsOf(birth, answers).map(({ id }) => id);

describe('the steps of a dossier', () => {
  test('follow the answers', () => {
    expect(ids({})).toEqual([
      'nguoi-yeu-cau',
      'be',
      'giay-to-viec-sinh',
      'me',
      'cha',
      'ban-sao',
      'nhan-ket-qua',
      'review',
    ]);
    expect(ids({ birthProof: 'bo-roi' })).toEqual([
      'nguoi-yeu-cau',
      'be',
      'giay-to-viec-sinh',
      'ban-sao',
      'nhan-ket-qua',
      'papers',
      'review',
    ]);
  });

  test('an address that names a step no longer there leads to the first', () => {
    const steps = stepsOf(short, {});
    expect(stepAt(steps, 'review').step.kind).toBe('review');
    expect(stepAt(steps, 'cha')).toMatchObject({ index: 0, step: { id: 'nguoi-yeu-cau' } });
    expect(stepAt(steps, undefined).index).toBe(0);
  });

  test('a fault is mended where its field is', () => {
    const steps = stepsOf(birth, { birthProof: 'lam-chung' });
    expect(stepOfFault(steps, 'witnesses.0.witnessName')?.id).toBe('giay-to-viec-sinh');
    expect(stepOfFault(steps, 'papers.nguoi-lam-chung')?.id).toBe('papers');
    expect(stepOfFault(steps, 'declaration.trueStatement')).toBeUndefined();
    expect(stepOfFault(stepsOf(short, {}), 'childName')).toBeUndefined();
  });
});
