// `npm run rehearse`: the set-up of a province that has outgrown one machine, on Debian's packages: PostgreSQL with a
// synchronous standby behind PgBouncer, two server processes behind nginx, papers in an (emulated) S3 store. Under load one part after the other dies as if it
// had lost power. Afterwards everything acknowledged must be there, once. Results in .bench/rehearsal.json.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startObjectStore } from '../emulator/src/object-store.ts';
import { draftsSql, peopleSql } from '../tests/load/full-database.ts';
import { createCitizens, peopleThere } from '../tests/rehearsal/citizens.ts';
import * as pair from '../tests/rehearsal/database-pair.ts';
import { roleLimits, startFront, startPooler } from '../tests/rehearsal/front.ts';
import { createNotebook } from '../tests/rehearsal/notebook.ts';
import { killAtOnce } from '../tests/rehearsal/kill-at-once.ts';
import { reckon } from '../tests/rehearsal/reckoning.ts';
import { findProgram, versionOf } from '../tests/support/debian.ts';
import { ask } from '../tests/support/postgres.ts';
import { startServerAlone } from '../tests/support/server-alone.ts';
import { endInOrder, freePorts, undoAtEnd, waitForAnswer, type Child } from './children.mjs';
import { keepReport } from './keep-report.ts';

const { values } = parseArgs({ options: { failovers: { type: 'string', default: '2' } } });
const failovers = Number(values.failovers);
const DRAFTS = 20_000;
/** After three missed answers, a second apart, the one who watches says that the primary is dead. */
const MISSED = 3;
const WATCH_MS = 1_000;

const folder = mkdtempSync(join(tmpdir(), 'outgrown-'));
chmodSync(folder, 0o711);
const databases = join(folder, 'db');
const serverLog = join(folder, 'server.log');
const atEnd: (() => Promise<void>)[] = [];
async function end(): Promise<void> {
  for (const stop of atEnd.reverse()) await stop().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
}
undoAtEnd(end);
endInOrder();

const seconds = (since: number): number => Math.round(performance.now() - since) / 1000;

