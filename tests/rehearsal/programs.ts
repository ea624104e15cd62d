import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Programs of Debian's packages, run as one would on a server: not as root, with a log of their own. */

interface Owner {
  uid: number;
  gid: number;
}

/** PostgreSQL and PgBouncer refuse to run as root; Debian has a user for them. */
export function debianOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const ask = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: ask('-u'), gid: ask('-g') };
}

/** Where a program is; names the package that brings it when it is not there. */
export function findProgram(name: string, debianPackage: string): string {
  const found = ['/usr/sbin', '/usr/bin', '/sbin']
    .map((folder) => `${folder}/${name}`)
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error(`${name} is not installed: apt-get install ${debianPackage}`);
  return found;
}

/** What a program says its version is. */
export function versionOf(program: string, flag = '--version'): string {
  const { stdout, stderr } = spawnSync(program, [flag], { encoding: 'utf8' });
  return `${stdout}${stderr}`.trim().split('\n')[0] ?? '';
}

const run = promisify(execFile);

/** Runs to its end; what it wrote, or an error with that. People go on meanwhile. */
export async function runToEnd(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(program, [...args], { ...debianOwner(), maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').pop()?.split(' ')[1]) === pid;
      } catch {
        return false;
      }
    })
    .map(Number);

/** A program that goes on running. */
export interface Running {
  pid: number;
  isRunning: () => boolean;
  signal: (signal: NodeJS.Signals) => void;
  /** Dead at once with all its children, as when the machine lost power. */
  killAtOnce: () => Promise<void>;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
}

export function keepRunning(program: string, args: readonly string[], log: string, { asOwner = true } = {}): Running {
  const output = openSync(log, 'a');
  const child = spawn(program, args, { ...(asOwner ? debianOwner() : {}), stdio: ['ignore', output, output] });
  const ended = new Promise((settle) => {
    child.once('exit', settle);
    child.once('error', settle);
  });
  const pid = child.pid ?? 0;
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
  return {
    pid,
    isRunning,
    signal: (signal) => void child.kill(signal),
    async killAtOnce() {
      const all = [pid, ...childrenOf(pid)];
      for (const one of all) {
        try {
          process.kill(one, 'SIGKILL');
        } catch {
          // It ended by itself meanwhile.
        }
      }
      await ended;
    },
    async stop(signal = 'SIGTERM') {
      if (!isRunning()) return;
      child.kill(signal);
      await Promise.race([ended, wait(15_000, undefined, { ref: false })]);
      if (isRunning()) child.kill('SIGKILL');
      await ended;
    },
  };
}
