// Child processes of our own: started together, stopped together, none left behind: not by a signal, nor by an error.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '..');

/**
 * What this process has begun and must not leave behind, in that order.
 * @type {Set<{undo: () => unknown, atOnce: () => void}>}
 */
const begun = new Set();
let isEnding = false;

/**
 * Remembers what is to be undone should this process end early.
 * @param {() => unknown} undo waited for when a signal ends us
 * @param {() => void} [atOnce] for an end in which nothing can be waited for
 * @returns {() => void} to be called when it has been undone
 */
export function undoAtEnd(undo, atOnce = () => undefined) {
  const one = { undo, atOnce };
  begun.add(one);
  return () => void begun.delete(one);
}

process.on('exit', () => {
  for (const { atOnce } of [...begun].reverse()) atOnce();
});

/**
 * For tools: SIGINT and SIGTERM undo everything begun, the last first, and then end this process. Tests have a runner that
 * ends them in order.
 */
export function endInOrder() {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (isEnding) return;
      isEnding = true;
      void undoAll().finally(() => process.exit(1));
    });
  }
}

async function undoAll() {
  for (const one of [...begun].reverse()) {
    try {
      await one.undo();
    } catch (error) {
      console.error(error);
    }
    begun.delete(one);
  }
}

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
  if (isEnding) throw new Error(`${name} is not started any more: this process is ending`);
  if (log !== undefined) mkdirSync(dirname(log), { recursive: true });
  const output = log === undefined ? 'inherit' : openSync(log, 'a');
  const args = ['tsx', ...imports].flatMap((module) => ['--import', module]);
  const started = spawn(process.execPath, [...args, program], { cwd: root, env, stdio: ['ignore', output, output] });
  /** @type {Promise<number>} */
  const ended = new Promise((settle) => {
    started.once('error', () => settle(1));
    started.once('exit', (code) => settle(code ?? 1));
  });
  const running = () => started.exitCode === null && started.signalCode === null && started.pid !== undefined;
  const child = {
    name,
    pid: started.pid ?? 0,
    running,
    ended,
    async stop(signal = 'SIGTERM', patience = 10_000) {
      if (!running()) return;
      started.kill(signal);
      const late = new AbortController();
      await Promise.race([ended, wait(patience, undefined, { signal: late.signal }).catch(() => undefined)]);
      late.abort();
      if (running()) started.kill('SIGKILL');
      await ended;
    },
  };
  // Asked by a signal, it ends by itself when we are gone.
  const forget = undoAtEnd(
    () => child.stop(),
    () => void started.kill('SIGTERM'),
  );
  void ended.then(forget);
  return child;
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
