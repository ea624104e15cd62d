// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepAnswers, loadInside } from '../../tests/support/behind-doors';
import { installFakeServer, problem, session, type FakeServer } from '../../tests/support/fake-server';
import { installFakeZalo } from '../../tests/support/fake-zalo';
import { callOperation, currentToken } from '#api';
import { AppError } from '#lib/app-error';
import { identityOf, identityStore, levelOf, type Identity } from './identity';
import {
  connectAuth,
  lookAgain,
  mayHaveArrived,
  refreshAuth,
  refreshSession,
  retryAuth,
  startAuth,
  takeSession,
} from './session';

installFakeZalo();
// On a busy machine the SDK may come later than the app would wait for it.
beforeAll(async () => void (await vi.waitFor(() => loadInside(), 60_000)), 70_000);

let server: FakeServer;
let disconnect: () => void;
/** How often what belonged to somebody was put away. */
let forgotten = 0;

beforeEach(() => {
  XMLHttpRequest.prototype.send = () => undefined;
  server = installFakeServer();
  disconnect = connectAuth();
  forgotten = 0;
  keepAnswers({ refresh: () => undefined, forgetPrivate: () => (forgotten += 1), forgetAll: () => undefined });
});
afterEach(() => {
  server.close();
  disconnect();
  vi.useRealTimers();
});

const becomes = (wanted: Identity['state']) => vi.waitFor(() => expect(state()).toBe(wanted), 10_000);
const state = () => identityStore.get().state;
const sessionsAsked = () => server.asked.filter(({ method, path }) => method === 'POST' && path === '/session').length;
function begunAt(level: 0 | 1 | 2): void {
  server.on('POST /session', session(level));
  takeSession(session(level) as Parameters<typeof takeSession>[0]);
}
/** The server says from now on that it is somebody at this level. */
async function hears(level: 0 | 1 | 2, person: object = {}): Promise<void> {
  const next = session(level) as { person: object };
  server.on('GET /session', { ...next, person: { ...next.person, ...person } });
  await refreshSession();
}

describe('who is holding the phone', () => {
  test.each([
    [0, 'visitor'],
    [1, 'contact'],
    [2, 'citizen'],
  ] as const)('level %i is a %s, and back', (level, name) => {
    const identity = identityOf(session(level, { unread: 3 }) as Parameters<typeof identityOf>[0]);
    expect(identity.state).toBe(name);
    expect(levelOf(identity)).toBe(level);
    if ('person' in identity) expect(identity).toMatchObject({ unread: 3, person: { zaloName: 'Mai' } });
    expect('person' in identity).toBe(level > 0);
  });

  test('who is not known yet or out of reach may do what a visitor may', () => {
    expect(levelOf({ state: 'unknown' })).toBe(0);
    expect(levelOf({ state: 'unreachable', error: new AppError('offline') })).toBe(0);
  });
});

