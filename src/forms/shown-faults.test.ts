import { expect, test } from 'vitest';
import { afterChange, type ShownFault } from './shown-faults';

const ruled = (path: string, text = `rules: ${path}`): ShownFault => ({ path, text, code: 'required' });
const said = (path: string): ShownFault => ({ path, text: `server: ${path}` });

test('a corrected field follows the rules, as they are now', () => {
  expect(afterChange([ruled('name')], [], 'name')).toEqual([]);
  expect(afterChange([ruled('name')], [ruled('name', 'shorter')], 'name')).toEqual([ruled('name', 'shorter')]);
});

test('parts of the changed field are its own, a longer name that begins alike is not', () => {
  const fresh = [ruled('address.commune', 'new'), ruled('addressOld')];
  expect(afterChange([ruled('address.detail'), ruled('addressOld')], fresh, 'address')).toEqual([
    ruled('addressOld'),
    ruled('address.commune', 'new'),
  ]);
  expect(afterChange([ruled('address')], [ruled('address')], 'address.detail')).toEqual([ruled('address')]);
});

test('a field nobody was told about is not judged while it is being written', () => {
  expect(afterChange([ruled('other')], [ruled('other'), ruled('name')], 'name')).toEqual([ruled('other')]);
});

test('what became hidden by the change is no fault any more', () => {
  expect(afterChange([ruled('hidden'), ruled('other')], [ruled('other')], 'name')).toEqual([ruled('other')]);
});

test('what the server said stays until that field changes, whatever the rules find', () => {
  expect(afterChange([said('other'), said('name')], [ruled('third')], 'name')).toEqual([said('other')]);
});
