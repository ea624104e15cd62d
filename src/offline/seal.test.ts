import { expect, test } from 'vitest';
import { randomSecret } from '#lib/random';
import { makeSeal } from './seal';

const bytes = new TextEncoder().encode('Ổ gà trước số 12');

test('what was closed is opened by the same key, and says nothing before', async () => {
  const secret = randomSecret();
  const closed = await (await makeSeal(secret)).close('a.0', bytes);
  expect(atob(closed.replaceAll('-', '+').replaceAll('_', '/'))).not.toContain('12');
  const again = await makeSeal(secret);
  expect(new TextDecoder().decode(await again.open('a.0', closed))).toBe('Ổ gà trước số 12');
});

test('never twice the same, though it is the same', async () => {
  const seal = await makeSeal(randomSecret());
  expect(await seal.close('a.0', bytes)).not.toBe(await seal.close('a.0', bytes));
});

test('another key, another name, or one changed letter opens nothing', async () => {
  const seal = await makeSeal(randomSecret());
  const other = await makeSeal(randomSecret());
  const closed = await seal.close('a.0', bytes);
  const changed = (closed.startsWith('A') ? 'B' : 'A') + closed.slice(1);
  await expect(other.open('a.0', closed)).rejects.toThrow();
  await expect(seal.open('b.0', closed)).rejects.toThrow();
  await expect(seal.open('a.0', changed)).rejects.toThrow();
  expect(other.owner).not.toBe(seal.owner);
});

test('whose it is says the key, on every phone the same, and nothing of the key', async () => {
  const secret = randomSecret();
  const { owner } = await makeSeal(secret);
  expect(owner).toMatch(/^[0-9a-f]{16}$/);
  expect((await makeSeal(secret)).owner).toBe(owner);
});
