import '@dvc/emulator/src/localhost-dns.mjs';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverEnvironment } from '@dvc/emulator/src/server-environment.ts';
import { startEmulator, type RunningEmulator } from '@dvc/emulator/src/start-emulator.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freePorts } from '../../tools/children.mjs';

const MAIN = new URL('../src/main.ts', import.meta.url).pathname;
// A first start makes the database, and these machines are shared.
const PATIENCE = 120_000;

let folder: string;
let env: Record<string, string>;
let emulator: RunningEmulator;
const children: ChildProcess[] = [];

/** The server as `npm run server` starts it; `said` is all it wrote so far. */
function start(more: Record<string, string | undefined> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    env: { PATH: process.env['PATH'], ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const running = { child, said: '', exit: once(child, 'exit') as Promise<[number | null, string | null]> };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (running.said += chunk.toString()));
  }
  return running;
}

async function started(more?: Record<string, string>) {
  const running = start(more);
  await expect.poll(() => running.said, { timeout: PATIENCE }).toContain('tỉnh Tây Ninh: http://127.0.0.1:');
  return running;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'province-process-'));
  const [phonePort = 0, serverPort = 0, idPort = 0] = await freePorts(3);
  env = { ...serverEnvironment({ phonePort, serverPort, idPort }), DATA_DIR: folder };
  emulator = await startEmulator({ phonePort, idPort, serverPort, www: join(folder, 'no-www'), apiOrigins: [] });
}, PATIENCE);
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

const call = (path: string, init?: RequestInit) => fetch(`${env['PUBLIC_URL'] ?? ''}${path}`, init);

async function openSession(): Promise<string> {
  const { access_token: accessToken } = emulator.world.loginTokens.issue('anh', Date.now());
  const response = await call('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ accessToken }),
  });
  return ((await response.json()) as { token: string }).token;
}

const sessionStatus = async (token: string) =>
  (await call('/session', { headers: { authorization: `Bearer ${token}` } })).status;

describe('the server as a process', { timeout: PATIENCE }, () => {
  test('starts though the provincial ID is down, answers, and stops gracefully when asked', async () => {
    const server = await started({ OIDC_ISSUER: 'http://127.0.0.1:9' });
    expect((await call('/readyz')).status).toBe(200);
    server.child.kill('SIGTERM');
    expect(await server.exit).toEqual([0, null]);
  });

  test('asked to stop while it waits for Zalo, it answers first, and takes nothing new', async () => {
    const server = await started();
    emulator.world.faults.add({ endpoint: 'graph.zalo.me', kind: 'slow', ms: 2_000, times: 1 });
    const waiting = openSession();
    await expect.poll(() => emulator.world.log.find('graph.zalo.me').length, { timeout: PATIENCE }).toBeGreaterThan(0);
    server.child.kill('SIGTERM');
    await expect
      .poll(() =>
        call('/healthz').then(
          () => 'answers',
          () => 'is closed',
        ),
      )
      .toBe('is closed');
    expect(await waiting).toMatch(/^[\w-]{43}$/);
    expect(await server.exit).toEqual([0, null]);
  });

  test('after kill -9 what was acknowledged is there, and a second process on the folder is refused', async () => {
    const first = await started();
    const token = await openSession();
    expect(await sessionStatus(token)).toBe(200);
    const second = start({ PORT: '0' });
    expect(await second.exit).toEqual([1, null]);
    expect(second.said).toContain(`in use by process ${String(first.child.pid)}`);
    first.child.kill('SIGKILL');
    await first.exit;
    const again = await started();
    expect(await sessionStatus(token)).toBe(200);
    again.child.kill('SIGINT');
    expect(await again.exit).toEqual([0, null]);
  });

  test('a disk without room: reading works, writing is refused in words, the process lives', async () => {
    const server = await started({ MIN_FREE_BYTES: String(2 ** 52) });
    const response = await call('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ accessToken: emulator.world.loginTokens.issue('anh', Date.now()).access_token }),
    });
    expect([response.status, await response.json()]).toMatchObject([507, { code: 'storage-full' }]);
    expect((await call('/healthz')).status).toBe(200);
    expect(server.child.exitCode).toBeNull();
  });

  test('wrong settings stop the start with a sentence that names them and shows nothing', async () => {
    const server = start({ ZALO_APP_SECRET: undefined, OIDC_CLIENT_SECRET: undefined, PORT: 'x-hunter2' });
    expect(await server.exit).toEqual([1, null]);
    for (const name of ['ZALO_APP_SECRET', 'OIDC_CLIENT_SECRET', 'PORT']) expect(server.said).toContain(`  ${name}: `);
    expect(server.said).not.toMatch(/hunter2|sample-|at .*\.ts/);
  });

  test('a taken port stops the start, and the folder is free again', async () => {
    const server = start({ PORT: new URL(emulator.controlUrl).port });
    expect(await server.exit).toEqual([1, null]);
    expect(server.said).toContain('EADDRINUSE');
    await started();
  });
});
