// Child processes of our own: started together, stopped together, none left behind.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '..');

/**
 * @typedef {object} Child
 * @property {string} name
 * @property {number} pid 0 when it could not be started
 * @property {() => boolean} running
 * @property {Promise<number>} ended resolves with the exit code (a killed child counts as 1)
 * @property {(signal?: NodeJS.Signals, patience?: number) => Promise<void>} stop asks, waits, then kills
 */

/**
 * Starts a TypeScript program of this repository on Node.
 * @param {{name: string, program: string, imports?: string[], env: NodeJS.ProcessEnv, log?: string}} what
 * @returns {Child}
 */
export function startProgram({ name, program, imports = [], env, log }) {
  if (log !== undefined) mkdirSync(dirname(log), { recursive: true });
  const output = log === undefined ? 'inherit' : openSync(log, 'a');
  const args = ['tsx', ...imports].flatMap((module) => ['--import', module]);
  const child = spawn(process.execPath, [...args, program], { cwd: root, env, stdio: ['ignore', output, output] });
  /** @type {Promise<number>} */
  const ended = new Promise((settle) => {
    child.once('error', () => settle(1));
    child.once('exit', (code) => settle(code ?? 1));
  });
  const running = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
  return {
    name,
    pid: child.pid ?? 0,
    running,
    ended,
    async stop(signal = 'SIGTERM', patience = 10_000) {
      if (!running()) return;
      child.kill(signal);
      const late = new AbortController();
      await Promise.race([ended, wait(patience, undefined, { signal: late.signal }).catch(() => undefined)]);
      late.abort();
      if (running()) child.kill('SIGKILL');
      await ended;
    },
  };
}

/**
 * Waits until an address answers with 200, and says why it never did.
 * @param {string} address
 * @param {Pick<Child, 'name' | 'running'>} child the one who should answer
 * @param {number} [patience] milliseconds; a first start makes the database, which a busy machine takes its time for
 */
export async function waitForAnswer(address, child, patience = 180_000) {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    if (!child.running()) throw new Error(`${child.name} ended before ${address} answered`);
    const answer = await fetch(address, { signal: AbortSignal.timeout(2000) }).catch(() => null);
    if (answer?.ok === true) return;
    await wait(100);
  }
  throw new Error(`${address} did not answer within ${patience / 1000} s`);
}

/**
 * Ports nobody listens on at the moment.
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise((settle, fail) => {
          server.once('error', fail);
          server.listen(0, '127.0.0.1', () => settle(server.address().port));
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((settle) => server.close(settle))));
  return ports;
}
