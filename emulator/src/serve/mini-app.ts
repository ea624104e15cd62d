import { cutConnection, send } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { ZALO_APP } from '../identity.ts';
import { ZALO_HOSTS } from '../native/protocol.ts';
import type { Boot } from '../native/protocol.ts';
import { ZALO_BUILDS } from '../world/phone.ts';
import type { Phone } from '../world/phone.ts';
import { DEFAULT_PHONE } from '../world/world.ts';
import type { World } from '../world/world.ts';
import { encodingFor } from './asset-store.ts';
import type { AssetStore } from './asset-store.ts';
import { nothingBuilt, writeDocument } from './document.ts';
import { sendSlowly } from './line.ts';

export interface MiniAppOptions {
  appId: string;
  www: string;
  apiOrigins: readonly string[];
  serverOrigin: string;
  hostScript: string;
}

/** Names the phone to the document; the host script takes it off again before the app can see it. */
export const PHONE_PARAMETER = 'zalo_phone';

/** Serves the production build as Zalo does: `/zapps/<APP_ID>/…` is one page, its assets live elsewhere. */
export class MiniAppServer {
  readonly #options: MiniAppOptions;
  readonly #store: AssetStore;
  readonly #world: World;
  readonly #documentBase: string;
  readonly #assetBase: string;

  constructor(options: MiniAppOptions, store: AssetStore, world: World) {
    this.#options = options;
    this.#store = store;
    this.#world = world;
    this.#documentBase = `/zapps/${options.appId}`;
    this.#assetBase = `/zdn-assets/${options.appId}`;
  }

  serves(path: string): boolean {
    return (
      path === this.#documentBase || path.startsWith(`${this.#documentBase}/`) || path.startsWith(`${this.#assetBase}/`)
    );
  }

  async answer(exchange: Exchange): Promise<void> {
    if (exchange.url.pathname.startsWith(`${this.#assetBase}/`)) return this.#asset(exchange);
    return this.#document(exchange);
  }

  async #document(exchange: Exchange): Promise<void> {
    const phone = this.#world.phone(exchange.url.searchParams.get(PHONE_PARAMETER) ?? DEFAULT_PHONE);
    if (phone.network === 'none') return cutConnection(exchange.request);
    const built = await this.#store.config();
    if (built === null) return send(exchange.response, { status: 503, body: nothingBuilt(this.#options.www) });
    const assets = `${this.#assetBase}/${built.version}/${encodeURIComponent(phone.id)}`;
    const boot = this.#boot(phone, { app: built.config.app });
    const page = writeDocument(boot, built.config, assets, this.#options.hostScript);
    return send(exchange.response, { body: page, headers: { 'cache-control': 'no-store' } });
  }

  async #asset(exchange: Exchange): Promise<void> {
    const { request, response, url, headers } = exchange;
    const [version = '', phoneId = '', ...rest] = url.pathname.slice(this.#assetBase.length + 1).split('/');
    const phone = this.#world.phone(decodeURIComponent(phoneId));
    if (phone.network === 'none') return cutConnection(request);
    const asset = await this.#store.find(
      decodeURIComponent(rest.join('/')),
      encodingFor(headers['accept-encoding'] ?? ''),
    );
    if (asset === null || version === '')
      return send(response, { status: 404, body: 'no such asset', type: 'text/plain' });
    response.statusCode = 200;
    response.setHeader('content-type', asset.type);
    response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    response.setHeader('vary', 'accept-encoding');
    response.setHeader('access-control-allow-origin', '*');
    if (asset.encoding !== 'identity') response.setHeader('content-encoding', asset.encoding);
    response.setHeader('content-length', asset.bytes.length);
    if (phone.network === 'slow') return sendSlowly(phone.id, asset.bytes, response);
    response.end(asset.bytes);
    return undefined;
  }

  #boot(phone: Phone, appConfig: Boot['appConfig']): Boot {
    return {
      appId: this.#options.appId,
      zaloAppId: ZALO_APP.id,
      appVersion: this.#world.options.appVersion,
      appEnv: '',
      appConfig,
      phoneId: phone.id,
      phoneEpoch: phone.epoch,
      os: phone.os,
      zaloVersion: ZALO_BUILDS[phone.zalo][phone.os],
      network: phone.network,
      missingPermissions: phone.missingPermissions,
      storageFull: phone.storageFull,
      storage: phone.storage,
      zaloHosts: ZALO_HOSTS,
      apiOrigins: this.#options.apiOrigins,
      serverOrigin: this.#options.serverOrigin,
    };
  }
}
