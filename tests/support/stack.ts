import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { HOSTS } from '../../emulator/src/identity.ts';
import { province as wanted } from './province.ts';
import { freePorts, startProgram, undoAtEnd, waitForAnswer } from '../../tools/children.mjs';
import { systemEnvironment } from '../../tools/system-environment.ts';

const logs = resolve('.cache/journeys');

/** The whole system, running: Zalo's stand-in with the provincial ID, and the province's server. */
export interface Stack {
  /** The page with the phone in it, without a path. */
  phoneUrl: string;
  /** Zalo's stand-in as Node reaches it: names under .localhost mean something to browsers only. */
  emulatorUrl: string;
  serverUrl: string;
  /** Where the server keeps what it must not lose; the same folder before and after a restart. */
  dataDir: string;
  /**
   * Ends the server and starts it again on the same data. SIGKILL is a power cut, SIGTERM an orderly restart.
   * `aheadMs`: the machine's clock has gone on so far; until the next restart.
   */
  restartServer: (how?: { signal?: 'SIGKILL' | 'SIGTERM'; aheadMs?: number }) => Promise<void>;
  /** Ends the server until `startServer`. */
  stopServer: (how?: { signal?: 'SIGKILL' | 'SIGTERM' }) => Promise<void>;
  /** A server that runs by the true time: started when there is none, anew when a journey left its clock ahead. */
  startServer: () => Promise<void>;
  /** The last lines both programs wrote; for messages of failed tests. */
  lastWords: () => string;
  stop: () => Promise<void>;
}

export interface StackOptions {
  /** More settings for the server, over those of the stand-in. */
  server?: Record<string, string>;
  /** Without it that of PROVINCE, else Tây Ninh. */
  province?: string;
}

/** Starts everything on free ports with fresh data, or on the database of DATABASE_URL when that is set. */
export async function startStack({ server: settings = {}, province = wanted.id }: StackOptions = {}): Promise<Stack> {
  const [phonePort = 0, serverPort = 0, idPort = 0, oneStopPort = 0] = await freePorts(4);
  const environment = systemEnvironment({ phonePort, serverPort, idPort, oneStopPort }, province);
  const dataDir = mkdtempSync(join(tmpdir(), 'tay-ninh-'));
  const clearAway = (): void => rmSync(dataDir, { recursive: true, force: true });
  const forget = undoAtEnd(clearAway);
  const log = (name: string): string => join(logs, `${name}-${phonePort}.log`);
  const { DATABASE_URL } = process.env;

  const emulator = startProgram({
    name: 'emulator',
    program: 'emulator/src/main.ts',
    log: log('emulator'),
    env: { ...process.env, ...environment.emulator },
  });
  let clockAhead = 0;
  const launchServer = (aheadMs = 0) => {
    clockAhead = aheadMs;
    return startProgram({
      name: 'server',
      program: 'server/src/main.ts',
      imports: ['./emulator/src/localhost-dns.mjs', ...(aheadMs === 0 ? [] : ['./tests/support/later-clock.mjs'])],
      log: log('server'),
      env: {
        PATH: process.env.PATH,
        ...environment.server,
        DATA_DIR: dataDir,
        ...(DATABASE_URL === undefined ? {} : { DATABASE_URL }),
        ...settings,
        CLOCK_AHEAD_MS: String(aheadMs),
      },
    });
  };

  const emulatorUrl = `http://127.0.0.1:${phonePort}`;
  const serverUrl = `http://127.0.0.1:${serverPort}`;
  let server = launchServer();

  const stopServer: Stack['stopServer'] = ({ signal = 'SIGTERM' } = {}) => server.stop(signal);
  const startServer = async (): Promise<void> => {
    if (clockAhead !== 0) await stopServer();
    if (!server.running()) server = launchServer();
    await waitForAnswer(`${serverUrl}/readyz`, server);
  };
  const lastWords = (): string =>
    ['emulator', 'server']
      .map((name) => `--- ${name}\n${readFileSync(log(name), 'utf8').split('\n').slice(-30).join('\n')}`)
      .join('\n');
  const stop = async (): Promise<void> => {
    await Promise.all([server.stop(), emulator.stop()]);
    clearAway();
    forget();
  };

  try {
    await waitForAnswer(`${emulatorUrl}/__control__/ready`, emulator);
    await startServer();
  } catch (error) {
    await stop();
    throw new Error(`The system did not start.\n${lastWords()}`, { cause: error });
  }
  return {
    phoneUrl: `http://${HOSTS.miniApp}:${phonePort}`,
    emulatorUrl,
    serverUrl,
    dataDir,
    restartServer: async ({ signal, aheadMs } = {}) => {
      await stopServer(signal === undefined ? {} : { signal });
      server = launchServer(aheadMs);
      await waitForAnswer(`${serverUrl}/readyz`, server);
    },
    stopServer,
    startServer,
    lastWords,
    stop,
  };
}