describe('being recognised', () => {
  test('by Zalo’s token, once for everybody who asks meanwhile', async () => {
    server.on('POST /session', session(1));
    expect(state()).toBe('unknown');
    startAuth();
    expect(await Promise.all([currentToken(), currentToken()])).toEqual(['token-at-1', 'token-at-1']);
    expect(await currentToken()).toBe('token-at-1');
    expect(server.asked.map(({ body }) => body)).toEqual([{ accessToken: 'zalo-access-token' }]);
    expect(state()).toBe('contact');
  });

  test('it failed: said, nothing thrown into the void; the next tap asks again', async () => {
    server.on('POST /session', problem(503, 'zalo-unavailable'));
    startAuth();
    await becomes('unreachable');
    expect(identityStore.get()).toMatchObject({ state: 'unreachable', error: { code: 'zalo-unavailable' } });
    await expect(currentToken()).rejects.toMatchObject({ code: 'zalo-unavailable' });
    server.on('POST /session', session(2));
    retryAuth();
    expect(state()).toBe('unknown');
    await becomes('citizen');
  });

  test('somebody at work keeps what they see when their session cannot be renewed', async () => {
    begunAt(2);
    server.on('POST /session', new TypeError('no network'));
    server.on('GET /drafts', problem(401, 'session-expired'));
    await callOperation('listDrafts').catch(() => undefined);
    expect(sessionsAsked()).toBe(1);
    expect(state()).toBe('citizen');
    expect(forgotten).toBe(0);
  });

  test('a session that is over is renewed once for all calls that find it so', async () => {
    begunAt(1);
    server.on('POST /session', session(1, { token: 'new' }));
    server.on('GET /drafts', ({ headers }) =>
      headers.get('authorization') === 'Bearer new' ? { items: [] } : problem(401, 'session-expired'),
    );
    await Promise.all([callOperation('listDrafts'), callOperation('listDrafts')]);
    expect(sessionsAsked()).toBe(1);
    expect(await currentToken()).toBe('new');
  });

  test('the server doubts the level: it is asked who this is', async () => {
    begunAt(2);
    server.on('GET /session', session(1));
    server.on('GET /drafts', problem(403, 'level-too-low'));
    await callOperation('listDrafts').catch(() => undefined);
    await becomes('contact');
  });

  test('after the app comes back: asked who this is; who was never recognised is recognised', async () => {
    server.on('POST /session', session(1));
    refreshAuth();
    await becomes('contact');
    server.on('GET /session', session(2));
    refreshAuth();
    await becomes('citizen');
    expect(sessionsAsked()).toBe(1);
    server.on('GET /session', problem(400, 'bad-request'));
    refreshAuth();
    await refreshSession().catch(() => undefined);
    expect(state()).toBe('citizen');
  });

  test('taken apart, nobody is known and nobody makes sessions', async () => {
    begunAt(1);
    disconnect();
    expect(state()).toBe('unknown');
    await expect((async () => currentToken())()).rejects.toMatchObject({ code: 'nobody-makes-sessions' });
    disconnect = connectAuth();
    server.on('POST /session', session(0));
    expect(await currentToken()).toBe('token-at-0');
  });
});

describe('what belonged to somebody', () => {
  test('stays while they are the same, and when they rise', async () => {
    begunAt(1);
    await hears(1);
    await hears(1, { zaloName: 'Mai Nguyễn' });
    expect(forgotten).toBe(0);
  });

  test('is put away when the level sinks', async () => {
    begunAt(2);
    await hears(0);
    expect(forgotten).toBeGreaterThan(0);
  });

  test('is put away when the level sinks although it is the same person’s number and link', async () => {
    begunAt(2);
    const { person } = session(2) as { person: object };
    await hears(1, person);
    expect(forgotten).toBe(1);
  });

  test.each([
    ['another number', { phone: '0912 ••• 678' }],
    ['linked anew', { linkedAt: '2026-11-25T03:00:00Z' }],
  ])('is put away for somebody else at the same level: %s', async (_what, person) => {
    begunAt(2);
    await hears(2, person);
    expect(forgotten).toBe(1);
  });

  test('nobody was known before: nothing is put away', () => {
    begunAt(2);
    expect(forgotten).toBe(0);
  });
});

describe('after an act in doubt', () => {
  test.each([
    ['timeout', true],
    ['server', true],
    ['busy', true],
    ['offline', true],
    ['level', false],
    ['session', false],
    ['forbidden', false],
    ['missing', false],
    ['conflict', false],
    ['invalid', false],
    ['host', false],
    ['bug', false],
  ] as const)('%s: may have arrived %s', (kind, may) => {
    expect(mayHaveArrived(new AppError(kind))).toBe(may);
  });

  test('asks who this is', async () => {
    begunAt(1);
    server.on('GET /session', session(2));
    expect(await lookAgain()).toMatchObject({ state: 'citizen' });
  });

  test('waits five seconds and not longer, and never fails', async () => {
    begunAt(1);
    server.on('GET /session', 'silence');
    vi.useFakeTimers();
    let answer: Identity | undefined;
    void lookAgain().then((identity) => (answer = identity));
    await vi.advanceTimersByTimeAsync(4_900);
    expect(answer).toBeUndefined();
    await vi.advanceTimersByTimeAsync(200);
    expect(answer).toMatchObject({ state: 'contact' });
  });
});
