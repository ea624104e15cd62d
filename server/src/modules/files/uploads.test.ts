import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import type { Problem, Schemas } from '@dvc/contract';
import { fileLimits } from '@dvc/contract/forms';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BIRTH_PAPER, citizenPhone, listen, startDraft, uploadMetadata } from '../../../test/support/birth-draft.ts';
import { startCuttingProxy } from '../../../test/support/cutting-proxy.ts';
import { hashOf, heic, pdf, photo, pngBomb, scriptAsJpeg, zipBomb } from '../../../test/support/sample-papers.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { idIn, sendByTus } from '../../../test/support/tus-phone.ts';

const ORIGIN = 'https://h5.zdn.vn';
const CHUNK_TYPE = 'application/offset+octet-stream';

describe.each(databaseKinds)('uploads on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;
  let binh: TestPhone;
  let draft: Schemas['Draft'];

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100' } });
    url = await listen(server);
  });
  beforeEach(async () => {
    anh = await citizenPhone(server, 'anh');
    binh = await citizenPhone(server, 'binh');
    draft = await startDraft(anh);
  });
  afterAll(() => server.close());

  const headersOf = (phone: TestPhone, more: Record<string, string> = {}) => ({
    authorization: `Bearer ${phone.token ?? ''}`,
    'tus-resumable': '1.0.0',
    origin: ORIGIN,
    ...more,
  });

  const create = (phone: TestPhone, bytes: Buffer, changes: object = {}, more: Record<string, string> = {}) =>
    fetch(`${url}/files`, {
      method: 'POST',
      headers: headersOf(phone, {
        'upload-length': String(bytes.length),
        'upload-metadata': uploadMetadata({ draftId: draft.id, bytes, ...changes }),
        ...more,
      }),
    });

  const append = (phone: TestPhone, id: string, offset: number, bytes: Buffer, more: Record<string, string> = {}) =>
    fetch(`${url}/files/${id}`, {
      method: 'PATCH',
      headers: headersOf(phone, { 'upload-offset': String(offset), 'content-type': CHUNK_TYPE, ...more }),
      body: new Uint8Array(bytes),
    });

  const createdId = (response: Response) => idIn(response.headers.get('location') ?? '');

  async function fileOf(id: string): Promise<Schemas['DraftFile'] | undefined> {
    const { body } = await anh.call<Schemas['Draft']>('GET', `/drafts/${draft.id}`);
    return body.files.find((file) => file.id === id);
  }

  const send = async (bytes: Buffer, more: { sha256?: string; paperId?: string; name?: string } = {}) =>
    idIn(await sendByTus({ url, token: anh.token ?? '', draftId: draft.id, bytes, ...more }));

  const quarantined = () => readdir(join(server.deps.settings.DATA_DIR, 'quarantine'));

  test('a photo: sent in chunks, checked, ready, and served as it was kept', async () => {
    const bytes = await photo({ width: 1600, height: 1200, quality: 95, orientation: 6 });
    expect(bytes.length).toBeGreaterThan(3 * fileLimits.chunkBytes);
    const id = await send(bytes, { name: 'Giấy chứng sinh.png' });
    const size = bytes.length;
    expect(await fileOf(id)).toMatchObject({ state: 'checking', size, received: size, sha256: null, refusal: null });
    await server.deps.jobs.drain();
    const file = await fileOf(id);
    expect(file).toMatchObject({ state: 'ready', mediaType: 'image/jpeg', paperId: BIRTH_PAPER });
    const response = await fetch(`${url}/files/${id}/content`, { headers: headersOf(anh) });
    const kept = Buffer.from(await response.arrayBuffer());
    expect(hashOf(kept)).toBe(file?.sha256);
    expect(await sharp(kept).metadata()).toMatchObject({ width: 1200, height: 1600, format: 'jpeg' });
    expect(kept.includes('SecretCamera')).toBe(false);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(kept.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="Giay_chung_sinh.jpg"; filename*=UTF-8''Gi%E1%BA%A5y%20ch%E1%BB%A9ng%20sinh.jpg`,
    });
    expect(await quarantined()).not.toContain(id);
  });

  test('the line is cut in the middle of a chunk: the rest is sent, at most one chunk twice', async () => {
    const bytes = await photo({ width: 2000, height: 1500, quality: 95 });
    const proxy = await startCuttingProxy((server.app.server.address() as AddressInfo).port);
    let cuts = 0;
    proxy.cutAfter(700_000, () => (cuts += 1));
    const id = idIn(await sendByTus({ url: proxy.url, token: anh.token ?? '', draftId: draft.id, bytes }));
    await proxy.close();
    expect(cuts).toBe(1);
    const requests = Math.ceil(bytes.length / fileLimits.chunkBytes) + 4;
    expect(proxy.sent()).toBeLessThanOrEqual(bytes.length + fileLimits.chunkBytes + requests * 1500);
    await server.deps.jobs.drain();
    expect((await fileOf(id))?.state).toBe('ready');
  });

  test('the app is killed in the middle of a chunk: opened again it finds its file, at most one chunk twice', async () => {
    const bytes = await photo({ width: 2000, height: 1500, quality: 95 });
    const proxy = await startCuttingProxy((server.app.server.address() as AddressInfo).port);
    const phone = { url: proxy.url, token: anh.token ?? '', draftId: draft.id, bytes };
    const begun = idIn(await sendByTus({ ...phone, killAt: 700_000 }));
    const [cut] = (await anh.call<Schemas['Draft']>('GET', `/drafts/${draft.id}`)).body.files;
    expect(cut).toMatchObject({ id: begun, state: 'uploading', announcedSha256: hashOf(bytes) });
    const id = idIn(await sendByTus({ ...phone, uploadUrl: `${proxy.url}/files/${begun}` }));
    await proxy.close();
    expect(id).toBe(begun);
    const requests = Math.ceil(bytes.length / fileLimits.chunkBytes) + 4;
    expect(proxy.sent()).toBeLessThanOrEqual(bytes.length + fileLimits.chunkBytes + requests * 1500);
    await server.deps.jobs.drain();
    expect((await fileOf(id))?.state).toBe('ready');
  });

  test('the answer to the first announcement is lost: the second is the same upload', async () => {
    const bytes = await photo();
    const [first, second] = [await create(anh, bytes), await create(anh, bytes)];
    expect(createdId(second)).toBe(createdId(first));
    expect(createdId(await create(anh, await photo()))).not.toBe(createdId(first));
  });

  test('a phone in Zalo may read what it needs, other pages nothing', async () => {
    const created = await create(anh, pdf());
    expect(created.headers.get('location')).toMatch(/^\/files\/[0-9a-f-]{36}$/);
    expect(created.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    const id = createdId(created);
    for (const response of [
      await fetch(`${url}/files/${id}`, { method: 'HEAD', headers: headersOf(anh) }),
      await append(anh, id, 0, pdf().subarray(0, 10)),
    ]) {
      expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
      expect(response.headers.get('access-control-expose-headers')).toMatch(/Upload-Offset/i);
      expect(response.headers.get('upload-offset')).toMatch(/^(0|10)$/);
    }
    const strange = { method: 'HEAD', headers: headersOf(anh, { origin: 'https://evil.example' }) };
    const elsewhere = await fetch(`${url}/files/${id}`, strange);
    expect([null, ORIGIN]).toContain(elsewhere.headers.get('access-control-allow-origin'));
    const asked = await fetch(`${url}/files/${id}`, {
      method: 'OPTIONS',
      headers: {
        origin: ORIGIN,
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'upload-offset',
      },
    });
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([
      204,
      expect.stringContaining('PATCH'),
    ]);
  });

  test('HEAD and a further chunk after the last one: all is here, nothing more is taken', async () => {
    const id = await send(pdf());
    const size = String(pdf().length);
    for (const when of ['checking', 'ready']) {
      const head = await fetch(`${url}/files/${id}`, { method: 'HEAD', headers: headersOf(anh) });
      expect([when, head.status, head.headers.get('upload-offset')]).toEqual([when, 200, size]);
      const more = await append(anh, id, pdf().length, Buffer.alloc(0));
      expect([more.status, ((await more.json()) as Problem).code]).toEqual([409, 'file-offset']);
      await server.deps.jobs.drain();
    }
  });

  test.each<[string, () => Promise<Response>, number, string]>([
    [
      'a length over the limit',
      () => create(anh, pdf(), {}, { 'upload-length': String(fileLimits.maxBytes + 1) }),
      422,
      'size',
    ],
    ['nothing at all', () => create(anh, pdf(), {}, { 'upload-length': '0' }), 422, 'empty'],
    ['a paper the form does not have', () => create(anh, pdf(), { paperId: 'x' }), 400, 'bad-request'],
    [
      'a paper that is only shown at the counter',
      () => create(anh, pdf(), { paperId: 'giay-to-tuy-than' }),
      400,
      'bad-request',
    ],
    ['a draft that does not exist', () => create(anh, pdf(), { draftId: randomUUID() }), 404, 'not-found'],
    ['another person’s draft', () => create(binh, pdf()), 404, 'not-found'],
    ['no metadata', () => create(anh, pdf(), {}, { 'upload-metadata': '' }), 400, 'bad-request'],
  ])('creation refused: %s', async (_, run, status, code) => {
    const response = await run();
    const problem = (await response.json()) as Problem;
    expect([response.status, problem.errors?.[0]?.code ?? problem.code]).toEqual([status, code]);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  test('chunks refused: out of place, too large, beyond the end, of another type', async () => {
    const bytes = await photo({ width: 900, height: 900, quality: 95 });
    const id = createdId(await create(anh, bytes));
    const chunk = bytes.subarray(0, 1000);
    const cases: [Promise<Response>, number, string][] = [
      [append(anh, id, 5, chunk), 409, 'file-offset'],
      [append(anh, id, 0, Buffer.alloc(fileLimits.chunkBytes + 1)), 413, 'too-large'],
      [append(anh, id, bytes.length - 10, chunk), 413, 'too-large'],
      [append(anh, id, 0, chunk, { 'content-type': 'image/jpeg' }), 415, 'unsupported-media-type'],
      [append(anh, id, 0, chunk, { 'upload-offset': '-1' }), 400, 'bad-request'],
    ];
    for (const [sent, status, code] of cases) {
      const response = await sent;
      expect([response.status, ((await response.json()) as Problem).code]).toEqual([status, code]);
    }
    expect((await append(anh, id, 0, chunk)).status).toBe(204);
    expect((await fileOf(id))?.received).toBe(1000);
  });

  test('another person’s file cannot be told from one that never was', async () => {
    const id = createdId(await create(anh, pdf()));
    const told = async (file: string) => {
      const headers = headersOf(binh);
      const answers = [
        await fetch(`${url}/files/${file}`, { method: 'HEAD', headers }),
        await append(binh, file, 0, pdf().subarray(0, 5)),
        await fetch(`${url}/files/${file}`, { method: 'DELETE', headers }),
        await fetch(`${url}/files/${file}/content`, { headers }),
      ];
      return Promise.all(
        answers.map(async (response) => {
          const body = (await response.text()).replace(/"requestId":"[^"]*"/, '');
          const names = [...response.headers.keys()].sort();
          return { status: response.status, body, names };
        }),
      );
    };
    const theirs = await told(id);
    expect(theirs.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(theirs).toEqual(await told(randomUUID()));
    expect((await fileOf(id))?.received).toBe(0);
  });

  test('content is not served before it is checked, nor when it was refused', async () => {
    const id = await send(pdf());
    const content = () => fetch(`${url}/files/${id}/content`, { headers: headersOf(anh) });
    expect((await content()).status).toBe(404);
    await server.deps.jobs.drain();
    expect((await content()).status).toBe(200);
    const bad = await send(scriptAsJpeg);
    await server.deps.jobs.drain();
    expect((await fetch(`${url}/files/${bad}/content`, { headers: headersOf(anh) })).status).toBe(404);
  });

  test('refusals come in words, and the bytes do not stay', async () => {
    const cases: [Buffer, { sha256?: string }, string, string][] = [
      [scriptAsJpeg, {}, 'malformed', 'Tệp này bị hỏng'],
      [pdf({ extra: '/Encrypt 9 0 R' }), {}, 'encrypted', 'có mật khẩu'],
      [pdf({ before: '% x\n' }), { sha256: 'ab'.repeat(32) }, 'checksum', 'không còn nguyên vẹn'],
      [Buffer.from('MZ not a picture'), {}, 'type', 'chụp ảnh hoặc gửi PDF'],
      [heic, {}, 'heic', 'ảnh HEIC'],
      [zipBomb, {}, 'archive', 'tệp nén'],
      [pngBomb(), {}, 'bomb', 'bung ra quá lớn'],
      [pdf({ more: ['<< /S /JavaScript /JS (x) >>'] }), {}, 'active', 'mã lệnh'],
    ];
    for (const [bytes, more, code, words] of cases) {
      const id = await send(bytes, more);
      await server.deps.jobs.drain();
      const file = await fileOf(id);
      expect(file).toMatchObject({ state: 'refused', sha256: null, refusal: { code, path: `papers.${BIRTH_PAPER}` } });
      expect(file?.refusal?.message).toContain(words);
      expect(await quarantined()).not.toContain(id);
    }
  });

  test('thirty files a draft, not one more, also at once', async () => {
    const answers = await Promise.all(Array.from({ length: 35 }, (_, n) => create(anh, pdf({ before: `% ${n}\n` }))));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(5);
    expect(((await refused[0]!.json()) as Problem).errors?.[0]?.message).toContain('Đã đủ 30 tệp');
  });

  test('a file is deleted with its bytes, whatever state it is in', async () => {
    const begun = createdId(await create(anh, pdf()));
    const checking = await send(pdf({ before: '% 1\n' }));
    for (const id of [begun, checking]) {
      const gone = await fetch(`${url}/files/${id}`, { method: 'DELETE', headers: headersOf(anh) });
      expect(gone.status).toBe(204);
    }
    await server.deps.jobs.drain();
    expect((await anh.call<Schemas['Draft']>('GET', `/drafts/${draft.id}`)).body.files).toEqual([]);
    expect(await quarantined()).not.toContain(begun);
    expect(await quarantined()).not.toContain(checking);
    expect((await server.deps.db.query('select 1 from jobs')).count).toBe(0);
  });
});
