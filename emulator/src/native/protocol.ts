/** Wire facts of the bridge between a mini app and Zalo, as zmp-sdk 2.51.6 reads them. Runs in browsers and on Node. */

export type Os = 'android' | 'ios';
export type Network = '4g' | 'slow' | 'none';

/** A slow network: 1.6 Mbit/s each way, 300 ms before anything happens. */
export const SLOW = { bytesPerMs: 200, latencyMs: 300 } as const;

/** What native answers; `error_code` must be a number, 0 means done. */
export interface NativeAnswer {
  error_code: number;
  error_message?: string;
  data?: unknown;
}

/** `silent`: native never answers, and the SDK waits for ever. */
export type NativeOutcome = NativeAnswer | 'silent';

/** Native error numbers whose meaning the SDK knows. */
export const NATIVE_ERROR = {
  denied: -1,
  unsupported: -5,
  cancelled: -101,
  /** Old key-value action names, by system: see `nativeStorage`. */
  foreignAppAndroid: -106,
  foreignAppIos: -101,
  /** Not mapped by the SDK: passes through as it is. */
  authorizeDenied: -201,
  scanCancelled: -606,
} as const;

export const done = (data: unknown = {}): NativeAnswer => ({ error_code: 0, error_message: 'Successful.', data });
export const failed = (code: number, message: string): NativeAnswer => ({ error_code: code, error_message: message });

/** The SDK tells this case by its words, whatever the number: −1403. */
export const missingPermission = (): NativeAnswer => failed(-3, 'permission required!');
export const unsupported = (): NativeAnswer => failed(NATIVE_ERROR.unsupported, 'Not supported');

/** One call that crossed the bridge, kept for whoever wants to know what the app asked for. */
export interface NativeCallRecord {
  at: number;
  action: string;
  parameters: unknown;
  /** null: never answered. */
  code: number | null;
}

/** Everything the page must know before any module runs; written into the HTML by the emulator. */
export interface Boot {
  appId: string;
  zaloAppId: string;
  appVersion: string;
  appEnv: string;
  appConfig: { app: Record<string, unknown> };
  phoneId: string;
  phoneEpoch: string;
  os: Os;
  zaloVersion: number;
  network: Network;
  missingPermissions: readonly string[];
  storageFull: boolean;
  storage: { revision: number; map: Record<string, string> };
  /** Hosts answered by this emulator under `/__zalo__/<host>`. */
  zaloHosts: readonly string[];
  /** The province's own origins, and where they really are. */
  apiOrigins: readonly string[];
  serverOrigin: string;
}

export const ZALO_HOSTS = [
  'h5.zalo.me',
  'graph.zalo.me',
  'oauth.zaloapp.com',
  'openapi.zalo.me',
  'business.openapi.zalo.me',
  'payment-mini.zalo.me',
] as const;
export type ZaloHost = (typeof ZALO_HOSTS)[number];

export const CLOUD_PREFIX = '/__zalo__';
export const NATIVE_PREFIX = '/__native__';
export const CONTROL_PREFIX = '/__control__';
