// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { beforeAll, expect, test, vi } from 'vitest';
import { loadInside } from '../../tests/support/behind-doors';
import { installFakeZalo } from '../../tests/support/fake-zalo';
import { shelfNamed } from './outbox-shelf';

const zalo = installFakeZalo();
// On a busy machine the SDK may come later than a test would wait for it.
beforeAll(async () => void (await vi.waitFor(() => loadInside(), 60_000)), 70_000);

const label = (id: string) => ({ id, kind: 'report', version: 1, owner: 'o', at: '2026-11-26T03:00:00.000Z' });

test('two shelves do not meet, not even in what they count', async () => {
  const [one, two] = [shelfNamed('one'), shelfNamed('two')];
  await one.put(label('a'), ['1']);
  await one.put(label('b'), ['1']);
  await two.put(label('a'), ['2']);
  await two.drop('a');
  expect([...zalo.storage.keys()].sort()).toEqual(
    ['one', 'one.a.0', 'one.b.0', 'two'].map((key) => `tns.tay-ninh.${key}`),
  );
  expect(await one.wiped()).toBe(0);
  zalo.storage.clear();
  expect([await one.wiped(), await two.wiped()]).toEqual([2, 0]);
});