async function rehearse(): Promise<number> {
  let primary = await pair.startPrimary('a', databases);
  const allDatabases = [primary];
  atEnd.push(async () => void (await Promise.all(allDatabases.map(({ program }) => program.stop()))));
  await pair.fill(primary.url, [roleLimits]);
  let standby = await pair.startStandby('b', databases, primary);
  allDatabases.push(standby);
  await pair.waitForBoth(primary, standby);
  const pooler = await startPooler(join(folder, 'pooler'), primary.port);
  atEnd.push(() => pooler.program.stop());

  const objects = await startObjectStore();
  atEnd.push(() => objects.close());
  const servers = new Map<number, Child>();
  async function startServer(): Promise<number> {
    const [port = 0] = await freePorts(1);
    const own = { port, dataDir: join(folder, 'data'), log: serverLog };
    const server = startServerAlone({ ...own, databaseUrl: pooler.url, objectsUrl: objects.url });
    servers.set(port, server);
    atEnd.push(() => server.stop());
    await waitForAnswer(`http://127.0.0.1:${port}/readyz`, server).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${readFileSync(serverLog, 'utf8').slice(-2000)}`);
    });
    return port;
  }
  // The first makes the tables and the keys.
  const ports = [await startServer(), await startServer()];
  await pair.fill(primary.url, [peopleSql(peopleThere), draftsSql(1, DRAFTS, peopleThere)]);
  const front = await startFront(join(folder, 'front'), ports);
  atEnd.push(() => front.program.stop());

  const categories = (await (await fetch(`${front.url}/report-categories`)).json()) as { version: string };
  const notebook = createNotebook(categories.version);
  const citizens = createCitizens(front.url, notebook, DRAFTS);
  const { step } = notebook;
  await wait(3_000);

  await step('nothing happens', 8_000, async () => undefined);

  for (let round = 1; round <= failovers; round += 1) {
    await step(`the primary dies (${round})`, 12_000, async (parts) => {
      const died = performance.now();
      await killAtOnce(primary.program);
      for (let missed = 0; missed < MISSED;) {
        if ((await ask(primary.url, 'select 1')) === undefined) missed += 1;
        await wait(WATCH_MS);
      }
      parts['until it was noticed'] = seconds(died);
      const noticed = performance.now();
      await pair.promote(standby);
      parts['to promote the standby'] = seconds(noticed);
      pooler.leadTo(standby.port);
      primary = standby;
    });
    await step(`a new standby is made (${round})`, 4_000, async (parts) => {
      const began = performance.now();
      standby = await pair.startStandby(primary.name === 'a' ? 'b' : 'a', databases, primary);
      allDatabases.push(standby);
      await pair.waitForBoth(primary, standby);
      parts['until both have every commit'] = seconds(began);
    });
  }

  await step('the standby dies and comes back', 6_000, async (parts) => {
    await killAtOnce(standby.program);
    await wait(5_000);
    const back = performance.now();
    standby = await pair.startAgain(standby, databases);
    allDatabases.push(standby);
    await pair.waitForBoth(primary, standby);
    parts['until it was in step again'] = seconds(back);
  });

  await step('a server process dies', 8_000, async () => {
    await servers.get(ports[0] ?? 0)?.stop('SIGKILL');
  });
  await step('another is started in its place', 4_000, async () => {
    ports[0] = await startServer();
    front.leadTo(ports);
  });
  await step('a server process hangs for 20 s', 6_000, async () => {
    const pid = servers.get(ports[1] ?? 0)?.pid ?? 0;
    process.kill(pid, 'SIGSTOP');
    await wait(20_000);
    process.kill(pid, 'SIGCONT');
  });
  await step('both are replaced, one after the other', 4_000, async () => {
    for (const index of [0, 1]) {
      const old = ports[index] ?? 0;
      ports[index] = await startServer();
      front.leadTo(ports);
      await wait(2_000);
      await servers.get(old)?.stop();
    }
  });
  await step('the object store is away for 10 s', 4_000, async () => {
    objects.goAway(true);
    await wait(10_000);
    objects.goAway(false);
  });
  await step('nothing happens', 5_000, async () => undefined);

  await citizens.goHome();
  await wait(5_000);
  const found = await reckon(primary.url, notebook);
  return tell(notebook, found);
}

function tell(notebook: ReturnType<typeof createNotebook>, found: Awaited<ReturnType<typeof reckon>>): number {
  const results = notebook.results();
  const width = [36, 8, 8, 12, 12, 8, 9];
  const row = (cells: readonly string[]): string =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(width[0] ?? 0) : cell.padStart(width[index] ?? 8))).join(' ');
  console.log(row(['what happens', 'lasts s', 'writes', 'no write s', 'no read s', 'failed', 'p95 ms']));
  for (const one of results) {
    const { withoutWrites, withoutReads, p95 } = one;
    const cells = [one.seconds.toFixed(1), String(one.writesAcknowledged), withoutWrites.toFixed(1)];
    console.log(row([one.name, ...cells, withoutReads.toFixed(1), String(one.failed), p95.toFixed(0)]));
    for (const [part, took] of Object.entries(one.parts)) console.log(`    ${part}: ${took.toFixed(1)} s`);
    if (one.failed > 0) console.log(`    answers that were tried again: ${JSON.stringify(one.statuses)}`);
  }
  const { acknowledged, lost, doubled, changed } = found;
  console.log(`\nacknowledged: ${JSON.stringify(acknowledged)}`);
  console.log(`lost ${lost.length}, doubled ${doubled.length}, changed ${changed.length}`);
  for (const one of [...lost, ...doubled, ...changed].slice(0, 20)) console.log(`  ${one}`);
  console.log(`without an answer at the end: ${notebook.withoutAnswer()}; unexpected: ${notebook.surprises.length}`);
  for (const one of notebook.surprises.slice(0, 10)) console.log(`  ${one}`);
  const versions = [
    versionOf('/usr/bin/psql'),
    versionOf(findProgram('pgbouncer', 'pgbouncer')),
    versionOf(findProgram('nginx', 'nginx-light'), '-v'),
  ];
  const rest = { surprises: notebook.surprises, withoutAnswer: notebook.withoutAnswer() };
  keepReport('rehearsal', { node: process.version, versions, steps: results, ...found, ...rest });
  const wrong = lost.length + doubled.length + changed.length + notebook.surprises.length + notebook.withoutAnswer();
  return wrong === 0 && acknowledged.dossiers > 0 ? 0 : 1;
}

const code = await rehearse().finally(end);
process.exit(code);
