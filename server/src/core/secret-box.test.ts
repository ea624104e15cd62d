import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSecretBox } from './secret-box.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secret-box-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const newKey = () => randomBytes(32).toString('base64url');

test('what is sealed says nothing, is never sealed the same twice, and opens again, also after a restart', async () => {
  const box = await createSecretBox(undefined, folder);
  const sealed = box.seal('a', 'lời bí mật');
  expect(sealed).not.toContain(Buffer.from('lời bí mật').toString('base64url').slice(0, 8));
  expect(box.seal('a', 'lời bí mật')).not.toBe(sealed);
  expect((await createSecretBox(undefined, folder)).open('a', sealed)).toBe('lời bí mật');
});

test('it does not open in another place, changed by one letter, cut, or with a key it was not sealed with', async () => {
  const box = await createSecretBox(undefined, folder);
  const sealed = box.seal('a', 'word');
  const changed = Array.from(sealed, (letter, at) => {
    const other = letter === 'A' ? 'B' : 'A';
    return `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`;
  });
  // The last letter carries bits that base64 does not use.
  for (const text of changed.slice(0, -1)) expect(box.open('a', text)).toBeUndefined();
  expect(box.open('b', sealed)).toBeUndefined();
  for (let length = 0; length < sealed.length; length += 1) {
    expect(box.open('a', sealed.slice(0, length))).toBeUndefined();
  }
  expect((await createSecretBox(newKey(), folder)).open('a', sealed)).toBeUndefined();
});

test('a new key in front seals, the old one behind it still opens', async () => {
  const [before, after] = [newKey(), newKey()];
  const sealed = (await createSecretBox(before, folder)).seal('a', 'old');
  const both = await createSecretBox(`${after}, ${before}`, folder);
  expect(both.open('a', sealed)).toBe('old');
  expect((await createSecretBox(after, folder)).open('a', both.seal('a', 'new'))).toBe('new');
});

test('marks recognise a text for one purpose, under every key, and under no other', async () => {
  const [before, after] = [newKey(), newKey()];
  const old = await createSecretBox(before, folder);
  const both = await createSecretBox(`${after},${before}`, folder);
  expect(old.marks('a', 'text')).toEqual(old.marks('a', 'text'));
  expect(both.marks('a', 'text')).toContain(old.marks('a', 'text')[0]);
  expect(both.marks('a', 'text')[0]).not.toBe(old.marks('a', 'text')[0]);
  expect(old.marks('b', 'text')).not.toEqual(old.marks('a', 'text'));
  expect(old.marks('a', 'texts')).not.toEqual(old.marks('a', 'text'));
  expect(old.marks('a', 'text')[0]).toMatch(/^[\w-]{43}$/);
});

test('processes starting at once end with one key, readable by its owner only, and leave nothing else', async () => {
  const boxes = await Promise.all(Array.from({ length: 20 }, () => createSecretBox(undefined, folder)));
  const sealed = boxes[0]?.seal('a', 'x') ?? '';
  for (const box of boxes) expect(box.open('a', sealed)).toBe('x');
  expect(await readdir(folder)).toEqual(['secrets-key']);
  const path = join(folder, 'secrets-key');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(Buffer.from(await readFile(path, 'utf8'), 'base64url')).toHaveLength(32);
});

test.each(['short', 'A'.repeat(40), ' , ', `${'A'.repeat(43)},short`])(
  '%s as SECRETS_KEY stops the start without showing it',
  async (setting) => {
    const refused = createSecretBox(setting, folder);
    await expect(refused).rejects.toThrow('SECRETS_KEY');
    await expect(refused).rejects.not.toThrow(/A{3}|short/);
  },
);

test('a damaged key file stops the start instead of being replaced', async () => {
  await writeFile(join(folder, 'secrets-key'), 'damaged');
  await expect(createSecretBox(undefined, folder)).rejects.toThrow('SECRETS_KEY');
});
