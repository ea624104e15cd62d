import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDeployApi, type DeployApi } from './deploy-api.ts';
import { unzip } from './unzip.ts';

/** A zip of one file, deflated, as zip tools write it. */
function zipOf(name: string, content: string): Buffer {
  const [title, bytes] = [Buffer.from(name), deflateRawSync(Buffer.from(content))];
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(title.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(bytes.length, 20);
  entry.writeUInt16LE(title.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(head.length + title.length + bytes.length, 16);
  return Buffer.concat([head, title, bytes, entry, title, end]);
}

let api: DeployApi;
beforeAll(async () => {
  api = await startDeployApi('a-developer');
});
afterAll(() => api.close());

const ask = (path: string, init: RequestInit = {}, token = 'a-developer') =>
  fetch(api.url + path, { ...init, headers: { authorization: `Bearer ${token}` } });

test('a package arrives in pieces, in whatever order, and is whole', async () => {
  const archive = zipOf('app-config.json', '{"app":{}}');
  const asked = await ask('/app/request-upload?versionStatus=2&name=M%E1%BA%ABu&desc=th%E1%BB%AD');
  const { data } = (await asked.json()) as { data: { identifier: string } };
  const at = (chunk: number) =>
    `/app/upload-chunk?resumableIdentifier=${data.identifier}&resumableChunkNumber=${chunk}&resumableTotalChunks=2`;
  expect((await ask(at(1))).status).toBe(204);
  await ask(at(2), { method: 'POST', body: new Uint8Array(archive.subarray(20)) });
  expect((await ask(at(2))).status).toBe(200);
  expect(api.uploads).toEqual([]);
  await ask(at(1), { method: 'POST', body: new Uint8Array(archive.subarray(0, 20)) });
  expect(api.uploads).toMatchObject([{ target: '2', name: 'Mẫu', note: 'thử' }]);
  const files = unzip(api.uploads[0]?.archive ?? Buffer.alloc(0));
  expect([...files].map(([name, bytes]) => [name, bytes.toString()])).toEqual([['app-config.json', '{"app":{}}']]);
});

test('without the token of a developer nothing is said; what is no archive is not read', async () => {
  expect(await (await ask('/app/request-upload', {}, 'somebody')).json()).toMatchObject({ err: -2001 });
  expect(() => unzip(Buffer.from('not an archive, only words'))).toThrow('not a zip archive');
});
