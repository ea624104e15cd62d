import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerCloud, isCloudPath } from '../clouds/clouds.ts';
import { controlRoutes } from '../control/control-routes.ts';
import { readExchange, send } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { answerRoutes } from '../http/routes.ts';
import type { Routes } from '../http/routes.ts';
import { HOSTS } from '../identity.ts';
import { CONTROL_PREFIX, NATIVE_PREFIX } from '../native/protocol.ts';
import type { World } from '../world/world.ts';
import { linkPage } from './link-page.ts';
import { answerMedia, MEDIA_PREFIX } from './live-stream.ts';
import type { MiniAppServer } from './mini-app.ts';
import { nativeRoutes } from './native-routes.ts';
import { phonePage } from './phone-page.ts';

export interface Site {
  world: World;
  miniApp: MiniAppServer;
  phoneScript: string;
  phoneOrigin: string;
}

/** Pages of other sites have no business steering the emulator, even on a developer's machine. */
const isForeign = (exchange: Exchange): boolean => exchange.headers['sec-fetch-site'] === 'cross-site';

function answerLink(exchange: Exchange, site: Site): void {
  const { pathname, search } = exchange.url;
  const [, , appId = '', ...rest] = pathname.split('/');
  if (appId !== site.world.options.appId) {
    return send(exchange.response, { status: 404, body: '<p>Trang này không tìm thấy hoặc không hợp lệ</p>' });
  }
  const { appName } = site.world.options;
  const page = linkPage({ appId, path: `/${rest.join('/')}${search}`, phoneOrigin: site.phoneOrigin, appName });
  return send(exchange.response, { body: page });
}

/** Decides who answers a request: a cloud, native, control, the mini app, the link page or the phone. */
export function answerRequest(site: Site): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const native = nativeRoutes(site.world);
  const control = controlRoutes(site.world);
  const behind = (prefix: string, routes: Routes, exchange: Exchange): Promise<void> =>
    answerRoutes(routes, exchange.url.pathname.slice(prefix.length), exchange);

  return async (request, response) => {
    const exchange = await readExchange(request, response);
    const { pathname, hostname } = exchange.url;
    if (isCloudPath(pathname)) return answerCloud(exchange, site.world);
    if (pathname.startsWith(`${MEDIA_PREFIX}/`)) return answerMedia(exchange, site.world);
    if (hostname === HOSTS.link) {
      if (pathname.startsWith('/s/')) return answerLink(exchange, site);
      return send(response, { status: 404, body: 'not found', type: 'text/plain' });
    }
    if (pathname.startsWith(`${NATIVE_PREFIX}/`) || pathname.startsWith(`${CONTROL_PREFIX}/`)) {
      if (isForeign(exchange)) return send(response, { status: 403, body: { error: 'not from another site' } });
      return pathname.startsWith(`${NATIVE_PREFIX}/`)
        ? behind(NATIVE_PREFIX, native, exchange)
        : behind(CONTROL_PREFIX, control, exchange);
    }
    if (site.miniApp.serves(pathname)) return site.miniApp.answer(exchange);
    if (pathname === '/') return send(response, { body: phonePage(site.phoneScript) });
    if (pathname.startsWith('/s/')) return answerLink(exchange, site);
    return send(response, { status: 404, body: 'not found', type: 'text/plain' });
  };
}
