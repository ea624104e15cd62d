import { expect, test } from 'vitest';
import type { Answers, FormDefinition, PlainField } from '@dvc/contract/forms';
import { sameAgain } from './same-again-fields';

const plain = (id: string, more: Partial<PlainField> = {}): PlainField => ({
  ...{ id, type: 'text', label: id, required: true },
  ...more,
});
const here = [
  plain('own'),
  plain('always', { sameAs: { field: 'name' } }),
  plain('mine', { sameAs: { field: 'name', when: { field: 'who', op: 'eq', value: 'me' } } }),
  plain('agents', { sameAs: { field: 'agent' } }),
];
const form: FormDefinition = {
  ...{ procedureCode: '1.001193', version: '2026-11-01.1', title: 'x', sample: true, lists: {} },
  ...{ papers: [], declaration: [] },
  pages: [
    { id: 'a', title: 'A', fields: [plain('who'), plain('name')] },
    {
      ...{ id: 'b', title: 'B', when: { field: 'who', op: 'eq', value: 'agent' } },
      fields: [plain('agent')],
    },
    { id: 'c', title: 'C', fields: here },
  ],
};
const never = { field: 'nobody', op: 'eq', value: 'x' } as const;
const offered = (answers: Answers) => sameAgain(form, here, answers).map(({ id }) => id);

test('what was written before is offered where nothing is written yet and it is the same person', () => {
  expect(offered({ who: 'me', name: 'Mai' })).toEqual(['always', 'mine']);
  expect(offered({ who: 'you', name: 'Mai' })).toEqual(['always']);
  expect(offered({ who: 'me', name: 'Mai', always: 'Lan', mine: ' ' })).toEqual(['mine']);
});

test('nothing written before: nothing to offer', () => {
  expect(offered({})).toEqual([]);
  expect(offered({ who: 'me', name: '  ' })).toEqual([]);
  expect(offered({ who: 'me', name: 'Mai', always: 'x', mine: 'x', agents: 'x' })).toEqual([]);
});

test('what is left behind on a hidden page is not offered, and says nothing of who it is', () => {
  expect(offered({ who: 'agent', agent: 'Hai' })).toEqual(['agents']);
  expect(offered({ who: 'me', agent: 'Hai' })).toEqual([]);
  const hidden = { ...form, pages: form.pages.map((page) => (page.id === 'a' ? { ...page, when: never } : page)) };
  expect(sameAgain(hidden, here, { who: 'me', name: 'Mai', agent: 'Hai' })).toEqual([]);
});
