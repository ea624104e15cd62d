// `npm run rehearse:backup`: a base backup, the log since, a dump and the files, taken while people go on. Then somebody deletes
// what they should not have, and everything is restored in a new place to the moment before: every table is compared row by
// row, every acknowledged dossier, report, draft and file is asked for. Results in .bench/backup.json.
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { dossiersSql, draftsSql, peopleSql } from '../tests/load/full-database.ts';
import { createCitizens, peopleThere } from '../tests/rehearsal/citizens.ts';
import * as pair from '../tests/rehearsal/database-pair.ts';
import { differences, fingerprintOf, rowsIn } from '../tests/rehearsal/fingerprint.ts';
import { createNotebook } from '../tests/rehearsal/notebook.ts';
import { killAtOnce } from '../tests/rehearsal/kill-at-once.ts';
import { reckon } from '../tests/rehearsal/reckoning.ts';
import { folderOfOwner, runToEnd } from '../tests/support/debian.ts';
import { ask, postgresProgram, type RunningPostgres } from '../tests/support/postgres.ts';
import { startServerAlone } from '../tests/support/server-alone.ts';
import { endInOrder, freePorts, undoAtEnd, waitForAnswer } from './children.mjs';
import { keepReport } from './keep-report.ts';

const { values } = parseArgs({ options: { dossiers: { type: 'string', default: '50000' } } });
const DRAFTS = 5_000;

const folder = mkdtempSync(join(tmpdir(), 'backup-'));
chmodSync(folder, 0o711);
const [databases, log, base] = ['db', 'log', 'base'].map((name) => join(folder, name)) as [string, string, string];
const [data, dataRestored, dump] = ['data', 'restored', 'db/dump'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const atEnd: (() => Promise<void>)[] = [];
const times: Record<string, number> = {};

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const done = await work();
  times[what] = Math.round(performance.now() - began) / 1000;
  console.log(`${what.padEnd(52)} ${(times[what] ?? 0).toFixed(1)} s`);
  return done;
}

async function startOne(name: string, dataFolder: string, more: Record<string, string>): Promise<RunningPostgres> {
  const database =
    dataFolder === ''
      ? await pair.startPrimary(name, databases, more)
      : await pair.start(name, databases, dataFolder, more);
  atEnd.push(() => database.program.stop());
  return database;
}

async function startServer(port: number, dataDir: string, databaseUrl: string) {
  const server = startServerAlone({ port, dataDir, log: join(folder, 'server.log'), databaseUrl });
  atEnd.push(() => server.stop());
  await waitForAnswer(`http://127.0.0.1:${port}/readyz`, server);
  return server;
}

async function rehearse(): Promise<number> {
  folderOfOwner(log);
  const archive = {
    archive_mode: 'on',
    archive_command: `test ! -f ${log}/%f && cp %p ${log}/%f`,
    archive_timeout: '60',
  };
  const live = await startOne('live', '', archive);
  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const server = await startServer(port, data, live.url);
  const dossiers = Number(values.dossiers);
  const years = [peopleSql(peopleThere), draftsSql(1, DRAFTS, peopleThere), dossiersSql(1, dossiers, peopleThere)];
  await pair.fill(live.url, years);

  const { version } = (await (await fetch(`${url}/report-categories`)).json()) as { version: string };
  const notebook = createNotebook(version);
  const citizens = createCitizens(url, notebook, DRAFTS);
  await wait(4_000);
  const from = pair.clientOf(live);
  folderOfOwner(base);
  await timed('base backup, people going on', () =>
    runToEnd(postgresProgram('pg_basebackup'), ['-D', base, ...from, '-X', 'none', '-c', 'fast']),
  );
  await wait(6_000);
  await citizens.goHome();
  await wait(3_000);
  await server.stop();
  // After the database: a file is never removed before its row, so every row of the backup has its file.
  await timed('copy of the files and keys', async () => cpSync(data, dataRestored, { recursive: true }));
  await timed('dump', () => runToEnd(postgresProgram('pg_dump'), [...from, '-Fc', '-f', dump, 'postgres']));
  const before = await fingerprintOf(live.url);
  const [moment] = (await ask<{ at: string }>(live.url, 'select now()::text as at')) ?? [];
  await wait(1_500);
  await pair.fill(live.url, [
    'delete from notifications; delete from idempotency; update dossiers set answers = $$ $$',
  ]);
  await pair.fill(live.url, ['select pg_switch_wal()']);
  await wait(2_000);
  await killAtOnce(live.program);

  const recovery = {
    restore_command: `cp ${log}/%f %p`,
    recovery_target_time: moment?.at ?? '',
    recovery_target_action: 'promote',
  };
  const restored = await timed('restore to the moment before the accident', async () => {
    writeFileSync(join(base, 'recovery.signal'), '');
    const database = await startOne('restored', base, recovery);
    while ((await ask<{ waits: boolean }>(database.url, 'select pg_is_in_recovery() as waits'))?.[0]?.waits !== false)
      await wait(100);
    return database;
  });
  const different = differences(before, await fingerprintOf(restored.url));

  const fresh = await startOne('fresh', '', {});
  const to = [...pair.clientOf(fresh), '-d', 'postgres'];
  await timed('restore of the dump', () => runToEnd(postgresProgram('pg_restore'), [...to, '-j', '2', dump]));
  const differentDump = differences(before, await fingerprintOf(fresh.url));

  await timed('the server starts on what was restored', () => startServer(port, dataRestored, restored.url));
  const found = await reckon(restored.url, notebook);
  const missing = [...found.lost, ...found.doubled, ...found.changed];
  console.log(
    `\n${before.size} tables, ${rowsIn(before).toLocaleString('en')} rows; other than before: ${different.length}`,
  );
  console.log(`from the dump other than before: ${differentDump.length}`);
  for (const one of [...different, ...differentDump, ...missing].slice(0, 20)) console.log(`  ${one}`);
  console.log(`acknowledged: ${JSON.stringify(found.acknowledged)}; missing or changed: ${missing.length}`);
  keepReport('backup', { times, tables: before.size, rows: rowsIn(before), different, differentDump, ...found });
  const wrong = different.length + differentDump.length + missing.length + notebook.surprises.length;
  return wrong === 0 && found.acknowledged.dossiers > 0 ? 0 : 1;
}

async function end(): Promise<void> {
  for (const stop of atEnd.reverse()) await stop().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
}
undoAtEnd(end);
endInOrder();

const code = await rehearse().finally(end);
process.exit(code);
