import type { Problem } from '@dvc/contract';
import type { InjectOptions } from 'fastify';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../test/support/test-server.ts';
import { minutes } from './clock.ts';
import { networkOf } from './rate-limits.ts';

let server: TestServer;

beforeAll(async () => {
  server = await buildTestServer();
});
afterAll(() => server.close());

const ask = (options: InjectOptions) => server.app.inject(options);
const post = (url: string, payload: string, type = 'application/json') =>
  ask({ method: 'POST', url, payload, headers: { 'content-type': type } });

// Some tests start a server of their own, which takes a while on a busy machine.
const PATIENCE = { timeout: 90_000 };

describe('every failure is a problem document', PATIENCE, () => {
  const long = JSON.stringify({ accessToken: 'x'.repeat(300_000) });
  test.each([
    ['an unknown address', { method: 'GET', url: '/no/such/thing' }, 404, 'not-found'],
    ['a method nobody promised', { method: 'DELETE', url: '/procedures' }, 404, 'not-found'],
    ['an address that is no address', { method: 'GET', url: '/procedures/%zz' }, 400, 'bad-request'],
    ['a NUL in the address', { method: 'GET', url: '/procedures?q=a%00b' }, 400, 'bad-request'],
    ['a parameter twice', { method: 'GET', url: '/procedures?q=a&q=b' }, 400, 'bad-request'],
    ['an endless parameter', { method: 'GET', url: `/procedures/${'9'.repeat(2_000)}` }, 400, 'bad-request'],
    ['no body', { method: 'POST', url: '/session' }, 400, 'bad-request'],
    ['no token', { method: 'GET', url: '/session' }, 401, 'session-missing'],
  ] as const)('%s', async (_what, options, status, code) => {
    const response = await ask({ ...options });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const problem = response.json<Problem>();
    expect(problem).toMatchObject({ type: `urn:problem:${code}`, status, code });
    expect(problem.requestId).toBe(response.headers['x-request-id']);
    expect(problem.title.length).toBeGreaterThan(5);
  });

  test.each([
    ['broken JSON', '{"accessToken":', 'application/json', 400, 'bad-request'],
    ['an array', '[]', 'application/json', 400, 'bad-request'],
    ['null', 'null', 'application/json', 400, 'bad-request'],
    ['a wrong type', '{"accessToken":7}', 'application/json', 400, 'bad-request'],
    ['an undeclared field', '{"accessToken":"x","level":2}', 'application/json', 400, 'bad-request'],
    ['__proto__', '{"accessToken":"x","__proto__":{"a":1}}', 'application/json', 400, 'bad-request'],
    [
      'constructor.prototype',
      '{"accessToken":"x","constructor":{"prototype":{}}}',
      'application/json',
      400,
      'bad-request',
    ],
    ['a NUL in the text', '{"accessToken":"a\\u0000b"}', 'application/json', 400, 'bad-request'],
    ['half a surrogate pair', '{"accessToken":"a\\ud800b"}', 'application/json', 400, 'bad-request'],
    [
      'a tower of brackets',
      `{"accessToken":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'application/json',
      400,
      'bad-request',
    ],
    ['too much', long, 'application/json', 413, 'too-large'],
    ['another media type', 'accessToken=x', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
    ['plain text', 'x', 'text/plain', 415, 'unsupported-media-type'],
    ['bytes', 'x', 'application/offset+octet-stream', 415, 'unsupported-media-type'],
  ])('%s in a body', async (_what, payload, type, status, code) => {
    const response = await post('/session', payload, type);
    expect([response.statusCode, response.json<Problem>().code]).toEqual([status, code]);
  });

  test('bytes that are no HTTP at all', async () => {
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.app.server.address() as { port: number };
    const text = await new Promise<string>((done) => {
      const socket = connect(port, '127.0.0.1', () => socket.end('NONSENSE\r\n\r\n'));
      let received = '';
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('close', () => done(received));
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
    expect(JSON.parse(text.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: 'bad-request' });
  });

  test('an expectation nobody knows is passed over', async () => {
    await server.app.listen({ port: 0, host: '127.0.0.1' }).catch(() => undefined);
    const { port } = server.app.server.address() as { port: number };
    const text = await new Promise<string>((done) => {
      const head = 'GET /session HTTP/1.1\r\nHost: x\r\nExpect: the unexpected\r\nConnection: close\r\n\r\n';
      const socket = connect(port, '127.0.0.1', () => socket.write(head));
      let received = '';
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('close', () => done(received));
    });
    expect(text).toMatch(/^HTTP\/1\.1 401 /);
    expect(text).toContain('session-missing');
  });

  test('a body that is cut on the way is no failure of the server', async () => {
    await server.app.listen({ port: 0, host: '127.0.0.1' }).catch(() => undefined);
    const { port } = server.app.server.address() as { port: number };
    const before = server.logLines.length;
    const head = ['POST /session HTTP/1.1', 'Host: x', 'Content-Type: application/json', 'Content-Length: 100'];
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n{"accessToken":`);
      setTimeout(() => socket.destroy(), 50);
    });
    const connections = () =>
      new Promise<number>((done) => server.app.server.getConnections((_error, count) => done(count)));
    await new Promise((done) => socket.once('close', done));
    await expect.poll(connections, { timeout: 10_000 }).toBe(0);
    await ask({ method: 'GET', url: '/healthz' });
    const failures = server.logLines.slice(before).filter((line) => line.includes('"level":"error"'));
    expect(failures).toEqual([]);
  });

  test('a bug answers 500 with the request’s number and nothing else', async () => {
    const own = await buildTestServer();
    try {
      await own.deps.db.script('alter table accounts rename column zalo_name to secret_of_the_house');
      const phone = own.phone('anh');
      const answer = await phone.call('POST', '/session', { body: { accessToken: phone.zaloToken() } });
      expect(answer.status).toBe(500);
      expect(Object.keys(answer.body).sort()).toEqual(['code', 'requestId', 'status', 'title', 'type']);
      expect(answer.text).not.toMatch(/column|zalo_name|secret_of|select|insert/i);
      const line = own.logLines.find(
        (entry) => entry.includes(answer.body.requestId) && entry.includes('request failed'),
      );
      expect(line).toContain('42703');
    } finally {
      await own.close();
    }
  });
});

