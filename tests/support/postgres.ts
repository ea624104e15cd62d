import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openPostgres } from '../../server/src/db/pg.ts';
import { freePorts, undoAtEnd, type Child } from '../../tools/children.mjs';
import { folderOfOwner, keepRunning, runToEnd, versionOf } from './debian.ts';

type Settings = Readonly<Record<string, string>>;

const DEBIAN = '/usr/lib/postgresql';
export const POSTGRES_USER = 'province';

/** Where Debian keeps the newest PostgreSQL's programs; undefined when there is none. */
export function findPostgres(): string | undefined {
  if (!existsSync(DEBIAN)) return undefined;
  const [newest] = readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one));
  const programs = join(DEBIAN, newest ?? '', 'bin');
  return existsSync(join(programs, 'initdb')) ? programs : undefined;
}

/** One of PostgreSQL's own programs. */
export function postgresProgram(name: string): string {
  const programs = findPostgres();
  if (programs === undefined) throw new Error(`No PostgreSQL in ${DEBIAN}: apt-get install postgresql`);
  return join(programs, name);
}

/** Makes an empty cluster in `data`, in a folder of its owner. */
export const initPostgres = (data: string): Promise<void> =>
  runToEnd(postgresProgram('initdb'), [
    ...['-D', data, '-U', POSTGRES_USER, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
  ]);

/** A PostgreSQL that is running. */
export interface RunningPostgres {
  name: string;
  port: number;
  url: string;
  data: string;
  program: Child;
  /** Everything it has written to its log. */
  log: () => string;
}

/** One question on a connection of its own; undefined when nobody answers. */
export async function ask<T>(url: string, text: string): Promise<T[] | undefined> {
  const database = await openPostgres(url, 1);
  try {
    return (await database.query<T>(text)).rows;
  } catch {
    return undefined;
  } finally {
    await database.close();
  }
}

const PATIENCE_MS = 60_000;

/** Starts what lies in `data`, which must be there; its log and its socket are in `home`. `settings` as in postgresql.conf. */
export async function runPostgres(
  { name, home, data }: { name: string; home: string; data: string },
  settings: Settings = {},
): Promise<RunningPostgres> {
  const [port = 0] = await freePorts(1);
  const logFile = join(home, `${name}.log`);
  const own = { port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: home, cluster_name: name };
  const options = Object.entries({ ...own, ...settings }).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  // SIGINT: it ends at once and in order, whoever is connected.
  const program = keepRunning(postgresProgram('postgres'), ['-D', data, ...options], { log: logFile, ask: 'SIGINT' });
  const url = `postgres://${POSTGRES_USER}@127.0.0.1:${port}/postgres`;
  const log = (): string => readFileSync(logFile, 'utf8');
  for (const end = performance.now() + PATIENCE_MS; (await ask(url, 'select 1')) === undefined; await wait(50)) {
    if (program.running() && performance.now() < end) continue;
    await program.stop();
    throw new Error(`PostgreSQL ${name} is not there:\n${log()}`);
  }
  return { name, port, url, data, program, log };
}

/** A PostgreSQL of our own: fresh folder, free port, gone afterwards. */
export interface OwnPostgres {
  url: string;
  version: string;
  pid: number;
  /** Everything it has written to its log. */
  log: () => string;
  stop: () => Promise<void>;
}

/** Everything is flushed to the disk unless `settings` say otherwise. `onRuin`: it ended without being asked. */
export async function startPostgres(settings: Settings = {}, onRuin?: (error: unknown) => void): Promise<OwnPostgres> {
  const version = versionOf(postgresProgram('postgres'));
  const folder = mkdtempSync(join(tmpdir(), 'own-postgres-'));
  const clearAway = (): void => rmSync(folder, { recursive: true, force: true });
  const forgetFolder = undoAtEnd(clearAway);
  async function begin(): Promise<RunningPostgres> {
    folderOfOwner(folder);
    await initPostgres(join(folder, 'data'));
    return runPostgres({ name: 'own', home: folder, data: join(folder, 'data') }, settings);
  }
  const { program, url, log } = await begin().catch((error: unknown) => {
    clearAway();
    forgetFolder();
    throw error;
  });
  let isAsked = false;
  void program.ended.then(() => {
    if (!isAsked) onRuin?.(new Error('PostgreSQL was ended by somebody else'));
  });
  const stop = async (): Promise<void> => {
    isAsked = true;
    await program.stop();
    clearAway();
    forgetFolder();
    forget();
  };
  const forget = undoAtEnd(stop);
  return { url, version, pid: program.pid, log, stop };
}
