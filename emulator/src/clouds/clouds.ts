import { send } from '../http/exchange.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import { meetFault } from '../http/meet-fault.ts';
import { noteRequest } from '../http/note-request.ts';
import { CLOUD_PREFIX } from '../native/protocol.ts';
import type { ZaloHost } from '../native/protocol.ts';
import type { World } from '../world/world.ts';
import type { Cloud } from './cloud.ts';
import { graphCloud } from './graph.ts';
import { h5Cloud } from './h5.ts';
import { oauthCloud } from './oauth.ts';
import { openapiCloud } from './openapi.ts';
import { paymentCloud } from './payment.ts';
import { smsGateway } from './sms.ts';
import { znsCloud } from './zns.ts';

const CLOUDS: Readonly<Record<ZaloHost | 'sms-gateway', Cloud>> = {
  'h5.zalo.me': h5Cloud,
  'graph.zalo.me': graphCloud,
  'oauth.zaloapp.com': oauthCloud,
  'openapi.zalo.me': openapiCloud,
  'business.openapi.zalo.me': znsCloud,
  'payment-mini.zalo.me': paymentCloud,
  'sms-gateway': smsGateway,
};

const HOSTS = Object.keys(CLOUDS) as (keyof typeof CLOUDS)[];

/** Answers `/__zalo__/<host>/<path>`, the way that host does, or the way it is made to fail at the moment. */
export async function answerCloud(exchange: Exchange, world: World): Promise<void> {
  const [, , hostName = '', ...rest] = exchange.url.pathname.split('/');
  const host = HOSTS.find((known) => known === hostName);
  const path = `/${rest.join('/')}`;
  const endpoint = `${hostName}${path === '/' ? '' : path}`;
  noteRequest(world, exchange.response, {
    method: exchange.method,
    endpoint,
    query: Object.fromEntries(exchange.url.searchParams),
    headers: exchange.headers,
    body: exchange.body.toString('utf8'),
  });
  const isOver = await meetFault(world.faults.take(endpoint), exchange, ({ code, message }) => ({
    body: { error: code, message: message ?? 'Emulated error' },
  }));
  if (isOver) return;
  const handler = host === undefined ? undefined : CLOUDS[host][`${exchange.method} ${path}`];
  const unknown: Reply = {
    status: 404,
    body: { error: 404, message: `No such endpoint in the emulator: ${endpoint}` },
  };
  send(exchange.response, handler === undefined ? unknown : await handler(exchange, world));
}

export const isCloudPath = (path: string): boolean => path.startsWith(`${CLOUD_PREFIX}/`);