describe('other origins', () => {
  const from = (origin: string, more: InjectOptions = {}) =>
    ask({ method: 'GET', url: '/healthz', headers: { origin }, ...more });

  test.each(['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn'])('%s is echoed, alone', async (origin) => {
    const { headers } = await from(origin);
    expect(headers['access-control-allow-origin']).toBe(origin);
    expect(headers['vary']).toMatch(/origin/i);
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(String(headers['access-control-expose-headers'])).toMatch(
      /Location.*Upload-Offset.*Upload-Length|Upload-Offset/,
    );
  });

  test.each(['https://evil.example', 'https://h5.zdn.vn.evil.example', 'http://h5.zdn.vn', 'null'])(
    '%s is not',
    async (origin) => {
      const { headers } = await from(origin);
      expect(headers['access-control-allow-origin']).not.toBe(origin);
      expect(headers['access-control-allow-origin']).not.toBe('*');
    },
  );

  test('a preflight for a chunk of a file passes, without a token', async () => {
    const response = await ask({
      method: 'OPTIONS',
      url: '/files/0b7e2c52-3c40-4c0e-8a65-1f1d64a5b001',
      headers: {
        origin: 'https://h5.zdn.vn',
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'authorization,content-type,tus-resumable,upload-offset',
      },
    });
    expect(response.statusCode).toBe(204);
    expect(String(response.headers['access-control-allow-methods'])).toContain('PATCH');
    for (const header of ['Authorization', 'Tus-Resumable', 'Upload-Offset', 'Upload-Metadata', 'Idempotency-Key']) {
      expect(String(response.headers['access-control-allow-headers'])).toContain(header);
    }
  });

  test('a refusal can be read by the mini app too', async () => {
    const response = await ask({ method: 'GET', url: '/session', headers: { origin: 'https://h5.zdn.vn' } });
    expect(response.headers['access-control-allow-origin']).toBe('https://h5.zdn.vn');
  });

  test('no cookie is ever set', async () => {
    const phone = await server.phone('anh').open();
    for (const url of ['/session', '/healthz', '/identity/start?ticket=x']) {
      expect((await phone.call('GET', url)).headers['set-cookie']).toBeUndefined();
    }
  });
});

