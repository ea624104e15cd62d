import { chownSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openPostgres } from '../../server/src/db/pg.ts';
import { freePorts } from '../../tools/children.mjs';
import { findPostgres } from '../support/postgres.ts';
import { debianOwner, keepRunning, runToEnd, type Running } from './programs.ts';

/** One PostgreSQL of the pair, called by a letter. */
export interface DatabaseNode {
  name: string;
  port: number;
  url: string;
  data: string;
  program: Running;
  log: () => string;
}

const USER = 'province';

/** As on a small machine; what makes an acknowledged write survive is as in production. */
const settings = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  wal_log_hints: 'on',
  shared_buffers: '256MB',
  max_connections: '100',
  hot_standby: 'on',
  // A standby that is rebuilt must find the log from where it began.
  wal_keep_size: '512MB',
  wal_receiver_timeout: '5s',
  wal_sender_timeout: '5s',
  wal_retrieve_retry_interval: '500ms',
};

export const programs = (): string => {
  const found = findPostgres();
  if (found === undefined) throw new Error('No PostgreSQL: apt-get install postgresql');
  return found;
};

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

async function until(what: string, isSo: () => Promise<boolean>, patience = 60_000): Promise<void> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    if (await isSo()) return;
    await wait(50);
  }
  throw new Error(`${what}: not within ${patience / 1000} s`);
}

export const ownFolder = (path: string): void => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const owner = debianOwner();
  if (owner) chownSync(path, owner.uid, owner.gid);
};

type Settings = Readonly<Record<string, string>>;

/** A database in a folder that is there. */
export async function start(name: string, home: string, data: string, more: Settings = {}): Promise<DatabaseNode> {
  const [port = 0] = await freePorts(1);
  const log = join(home, `${name}.log`);
  const own = { ...settings, port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: home };
  const options = Object.entries({ ...own, cluster_name: name, ...more }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const program = keepRunning(join(programs(), 'postgres'), ['-D', data, ...options], log);
  const url = `postgres://${USER}@127.0.0.1:${port}/postgres`;
  const node = { name, port, url, data, program, log: () => readFileSync(log, 'utf8') };
  await until(`PostgreSQL ${name}`, async () => {
    if (!program.isRunning()) throw new Error(`PostgreSQL ${name} ended:\n${node.log()}`);
    return (await ask(url, 'select 1')) !== undefined;
  });
  return node;
}

export async function startPrimary(name: string, home: string, more: Settings = {}): Promise<DatabaseNode> {
  ownFolder(home);
  const data = join(home, name);
  const how = ['-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  await runToEnd(join(programs(), 'initdb'), ['-D', data, '-U', USER, ...how]);
  return start(name, home, data, more);
}

/** Copies the primary while it works and follows it from there. */
export async function startStandby(name: string, home: string, primary: DatabaseNode): Promise<DatabaseNode> {
  const data = join(home, `${name}-${Date.now()}`);
  const from = ['-h', '127.0.0.1', '-p', String(primary.port), '-U', USER];
  await runToEnd(join(programs(), 'pg_basebackup'), [
    '-D',
    data,
    ...from,
    '-R',
    '-X',
    'stream',
    '-c',
    'fast',
    '--no-sync',
  ]);
  return start(name, home, data);
}

/** The one that died, with its data as they were. */
export const startAgain = (dead: DatabaseNode, home: string): Promise<DatabaseNode> =>
  start(dead.name, home, dead.data);

/** From now on a commit is answered when both have it on their disks; returns when that is so. */
export async function waitForBoth(primary: DatabaseNode, standby: DatabaseNode): Promise<void> {
  await ask(primary.url, `alter system set synchronous_standby_names = '${standby.name}'`);
  await ask(primary.url, 'select pg_reload_conf()');
  await until(`${standby.name} in step`, async () => {
    const rows = await ask<{ sync_state: string }>(primary.url, 'select sync_state from pg_stat_replication');
    return rows?.some(({ sync_state }) => sync_state === 'sync') === true;
  });
}

/** Makes the standby the primary. It waits for nobody until it has a standby of its own. */
export async function promote(standby: DatabaseNode): Promise<void> {
  await runToEnd(join(programs(), 'pg_ctl'), ['promote', '-D', standby.data, '-w', '-t', '60']);
  await ask(standby.url, `alter system set synchronous_standby_names = ''`);
  await ask(standby.url, 'select pg_reload_conf()');
}

/** Many writes at once, none of which would be missed. */
export async function fill(url: string, statements: readonly string[]): Promise<void> {
  const database = await openPostgres(url, 1);
  for (const statement of [...statements, 'analyze']) await database.script(statement);
  await database.close();
}
