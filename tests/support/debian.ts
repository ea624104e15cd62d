import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { runCommand, startCommand, type Child } from '../../tools/children.mjs';

/** Programs of Debian's packages, run as one would on a server: not as root, with a log of their own. */

export interface Owner {
  uid: number;
  gid: number;
}

/** PostgreSQL and PgBouncer refuse to run as root; Debian has a user for them. */
export function debianOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const ask = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: ask('-u'), gid: ask('-g') };
}

/** A folder those programs may write in. */
export function folderOfOwner(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const owner = debianOwner();
  if (owner) chownSync(path, owner.uid, owner.gid);
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

const asOwner = (): { as?: Owner } => {
  const as = debianOwner();
  return as === undefined ? {} : { as };
};

/** Runs to its end, or throws what it said. People go on meanwhile. */
export async function runToEnd(program: string, args: readonly string[]): Promise<void> {
  let said = '';
  const code = await runCommand(program, args, { ...asOwner(), hear: (text) => (said += text) });
  if (code !== 0) throw new Error(`${basename(program)} ended with ${code}: ${said.slice(-2000)}`);
}

interface RunningWish {
  log: string;
  /** Nginx gives up being root by itself. */
  asRoot?: boolean;
  /** How it is asked to end. */
  ask?: NodeJS.Signals;
}

/** A program that goes on running. */
export const keepRunning = (
  program: string,
  args: readonly string[],
  { log, asRoot = false, ask }: RunningWish,
): Child =>
  startCommand({
    ...{ name: basename(program), command: program, args, log, patience: 15_000 },
    ...(asRoot ? {} : asOwner()),
    ...(ask === undefined ? {} : { ask }),
  });