test('answers may not be framed, sniffed or kept', async () => {
  const { headers } = await (await server.phone('anh').open()).call('GET', '/session');
  expect(headers).toMatchObject({
    'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'cross-origin',
  });
  expect(headers['x-powered-by']).toBeUndefined();
});

test('parameters nobody knows are tolerated: Zalo adds its own', async () => {
  expect((await ask({ method: 'GET', url: '/healthz?typeInapp=1&zDebug=true' })).statusCode).toBe(200);
});

describe('how often', PATIENCE, () => {
  test('the eleventh phone number in ten minutes has to wait, and is told how long', async () => {
    const phone = await server.phone('chi').open();
    const give = () =>
      phone.call('POST', '/session/contact', { body: { accessToken: phone.zaloToken(), phoneToken: 'bad' } });
    for (let time = 1; time <= 10; time += 1) expect((await give()).status).toBe(401);
    const refused = await give();
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(refused.headers['retry-after'])).toBe(refused.body.retryAfter);
    const other = await server.phone('dung').open();
    const free = await other.call('POST', '/session/contact', { body: { accessToken: 'x', phoneToken: 'bad' } });
    expect(free.status).toBe(401);
    server.clock.advance(minutes(10));
    await phone.open();
    expect((await give()).status).toBe(401);
  });

  test('a made-up token with every request does not get past it', async () => {
    const own = await buildTestServer({ env: { RATE_LIMIT_FACTOR: '0.001' } });
    try {
      const statuses: number[] = [];
      for (let time = 0; time < 15; time += 1) {
        const headers = { authorization: `Bearer made-up-${time}` };
        statuses.push((await own.app.inject({ url: '/session', headers })).statusCode);
      }
      expect(statuses).toEqual([...Array.from({ length: 12 }, () => 401), 429, 429, 429]);
      const elsewhere = await own.app.inject({ url: '/healthz', remoteAddress: '203.0.113.9' });
      expect(elsewhere.statusCode).toBe(200);
    } finally {
      await own.close();
    }
  });

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['2001:0db8:1:2::1', '2001:db8:1:2::'],
    ['2001:db8::1', '2001:db8:0:0::'],
    ['fe80::1%eth0', 'fe80:0:0:0::'],
    ['::1', '0:0:0:0::'],
  ])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));

  test('hammering meets a wall', async () => {
    const own = await buildTestServer({ env: { RATE_LIMIT_FACTOR: '0.01' } });
    try {
      const statuses = new Set<number>();
      for (let time = 0; time < 20; time += 1) statuses.add((await own.app.inject('/healthz')).statusCode);
      expect([...statuses]).toEqual([200, 429]);
      const refused = await own.app.inject('/healthz');
      expect(refused.json<Problem>().code).toBe('too-many-requests');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    } finally {
      await own.close();
    }
  });
});

describe('operations', PATIENCE, () => {
  test('it lives, it is ready, it says on what', async () => {
    expect((await ask({ url: '/healthz' })).json()).toEqual({ status: 'ok' });
    expect((await ask({ url: '/readyz' })).json()).toEqual({ status: 'ok', database: 'pglite' });
  });

  test('metrics need a key with their scope, and name no one', async () => {
    const withKey = (key: string) => ask({ url: '/metrics', headers: { authorization: `Bearer ${key}` } });
    expect((await ask({ url: '/metrics' })).json<Problem>().code).toBe('session-missing');
    expect((await withKey('wrong-key')).json<Problem>().code).toBe('session-expired');
    expect((await withKey(`${TEST_INTEGRATION_KEY}-narrow`)).json<Problem>().code).toBe('forbidden');
    const metrics = await withKey(TEST_INTEGRATION_KEY);
    expect(metrics.headers['content-type']).toMatch(/^text\/plain/);
    expect(metrics.body).toMatch(/http_request_seconds_count\{operation="readHealth",status="200"\} \d+/);
    expect(metrics.body).not.toMatch(/(?<![\d.])(0900\d{6}|\d{12})(?!\d)/);
  });

  test('an answer that is not the contract’s cannot leave', async () => {
    const own = await buildTestServer();
    try {
      own.deps.receipts.publicKeys = () => ({ keys: [], secret: 'never' }) as never;
      const response = await own.app.inject('/.well-known/jwks.json');
      expect(response.statusCode).toBe(500);
      expect(response.body).not.toContain('never');
    } finally {
      await own.close();
    }
  });
});
