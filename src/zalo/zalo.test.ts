// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { installFakeServer } from '../../tests/support/fake-server';
import { installFakeZalo, type FakeZalo } from '../../tests/support/fake-zalo';
import type * as Room from './index';

let zalo: FakeZalo;

/** A fresh SDK each time: it logs in when it is imported, and never again. */
async function room(): Promise<typeof Room> {
  vi.resetModules();
  return import('./index');
}

beforeEach(() => {
  zalo = installFakeZalo();
  installFakeServer();
  // The SDK reports what it did every few seconds; nobody listens here.
  XMLHttpRequest.prototype.send = () => undefined;
});

afterEach(() => {
  vi.useRealTimers();
});

const failure = async (work: Promise<unknown>): Promise<{ kind: string; code: string | undefined; words: unknown }> =>
  work.then(
    () => expect.fail('it went well'),
    (error: unknown) => error as { kind: string; code: string | undefined; words: unknown },
  );

describe('the access token', () => {
  test('comes without asking the person anything; calls made together share one', async () => {
    const { readAccessToken } = await room();
    expect(await Promise.all([readAccessToken(), readAccessToken()])).toEqual([
      'zalo-access-token',
      'zalo-access-token',
    ]);
    expect(zalo.calls.map(({ action }) => action)).toEqual(['action.jump.login']);
  });

  test('an ordinary browser is told so at once, not after Zalo’s silence', async () => {
    zalo.answer('action.jump.login', 'silence');
    zalo.leave();
    const { readAccessToken } = await room();
    expect(await failure(readAccessToken())).toMatchObject({ kind: 'host', code: 'outside-zalo' });
    expect(zalo.calls).toEqual([]);
  });

  test('a login that never answers ends after six seconds, in words', async () => {
    zalo.answer('action.jump.login', 'silence');
    const { readAccessToken } = await room();
    await import('./inside');
    vi.useFakeTimers();
    const asked = failure(readAccessToken());
    await vi.advanceTimersByTimeAsync(6_100);
    expect(await asked).toMatchObject({ kind: 'host', code: 'zalo-silent' });
  });
});

describe('name and phone number', () => {
  beforeEach(() => {
    zalo.answer('action.mp.user.authorize', { data: { 'scope.userInfo': true, 'scope.userPhonenumber': true } });
    zalo.answer('action.mp.get.number', { data: { token: 'phone-token' } });
  });

  test('are asked for in this order, and yield a token for the server', async () => {
    const { askForContact } = await room();
    expect(await askForContact()).toEqual({ phoneToken: 'phone-token' });
    const asked = zalo.calls.map(({ action }) => action).filter((action) => action.startsWith('action.mp.'));
    expect(asked).toEqual(['action.mp.user.authorize', 'action.mp.get.number']);
  });

  test('the name may be kept back', async () => {
    zalo.answer('action.mp.user.authorize', { data: { 'scope.userInfo': false, 'scope.userPhonenumber': true } });
    const { askForContact } = await room();
    expect(await askForContact()).toEqual({ phoneToken: 'phone-token' });
  });

  test.each([
    ['the sheet is refused', 'action.mp.user.authorize', { error: -201 }, 'denied'],
    [
      'the number is not among what was allowed',
      'action.mp.user.authorize',
      { data: { 'scope.userPhonenumber': false } },
      'denied',
    ],
    ['the number is refused (Android)', 'action.mp.get.number', { error: -1 }, 'denied'],
    ['consent is missing', 'action.mp.get.number', { error: -1401 }, 'denied'],
    ['the sheet is closed', 'action.mp.get.number', { error: -2003 }, 'cancelled'],
  ] as const)('%s: a value, no error', async (_, action, answer, refused) => {
    zalo.answer(action, answer);
    const { askForContact } = await room();
    expect(await askForContact()).toEqual({ refused });
  });

  test.each([
    ['Zalo has not approved the app', { error: -1403 }, 'zalo-not-allowed'],
    ['an old Zalo', { error: -5 }, 'zalo-unsupported'],
    ['native ran out of time', { error: -14 }, 'zalo-silent'],
    ['asked twice at once', { error: -400 }, 'zalo-too-fast'],
    ['no token in the answer', { data: {} }, 'zalo-unsupported'],
    ['something nobody has heard of', { error: -99 }, 'zalo-99'],
  ] as const)('%s: an error of kind host, with a code', async (_, answer, code) => {
    zalo.answer('action.mp.get.number', answer);
    const { askForContact } = await room();
    expect(await failure(askForContact())).toMatchObject({ kind: 'host', code });
  });

  test('an answer that never comes ends after a minute', async () => {
    zalo.answer('action.mp.user.authorize', 'silence');
    const { askForContact, readAccessToken } = await room();
    await readAccessToken();
    vi.useFakeTimers();
    const asked = failure(askForContact());
    await vi.advanceTimersByTimeAsync(61_000);
    expect(await asked).toMatchObject({ kind: 'host', code: 'zalo-silent' });
  });

  test('quick taps wait their turn instead of meeting the SDK’s limit of three a second', async () => {
    const { askForContact } = await room();
    const answers = await Promise.all([1, 2, 3, 4].map(() => askForContact()));
    expect(answers).toEqual(Array(4).fill({ phoneToken: 'phone-token' }));
  });
});

describe('events', () => {
  test('reach every watcher once, however often watchers come and go', async () => {
    const { onZaloEvent, readAccessToken } = await room();
    const heard: string[] = [];
    onZaloEvent('resumed', () => heard.push('stayed'));
    for (let i = 0; i < 20; i += 1) onZaloEvent('resumed', () => heard.push('gone'))();
    await readAccessToken();
    zalo.event('h5.event.resumed');
    expect(heard).toEqual(['stayed']);
  });

  test('a link tapped while the app is open comes as the path inside the app', async () => {
    const { onZaloEvent, readAccessToken } = await room();
    const paths: string[] = [];
    onZaloEvent('linkOpened', ({ path }) => paths.push(path));
    await readAccessToken();
    zalo.openLink('/ho-so/1?utm_source=oa');
    zalo.openLink('');
    expect(paths).toEqual(['/ho-so/1?utm_source=oa', '/']);
  });
});

describe('what is kept on the phone', () => {
  test('survives the app', async () => {
    const first = await room();
    first.phoneStorage.write('place', '/ho-so');
    await vi.waitFor(() => expect(zalo.storage.size).toBe(1));
    const second = await room();
    expect(second.phoneStorage.peek('place')).toBeUndefined();
    expect(await second.phoneStorage.read('place')).toBe('/ho-so');
    second.phoneStorage.remove('place');
    expect(await second.phoneStorage.read('place')).toBeUndefined();
  });

  test('without Zalo’s storage, memory serves until the app is closed', async () => {
    zalo.breakStorage();
    const { phoneStorage } = await room();
    const quiet = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    phoneStorage.write('place', '/ho-so');
    expect(await phoneStorage.read('place')).toBe('/ho-so');
    expect(await phoneStorage.read('other')).toBeUndefined();
    quiet.mockRestore();
  });
});

test('the status bar’s height is told in CSS pixels', async () => {
  const { statusBarHeight } = await room();
  vi.stubGlobal('devicePixelRatio', 2);
  expect(statusBarHeight()).toBe(16);
});

test('a page of the in-app browser opens with the address as it is', async () => {
  const { openInAppBrowser } = await room();
  await openInAppBrowser('https://smart.tayninh.example/identity/start?ticket=1');
  const { params } = zalo.calls.at(-1) ?? {};
  expect(params?.url).toContain('https://smart.tayninh.example/identity/start?ticket=1');
});
