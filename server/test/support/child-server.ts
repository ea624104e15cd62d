import '@dvc/emulator/src/localhost-dns.mjs';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serverEnvironment } from '@dvc/emulator/src/server-environment.ts';
import { startEmulator, type RunningEmulator } from '@dvc/emulator/src/start-emulator.ts';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { openDatabase } from '../../src/db/index.ts';
import type { Database } from '../../src/db/port.ts';
import { freePort } from './free-port.ts';
import { TestPhone } from './test-phone.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const DNS = fileURLToPath(new URL('../../../emulator/src/localhost-dns.mjs', import.meta.url));

/** The real server as a process of its own, on a folder of its own, which can be killed and started again. */
export interface ChildServer {
  url: string;
  port: number;
  dataDir: string;
  emulator: RunningEmulator;
  /** A phone that talks to it over HTTP; has no session yet. */
  phone(personId: string): TestPhone;
  /** Resolves when it answers. */
  start(): Promise<void>;
  /** Put over its environment from the next start on. */
  environment: Record<string, string>;
  /** The database of a server that is dead: looked into, or made as if time had passed. */
  inside<Answer>(look: (db: Database) => Promise<Answer>): Promise<Answer>;
  /** SIGKILL: nothing is put in order. Resolves when it is dead. */
  kill(): Promise<void>;
  /** Whatever it wrote since the last start. */
  output(): string;
  close(): Promise<void>;
}

/** As much of Fastify's `inject` as the test phone uses, over the network. */
function overHttp(url: string): FastifyInstance {
  const inject = async ({ method, url: path, headers, payload }: InjectOptions) => {
    const response = await fetch(`${url}${path as string}`, {
      method: method ?? 'GET',
      redirect: 'manual',
      headers: { ...(headers as Record<string, string>), ...(payload ? { 'content-type': 'application/json' } : {}) },
      ...(payload ? { body: JSON.stringify(payload) } : {}),
    });
    const body = await response.text();
    return {
      statusCode: response.status,
      headers: Object.fromEntries(response.headers),
      body,
      json: () => JSON.parse(body) as unknown,
    };
  };
  return { inject } as unknown as FastifyInstance;
}

interface ChildOptions {
  /** Connects the emulated one-stop system. */
  oneStop?: boolean;
}

export async function createChildServer(
  env: Record<string, string> = {},
  { oneStop = false }: ChildOptions = {},
): Promise<ChildServer> {
  const [phonePort, serverPort, idPort] = [await freePort(), await freePort(), await freePort()];
  const ports = { phonePort, serverPort, idPort, ...(oneStop ? { oneStopPort: await freePort() } : {}) };
  const dataDir = await mkdtemp(join(tmpdir(), 'province-'));
  const emulator = await startEmulator({ ...ports, www: join(dataDir, 'no-www'), apiOrigins: [] });
  const url = `http://127.0.0.1:${serverPort}`;
  let child: ChildProcess | undefined;
  let output = '';

  async function answers(): Promise<boolean> {
    return fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  async function kill(): Promise<void> {
    const dying = child;
    child = undefined;
    if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
    const dead = new Promise((done) => dying.once('exit', done));
    dying.kill('SIGKILL');
    await dead;
  }

  const environment = { ...env };
  return {
    environment,
    async inside(look) {
      const db = await openDatabase({ dataDir, poolSize: 1 });
      try {
        return await look(db);
      } finally {
        await db.close();
      }
    },
    url,
    port: serverPort,
    dataDir,
    emulator,
    phone: (personId) => new TestPhone(overHttp(url), emulator.world, personId),
    async start() {
      output = '';
      const started = spawn(process.execPath, ['--import', 'tsx', '--import', DNS, MAIN], {
        env: {
          ...process.env,
          ...serverEnvironment(ports),
          DATA_DIR: dataDir,
          RATE_LIMIT_FACTOR: '1000',
          ...environment,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      started.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      started.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
      while (!(await answers())) {
        if (started.exitCode !== null || started.signalCode !== null) throw new Error(`it ended:\n${output}`);
        await new Promise((done) => setTimeout(done, 50));
      }
    },
    kill,
    output: () => output,
    async close() {
      await kill();
      await emulator.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
