import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '#lib/app-error';
import { errorWords } from '#lib/error-words';
import { wrongAnswers } from '../../tests/support/wrong-answers';
import type * as Inside from './inside';

/** Whatever the SDK is made to do at the moment; every function of it does the same. */
let behave: () => unknown = () => undefined;

vi.mock('zmp-sdk/apis', () => {
  const asked = async () => behave();
  const names = ['getAccessToken', 'authorize', 'getPhoneNumber', 'getLocation', 'scanQRCode', 'createOrder'];
  const more = [
    'checkTransaction',
    'followOA',
    'openPhone',
    'openShareSheet',
    'openWebview',
    'openDocument',
    'downloadFile',
  ];
  const storage = {
    getItem: () => behave(),
    setItem: () => behave(),
    removeItem: () => behave(),
    getStorageInfo: () => behave(),
  };
  return {
    ...Object.fromEntries([...names, ...more].map((name) => [name, asked])),
    events: { on: () => behave() },
    EventName: {},
    nativeStorage: { ...storage, clear: () => behave() },
  };
});

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.length < 1e5;
type Room = typeof Inside;
const order = { amount: 1, desc: '', item: [], extradata: '', mac: '' };
const opened = vi.fn();

/** Each thing the app asks Zalo for, and what a proper answer is. */
const calls: Readonly<Record<string, (room: Room) => Promise<boolean>>> = {
  readAccessToken: async (room) => isText(await room.readAccessToken()),
  askForContact: async (room) => {
    const { phoneToken, refused } = await room.askForContact();
    return refused !== undefined || isText(phoneToken);
  },
  askForPlace: async (room) => {
    const { answer, refused } = await room.askForPlace();
    return refused !== undefined || isText(answer);
  },
  scanQr: async (room) => {
    const { answer, refused } = await room.scanQr();
    return refused !== undefined || isText(answer);
  },
  follow: async (room) => typeof (await room.follow('1')) === 'object',
  share: async (room) => typeof (await room.share('https://x')) === 'object',
  dial: async (room) => (await room.dial('1022')) === undefined,
  showPdf: async (room) => (await room.showPdf('https://x', 'x')) === undefined,
  saveToPhone: async (room) => (await room.saveToPhone('https://x')) === undefined,
  openInAppBrowser: async (room) => (await room.openInAppBrowser('https://x')) === undefined,
  openCheckout: async (room) => {
    opened.mockClear();
    const start = await room.openCheckout(order, { opened, ended: () => undefined });
    const told = opened.mock.calls.every(([id]) => isText(id));
    // Nobody may be told that nothing was opened where Zalo only said so badly.
    return told && (start.start === 'opened') === opened.mock.calls.length > 0;
  },
  wasCheckoutLeft: async (room) => [true, false, undefined].includes(await room.wasCheckoutLeft('1')),
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe.each(wrongAnswers)('Zalo answers with %s', (what, does) => {
  test.each(Object.entries(calls))(
    '%s: a proper answer or an error with words, within its time',
    async (_name, call) => {
      behave = does;
      const room = await import('./inside');
      const settled = call(room).then(
        (isProper) => ({ isProper }),
        (error: unknown) => ({ error }),
      );
      await vi.advanceTimersByTimeAsync(200_000);
      const outcome = await Promise.race([settled, Promise.resolve({ silent: true })]);
      if ('error' in outcome) {
        expect(outcome.error).toBeInstanceOf(AppError);
        const words = errorWords(outcome.error as AppError, 'vi');
        expect(words.title.length).toBeGreaterThan(5);
      } else expect(outcome).toEqual({ isProper: true });
    },
  );

  test('the storage says what it kept, and reading never fails', async () => {
    behave = does;
    vi.stubGlobal('ZaloJavaScriptInterface', {});
    const { dependableStorage, phoneStorage } = await import('./storage');
    const reading = Promise.all([
      dependableStorage.keep('a', 'b'),
      dependableStorage.find('a'),
      phoneStorage.read(what),
    ]);
    await vi.advanceTimersByTimeAsync(20_000);
    const [kept, found] = await reading;
    expect(['kept', 'full', 'refused', 'none']).toContain(kept);
    expect(found === undefined || typeof found === 'string').toBe(true);
    await dependableStorage.drop('a');
  });
});

test('an order that Zalo opened without saying which is not called refused', async () => {
  behave = () => ({});
  const { openCheckout } = await import('./inside');
  const asked = openCheckout(order, { opened, ended: () => undefined });
  await vi.advanceTimersByTimeAsync(200_000);
  expect((await asked).start).toBe('silent');
});
