// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetMemory, loadInside } from '../../tests/support/behind-doors';
import { installFakeServer, problem, session, type FakeServer } from '../../tests/support/fake-server';
import { installFakeZalo } from '../../tests/support/fake-zalo';
import { toBase64Url } from '#lib/base64url';
import { setClock } from '#lib/clock';
import { identityStore } from './identity';
import { finishLink, giveContact, rememberedReturn, startLink, unlink } from './lazy-steps';
import { connectAuth, takeSession } from './session';

const zalo = installFakeZalo();
// On a busy machine the SDK may come later than the app would wait for it.
beforeAll(async () => void (await vi.waitFor(() => loadInside(), 60_000)), 70_000);

let server: FakeServer;
let disconnect: () => void;
let backInTime: () => void;

beforeEach(() => {
  XMLHttpRequest.prototype.send = () => undefined;
  backInTime = setClock({ now: () => NOW });
  server = installFakeServer();
  disconnect = connectAuth();
  zalo.storage.clear();
  zalo.calls.length = 0;
  forgetMemory();
  takeSession(session(1) as Parameters<typeof takeSession>[0]);
});
afterEach(() => {
  server.close();
  disconnect();
  backInTime();
});

const state = () => identityStore.get().state;
const askedOf = (what: string) => server.asked.filter(({ method, path }) => `${method} ${path}` === what);
const NOW = new Date('2026-11-26T02:00:00Z');
const HALF_AN_HOUR = 30 * 60_000;
const KEPT = 'tns.tay-ninh.step-up';
/** As if Zalo was killed on the way and the app opened anew. */
function pending(changes: object = {}): void {
  forgetMemory();
  zalo.storage.set(
    KEPT,
    JSON.stringify({ verifier: 'v'.repeat(43), returnTo: '/ho-so', startedAt: NOW.getTime(), ...changes }),
  );
}

describe('giving the number', () => {
  beforeEach(() => {
    server.on('POST /session', session(0));
    server.on('GET /session', session(0));
    zalo.answer('action.mp.user.authorize', { data: { 'scope.userInfo': true, 'scope.userPhonenumber': true } });
    zalo.answer('action.mp.get.number', { data: { token: 'phone-token' } });
  });

  test('both tokens go to our server, and the person is known by it', async () => {
    server.on('POST /session/contact', session(1, { unread: 4 }));
    expect(await giveContact()).toBe('given');
    expect(askedOf('POST /session/contact').map(({ body }) => body)).toEqual([
      { accessToken: 'zalo-access-token', phoneToken: 'phone-token' },
    ]);
    expect(identityStore.get()).toMatchObject({ state: 'contact', unread: 4 });
  });

  test('a no is a value, and nothing is asked of our server', async () => {
    zalo.answer('action.mp.user.authorize', { error: -201 });
    expect(await giveContact()).toBe('refused');
    expect(askedOf('POST /session/contact')).toEqual([]);
  });

  test('only the answer was lost: given all the same', async () => {
    server.on('GET /session', session(1));
    server.on('POST /session/contact', new TypeError('reset'));
    expect(await giveContact()).toBe('given');
  });

  test('it did not arrive: said', async () => {
    identityStore.set({ state: 'visitor' });
    server.on('POST /session/contact', new TypeError('reset'));
    await expect(giveContact()).rejects.toMatchObject({ code: 'no-answer' });
  });

  test('a clear no of our server is not doubted', async () => {
    const before = askedOf('GET /session').length;
    server.on('GET /session', session(1));
    server.on('POST /session/contact', problem(400, 'bad-request'));
    await expect(giveContact()).rejects.toMatchObject({ code: 'bad-request' });
    expect(askedOf('GET /session')).toHaveLength(before);
  });
});

describe('going to the provincial ID', () => {
  test('the secret stays on the phone, its hash goes; Zalo opens the page', async () => {
    zalo.answer('action.open.inapp', { data: {} });
    server.on('POST /identity/step-ups', {
      id: 'x',
      url: 'https://id.example/start',
      expiresAt: '2026-11-26T10:00:00Z',
    });
    await startLink('/ho-so/nop/1');
    const { verifier, returnTo, startedAt } = JSON.parse(zalo.storage.get(KEPT) ?? '{}') as Record<string, unknown>;
    expect(returnTo).toBe('/ho-so/nop/1');
    expect(startedAt).toBe(NOW.getTime());
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(String(verifier)));
    const challenge = toBase64Url(new Uint8Array(digest));
    expect(askedOf('POST /identity/step-ups')[0]?.body).toEqual({ returnTo: '/ho-so/nop/1', challenge });
    expect(JSON.stringify(zalo.calls)).toContain('https://id.example/start');
    expect(await rememberedReturn()).toBe('/ho-so/nop/1');
  });

  test('our server does not begin it: nothing is remembered, nothing opens', async () => {
    server.on('POST /identity/step-ups', problem(503, 'identity-unavailable'));
    await expect(startLink('/ho-so')).rejects.toMatchObject({ code: 'identity-unavailable' });
    expect([zalo.storage.size, zalo.calls.some(({ action }) => action === 'action.open.inapp')]).toEqual([0, false]);
  });
});

