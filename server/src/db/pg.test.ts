import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from './migrations.ts';
import { isUnreachable } from './errors.ts';
import { openPostgres } from './pg.ts';
import { openTestDatabase } from '../../test/support/test-database.ts';
import { buildTestServer } from '../../test/support/test-server.ts';
import type { Database } from './port.ts';

const POSTGRES = process.env['TEST_DATABASE_URL'];

describe.skipIf(!POSTGRES)('PostgreSQL in trouble', { timeout: 60_000 }, () => {
  let admin: pg.Client;
  let db: Database;

  beforeAll(async () => {
    admin = new pg.Client({ connectionString: POSTGRES });
    await admin.connect();
    db = await openPostgres(POSTGRES ?? '', 2);
  });
  afterAll(async () => {
    await db.close();
    await admin.end();
  });

  const failureOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'nothing failed',
      (error: unknown) => error,
    );

  test('the connection breaks in the middle of a transaction: that one fails, the process and the next one live', async () => {
    const broken = db.tx(async (tx) => {
      const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
      await admin.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await new Promise((done) => setTimeout(done, 200));
      await tx.query('select 1');
    });
    expect(isUnreachable(await failureOf(broken))).toBe(true);
    expect((await db.tx((tx) => tx.query('select 1 as one'))).rows).toEqual([{ one: 1 }]);
  });

  test('no connection is free: after five seconds one is asked to come back', async () => {
    let free = () => {};
    const held = new Promise<void>((done) => (free = done));
    const holders = [1, 2].map(() => db.tx(() => held));
    const began = performance.now();
    expect(isUnreachable(await failureOf(db.query('select 1')))).toBe(true);
    expect(performance.now() - began).toBeLessThan(10_000);
    free();
    await Promise.all(holders);
    expect((await db.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('the app hears of it in words, and when to come back; afterwards all is as before', async () => {
    const server = await buildTestServer({ kind: 'pg' });
    const phone = await server.phone('anh').open();
    let free = () => {};
    const held = new Promise<void>((done) => (free = done));
    const holders = Array.from({ length: 10 }, () => server.deps.db.tx(() => held));
    const refused = await phone.call('GET', '/session');
    expect([refused.status, refused.body.code]).toEqual([503, 'server-busy']);
    expect(refused.headers['retry-after']).toBe(String(refused.body.retryAfter));
    expect((await phone.call('GET', '/readyz')).status).toBe(503);
    free();
    await Promise.all(holders);
    expect((await phone.call('GET', '/session')).status).toBe(200);
    await server.close();
  });

  test('every connection has its limits', async () => {
    const { rows } = await db.query(
      `select current_setting('statement_timeout') as query, current_setting('idle_in_transaction_session_timeout') as pause`,
    );
    expect(rows).toEqual([{ query: '15s', pause: '30s' }]);
  });

  test('a query that takes too long is ended in words the server answers 503 to', async () => {
    const slow = db.tx(async (tx) => {
      await tx.query(`set local statement_timeout = '50ms'`);
      await tx.query('select pg_sleep(5)');
    });
    expect(isUnreachable(await failureOf(slow))).toBe(true);
  });

  test('a database that falls silent in a transaction is not told to roll back: its connection is let go at once', async () => {
    const { hostname, port, pathname, username } = new URL(POSTGRES ?? '');
    const sockets: Socket[] = [];
    let isSilent = false;
    let unheard = '';
    const line = createServer((near) => {
      const far = connect(Number(port || 5432), hostname);
      sockets.push(near, far);
      near.on('data', (bytes) => (isSilent ? (unheard += bytes.toString('latin1')) : far.write(bytes)));
      far.on('data', (bytes) => near.write(bytes));
      for (const socket of [near, far]) socket.on('error', () => undefined);
    });
    await new Promise<void>((done) => line.listen(0, '127.0.0.1', done));
    const at = (line.address() as AddressInfo).port;
    const behind = await openPostgres(`postgres://${username}@127.0.0.1:${at}${pathname}`, 1, 500);
    const silent = behind.tx(async (tx) => {
      await tx.query('select 1');
      isSilent = true;
      await tx.query('select 2 as two');
    });
    expect(isUnreachable(await failureOf(silent))).toBe(true);
    expect(unheard).toContain('select 2 as two');
    expect(unheard).not.toContain('rollback');
    isSilent = false;
    // Its place in the pool is free for a new one.
    expect((await behind.query('select 3 as three')).rows).toEqual([{ three: 3 }]);
    await behind.close();
    for (const socket of sockets) socket.destroy();
    line.close();
  });

  test('a migration has no such limit', async () => {
    const own = await openTestDatabase('pg');
    const names = (await own.query<{ name: string; checksum: string }>('select name, checksum from migrations')).rows;
    const known = names.map(({ name, checksum }) => ({ name, checksum, sql: '' }));
    const sql = `create table limits as select current_setting('statement_timeout') as query`;
    await migrate(own, [...known, { name: '999-limits.sql', checksum: 'x', sql }]);
    expect((await own.query('select query from limits')).rows).toEqual([{ query: '0' }]);
    expect((await own.query(`select current_setting('statement_timeout') as query`)).rows).toEqual([{ query: '15s' }]);
    await own.close();
  });
});
