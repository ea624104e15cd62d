/**
 * The page side of Zalo's stand-in: runs as a classic script before every script of the mini app and gives the unmodified
 * SDK what a real Zalo web view gives it. Patches nothing of the SDK.
 */
import type { Boot } from '../native/protocol.ts';
import type { MiniAppHandle } from '../native/surroundings.ts';
import { listenWithoutPhone } from './bare-signals.ts';
import { installBridge } from './bridge.ts';
import { Connection } from './connection.ts';
import { installElementRewriting } from './element-urls.ts';
import { NativeEvents } from './events.ts';
import { installFetch } from './fetch-patch.ts';
import { installGlobals } from './globals.ts';
import { KeyValueStore } from './key-value-store.ts';
import { PhoneLine } from './phone-line.ts';
import { rewriteUrl } from './rewriting.ts';
import { findSurroundings } from './surroundings.ts';
import { settleOnPhone } from './which-phone.ts';
import { installXhr } from './xhr-patch.ts';

declare global {
  interface Window {
    __ZALO_BOOT__: Boot;
  }
}

function start(boot: Boot): void {
  installGlobals(boot);
  const rewrite = (url: string): string => rewriteUrl(url, boot, window.location);
  const connection = new Connection(boot.network);
  const realFetch = installFetch(connection, rewrite);
  installXhr(connection, rewrite);
  installElementRewriting(rewrite);

  const events = new NativeEvents();
  const handle: MiniAppHandle = {
    phoneId: boot.phoneId,
    appearance: boot.appConfig.app,
    emit: (event, data) => events.emit(event, data),
    setNetwork: (network) => {
      if (network === connection.network) return;
      connection.set(network);
      events.emit('h5.event.connection.changed', { state: network === 'none' ? 'DISCONNECTED' : 'CONNECTED' });
    },
  };
  const { surroundings, isBare } = findSurroundings(handle);
  if (isBare) listenWithoutPhone(handle, boot.appId);

  const line = new PhoneLine(boot.phoneId, realFetch);
  installBridge({
    boot,
    line,
    store: new KeyValueStore(boot, line),
    surroundings,
    network: () => connection.network,
    rewrite,
    emit: handle.emit,
    realFetch,
  });
}

if (settleOnPhone(window.__ZALO_BOOT__.phoneId)) start(window.__ZALO_BOOT__);
