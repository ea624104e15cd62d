import '../../emulator/src/localhost-dns.mjs';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../server/src/db/index.ts';
import { OBJECT_STORE, startObjectStore } from '../../emulator/src/object-store.ts';
import { serverEnvironment } from '../../emulator/src/server-environment.ts';
import { startEmulator } from '../../emulator/src/start-emulator.ts';
import { startEmulatedClamd } from '../../server/test/support/emulated-clamd.ts';
import { freePorts, startProgram, undoAtEnd, waitForAnswer } from '../../tools/children.mjs';
import type { Random } from '../faults/random.ts';
import { createDatabaseLine } from './database-line.ts';
import { startFaultyLine, type FaultyLine } from './faulty-line.ts';
import { lies } from './lies.ts';
import type { Line, Mood } from './moods.ts';
import { startNationalPlatform } from './national-platform.ts';

export type Town = Awaited<ReturnType<typeof openTown>>;

/** Time limits of the server that can be set, so that a trial need not wait for long ones. */
const LIMIT_MS = 2_000;
/** New tokens are waited for four times as long: used up is the old one whether anybody hears of the new one or not. */
const LATE_FOR_TOKENS_MS = 2.5 * LIMIT_MS;
const DNS = './emulator/src/localhost-dns.mjs';

const news = (): string =>
  `<rss version="2.0"><channel><title>Cổng thông tin</title><item><guid>tin-1</guid><title>Tin của tỉnh</title>
   <description>Một tin.</description><pubDate>Thu, 26 Nov 2026 01:00:00 GMT</pubDate></item></channel></rss>`;

async function startPortal() {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/rss+xml');
    response.end(news());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { port: (server.address() as AddressInfo).port, server };
}

