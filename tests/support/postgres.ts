import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePorts, undoAtEnd } from '../../tools/children.mjs';

/** A PostgreSQL of our own: fresh folder, free port, gone afterwards. */
export interface OwnPostgres {
  url: string;
  folder: string;
  version: string;
  pid: number;
  /** Everything it has written to its log. */
  log: () => string;
  stop: () => Promise<void>;
}

const debian = '/usr/lib/postgresql';

/** Where Debian keeps the newest PostgreSQL's programs; undefined when there is none. */
export function findPostgres(): string | undefined {
  if (!existsSync(debian)) return undefined;
  const [newest] = readdirSync(debian).sort((one, other) => Number(other) - Number(one));
  const programs = join(debian, newest ?? '', 'bin');
  return existsSync(join(programs, 'initdb')) ? programs : undefined;
}

/** PostgreSQL refuses to run as root; Debian has a user for it. */
function owner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const ask = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: ask('-u'), gid: ask('-g') };
}

async function untilReady(programs: string, port: number, server: ChildProcess, log: () => string): Promise<void> {
  for (let tried = 0; tried < 300; tried += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended:\n${log()}`);
    const { status } = spawnSync(join(programs, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)]);
    if (status === 0) return;
    await wait(100);
  }
  throw new Error(`PostgreSQL is not ready:\n${log()}`);
}

/** Starts Debian's PostgreSQL. `settings` as in postgresql.conf; everything is flushed to the disk unless they say otherwise. `onRuin`: it ended without being asked. */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
  onRuin?: (error: unknown) => void,
): Promise<OwnPostgres> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error(`No PostgreSQL in ${debian}; install Debian's package postgresql.`);
  const as = owner();
  const folder = mkdtempSync(join(tmpdir(), 'own-postgres-'));
  if (as) chownSync(folder, as.uid, as.gid);
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'province', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...as, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const [port = 0] = await freePorts(1);
  const all = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: folder, ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const logFile = join(folder, 'log');
  const server = spawn(join(programs, 'postgres'), ['-D', join(folder, 'data'), ...options], {
    ...as,
    stdio: ['ignore', 'ignore', openSync(logFile, 'a')],
  });
  const log = (): string => readFileSync(logFile, 'utf8');
  const ended = new Promise((settle) => server.once('exit', settle));
  let isAsked = false;
  server.once('exit', () => {
    if (!isAsked) onRuin?.(new Error('PostgreSQL was ended by somebody else'));
  });
  const stop = async (): Promise<void> => {
    isAsked = true;
    server.kill('SIGINT');
    await Promise.race([ended, wait(15_000, undefined, { ref: false })]);
    if (server.exitCode === null) server.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
    forget();
  };
  const forget = undoAtEnd(stop, () => void server.kill('SIGINT'));
  try {
    await untilReady(programs, port, server, log);
  } catch (error) {
    await stop();
    throw error;
  }
  const version = spawnSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout.trim();
  return { url: `postgres://province@127.0.0.1:${port}/postgres`, folder, version, pid: server.pid ?? 0, log, stop };
}
