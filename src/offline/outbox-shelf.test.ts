import { beforeEach, describe, expect, test } from 'vitest';
import { createShelf, type OutboxShelf } from './outbox-shelf';

let kept: Map<string, string>;
let count: string | undefined;
/** What was written and taken away, in order. */
let acts: string[];
/** Keys there is no room for, from their n-th writing on. */
let noRoom: Map<string, number>;
let shelf: OutboxShelf;

const open = (name?: string): OutboxShelf =>
  createShelf(
    {
      storage: {
        async keep(key, text) {
          await Promise.resolve();
          acts.push(`+${key}`);
          if (acts.filter((act) => act === `+${key}`).length >= (noRoom.get(key) ?? Infinity)) return 'full';
          kept.set(key, text);
          return 'kept';
        },
        find: (key) => Promise.resolve(kept.get(key)),
        drop(key) {
          acts.push(`-${key}`);
          kept.delete(key);
          return Promise.resolve();
        },
      },
      witness: { read: () => count, write: (text) => void (count = text) },
    },
    name,
  );
const label = (id: string) => ({ id, kind: 'report', version: 1, owner: 'o', at: '2026-11-26T03:00:00.000Z' });
const ids = async () => (await shelf.labels()).map(({ id }) => id);

beforeEach(() => {
  kept = new Map();
  count = undefined;
  acts = [];
  noRoom = new Map();
  shelf = open();
});

describe('putting there', () => {
  test('part by part, and its label says how many', async () => {
    expect(await shelf.put(label('a'), ['letter', 'photo'])).toBe('kept');
    expect(await shelf.put(label('b'), ['other'])).toBe('kept');
    const [first] = await shelf.labels();
    expect(first).toEqual({ ...label('a'), parts: 2, whole: true });
    expect(first && (await shelf.parts(first))).toEqual(['letter', 'photo']);
    expect([...kept.keys()].sort()).toEqual(['outbox', 'outbox.a.0', 'outbox.a.1', 'outbox.b.0']);
    expect([await ids(), count]).toEqual([['a', 'b'], '2']);
  });

  test('the same once more takes its own place', async () => {
    await shelf.put(label('a'), ['one']);
    await shelf.put(label('b'), ['two']);
    await shelf.put(label('a'), ['three']);
    expect(await ids()).toEqual(['b', 'a']);
  });

  test('at once: each reads what the one before wrote', async () => {
    await Promise.all([shelf.put(label('a'), ['1']), shelf.put(label('b'), ['2']), shelf.put(label('c'), ['3'])]);
    expect(await ids()).toEqual(['a', 'b', 'c']);
  });

  test.each([
    ['its beginning', 'outbox', 2, ['+outbox', '-outbox.b.0', '-outbox.b.1', '-outbox.b.2', '+outbox']],
    [
      ...(['a part', 'outbox.b.1', 1] as const),
      ['+outbox', '+outbox.b.0', '+outbox.b.1', '-outbox.b.0', '-outbox.b.1', '-outbox.b.2', '+outbox'],
    ],
  ] as const)('no room for %s: nothing of it is left, the others are as they were', async (_, key, from, done) => {
    await shelf.put(label('a'), []);
    if (key === 'outbox') acts = ['+outbox'];
    noRoom.set(key, from);
    const before = acts.length;
    expect(await shelf.put(label('b'), ['1', '2', '3'])).toBe('full');
    expect(acts.slice(before)).toEqual(done);
    noRoom.clear();
    expect([await ids(), [...kept.keys()], count]).toEqual([['a'], ['outbox'], '1']);
  });

  test('no room for anything: nothing is counted', async () => {
    noRoom.set('outbox', 1);
    expect(await shelf.put(label('a'), ['1'])).toBe('full');
    expect(count).toBeUndefined();
  });

  test('killed in the middle of it: the label says that it is not whole, and the others have theirs', async () => {
    await shelf.put(label('a'), []);
    noRoom.set('outbox', 4).set('outbox.b.0', 1);
    await shelf.put(label('b'), ['1']);
    const labels = JSON.parse(kept.get('outbox') ?? '') as { id: string; whole: boolean }[];
    expect(labels.map(({ id, whole }) => [id, whole])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  test('no room at its very end: not promised, and cleared away', async () => {
    noRoom.set('outbox', 2);
    expect(await shelf.put(label('a'), ['1'])).toBe('full');
    expect(kept.has('outbox.a.0')).toBe(false);
    noRoom.clear();
    expect([await ids(), count]).toEqual([[], '0']);
  });
});

describe('what is found', () => {
  test('what was left half written is cleared away, once', async () => {
    await shelf.put(label('a'), ['1']);
    await shelf.put(label('b'), ['2']);
    kept.set('outbox', (kept.get('outbox') ?? '').replace('"whole":true', '"whole":false'));
    expect(await ids()).toEqual(['b']);
    expect([[...kept.keys()].sort(), count]).toEqual([['outbox', 'outbox.b.0'], '1']);
    acts = [];
    expect(await ids()).toEqual(['b']);
    expect(acts).toEqual([]);
  });

  test.each(['{{', '{"id":"a"}', 'null'])('an index that says %s is none', async (text) => {
    kept.set('outbox', text);
    expect(await ids()).toEqual([]);
    expect(await shelf.put(label('a'), ['1'])).toBe('kept');
    expect(JSON.parse(kept.get('outbox') ?? '')).toEqual([{ ...label('a'), parts: 1, whole: true }]);
  });

  test('parts that were thrown out are gaps', async () => {
    await shelf.put(label('a'), ['1', '2', '3']);
    kept.delete('outbox.a.1');
    const [found] = await shelf.labels();
    expect(found && (await shelf.parts(found))).toEqual(['1', undefined, '3']);
  });

  test('another first part in its place', async () => {
    await shelf.put(label('a'), ['1', '2']);
    expect(await shelf.rewrite('a', 'new')).toBe('kept');
    const [found] = await shelf.labels();
    expect(found && (await shelf.parts(found))).toEqual(['new', '2']);
  });
});

describe('taking away', () => {
  test('the label first, then the parts', async () => {
    await shelf.put(label('a'), ['1', '2']);
    await shelf.put(label('b'), ['3']);
    acts = [];
    await shelf.drop('a');
    expect(acts).toEqual(['+outbox', '-outbox.a.0', '-outbox.a.1']);
    expect([await ids(), count]).toEqual([['b'], '1']);
  });

  test('of what is not there: nothing', async () => {
    await shelf.put(label('a'), ['1']);
    acts = [];
    await shelf.drop('x');
    expect(acts).toEqual([]);
  });

  test('one that fails keeps no other from its turn', async () => {
    kept.set('outbox', '[null]');
    await expect(shelf.put(label('a'), ['1'])).rejects.toThrow(TypeError);
    kept.delete('outbox');
    expect(await shelf.put(label('b'), ['1'])).toBe('kept');
  });
});

test.each([
  [undefined, 0],
  ['1', 0],
  ['2', 0],
  ['5', 3],
  ['2.5', 0],
  ['many', 0],
])('counted %s and two are there: %d were wiped', async (before, lost) => {
  await shelf.put(label('a'), ['1']);
  await shelf.put(label('b'), ['1']);
  count = before;
  expect(await shelf.wiped()).toBe(lost);
  await shelf.forgetWiped();
  expect([count, await shelf.wiped()]).toEqual(['2', 0]);
});
