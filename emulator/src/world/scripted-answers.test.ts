import { expect, it } from 'vitest';
import { ScriptedAnswers } from './scripted-answers.ts';

it('gives nothing when nothing was scripted', () => {
  expect(new ScriptedAnswers().take('authorize')).toBeNull();
});

it('uses counted answers first, in order, then the standing one', () => {
  const answers = new ScriptedAnswers();
  answers.add('authorize', { kind: 'grant' });
  answers.add('authorize', { kind: 'deny' }, 1);
  answers.add('authorize', { kind: 'never' }, 1);
  const taken = [1, 2, 3, 4].map(() => answers.take('authorize')?.kind);
  expect(taken).toEqual(['deny', 'never', 'grant', 'grant']);
});

it('lets a later standing answer replace the earlier one, and keeps prompts apart', () => {
  const answers = new ScriptedAnswers();
  answers.add('location', { kind: 'grant' });
  answers.add('location', { kind: 'deny' });
  expect(answers.take('location')).toEqual({ kind: 'deny' });
  expect(answers.take('camera')).toBeNull();
});
