import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openPostgres } from '../../server/src/db/pg.ts';
import { folderOfOwner, runToEnd } from '../support/debian.ts';
import {
  ask,
  initPostgres,
  POSTGRES_USER,
  postgresProgram,
  runPostgres,
  type RunningPostgres,
} from '../support/postgres.ts';

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

async function until(what: string, isSo: () => Promise<boolean>, patience = 60_000): Promise<void> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    if (await isSo()) return;
    await wait(50);
  }
  throw new Error(`${what}: not within ${patience / 1000} s`);
}

type Settings = Readonly<Record<string, string>>;

/** A database in a folder that is there, called by a letter. */
export const start = (name: string, home: string, data: string, more: Settings = {}): Promise<RunningPostgres> =>
  runPostgres({ name, home, data }, { ...settings, ...more });

export async function startPrimary(name: string, home: string, more: Settings = {}): Promise<RunningPostgres> {
  folderOfOwner(home);
  const data = join(home, name);
  await initPostgres(data);
  return start(name, home, data, more);
}

/** How PostgreSQL's programs are told whom to ask. */
export const clientOf = ({ port }: RunningPostgres): string[] => [
  ...['-h', '127.0.0.1', '-p', String(port), '-U', POSTGRES_USER],
];

/** Copies the primary while it works and follows it from there. */
export async function startStandby(name: string, home: string, primary: RunningPostgres): Promise<RunningPostgres> {
  const data = join(home, `${name}-${Date.now()}`);
  await runToEnd(postgresProgram('pg_basebackup'), [
    ...['-D', data, ...clientOf(primary)],
    ...['-R', '-X', 'stream', '-c', 'fast', '--no-sync'],
  ]);
  return start(name, home, data);
}

/** The one that died, with its data as they were. */
export const startAgain = (dead: RunningPostgres, home: string): Promise<RunningPostgres> =>
  start(dead.name, home, dead.data);

/** From now on a commit is answered when both have it on their disks; returns when that is so. */
export async function waitForBoth(primary: RunningPostgres, standby: RunningPostgres): Promise<void> {
  await ask(primary.url, `alter system set synchronous_standby_names = '${standby.name}'`);
  await ask(primary.url, 'select pg_reload_conf()');
  await until(`${standby.name} in step`, async () => {
    const rows = await ask<{ sync_state: string }>(primary.url, 'select sync_state from pg_stat_replication');
    return rows?.some(({ sync_state }) => sync_state === 'sync') === true;
  });
}

/** Makes the standby the primary. It waits for nobody until it has a standby of its own. */
export async function promote(standby: RunningPostgres): Promise<void> {
  await runToEnd(postgresProgram('pg_ctl'), ['promote', '-D', standby.data, '-w', '-t', '60']);
  await ask(standby.url, `alter system set synchronous_standby_names = ''`);
  await ask(standby.url, 'select pg_reload_conf()');
}

/** Many writes at once, none of which would be missed. */
export async function fill(url: string, statements: readonly string[]): Promise<void> {
  const database = await openPostgres(url, 1);
  for (const statement of [...statements, 'analyze']) await database.script(statement);
  await database.close();
}
