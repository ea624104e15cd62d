import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { installFakeServer, json, problem, session, type FakeServer } from '../../tests/support/fake-server';
import type { AppError } from '#lib/app-error';
import { bindSession, callOperation, errorWords, problemOf } from './index';

let server: FakeServer;
let doubts = 0;
let unbind: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  server = installFakeServer();
  doubts = 0;
  unbind = bindSession({
    token: () => Promise.resolve('old'),
    renew: () => Promise.resolve('new'),
    levelDoubted: () => {
      doubts += 1;
    },
  });
});

afterEach(() => {
  unbind();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Lets pauses between attempts and time limits pass. */
async function outcome<Answer>(work: Promise<Answer>): Promise<Answer | AppError> {
  const settled = work.catch((error: unknown) => error as AppError);
  await vi.advanceTimersByTimeAsync(120_000);
  return settled;
}

const drafts = { items: [] };

describe('a read', () => {
  test('carries the token, path and query, and answers the JSON', async () => {
    server.on('GET /notifications', { items: [], next: null, unread: 0 });
    const answer = await outcome(callOperation('listNotifications', { query: { cursor: 'c 1' } }));
    expect(answer).toEqual({ items: [], next: null, unread: 0 });
    expect(server.asked[0]).toMatchObject({ method: 'GET', path: '/notifications?cursor=c%201' });
    expect(server.asked[0]?.headers.get('authorization')).toBe('Bearer old');
  });

  test('is public where the contract says so: no token leaves the phone', async () => {
    server.on('GET /procedures/1.001193', problem(404, 'not-found'));
    expect(await outcome(callOperation('readProcedure', { params: { procedureCode: '1.001193' } }))).toMatchObject({
      kind: 'missing',
    });
    expect(server.asked[0]?.headers.get('authorization')).toBeNull();
  });

  test.each(['', '.', '..'])('of an id “%s”, which would be another path, asks nothing', async (draftId) => {
    expect(await outcome(callOperation('readDraft', { params: { draftId } }))).toMatchObject({ kind: 'missing' });
    expect(server.asked).toEqual([]);
  });

  test('is repeated quietly when the server stumbles, three times in all', async () => {
    let tries = 0;
    server.on('GET /drafts', () => (++tries < 3 ? new Response('<h1>502</h1>', { status: 502 }) : json(drafts)));
    expect(await outcome(callOperation('listDrafts'))).toEqual(drafts);
    server.on('GET /drafts', new Response('<h1>502</h1>', { status: 502 }));
    expect(await outcome(callOperation('listDrafts'))).toMatchObject({ kind: 'server', code: 'http-502' });
    expect(server.asked).toHaveLength(6);
  });

  test('is not repeated when the answer is clear', async () => {
    server.on('GET /drafts', problem(404, 'not-found'));
    expect(await outcome(callOperation('listDrafts'))).toMatchObject({ kind: 'missing', requestId: 'req-1' });
    expect(server.asked).toHaveLength(1);
  });

  test('waits as long as the server asks, within reason', async () => {
    let tries = 0;
    server.on('GET /drafts', () => (++tries === 1 ? problem(503, 'server-busy', { retryAfter: 2 }) : json(drafts)));
    const work = callOperation('listDrafts');
    await vi.advanceTimersByTimeAsync(1_900);
    expect(server.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(await work).toEqual(drafts);
  });
});

describe('what is no answer', () => {
  test.each([
    ['a gateway’s page', new Response('<html>Bad Gateway</html>', { status: 502 }), 'server'],
    ['a gateway’s page, busy', new Response('<html>', { status: 503 }), 'busy'],
    ['a captive portal’s page with status 200', new Response('<html>Wi-Fi</html>', { status: 200 }), 'server'],
    ['JSON of another kind', json({ hello: 1 }), 'server'],
    ['JSON null', json(null), 'server'],
    ['a list where an object was promised', json([]), 'server'],
    ['half of the JSON', new Response('{"items":[', { headers: { 'content-type': 'application/json' } }), 'server'],
    ['a reset connection', new TypeError('Failed to fetch'), 'server'],
    ['a problem with an unknown code', json({ code: 'nobody-knows', status: 418 }, 418), 'server'],
    ['nothing, for ever', 'silence', 'timeout'],
  ] as const)('%s', async (_, answer, kind) => {
    server.on('GET /drafts', answer);
    expect(await outcome(callOperation('listDrafts'))).toMatchObject({ name: 'AppError', kind });
  });

  test('without network it is offline, told at once', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    server.on('GET /drafts', new TypeError('Failed to fetch'));
    expect(await outcome(callOperation('listDrafts'))).toMatchObject({ kind: 'offline' });
    expect(server.asked).toHaveLength(1);
  });
});

describe('a write', () => {
  const input = {
    headers: { 'Idempotency-Key': 'key-1' },
    body: { draftId: 'd', rev: 1, files: [], declaration: [] },
  };

  test('is sent once, whatever happens: repeating is the person’s decision', async () => {
    server.on('POST /dossiers', new TypeError('reset'));
    expect(await outcome(callOperation('submitDossier', input))).toMatchObject({ kind: 'server', retry: true });
    server.on('POST /dossiers', 'silence');
    expect(await outcome(callOperation('submitDossier', input))).toMatchObject({ kind: 'timeout' });
    expect(server.asked).toHaveLength(2);
  });

  test('carries the key that makes a second try harmless', async () => {
    server.on(
      'POST /dossiers',
      problem(422, 'invalid', { errors: [{ path: 'a', code: 'required', message: 'Ghi tên' }] }),
    );
    const error = await outcome(callOperation('submitDossier', input));
    expect(error).toMatchObject({ kind: 'invalid', fields: [{ path: 'a', message: 'Ghi tên' }] });
    expect(server.asked[0]?.headers.get('idempotency-key')).toBe('key-1');
  });

  test('keeps what only some refusals carry', async () => {
    server.on('POST /dossiers', problem(409, 'draft-sent', { dossierId: 'the-dossier' }));
    const error = await outcome(callOperation('submitDossier', input));
    expect(problemOf(error)?.dossierId).toBe('the-dossier');
    expect(errorWords(error as AppError, 'vi').title).toBe('Hồ sơ này đã được gửi trước đó');
  });

  test('without an answer to read is well when it says so', async () => {
    server.on('DELETE /drafts/d', new Response(null, { status: 204 }));
    expect(await outcome(callOperation('deleteDraft', { params: { draftId: 'd' } }))).toBeUndefined();
  });
});

describe('the session', () => {
  test('that has ended is renewed once, and the call repeated, also a write', async () => {
    server.on('POST /session/contact', ({ headers }) =>
      headers.get('authorization') === 'Bearer new' ? session(1) : problem(401, 'session-expired'),
    );
    const answer = await outcome(callOperation('giveContact', { body: { accessToken: 'a', phoneToken: 'p' } }));
    expect(answer).toMatchObject({ level: 1 });
    expect(server.asked).toHaveLength(2);
  });

  test('is not renewed for ever', async () => {
    server.on('GET /session', problem(401, 'session-expired'));
    expect(await outcome(callOperation('readSession'))).toMatchObject({ kind: 'session' });
    expect(server.asked).toHaveLength(2);
  });

  test('whose level is too low is looked at again', async () => {
    server.on('GET /drafts', problem(403, 'level-too-low', { level: 2 }));
    expect(await outcome(callOperation('listDrafts'))).toMatchObject({ kind: 'level' });
    expect(doubts).toBe(1);
  });
});
