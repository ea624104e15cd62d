import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bindSession } from '#api';
import { installFakeServer, problem, type FakeServer } from '../../tests/support/fake-server';
import { installFakeCanvas, photoOf } from '../../tests/support/fake-canvas';
import { installFakeTus, type FakeTus } from '../../tests/support/fake-tus';
import type { DraftFile } from './upload-item';
import { createUploads, type Uploads } from './uploads';

vi.mock('tus-js-client', () => vi.importActual('tus-js-client/lib.es5/browser/index.js'));

const draftId = '3f0b7a0e-0000-4000-8000-000000000001';
const original = globalThis.XMLHttpRequest;
let tus: FakeTus;
let server: FakeServer;
let uploads: Uploads;

const names = () => uploads.items.get().map(({ name }) => name);
const states = () => uploads.items.get().map(({ upload }) => upload.state);
const become = (...wanted: string[]) => vi.waitFor(() => expect(states()).toEqual(wanted), { timeout: 8000 });
const keyOf = (name: string) => uploads.items.get().find((item) => item.name === name)?.key ?? '';
const orders = () => server.asked.filter(({ path }) => path.endsWith('/file-order')).map(({ body }) => body);
const onServer = (over: Partial<DraftFile>): DraftFile => ({
  ...{ id: 'file-1', paperId: 'a', name: 'x.jpg', mediaType: 'image/jpeg', size: 1000, received: 1000 },
  ...{ state: 'ready', delayed: false, refusal: null, announcedSha256: null, sha256: 'ab'.repeat(32) },
  ...over,
});

beforeEach(() => {
  tus = installFakeTus();
  installFakeCanvas();
  server = installFakeServer();
  server.on(`GET /drafts/${draftId}`, problem(503, 'server-busy'));
  server.on(`PUT /drafts/${draftId}/file-order`, { status: 204 });
  uploads = createUploads(draftId, []);
  return bindSession({
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
    levelDoubted: () => undefined,
  });
});
afterEach(() => {
  uploads.stop();
  globalThis.XMLHttpRequest = original;
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a photo that can hardly be read', () => {
  test.each(['blurred', 'dark', 'small'] as const)(
    '%s: not a byte is sent before the person has said so',
    async (look) => {
      uploads.add('a', photoOf(look, 'giay.jpg'));
      await become('doubtful');
      expect(uploads.items.get()[0]?.upload).toEqual({ state: 'doubtful', doubt: look });
      expect(tus.announced).toEqual([]);
      uploads.accept(keyOf('giay.jpg'));
      await become('checking');
      expect(tus.chunks).toEqual([1000]);
    },
  );

  test('the others go on meanwhile, and the new photo takes its place', async () => {
    for (const look of ['sharp', 'blurred', 'sharp'] as const) uploads.add('a', photoOf(look, `${look}.jpg`));
    await become('checking', 'doubtful', 'checking');
    uploads.replace(keyOf('blurred.jpg'), photoOf('sharp', 'lai.jpg', { mark: 9 }));
    await become('checking', 'checking', 'checking');
    expect(names()).toEqual(['sharp.jpg', 'lai.jpg', 'sharp.jpg']);
    // It was made last on the server, and stands second here.
    await vi.waitFor(() => expect(orders()).toEqual([{ files: ['file-1', 'file-3', 'file-2'] }]));
  });
});

describe('pages', () => {
  test('are prepared and sent in the order in which they were chosen, the largest first or not', async () => {
    uploads.add('a', photoOf('sharp', 'mot.jpg', { bytes: 1_000_000 }));
    uploads.add('a', photoOf('sharp', 'hai.jpg'));
    await become('checking', 'checking');
    expect(tus.announced.map(({ filename }) => filename)).toEqual(['mot.jpg', 'hai.jpg']);
    expect(orders()).toEqual([]);
  });

  test('are moved among the photos of their paper, and the server is told', async () => {
    const pdf = { id: 'file-2', name: 'to-khai.pdf', mediaType: 'application/pdf' };
    uploads = createUploads(draftId, [
      onServer({ id: 'file-1', name: 'mot.jpg' }),
      onServer(pdf),
      onServer({ id: 'file-3', name: 'khac.jpg', paperId: 'b' }),
      onServer({ id: 'file-4', name: 'hai.jpg' }),
    ]);
    uploads.move(keyOf('mot.jpg'), -1);
    expect(names()).toEqual(['mot.jpg', 'to-khai.pdf', 'khac.jpg', 'hai.jpg']);
    uploads.move(keyOf('hai.jpg'), -1);
    expect(names()).toEqual(['hai.jpg', 'to-khai.pdf', 'khac.jpg', 'mot.jpg']);
    await vi.waitFor(() => expect(orders()).toEqual([{ files: ['file-4', 'file-2', 'file-3', 'file-1'] }]));
  });

  test('an order the server did not hear is told again when the network is back', async () => {
    server.on(`PUT /drafts/${draftId}/file-order`, problem(503, 'server-busy'));
    uploads = createUploads(draftId, [onServer({ name: 'mot.jpg' }), onServer({ id: 'file-2', name: 'hai.jpg' })]);
    uploads.move(keyOf('hai.jpg'), -1);
    await vi.waitFor(() => expect(orders().length).toBeGreaterThan(0));
    server.on(`PUT /drafts/${draftId}/file-order`, { status: 204 });
    await vi.waitFor(() => {
      uploads.wake();
      expect(orders().length).toBeGreaterThan(1);
    });
    const heard = orders().length;
    uploads.wake();
    await new Promise((done) => setTimeout(done, 50));
    expect(orders()).toHaveLength(heard);
  });
});

describe('a check that takes long', () => {
  test('is told as such, and asked about less and less often', async () => {
    vi.useFakeTimers();
    const waiting = onServer({ state: 'checking', delayed: true, sha256: null });
    server.on(`GET /drafts/${draftId}`, {
      ...{ id: draftId, rev: 1, answers: {}, page: 'papers', procedureCode: 'x', procedureName: 'x', formVersion: 'x' },
      ...{ savedAt: 'x', expiresAt: 'x', prefilled: [], files: [waiting], movedFrom: null, oldAnswers: [] },
    });
    uploads = createUploads(draftId, [onServer({ state: 'checking', sha256: null })]);
    uploads.wake();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(uploads.items.get()[0]?.upload).toEqual({ state: 'checking', delayed: true });
    const asked = server.asked.filter(({ method }) => method === 'GET').length;
    expect(asked).toBeGreaterThan(20);
    expect(asked).toBeLessThan(45);
    vi.useRealTimers();
  });
});
