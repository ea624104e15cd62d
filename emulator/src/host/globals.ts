import type { Boot } from '../native/protocol.ts';

const userAgentOf = (boot: Boot): string => {
  const zalo = `ZaloTheme/light ZaloLanguage/vi`;
  return boot.os === 'android'
    ? `Mozilla/5.0 (Linux; Android 14; Pixel 7 Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 Zalo android/${boot.zaloVersion} ${zalo}`
    : `Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Zalo iOS/${boot.zaloVersion} ${zalo}`;
};

/** What the SDK reads from the page before anything else runs. */
export function installGlobals(boot: Boot): void {
  const userAgent = userAgentOf(boot);
  Object.defineProperty(Navigator.prototype, 'userAgent', { get: () => userAgent, configurable: true });
  Object.assign(window, {
    APP_ID: boot.appId,
    zAppID: boot.zaloAppId,
    APP_VERSION: boot.appVersion,
    APP_ENV: boot.appEnv,
    APP_CONFIG: boot.appConfig,
    zLanguage: 'vi',
    zTheme: 'light',
    BASE_PATH: `/zapps/${boot.appId}`,
  });
}
