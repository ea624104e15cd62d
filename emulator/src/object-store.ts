import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { readExchange, send, type Exchange } from './http/exchange.ts';
import { listenOn, stopListening } from './http/listening.ts';

/** Whose store this is. */
export const OBJECT_STORE = { bucket: 'giay-to', key: 'emulated-key', secret: 'emulated-secret-of-the-store' };

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const hash = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
/** As signatures want it: what encodeURIComponent leaves alone and S3 does not. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** The signature a request should bear, worked out from what it says of itself (AWS Signature Version 4). */
function signatureOf({ method, url, headers }: Exchange, secret: string, scope: string, signed: string): string {
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const path = decodeURIComponent(url.pathname).split('/').map(encoded).join('/');
  const lines = signed.split(';').map((name) => `${name}:${(headers[name] ?? '').trim()}\n`);
  const request = [method, path, query, lines.join(''), signed, headers['x-amz-content-sha256'] ?? ''].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'] ?? '', scope, hash(request)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>((so, part) => hmac(so, part), `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}

function isSigned(exchange: Exchange): boolean {
  const pattern = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\S+), ?SignedHeaders=(\S+), ?Signature=([0-9a-f]{64})$/;
  const [, key, scope = '', signed = '', given = ''] = pattern.exec(exchange.headers['authorization'] ?? '') ?? [];
  if (key !== OBJECT_STORE.key || !signed.split(';').includes('host')) return false;
  const due = signatureOf(exchange, OBJECT_STORE.secret, scope, signed);
  return due.length === given.length && timingSafeEqual(Buffer.from(due), Buffer.from(given));
}

const isWhole = ({ headers, body }: Exchange): boolean =>
  headers['x-amz-content-sha256'] === 'UNSIGNED-PAYLOAD' || headers['x-amz-content-sha256'] === hash(body);

/** What of S3 the server uses: objects of one bucket, put, read and deleted by whoever can sign. Kept in memory. */
export async function startObjectStore(port = 0) {
  const objects = new Map<string, Buffer>();
  let isAway = false;
  let isPretending = false;
  let isHidingLengths = false;

  /** A part of an object, as far as a single range from somewhere to somewhere asks for one. */
  function part(whole: Buffer, range: string | undefined): { status: number; body: Buffer } {
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
    if (from === undefined) return { status: 200, body: whole };
    if (Number(from) >= whole.length) return { status: 416, body: Buffer.alloc(0) };
    return { status: 206, body: whole.subarray(Number(from), to ? Number(to) + 1 : undefined) };
  }

  function answer(exchange: Exchange): { status: number; body: string | Buffer } {
    const failure = (status: number, code: string) => ({ status, body: `<Error><Code>${code}</Code></Error>` });
    if (isAway) return failure(503, 'SlowDown');
    if (!isSigned(exchange)) return failure(403, 'SignatureDoesNotMatch');
    const { pathname } = exchange.url;
    if (!pathname.startsWith(`/${OBJECT_STORE.bucket}/`)) return failure(404, 'NoSuchBucket');
    const known = objects.get(pathname);
    if (exchange.method === 'PUT') {
      if (!isWhole(exchange)) return failure(400, 'XAmzContentSHA256Mismatch');
      if (!isPretending) objects.set(pathname, exchange.body);
      return { status: 200, body: '' };
    }
    if (exchange.method === 'DELETE') {
      objects.delete(pathname);
      return { status: 204, body: '' };
    }
    if (exchange.method !== 'GET' && exchange.method !== 'HEAD') return failure(405, 'MethodNotAllowed');
    return known === undefined ? failure(404, 'NoSuchKey') : part(known, exchange.headers['range']);
  }

  const server = createServer((request, response) => {
    readExchange(request, response).then(
      (exchange) => {
        const { status, body } = answer(exchange);
        const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/xml';
        // Said also where there is no body to count: HEAD.
        const headers = { 'content-length': String(Buffer.byteLength(body)) };
        send(response, { status, body, type, ...(isHidingLengths ? {} : { headers }) });
      },
      () =>
        send(response, { status: 400, body: '<Error><Code>IncompleteBody</Code></Error>', type: 'application/xml' }),
    );
  });
  const at = await listenOn(server, port);
  return {
    url: `http://127.0.0.1:${at}`,
    objects,
    /** From now on it says that it has what it does not keep, or keeps it again. */
    pretend: (pretending: boolean): void => void (isPretending = pretending),
    /** From now on it says nothing of how long things are, or does again. */
    hideLengths: (hiding: boolean): void => void (isHidingLengths = hiding),
    /** From now on it says that it has no time, or has again. */
    goAway: (away: boolean): void => void (isAway = away),
    close: (): Promise<void> => stopListening(server),
  };
}
