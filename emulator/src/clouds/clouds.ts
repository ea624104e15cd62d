import { setTimeout as wait } from 'node:timers/promises';
import { cutConnection, send } from '../http/exchange.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import { CLOUD_PREFIX } from '../native/protocol.ts';
import type { ZaloHost } from '../native/protocol.ts';
import type { Fault } from '../world/faults.ts';
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

const faultReply = (fault: Fault): Reply | null => {
  if (fault.kind === 'html-502') {
    return {
      status: 502,
      body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
    };
  }
  if (fault.kind === 'error') return { body: { error: fault.code, message: fault.message ?? 'Emulated error' } };
  return null;
};

/** Answers `/__zalo__/<host>/<path>`, the way that host does, or the way it is made to fail at the moment. */
export async function answerCloud(exchange: Exchange, world: World): Promise<void> {
  const [, , hostName = '', ...rest] = exchange.url.pathname.split('/');
  const host = HOSTS.find((known) => known === hostName);
  const path = `/${rest.join('/')}`;
  const endpoint = `${hostName}${path === '/' ? '' : path}`;
  const entry = {
    at: world.now(),
    method: exchange.method,
    endpoint,
    query: Object.fromEntries(exchange.url.searchParams),
    headers: exchange.headers,
    body: exchange.body.toString('utf8'),
    status: 0,
  };
  world.log.add(entry);
  const fault = world.faults.take(endpoint);
  if (fault?.kind === 'down') return cutConnection(exchange.request);
  if (fault?.kind === 'slow') await wait(fault.ms);
  const handler = host === undefined ? undefined : CLOUDS[host][`${exchange.method} ${path}`];
  const unknown: Reply = {
    status: 404,
    body: { error: 404, message: `No such endpoint in the emulator: ${endpoint}` },
  };
  const made = fault === null ? null : faultReply(fault);
  const reply = made ?? (handler === undefined ? unknown : await handler(exchange, world));
  // The work is done and nobody hears of it: the case that tempts a caller to send twice.
  if (fault?.kind === 'answer-lost') return cutConnection(exchange.request);
  entry.status = reply.status ?? 200;
  send(exchange.response, reply);
}

export const isCloudPath = (path: string): boolean => path.startsWith(`${CLOUD_PREFIX}/`);
