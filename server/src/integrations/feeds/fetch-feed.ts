import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const MOST_BYTES = 2 * 1024 * 1024;
const MOST_HOPS = 3;
const TIMEOUT_MS = 15_000;

/** Addresses that are nobody's web site but somebody's inside; a feed that leads there wants something else. */
const inside = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(net, prefix, 'ipv6');
}

/** Also IPv4 written as IPv6: `::ffff:10.0.0.1`. */
export const isInside = (address: string): boolean => inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Why a feed was not read; for the log. */
export class FeedRefused extends Error {
  override readonly name = 'FeedRefused';
}

export interface FeedAccess {
  /** `host:port` inside that the operator means: a newsroom's own network. */
  trusted?: readonly string[];
  timeoutMs?: number;
}

/** The one address that is asked, looked up once: a second answer of the DNS could be another. */
async function addressOf(url: URL, trusted: readonly string[]): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  const meant = trusted.includes(`${host}:${port}`);
  if (url.protocol !== 'https:' && !(meant && url.protocol === 'http:')) {
    throw new FeedRefused(`not https: ${url.protocol}//${url.host}`);
  }
  if (url.username !== '' || url.password !== '') throw new FeedRefused('an address with a password');
  const { address } = isIP(host) === 0 ? await lookup(host) : { address: host };
  if (!meant && isInside(address)) throw new FeedRefused(`leads inside: ${url.host}`);
  return address;
}

function ask(url: URL, address: string, signal: AbortSignal): Promise<IncomingMessage> {
  const family = isIP(address);
  const pinned: LookupFunction = (_host, { all }, done) => {
    if (all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  const headers = { accept: 'application/rss+xml, application/atom+xml, application/xml, text/xml' };
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    send(url, { lookup: pinned, signal, headers: { ...headers, 'accept-encoding': 'identity' } }, resolve)
      .on('error', reject)
      .end();
  });
}

async function readAll(answer: IncomingMessage): Promise<string> {
  const { 'content-encoding': coding = 'identity' } = answer.headers;
  if (coding !== 'identity') throw new FeedRefused(`packed as ${coding}, which nobody asked for`);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new FeedRefused(`more than ${String(MOST_BYTES)} bytes`);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** The text of a feed from the open web, within limits of size, time and redirects. Throws `FeedRefused`, or what broke. */
export async function fetchFeed(
  start: string,
  { trusted = [], timeoutMs = TIMEOUT_MS }: FeedAccess = {},
): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  let url = new URL(start);
  for (let hops = 0; hops <= MOST_HOPS; hops += 1) {
    const answer = await ask(url, await addressOf(url, trusted), signal);
    const { statusCode = 0, headers } = answer;
    try {
      if (statusCode === 200) return await readAll(answer);
      if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) {
        throw new FeedRefused(`answered ${String(statusCode)}`);
      }
    } finally {
      answer.destroy();
    }
    url = new URL(headers.location, url);
  }
  throw new FeedRefused('leads on and on');
}
