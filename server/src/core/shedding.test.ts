import type { Problem } from '@dvc/contract';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from '../../test/support/test-database.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../test/support/test-server.ts';
import type { TestPhone } from '../../test/support/test-phone.ts';

const MOST = 5;
const ORIGIN = 'https://h5.zdn.vn';

describe.each(databaseKinds)('beyond capacity, on %s', { timeout: 90_000 }, (kind) => {
  let server: TestServer;
  let phone: TestPhone;
  let url: string;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { MOST_WAITING: String(MOST) } });
    phone = await (await server.phone('anh').open()).giveContact();
    url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  }, 90_000);
  afterAll(() => server.close());

  /** Also when a test failed before it did so itself: nobody can close a database in which work is held. */
  let letGo = (): void => undefined;
  afterEach(() => letGo());

  const read = () => fetch(`${url}/news`, { headers: { origin: ORIGIN } });
  const write = () =>
    fetch(`${url}/notice-choices`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${phone.token ?? ''}`, 'content-type': 'application/json' },
      body: JSON.stringify({ quietHours: null }),
    });

  /** Work that lasts until it is let go, so much of it that so many stand in line behind it. */
  async function fillLine(most: number): Promise<() => Promise<unknown[]>> {
    const { db } = server.deps;
    const gate = new Promise<void>((open) => (letGo = open));
    const held: Promise<number>[] = [];
    while (db.waiting() < most) {
      held.push(
        db.tx(async (tx) => {
          await gate;
          return (await tx.query<{ one: number }>('select 1 as one')).rows[0]?.one ?? 0;
        }),
      );
      await turn();
    }
    return () => {
      letGo();
      return Promise.all(held);
    };
  }

  test('reading is put off at once, with words and a time, and writing is still let in', async () => {
    const empty = await fillLine(MOST);
    const refused = await read();
    expect(refused.status).toBe(503);
    const problem = (await refused.json()) as Problem;
    expect(problem).toMatchObject({ code: 'server-busy', requestId: refused.headers.get('x-request-id') });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(2);
    expect(problem.retryAfter).toBe(Number(refused.headers.get('retry-after')));
    // Without this the app could not even read why.
    expect(refused.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(refused.headers.get('cache-control')).toBe('no-store');
    const stranger = await fetch(`${url}/news`, { headers: { origin: 'https://example.com' } });
    expect([stranger.status, stranger.headers.get('access-control-allow-origin')]).toEqual([503, null]);
    const written = write();
    await empty();
    expect((await written).status).toBe(200);
    expect((await read()).status).toBe(200);
  });

  test('at twice as many writing is put off too; the health check passes; whoever was let in is answered', async () => {
    const empty = await fillLine(2 * MOST);
    expect((await write()).status).toBe(503);
    expect((await fetch(`${url}/healthz?by=nginx`)).status).toBe(200);
    const preflight = { origin: ORIGIN, 'access-control-request-method': 'PATCH' };
    expect((await fetch(`${url}/notice-choices`, { method: 'OPTIONS', headers: preflight })).status).toBe(204);
    expect(new Set(await empty())).toEqual(new Set([1]));
    expect((await write()).status).toBe(200);
  });

  test('whoever comes by a browser reads a page', async () => {
    const empty = await fillLine(MOST);
    const refused = await fetch(`${url}/identity/start?ticket=x`);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(refused.headers.get('content-security-policy')).toContain("style-src 'sha256-");
    const page = await refused.text();
    expect(page).toContain('<h1>Hệ thống của tỉnh đang bận</h1>');
    expect(page).toContain('href=""');
    await empty();
  });

  test('it is counted, and not written down one by one', async () => {
    const metrics = await server.app.inject({
      url: '/metrics',
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}` },
    });
    expect(metrics.body).toContain('requests_shed_total{kind="reading"} 3');
    expect(metrics.body).toContain('requests_shed_total{kind="writing"} 1');
    expect(server.logLines.filter((line) => line.includes('request failed'))).toEqual([]);
  });
});