/** The whole system: the real server as a process, and a line that can fail before everything it leans on. */
export async function openTown({ random, engine }: { random: Random; engine: 'pg' | 'pglite' }) {
  const folder = mkdtempSync(join(tmpdir(), 'chaos-'));
  const clearAway = (): void => rmSync(folder, { recursive: true, force: true });
  const forget = undoAtEnd(clearAway);
  const [phonePort = 0, serverPort = 0, idPort = 0, idBehind = 0, oneStopPort = 0] = await freePorts(5);
  const ports = { phonePort, serverPort, idPort, oneStopPort };
  const emulator = await startEmulator({ ...ports, idBehind, www: join(folder, 'no-www'), apiOrigins: [] });
  const store = await startObjectStore();
  const national = await startNationalPlatform();
  const portal = await startPortal();
  const clamd = await startEmulatedClamd();
  const database = engine === 'pg' ? await createDatabaseLine() : undefined;
  const url = `http://127.0.0.1:${serverPort}`;

  const line = (name: string, port: number, how?: { port?: number; lateMs?: number }): Promise<FaultyLine> =>
    startFaultyLine({ port }, lies[name]?.(random), how);
  const http = {
    'zalo-graph': await line('zalo-graph', phonePort),
    'zalo-oauth': await line('zalo-oauth', phonePort, { lateMs: LATE_FOR_TOKENS_MS }),
    'zalo-oa': await line('zalo-oa', phonePort),
    'zalo-zns': await line('zalo-zns', phonePort),
    sms: await line('sms', phonePort),
    checkout: await line('checkout', phonePort),
    national: await line('national', national.port),
    'provincial-id': await line('provincial-id', idBehind, { port: idPort }),
    'one-stop': await line('one-stop', oneStopPort),
    'object-store': await line('object-store', Number(new URL(store.url).port)),
    feeds: await line('feeds', portal.port),
  };
  const cloud = (name: keyof typeof http, host: string): string => `${http[name].url}/__zalo__/${host}`;
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    ...serverEnvironment(ports),
    ...(database === undefined ? {} : { DATABASE_URL: database.url }),
    DATA_DIR: folder,
    LOG_LEVEL: 'info',
    RATE_LIMIT_FACTOR: '1000000',
    ZALO_TIMEOUT_MS: String(LIMIT_MS),
    OIDC_TIMEOUT_MS: String(LIMIT_MS),
    ONE_STOP_TIMEOUT_MS: String(LIMIT_MS),
    CLAMD_TIMEOUT_MS: String(LIMIT_MS),
    ZALO_GRAPH_URL: cloud('zalo-graph', 'graph.zalo.me'),
    ZALO_OAUTH_URL: cloud('zalo-oauth', 'oauth.zaloapp.com'),
    ZALO_OPENAPI_URL: cloud('zalo-oa', 'openapi.zalo.me'),
    ZALO_ZNS_URL: cloud('zalo-zns', 'business.openapi.zalo.me'),
    SMS_URL: cloud('sms', 'sms-gateway'),
    ZALO_PAYMENT_URL: cloud('checkout', 'payment-mini.zalo.me'),
    NATIONAL_PAYMENT_URL: http.national.url,
    ...national.settings,
    ONE_STOP_URL: http['one-stop'].url,
    CLAMD_URL: clamd.url,
    NEWS_FEEDS: `chinh-quyen=${http.feeds.url}/rss`,
    NEWS_FEEDS_INSIDE: `127.0.0.1:${http.feeds.port}`,
    S3_URL: http['object-store'].url,
    S3_BUCKET: OBJECT_STORE.bucket,
    S3_KEY: OBJECT_STORE.key,
    S3_SECRET: OBJECT_STORE.secret,
  };

  const log = join(folder, 'server.log');
  const launch = () =>
    startProgram({ name: 'server', program: 'server/src/main.ts', imports: [DNS], log, env: environment });
  let child = launch();
  let isDown = false;
  let starts = 0;
  const isReady = () => waitForAnswer(`${url}/readyz`, child, 120_000);
  async function begin(): Promise<void> {
    child = launch();
    await isReady();
    isDown = false;
  }

  const clamdMoods: Partial<Record<Mood, typeof clamd.mood>> = {
    silent: 'silent',
    cut: 'hanging-up',
    error: 'failing',
    shape: 'raving',
  };
  const lines: Readonly<Record<string, Line>> = {
    ...http,
    ...(database === undefined ? {} : { database }),
    scanner: {
      set: (mood) => void (clamd.mood = clamdMoods[mood] ?? 'well'),
      asked: () => clamd.asked.length,
      close: () => clamd.stop(),
    },
    server: {
      asked: () => starts,
      async set(mood) {
        if (mood === 'well') {
          await begin();
          return;
        }
        isDown = true;
        starts += 1;
        await child.stop('SIGKILL');
      },
      close: () => undefined,
    },
  };

  const town = {
    url,
    emulator,
    national,
    lines,
    database,
    environment,
    dataDir: folder,
    isDown: () => isDown,
    hasEnded: () => !isDown && !child.running(),
    pid: () => child.pid,
    log: () => readFileSync(log, 'utf8'),
    /** As an operator does: asked to end, and begun anew. Meanwhile the database is nobody else's. */
    async restart(between: (db: Database) => Promise<void>): Promise<void> {
      isDown = true;
      await child.stop('SIGTERM', 30_000);
      const db = await openDatabase({ databaseUrl: database?.straight, dataDir: folder, poolSize: 1 });
      await between(db).finally(() => db.close());
      await begin();
    },
    stopServer: () => child.stop('SIGTERM', 30_000),
    async close() {
      await child.stop('SIGKILL');
      for (const one of Object.values(lines)) await one.close();
      await emulator.close();
      await store.close();
      await national.close();
      await new Promise((done) => portal.server.close(done));
      await database?.end();
      clearAway();
      forget();
    },
  };
  try {
    await isReady();
  } catch (error) {
    console.error(town.log().slice(-3000));
    await town.close();
    throw error;
  }
  return town;
}