describe('what is remembered of it', () => {
  test('for half an hour', async () => {
    pending({ startedAt: NOW.getTime() - HALF_AN_HOUR + 100 });
    expect(await rememberedReturn()).toBe('/ho-so');
    pending({ startedAt: NOW.getTime() - HALF_AN_HOUR });
    expect(await rememberedReturn()).toBe('/ho-so');
    pending({ startedAt: NOW.getTime() - HALF_AN_HOUR - 1 });
    expect(await rememberedReturn()).toBeUndefined();
  });

  test.each([
    ['no text of ours', '{{'],
    ['nothing', 'null'],
    ['no secret', { verifier: 1 }],
    ['no place', { returnTo: null }],
    ['no time', { startedAt: 'today' }],
  ])('%s is nothing', async (_what, kept) => {
    if (typeof kept === 'string') zalo.storage.set(KEPT, kept);
    else pending(kept);
    expect(await rememberedReturn()).toBeUndefined();
  });

  test('nothing was begun', async () => {
    expect(await rememberedReturn()).toBeUndefined();
  });
});

describe('coming back with a code', () => {
  const links = () => askedOf('POST /identity/links');
  const linked = { session: session(2), returnTo: '/ho-so' };
  let number = 0;
  /** Codes are good once, also for the phone. */
  const aCode = (): string => `code-${(number += 1)}`;

  test('linked: a citizen, and nothing is remembered', async () => {
    pending();
    server.on('POST /identity/links', linked);
    expect(await finishLink('c')).toEqual({ state: 'linked', returnTo: '/ho-so' });
    expect(links()[0]?.body).toEqual({ code: 'c', verifier: 'v'.repeat(43) });
    expect([state(), zalo.storage.size]).toEqual(['citizen', 0]);
  });

  test('the same code twice is presented once; after it failed, again', async () => {
    const code = aCode();
    server.on('GET /session', session(1));
    server.on('POST /identity/links', problem(400, 'bad-request'));
    const both = await Promise.all([finishLink(code), finishLink(code)]);
    expect(both.map((outcome) => outcome.state)).toEqual(['failed', 'failed']);
    expect(links()).toHaveLength(1);
    server.on('POST /identity/links', linked);
    expect((await finishLink(code)).state).toBe('linked');
    await finishLink(code);
    expect(links()).toHaveLength(2);
  });

  test('somebody else’s: said, what was begun here stays', async () => {
    pending();
    server.on('GET /session', session(2));
    server.on('POST /identity/links', problem(403, 'step-up-foreign'));
    expect(await finishLink(aCode())).toMatchObject({ state: 'foreign', error: { code: 'step-up-foreign' } });
    expect([state(), zalo.storage.size]).toEqual(['contact', 1]);
  });

  test.each([
    ['where it was begun', true, '/ho-so'],
    ['nowhere known', false, undefined],
  ])('too late: back to %s', async (_what, begun, returnTo) => {
    if (begun) pending();
    server.on('GET /session', session(1));
    server.on('POST /identity/links', problem(410, 'step-up-expired'));
    const outcome = await finishLink(aCode());
    expect(outcome).toMatchObject({ state: 'expired', error: { code: 'step-up-expired' }, returnTo });
    expect(zalo.storage.size).toBe(begun ? 1 : 0);
  });

  test.each([
    ['expired', problem(410, 'step-up-expired')],
    ['lost', new TypeError('reset')],
  ])('done already (%s): linked, to where it was begun or home', async (_what, answer) => {
    pending();
    server.on('GET /session', session(2));
    server.on('POST /identity/links', answer);
    expect(await finishLink(aCode())).toEqual({ state: 'linked', returnTo: '/ho-so' });
    expect(zalo.storage.size).toBe(0);
    expect(await finishLink(aCode())).toEqual({ state: 'linked', returnTo: '/' });
    expect(links().at(-1)?.body).toMatchObject({ verifier: '' });
  });

  test('lost, and not done: failed, what was begun stays', async () => {
    pending();
    server.on('GET /session', session(1));
    server.on('POST /identity/links', new TypeError('reset'));
    expect(await finishLink(aCode())).toMatchObject({ state: 'failed', error: { code: 'no-answer' } });
    expect(zalo.storage.size).toBe(1);
  });

  test('a clear no is not doubted', async () => {
    server.on('GET /session', session(2));
    server.on('POST /identity/links', problem(400, 'bad-request'));
    expect((await finishLink(aCode())).state).toBe('failed');
    expect(askedOf('GET /session')).toEqual([]);
  });
});

describe('giving the provincial ID back', () => {
  beforeEach(() => {
    identityStore.set({ state: 'unknown' });
    server.on('GET /session', session(2));
  });

  test('done', async () => {
    server.on('DELETE /identity/links/mine', session(1));
    expect(await unlink()).toBeUndefined();
    expect(state()).toBe('contact');
  });

  test('done although the answer was lost', async () => {
    server.on('DELETE /identity/links/mine', new TypeError('reset'));
    server.on('GET /session', session(1));
    expect(await unlink()).toBeUndefined();
  });

  test('not done: what went wrong', async () => {
    server.on('DELETE /identity/links/mine', new TypeError('reset'));
    expect(await unlink()).toMatchObject({ code: 'no-answer' });
  });
});
