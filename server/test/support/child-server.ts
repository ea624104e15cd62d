import '@dvc/emulator/src/localhost-dns.mjs';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverEnvironment } from '@dvc/emulator/src/server-environment.ts';
import { startEmulator, type RunningEmulator } from '@dvc/emulator/src/start-emulator.ts';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { openDatabase } from '../../src/db/index.ts';
import type { Database } from '../../src/db/port.ts';
import { freePorts, startProgram, undoAtEnd, type Child } from '../../../tools/children.mjs';
import { TestPhone } from './test-phone.ts';

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
  const [phonePort = 0, serverPort = 0, idPort = 0, oneStopPort = 0] = await freePorts(4);
  const ports = { phonePort, serverPort, idPort, ...(oneStop ? { oneStopPort } : {}) };
  const dataDir = await mkdtemp(join(tmpdir(), 'province-'));
  const emulator = await startEmulator({ ...ports, www: join(dataDir, 'no-www'), apiOrigins: [] });
  const url = `http://127.0.0.1:${serverPort}`;
  const clearAway = () => rm(dataDir, { recursive: true, force: true });
  const forget = undoAtEnd(clearAway);
  let child: Child | undefined;
  let starts = 0;
  const log = (): string => join(dataDir, `output-${starts}.log`);
  const output = (): string => (existsSync(log()) ? readFileSync(log(), 'utf8') : '');

  async function answers(): Promise<boolean> {
    return fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  const kill = async (): Promise<void> => child?.stop('SIGKILL');

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
      starts += 1;
      const started = startProgram({
        name: 'server',
        program: 'server/src/main.ts',
        imports: ['./emulator/src/localhost-dns.mjs'],
        log: log(),
        env: {
          ...process.env,
          ...serverEnvironment(ports),
          DATA_DIR: dataDir,
          RATE_LIMIT_FACTOR: '1000',
          ...environment,
        },
      });
      child = started;
      while (!(await answers())) {
        if (!started.running()) throw new Error(`it ended:\n${output()}`);
        await new Promise((done) => setTimeout(done, 50));
      }
    },
    kill,
    output,
    async close() {
      await kill();
      await emulator.close();
      await clearAway();
      forget();
    },
  };
}
