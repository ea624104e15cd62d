/**
 * What Zalo's web view lends a page, for tests in jsdom: the native bridge under the real, unmodified SDK. The page must
 * say at its top that it stands at Zalo's address:
 *   // @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
 */

export const APP_ID = '1234567890123456789';

/** What native answers: data, a refusal in native's own numbers, or nothing for ever. */
export type NativeAnswer = { data: unknown } | { error: number } | 'silence';

type Act = (params: Record<string, unknown>) => NativeAnswer;

export interface FakeZalo {
  /** Actions native was asked for, in order. */
  calls: { action: string; params: Record<string, unknown> }[];
  /** What native keeps for the app. */
  storage: Map<string, string>;
  answer: (action: string, act: NativeAnswer | Act) => void;
  /** Native tells the page something: `event('h5.event.webview.close')`. */
  event: (name: string, data?: unknown) => void;
  /** A link into the app was tapped while it is open. */
  openLink: (path: string) => void;
  /** Native storage throws, as on old versions of Zalo. */
  breakStorage: () => void;
  /** The page is opened in an ordinary browser after all. */
  leave: () => void;
}

const browser = 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Mobile Safari/537.36';

function sayUserAgent(value: string): void {
  Object.defineProperty(navigator, 'userAgent', { configurable: true, value });
}

const login = {
  cookiesOAuthLogins: [
    { name: 'h5.zdn.vn_zoauth', value: 'one-time-code' },
    { name: 'h5.zdn.vn_zoauth_vrf', value: 'verifier' },
    { name: 'h5.zdn.vn_zlink3rd', value: 'js-token' },
  ],
  miniProgramConfig: {
    jwt: 'jwt',
    userId: 'zalo-user-1',
    userAuthorized: true,
    canUseAccessTokenByDefault: true,
    requiredAuthenList: [],
    dynamicApis: [],
  },
};

interface StorageRequest {
  mpds_action: string;
  mpds_data: { keys?: string[]; map?: Record<string, string> };
}

function answerStorage(
  storage: Map<string, string>,
  { mpds_action: action, mpds_data: given }: StorageRequest,
): unknown {
  switch (action) {
    case 'mpds.set':
      for (const [key, value] of Object.entries(given.map ?? {})) storage.set(key, value);
      return {};
    case 'mpds.get':
      return { map: Object.fromEntries((given.keys ?? []).map((key) => [key, storage.get(key)])) };
    case 'mpds.remove.key':
      for (const key of given.keys ?? []) storage.delete(key);
      return {};
    case 'mpds.clear.appData':
      storage.clear();
      return {};
    case 'mpds.get.size':
      return { size: [...storage].reduce((sum, [key, value]) => sum + (key.length + value.length) * 2, 0) };
    default:
      return {};
  }
}

type NativeCallback = (answer: string) => void;

/** Android hands native a piece of code that names the callback; evaluating it yields the function. */
function readCallback(code: string): NativeCallback {
  const [, serial = '', action = ''] = /onNativeMessage\("([^"]*)", ?"([^"]*)"\)/.exec(code) ?? [];
  const { onNativeMessage } = window as unknown as { onNativeMessage: (s: string, a: string) => NativeCallback };
  return onNativeMessage(serial, action);
}

/** Puts the bridge into the page; must come before the SDK is imported. */
export function installFakeZalo(): FakeZalo {
  const answers = new Map<string, NativeAnswer | Act>([['action.jump.login', { data: login }]]);
  let storageBroken = false;
  const fake: FakeZalo = {
    calls: [],
    storage: new Map(),
    answer: (action, act) => void answers.set(action, act),
    event(name, data = null) {
      const { zaloJSV2 } = window as unknown as {
        zaloJSV2: { zalo_h5_event_handler: (id: string, name: string, data: string) => void };
      };
      zaloJSV2.zalo_h5_event_handler('event-1', name, btoa(encodeURIComponent(JSON.stringify(data))));
    },
    openLink: (path) => {
      fake.event('h5.event.open.mp', { url: `https://h5.zdn.vn/zapps/${APP_ID}${path}` });
    },
    breakStorage: () => {
      storageBroken = true;
    },
    leave: () => {
      Reflect.deleteProperty(window, 'ZaloJavaScriptInterface');
      sayUserAgent(`${browser} Chrome/142.0.0.0`);
    },
  };
  const bridge = {
    jsCall(_token: string, action: string, _accessToken: string, text: string, callback: string) {
      const params = JSON.parse(text === '' ? '{}' : text) as Record<string, unknown>;
      fake.calls.push({ action, params });
      const found = answers.get(action) ?? { data: {} };
      const answer = typeof found === 'function' ? found(params) : found;
      if (answer === 'silence') return;
      const reply = 'error' in answer ? { error_code: answer.error } : { error_code: 0, data: answer.data };
      queueMicrotask(() => readCallback(callback)(JSON.stringify(reply)));
    },
    processActionMPDS(text: string): string {
      if (storageBroken) throw new Error('no such interface');
      return JSON.stringify({
        error_code: 0,
        data: { mpds_data: answerStorage(fake.storage, JSON.parse(text) as StorageRequest) },
      });
    },
    jsH5EventCallback: () => undefined,
    getStatusBarHeight: () => 32,
  };
  Object.assign(window, {
    APP_ID,
    zAppID: '9876543210',
    APP_VERSION: '7',
    APP_ENV: 'PRODUCTION',
    APP_CONFIG: { app: {} },
    BASE_PATH: `/zapps/${APP_ID}`,
    ZJSBridge: {},
    ZaloJavaScriptInterface: bridge,
  });
  sayUserAgent(`${browser} Zalo android/25121900 ZaloTheme/light ZaloLanguage/vi`);
  return fake;
}
