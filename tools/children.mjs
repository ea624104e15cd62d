// Child processes of our own: started together, stopped together, none left behind: not by a signal, nor by an error.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '..');

/**
 * What this process has begun and must not leave behind, in that order.
 * @type {Set<{undo: (signal: NodeJS.Signals) => unknown, atOnce: () => void}>}
 */
const begun = new Set();
let isEnding = false;

/**
 * Remembers what is to be undone should this process end early.
 * @param {(signal: NodeJS.Signals) => unknown} undo waited for when a signal ends us
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
export function endInOrder(exitCode = 1) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (isEnding) return;
      isEnding = true;
      // Work whose ground is taken away fails; that must not end us before everything is undone.
      process.on('uncaughtException', () => undefined);
      void undoAll(signal).finally(() => process.exit(exitCode));
    });
  }
}

async function undoAll(signal) {
  for (const one of [...begun].reverse()) {
    try {
      await one.undo(signal);
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
 * @property {(signal: NodeJS.Signals) => void} signal
 * @property {(signal?: NodeJS.Signals, patience?: number) => Promise<void>} stop asks, waits, then kills
 */

/**
 * Starts a program beside us.
 * @param {object} what
 * @param {string} what.name
 * @param {string} what.command
 * @param {readonly string[]} what.args
 * @param {NodeJS.ProcessEnv} [what.env]
 * @param {string} [what.cwd]
 * @param {{uid: number, gid: number}} [what.as] whose it is; without it ours
 * @param {string} [what.log] the file it writes to; without it it writes where we do
 * @param {(text: string) => void} [what.hear] is given what it writes instead
 * @param {boolean} [what.reads] what is typed here is for it
 * @param {NodeJS.Signals} [what.ask] what it understands as a wish that it ends
 * @param {number} [what.patience] milliseconds it is given for that
 * @returns {Child}
 */
export function startCommand(what) {
  const { name, command, args, env, cwd, as, log, hear, reads = false, ask = 'SIGTERM', patience = 10_000 } = what;
  if (isEnding) throw new Error(`${name} is not started any more: this process is ending`);
  if (log !== undefined) mkdirSync(dirname(log), { recursive: true });
  const output = log === undefined ? (hear === undefined ? 'inherit' : 'pipe') : openSync(log, 'a');
  const stdio = [reads ? 'inherit' : 'ignore', output, output];
  const started = spawn(command, args, { env, cwd, ...as, stdio });
  if (typeof output === 'number') closeSync(output);
  for (const stream of [started.stdout, started.stderr]) stream?.on('data', (text) => hear?.(String(text)));
  /** @type {Promise<number>} */
  const ended = new Promise((settle) => {
    started.once('error', () => settle(1));
    // Only then is everything heard that it wrote.
    started.once('close', (code) => settle(code ?? 1));
  });
  const running = () => started.exitCode === null && started.signalCode === null && started.pid !== undefined;
  const child = {
    name,
    pid: started.pid ?? 0,
    running,
    ended,
    signal: (signal) => void started.kill(signal),
    async stop(signal = ask, least = patience) {
      if (!running()) return;
      started.kill(signal);
      const late = new AbortController();
      await Promise.race([ended, wait(least, undefined, { signal: late.signal }).catch(() => undefined)]);
      late.abort();
      if (running()) started.kill('SIGKILL');
      await ended;
    },
  };
  // Asked by a signal, it ends by itself when we are gone.
  const forget = undoAtEnd(
    () => child.stop(),
    () => void started.kill(ask),
  );
  void ended.then(forget);
  return child;
}

/**
 * Starts a TypeScript program of this repository on Node.
 * @param {{name: string, program: string, imports?: string[], env: NodeJS.ProcessEnv, log?: string}} what
 * @returns {Child}
 */
export function startProgram({ name, program, imports = [], env, log }) {
  const args = ['tsx', ...imports].flatMap((module) => ['--import', module]);
  return startCommand({ name, command: process.execPath, args: [...args, program], env, cwd: root, log });
}

/**
 * Runs a program to its end, in our place as it were: a signal that ends us is passed on, and it is given time to put things
 * in order.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{env?: NodeJS.ProcessEnv, cwd?: string, as?: {uid: number, gid: number}, hear?: (text: string) => void, reads?: boolean}} [how]
 * @returns {Promise<number>} the exit code
 */
export async function runCommand(command, args, how = {}) {
  const child = startCommand({ name: command, command, args, ...how });
  const forget = undoAtEnd((signal) => child.stop(signal, 60_000));
  const code = await child.ended;
  forget();
  return code;
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
