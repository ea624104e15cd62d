import '@dvc/emulator/src/localhost-dns.mjs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { INTEGRATION_KEYS } from '@dvc/emulator/src/identity.ts';
import { serverEnvironment } from '@dvc/emulator/src/server-environment.ts';
import { startEmulator, type RunningEmulator } from '@dvc/emulator/src/start-emulator.ts';
import { buildApp } from '../../src/build-app.ts';
import { buildDeps } from '../../src/build-deps.ts';
import type { Deps } from '../../src/core/deps.ts';
import { createLog } from '../../src/core/log.ts';
import { readSettings } from '../../src/core/settings.ts';
import type { Database } from '../../src/db/port.ts';
import { freePorts, undoAtEnd } from '../../../tools/children.mjs';
import { createTestClock, type TestClock } from './test-clock.ts';
import { openTestDatabase, type As } from './test-database.ts';
import { TestPhone } from './test-phone.ts';

export interface TestServer {
  app: FastifyInstance;
  deps: Deps;
  clock: TestClock;
  /** Zalo and the provincial ID, over real HTTP. */
  emulator: RunningEmulator;
  /** Every log line so far. */
  logLines: string[];
  /** A phone in the hands of one of the emulator's people (`anh`, `binh`, …); has no session yet. */
  phone(personId: string): TestPhone;
  close(): Promise<void>;
}

export interface TestServerOptions {
  kind?: Database['kind'];
  /** The role it uses its database as. */
  as?: As;
  /** Connects the emulated one-stop system; its events need the server to listen (`listenForEvents`). */
  oneStop?: boolean;
  /** Put over the emulator's environment. */
  env?: Record<string, string>;
  /** Put around the database before the server gets it. */
  around?: (db: Database) => Database;
  /** Sees what the modules are about to be given. */
  beforeModules?: (deps: Deps) => void;
  /** Zalo's stand-in lives by the server's clock instead of the real one. */
  oneClock?: boolean;
}

export const TEST_INTEGRATION_KEY = 'test-integration-key';

export const ALL_SCOPES = [
  'appointments:read',
  'appointments:write',
  'deliveries:read',
  'directory:write',
  'reports:read',
  'reports:write',
  'reports:person',
  'reports:send',
  'dossiers:read',
  'dossiers:write',
  'media:write',
  'metrics:read',
  'news:read',
  'news:write',
  'numbers:write',
  'payments:read',
  'payments:write',
  'questions:read',
  'questions:write',
  'stores:read',
  'stores:write',
  'tuition:write',
];

/** A key that opens one scope and nothing else. */
export const keyFor = (scope: string): string => `${TEST_INTEGRATION_KEY}-${scope.replace(':', '-')}`;

/** The real server without its port, on a fresh database, against Zalo's stand-in. Jobs run when `deps.jobs.drain()` is called. */
export async function buildTestServer({
  kind = 'pglite',
  as = 'owner',
  env = {},
  oneStop = false,
  oneClock = false,
  around = (db) => db,
  beforeModules,
}: TestServerOptions = {}): Promise<TestServer> {
  const [phonePort = 0, serverPort = 0, idPort = 0, oneStopPort = 0] = await freePorts(4);
  const withOneStop = oneStop ? { oneStopPort } : {};
  const dataDir = await mkdtemp(join(tmpdir(), 'province-'));
  const clearAway = () => rm(dataDir, { recursive: true, force: true });
  const forget = undoAtEnd(clearAway);
  const settings = readSettings({
    ...serverEnvironment({ phonePort, serverPort, idPort, ...withOneStop }),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'info',
    // Crowds of hundreds are let in at once, however slow the machine is.
    MOST_WAITING: '10000',
    // Lists are counted in tests.
    SAMPLE_DATA: 'off',
    INTEGRATION_KEYS: [
      INTEGRATION_KEYS,
      `test:${ALL_SCOPES.join('+')}:${TEST_INTEGRATION_KEY}`,
      `narrow:other:thing:${TEST_INTEGRATION_KEY}-narrow`,
      ...ALL_SCOPES.map((scope) => `one:${scope}:${keyFor(scope)}`),
    ].join(','),
    ...env,
  });
  const clock = createTestClock();
  const emulator = await startEmulator({
    ...(oneClock ? { clock: () => clock.now().getTime() } : {}),
    phonePort,
    idPort,
    serverPort,
    ...withOneStop,
    www: join(dataDir, 'no-www'),
    apiOrigins: [],
  });
  const logLines: string[] = [];
  const db = around(await openTestDatabase(kind, as));
  const log = createLog(settings.LOG_LEVEL, { write: (line) => void logLines.push(line) });
  const deps = await buildDeps(settings, { log, clock, db });
  beforeModules?.(deps);
  const app = await buildApp(deps);
  return {
    app,
    deps,
    clock,
    emulator,
    logLines,
    phone: (personId) => new TestPhone(app, emulator.world, personId),
    async close() {
      await app.close();
      await emulator.close();
      await db.close();
      await clearAway();
      forget();
    },
  };
}
