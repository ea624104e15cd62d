import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  BIRTH_PAPER,
  citizenPhone,
  DECLARED,
  listen,
  saveDraft,
  sendPaper,
  startDraft,
  submitDraft,
} from '../../../test/support/birth-draft.ts';
import { hashOf, pdf, photo } from '../../../test/support/sample-papers.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { bindPhotos } from './bind-photos.ts';

let oneStop: Server;
let given: { path: string; headers: Record<string, unknown>; body: Buffer }[] = [];
let server: TestServer;
let url: string;
let anh: TestPhone;
let draft: Schemas['Draft'];

beforeAll(async () => {
  oneStop = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      given.push({ path: request.url ?? '', headers: request.headers, body });
      response.end(request.method === 'PUT' ? JSON.stringify({ sha256: hashOf(body) }) : body);
    });
  });
  await new Promise<void>((done) => oneStop.listen(0, '127.0.0.1', done));
  const { port } = oneStop.address() as AddressInfo;
  server = await buildTestServer({ env: { ONE_STOP_URL: `http://127.0.0.1:${port}`, RATE_LIMIT_FACTOR: '100' } });
  url = await listen(server);
  anh = await citizenPhone(server, 'anh');
});
beforeEach(async () => {
  given = [];
  draft = await startDraft(anh);
});
afterAll(async () => {
  await server.close();
  oneStop.close();
});

async function sendPages(...papers: Buffer[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [at, bytes] of papers.entries()) {
    ids.push(await sendPaper(url, anh, { draftId: draft.id, bytes, name: `trang ${at + 1}.jpg` }));
    server.clock.advance(1);
  }
  await server.deps.jobs.drain();
  return ids;
}

const readFiles = async () => (await anh.call<Schemas['Draft']>('GET', `/drafts/${draft.id}`)).body.files;
const order = (ids: string[], phone = anh) =>
  phone.call('PUT', `/drafts/${draft.id}/file-order`, { body: { files: ids } });

/** The JPEGs inside a PDF, as they lie there. */
function picturesIn(document: Buffer): Buffer[] {
  const text = document.toString('latin1');
  return [...text.matchAll(/\/Subtype \/Image[^]*?\/Length (\d+)\s*>>\s*stream\n/g)].map(
    ({ 0: head, 1: length, index }) => document.subarray(index + head.length, index + head.length + Number(length)),
  );
}

test('pages keep the order in which they were put; new ones come after', async () => {
  const [first = '', second = ''] = await sendPages(await photo(), await photo());
  expect((await order([second, first])).status).toBe(204);
  const [third = ''] = await sendPages(await photo());
  expect((await readFiles()).map(({ id }) => id)).toEqual([second, first, third]);
  expect((await order([third])).status).toBe(204);
  expect((await readFiles()).map(({ id }) => id)).toEqual([third, first, second]);
});

test('photos of a paper reach the office as one PDF: every page the bytes on the receipt, in order', async () => {
  const [first = '', second = '', third = '', scan = ''] = await sendPages(
    await photo({ width: 900, height: 600 }),
    await photo({ width: 600, height: 900 }),
    await photo({ width: 500, height: 700, orientation: 6 }),
    pdf({ before: '% scan\n' }),
  );
  await order([third, first, scan, second]);
  const { body: saved } = await saveDraft(anh, draft);
  const files = saved.files.map(({ id, sha256 }) => ({ id, sha256: sha256 ?? '' }));
  const { body: receipt } = await submitDraft(anh, { draftId: draft.id, rev: saved.rev, files, declaration: DECLARED });
  expect(receipt.files.map(({ sha256 }) => sha256)).toEqual(files.map(({ sha256 }) => sha256));
  await server.deps.jobs.drain();
  const papers = given.filter(({ path }) => path.includes('/files/'));
  expect(papers.map(({ path }) => path.split('/').pop())).toEqual([third, scan]);
  const [bound, alone] = papers;
  expect(bound?.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-file-sha256': hashOf(bound!.body) });
  const hashes = new Map(files.map(({ id, sha256 }) => [id, sha256]));
  expect(picturesIn(bound!.body).map(hashOf)).toEqual([third, first, second].map((id) => hashes.get(id)));
  expect(hashOf(alone!.body)).toBe(hashes.get(scan));
  const dossier = JSON.parse(given.at(-1)!.body.toString()) as { files: { sha256: string; paperId: string }[] };
  expect(dossier.files.map(({ sha256 }) => sha256)).toEqual(papers.map(({ body }) => hashOf(body)));
  expect(dossier.files[0]?.paperId).toBe(BIRTH_PAPER);
});

test('one photo stays a photo', async () => {
  await sendPages(await photo());
  const { body: saved } = await saveDraft(anh, draft);
  const files = saved.files.map(({ id, sha256 }) => ({ id, sha256: sha256 ?? '' }));
  await submitDraft(anh, { draftId: draft.id, rev: saved.rev, files, declaration: DECLARED });
  await server.deps.jobs.drain();
  expect(given[0]?.headers['content-type']).toBe('image/jpeg');
  expect(hashOf(given[0]!.body)).toBe(files[0]?.sha256);
});

test('the same photos give the same PDF, hardly larger than they are', async () => {
  const pages = [await photo({ width: 800, height: 600 }), await photo()];
  const [one, two] = [await bindPhotos('giay', pages), await bindPhotos('giay', pages)];
  expect(hashOf(one)).toBe(hashOf(two));
  expect(one.length).toBeLessThan(pages[0]!.length + pages[1]!.length + 3000);
});

test('the order of somebody else’s draft does not exist', async () => {
  const binh = await citizenPhone(server, 'binh');
  expect((await order([], binh)).status).toBe(404);
});
