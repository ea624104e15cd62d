import { OBJECT_STORE, startObjectStore } from '@dvc/emulator/src/object-store.ts';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileStore } from '#core/deps';
import { createFolderStore } from './folder-store.ts';
import { createObjectStore } from './object-store.ts';

const newKey = (): string => randomBytes(32).toString('hex');

let folder: string;
let emulated: Awaited<ReturnType<typeof startObjectStore>>;

const inObjects = (secret = OBJECT_STORE.secret): FileStore =>
  createObjectStore({ ...OBJECT_STORE, secret, url: emulated.url, region: 'us-east-1' });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-store-'));
  emulated = await startObjectStore();
});
afterAll(async () => {
  await emulated.close();
  await rm(folder, { recursive: true });
});

describe.each([
  ['a folder', () => createFolderStore(folder)],
  ['objects', () => inObjects()],
] as const)('papers kept in %s', (_where, create) => {
  const readAll = async (store: FileStore, key: string): Promise<Buffer> => buffer(await store.read(key));

  test('come back as they were put, also when they were put twice', async () => {
    const store = create();
    const key = newKey();
    const bytes = randomBytes(300_000);
    await store.put(key, bytes);
    await store.put(key, bytes);
    expect((await readAll(store, key)).equals(bytes)).toBe(true);
    const other = randomBytes(10);
    await store.put(key, other);
    expect((await readAll(store, key)).equals(other)).toBe(true);
  });

  test('an empty one is one', async () => {
    const store = create();
    const key = newKey();
    await store.put(key, Buffer.alloc(0));
    expect(await readAll(store, key)).toHaveLength(0);
  });

  test('may come as a stream, whose length is answered', async () => {
    const store = create();
    const key = newKey();
    const chunks = [randomBytes(70_000), randomBytes(1), randomBytes(130_000)];
    expect(await store.putStream(key, Readable.from(chunks))).toBe(200_001);
    expect((await readAll(store, key)).equals(Buffer.concat(chunks))).toBe(true);
  });

  test('a stream that breaks leaves nothing', async () => {
    const store = create();
    const key = newKey();
    async function* broken() {
      yield randomBytes(1_000);
      throw new Error('the line was cut');
    }
    await expect(store.putStream(key, Readable.from(broken()))).rejects.toThrow('the line was cut');
    await expect(store.read(key)).rejects.toThrow();
  });

  test('are gone when removed; removing twice is removing once', async () => {
    const store = create();
    const key = newKey();
    await store.put(key, randomBytes(10));
    await store.remove(key);
    await store.remove(key);
    await expect(store.read(key)).rejects.toMatchObject({ code: 'server-busy' });
  });

  test('lie nowhere but under keys of ours', async () => {
    const store = create();
    for (const key of ['../../etc/passwd', '', 'A'.repeat(64)])
      await expect(store.read(key)).rejects.toThrow('file key');
  });
});

test('who cannot sign is let nowhere', async () => {
  const key = newKey();
  await expect(inObjects('another secret').put(key, randomBytes(10))).rejects.toThrow('403');
  expect([...emulated.objects.keys()].some((path) => path.endsWith(key))).toBe(false);
});

test('a store that is away is asked again later, and so is whoever asked', async () => {
  const key = newKey();
  emulated.goAway(true);
  await expect(inObjects().read(key)).rejects.toMatchObject({ code: 'server-busy' });
  emulated.goAway(false);
  await inObjects().put(key, randomBytes(10));
  expect(await buffer(await inObjects().read(key))).toHaveLength(10);
});

test('a store that does not say how long things are is asked for the end of what it has', async () => {
  const store = inObjects();
  emulated.hideLengths(true);
  try {
    for (const bytes of [Buffer.alloc(0), randomBytes(1), randomBytes(70_000)]) await store.put(newKey(), bytes);
    // It keeps nothing; then it keeps something else.
    emulated.pretend(true);
    const key = newKey();
    await expect(store.put(key, randomBytes(10))).rejects.toMatchObject({ code: 'server-busy' });
    const path = `/${OBJECT_STORE.bucket}/${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`;
    for (const length of [0, 9, 11, 100_000]) {
      emulated.objects.set(path, randomBytes(length));
      await expect(store.put(key, randomBytes(10))).rejects.toMatchObject({ code: 'server-busy' });
    }
  } finally {
    emulated.hideLengths(false);
    emulated.pretend(false);
  }
});
