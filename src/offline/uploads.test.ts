import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { bindSession } from '#api';
import { sha256, toHex } from '#lib/sha256';
import { installFakeServer, problem, type FakeServer } from '../../tests/support/fake-server';
import { installFakeTus, type FakeTus } from '../../tests/support/fake-tus';
import { pdfOf } from './testing/sample-files';
import type { DraftFile } from './upload-item';
import { createUploads, type Uploads } from './uploads';

// Under Node the package resolves to its Node half; a phone gets this one. The real library all the same.
vi.mock('tus-js-client', () => vi.importActual('tus-js-client/lib.es5/browser/index.js'));

const draftId = '3f0b7a0e-0000-4000-8000-000000000001';
const original = globalThis.XMLHttpRequest;
let tus: FakeTus;
let server: FakeServer;
let uploads: Uploads;
let token = 'first-token';

const scan = (bytes: number, name = 'giay.pdf') => new File([pdfOf(bytes)], name, { type: 'application/pdf' });
const hashOf = async (file: File) => toHex(await sha256(new Uint8Array(await file.arrayBuffer())));
const onServer = (over: Partial<DraftFile>): DraftFile => ({
  ...{ id: 'file-1', paperId: 'giay-chung-sinh', name: 'giay.pdf', mediaType: 'application/pdf' },
  ...{ size: 700_000, received: 700_000, state: 'ready', delayed: false, refusal: null },
  ...{ announcedSha256: null, sha256: 'ab'.repeat(32) },
  ...over,
});
const draftWith = (...files: DraftFile[]) =>
  ({ files, id: draftId, rev: 1, answers: {}, page: 'papers' }) as unknown as Schemas['Draft'];
/** Enough of a draft for the shape check of the call. */
const answerDraft = (...files: DraftFile[]) =>
  server.on(`GET /drafts/${draftId}`, {
    ...draftWith(...files),
    ...{
      procedureCode: 'x',
      procedureName: 'x',
      formVersion: 'x',
      savedAt: 'x',
      expiresAt: 'x',
      prefilled: [],
      movedFrom: null,
      oldAnswers: [],
    },
  });
const states = () => uploads.items.get().map(({ upload }) => upload.state);
const becomes = (state: string) => vi.waitFor(() => expect(states()).toEqual([state]), { timeout: 8000 });

beforeEach(() => {
  tus = installFakeTus();
  server = installFakeServer();
  token = 'first-token';
  uploads = createUploads(draftId, []);
  const release = bindSession({
    token: () => Promise.resolve(token),
    renew: () => Promise.resolve((token = 'second-token')),
    levelDoubted: () => undefined,
  });
  return release;
});
afterEach(() => {
  uploads.stop();
  globalThis.XMLHttpRequest = original;
});

describe('a file on its way', () => {
  test('goes in chunks of at most 256 KiB, with its hash, and is ready only when the server says so', async () => {
    answerDraft(onServer({ state: 'checking', sha256: null }));
    uploads.add('giay-chung-sinh', scan(700_000));
    await becomes('checking');
    expect(tus.chunks).toEqual([262_144, 262_144, 175_712]);
    expect(tus.announced[0]).toMatchObject({
      draftId,
      paperId: 'giay-chung-sinh',
      filename: 'giay.pdf',
      filetype: 'application/pdf',
    });
    expect(tus.announced[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    answerDraft(onServer({}));
    await becomes('ready');
    expect(uploads.items.get()[0]?.upload).toEqual({ state: 'ready', sha256: 'ab'.repeat(32) });
  });

  test('a cut costs at most one chunk: it goes on from what the server has', async () => {
    answerDraft(onServer({ state: 'checking' }));
    tus.failNext('PATCH', 'cut');
    uploads.add('giay-chung-sinh', scan(700_000));
    await becomes('checking');
    expect(tus.received.get('file-1')).toBe(700_000);
    expect(tus.chunks.reduce((sum, size) => sum + size, 0)).toBe(700_000);
  });

  test('a file the server has already is one line, not two', async () => {
    uploads.stop();
    uploads = createUploads(draftId, [onServer({ id: 'file-1', size: 1000 })]);
    answerDraft(onServer({ id: 'file-1', size: 1000 }));
    uploads.add('giay-chung-sinh', scan(1000));
    await becomes('ready');
    expect(uploads.items.get()).toMatchObject([{ fileId: 'file-1' }]);
  });

  test('a session that ended meanwhile is renewed, and the file goes on', async () => {
    answerDraft(onServer({ state: 'checking' }));
    server.on('GET /session', ({ headers }) =>
      headers.get('authorization') === 'Bearer second-token'
        ? { token: 'second-token', expiresAt: 'x', level: 2, person: {}, unread: 0 }
        : problem(401, 'session-expired'),
    );
    tus.failNext('POST', { status: 401, body: { code: 'session-expired', requestId: 'r' } });
    uploads.add('giay-chung-sinh', scan(1000));
    await becomes('checking');
    expect(tus.authorizations.at(-1)).toBe('Bearer second-token');
  });

  test('a refusal keeps the server’s own sentence', async () => {
    const message = 'Tệp này hơn 10 MB nên chưa gửi được.';
    const body = { code: 'file-refused', requestId: 'r', errors: [{ path: 'papers.x', code: 'size', message }] };
    tus.failNext('POST', { status: 422, body });
    uploads.add('giay-chung-sinh', scan(1000));
    await becomes('refused');
    expect(uploads.items.get()[0]?.upload).toMatchObject({ message });
  });

  test.each([200, 403, 502])(
    'a page in place of an answer (%s): failed in words, and the file is still here to try again',
    async (status) => {
      answerDraft(onServer({ state: 'checking' }));
      tus.failNext('POST', { status, body: '<html>Wi-Fi</html>' }, 4);
      uploads.add('giay-chung-sinh', scan(700_000));
      await becomes('failed');
      const [item] = uploads.items.get();
      expect(item?.upload).toMatchObject({ error: { kind: 'server' } });
      tus.forgive();
      uploads.again(item?.key ?? '');
      await becomes('checking');
    },
  );

  test('without network it waits with what it has, and goes on by itself', async () => {
    answerDraft(onServer({ state: 'checking' }));
    tus.failNext('POST', 'cut', 4);
    uploads.add('giay-chung-sinh', scan(1000));
    await becomes('failed');
    uploads.wake();
    await becomes('checking');
  }, 20_000);

  test('a server that was away for long is asked again by itself', async () => {
    answerDraft(onServer({ state: 'checking' }));
    tus.failNext('POST', { status: 503 }, 4);
    uploads.add('giay-chung-sinh', scan(1000));
    await becomes('failed');
    await becomes('checking');
  }, 20_000);

  test('two files go one after the other', async () => {
    answerDraft(onServer({ state: 'checking' }), onServer({ id: 'file-2', state: 'checking' }));
    uploads.add('a', scan(300_000, 'mot.pdf'));
    uploads.add('b', scan(1000, 'hai.pdf'));
    await vi.waitFor(() => expect(states()).toEqual(['checking', 'checking']), { timeout: 8000 });
    // Whichever is prepared first goes first; what matters is that their chunks do not mix.
    expect([
      [262_144, 37_856, 1000],
      [1000, 262_144, 37_856],
    ]).toContainEqual(tus.chunks);
  });
});

describe('what is not sent at all', () => {
  test('a type nobody here can read, an empty file, one too many', async () => {
    uploads.add('a', new File(['x'], 'phim.mov', { type: 'video/quicktime' }));
    await becomes('refused');
    expect(uploads.items.get()[0]?.upload).toMatchObject({ code: 'type' });
    await uploads.remove(uploads.items.get()[0]?.key ?? '');
    uploads.add('a', new File([], 'trong.pdf', { type: 'application/pdf' }));
    await becomes('refused');
    expect(uploads.items.get()[0]?.upload).toMatchObject({ code: 'empty' });
    uploads = createUploads(
      draftId,
      Array.from({ length: 30 }, (_, at) => onServer({ id: `file-${String(at)}` })),
    );
    uploads.add('a', scan(300));
    expect(uploads.items.get().at(-1)?.upload).toMatchObject({ state: 'refused', code: 'too-many' });
    expect(tus.announced).toEqual([]);
  });
});

describe('files the server knew when the draft was opened', () => {
  test('one in check, while another phone sends the draft: told, and nobody is asked again', async () => {
    server.on(`GET /drafts/${draftId}`, problem(409, 'draft-sent', { dossierId: 'hs-1' }));
    const onSent = vi.fn();
    uploads = createUploads(draftId, [onServer({ state: 'checking' })], { onSent });
    uploads.wake();
    await vi.waitFor(() => expect(onSent).toHaveBeenCalledWith('hs-1'), { timeout: 8000 });
    expect(onSent).toHaveBeenCalledTimes(1);
  });

  test('one that was cut off waits for the same file, and goes on where it stopped', async () => {
    tus.received.set('file-1', 524_288);
    answerDraft(onServer({ state: 'checking' }));
    const announcedSha256 = await hashOf(scan(700_000));
    const cut = onServer({ state: 'uploading', received: 524_288, announcedSha256, sha256: null });
    uploads = createUploads(draftId, [cut, onServer({ id: 'file-2' })]);
    expect(uploads.items.get()[0]?.upload).toMatchObject({ state: 'interrupted', sent: 524_288 });
    // Phones give the same photo another name each time it is chosen.
    uploads.add('giay-chung-sinh', scan(700_000, 'ten khac.pdf'));
    await vi.waitFor(() => expect(states()).toEqual(['checking', 'ready']), { timeout: 8000 });
    expect(tus.chunks).toEqual([175_712]);
    expect(tus.announced).toEqual([]);
  });

  test('another file of the same name and size is another file', async () => {
    answerDraft();
    const cut = { state: 'uploading', received: 524_288, announcedSha256: 'cd'.repeat(32), sha256: null } as const;
    uploads = createUploads(draftId, [onServer({ id: 'cut-off', ...cut })]);
    uploads.add('giay-chung-sinh', scan(700_000));
    await vi.waitFor(() => expect(states()).toEqual(['interrupted', 'checking']), { timeout: 8000 });
    expect(tus.announced).toHaveLength(1);
  });

  test('removing tells the server; one already gone is gone, an unreachable server leaves it', async () => {
    uploads = createUploads(draftId, [onServer({}), onServer({ id: 'file-2' })]);
    server.on('DELETE /files/file-1', problem(404, 'not-found'));
    expect(await uploads.remove('file-1')).toBe(true);
    server.on('DELETE /files/file-2', problem(503, 'server-busy'));
    expect(await uploads.remove('file-2')).toBe(false);
    expect(states()).toEqual(['ready']);
  });
});

test('a cut-off file that another phone has finished meanwhile is asked about until its check is over', async () => {
  uploads = createUploads(draftId, [onServer({ state: 'uploading', received: 1_000 })]);
  uploads.wake();
  expect(states()).toEqual(['interrupted']);
  answerDraft(onServer({}));
  // Heard along with the other phone's answers.
  uploads.learn([onServer({ state: 'checking' })]);
  expect(states()).toEqual(['checking']);
  await becomes('ready');
});
