import { keepReport, loadNow, processors } from '../../tools/keep-report.ts';
import { heading, inColumns, type Line } from './figures.ts';
import { dossiersSql, draftsSql, peopleSql } from './full-database.ts';
import { countsSql, reportsSql } from './full-reports.ts';
import { journeysOf } from './journeys.ts';
import { load } from './line-client.ts';
import { reportJourneysOf } from './report-journeys.ts';
import { forgetShare, holdToShare } from './share-of-core.ts';
import { createStage, type Stage } from './stage.ts';
import { VISITS_A_WEEK, weekOf, type Week } from './week.ts';

/** Parts of `bench:server` that ask for everything at once, in the shares of a week of the province's visits. */

/** `mixed` is the first three, one after the other on one filling. */
const PARTS = ['week', 'spike', 'beyond', 'mixed', 'scaling', 'embedded'] as const;
type PartOfWeek = (typeof PARTS)[number];
export const isPartOfWeek = (part: string): part is PartOfWeek => PARTS.some((one) => one === part);

interface WeekOptions {
  quick: boolean;
  seconds: number;
  /** Dossiers, and as many reports. */
  size: number | undefined;
  /** Seconds to wait after filling, for whatever else the machine does. */
  settle: number;
}

const BATCH = 50_000;
const DRAFTS = 12_000;
const DRAFTS_SAVED = 2_000;

interface Full {
  stage: Stage;
  week: Week;
  size: number;
  seconds: number;
  lines: Line[];
}

async function fillUp(stage: Stage, size: number, url: string | undefined): Promise<Week> {
  const people = Math.max(2_000, size / 5);
  await stage.startServers(1, url);
  await stage.stopServers();
  const statements = [peopleSql(people)];
  for (let from = 1; from <= size; from += BATCH) {
    const to = Math.min(size, from + BATCH - 1);
    statements.push(dossiersSql(from, to, people), reportsSql(from, to, people));
  }
  statements.push(draftsSql(1, DRAFTS, people), countsSql);
  await stage.fill([...statements, 'vacuum analyze', 'checkpoint'], url === undefined ? 'embedded' : 'postgres');
  const drafts = { toSave: { from: 1, to: DRAFTS_SAVED }, toSend: { from: DRAFTS_SAVED + 1, to: DRAFTS } };
  const journeys = journeysOf({ dossiers: size, people, ...drafts });
  return weekOf({ people, journeys, reports: reportJourneysOf(size) });
}

type How = { connections: number; rate?: number; seconds?: number };

async function measure(full: Full, what: string, ports: readonly number[], how: How): Promise<Line> {
  const { stage, week, size, lines } = full;
  const measured = await load({
    ports,
    processes: stage.processes(),
    next: () => week.next(),
    seconds: full.seconds,
    ...how,
  });
  const line = { size, what, ...measured };
  lines.push(line);
  console.log(inColumns(line));
  if (line.errors > 0) {
    const [letIn, putOff] = [line.sentP95.toFixed(0), line.refusedP95.toFixed(0)];
    console.log(`    ${JSON.stringify(line.statuses)}; p95 from sending: let in ${letIn} ms, put off ${putOff} ms`);
  }
  return line;
}

/** Requests a second when a week's visits come in one hour. */
const anHour = ({ requestsAVisit }: Week): number => (VISITS_A_WEEK * requestsAVisit) / 3600;

async function asFast(full: Full, what: string, count: number, url: string | undefined): Promise<number[]> {
  const ports = await full.stage.startServers(count, url);
  await load({ ports, processes: full.stage.processes(), next: () => full.week.next(), connections: 32, seconds: 4 });
  await measure(full, what, ports, { connections: 32 * count });
  return ports;
}

function sayCores({ week, lines }: Full): void {
  const busiest = lines.reduce((most, line) => (line.perSecond > most.perSecond ? line : most));
  const { requestsAVisit } = week;
  const visits = busiest.perSecond / requestsAVisit;
  const cores = ((busiest.serverMs + busiest.databaseMs) * anHour(week) * 100) / 1000;
  console.log(`${requestsAVisit.toFixed(1)} requests a visit; at most ${visits.toFixed(0)} visits a second here`);
  console.log(`a hundred weeks in an hour are ${((anHour(week) * 100) / requestsAVisit).toFixed(0)} visits a second:`);
  console.log(`by processor time ${cores.toFixed(1)} cores like these, servers and database together`);
}

async function plainWeek(full: Full): Promise<void> {
  const { url } = full.stage.postgres;
  await asFast(full, 'one process, as fast', 1, url);
  await full.stage.stopServers();
  const ports = await asFast(full, 'two processes, as fast', 2, url);
  await measure(full, 'a week in an hour', ports, { connections: 64, rate: anHour(full.week) });
  await measure(full, 'ten weeks in an hour', ports, { connections: 128, rate: 10 * anHour(full.week) });
  await full.stage.stopServers();
  sayCores(full);
}

async function spike(full: Full): Promise<void> {
  const ports = await full.stage.startServers(2, full.stage.postgres.url);
  const usual = anHour(full.week);
  await measure(full, 'before', ports, { connections: 64, rate: usual });
  await measure(full, 'tenfold, suddenly', ports, { connections: 256, rate: 10 * usual, seconds: 10 });
  await measure(full, 'after', ports, { connections: 64, rate: usual });
  await full.stage.stopServers();
}

async function countKept({ stage, week }: Full): Promise<{ acknowledged: number; kept: number }> {
  const { dossiers, reports } = week.acknowledged;
  const list = (ids: readonly string[]): string => ids.map((id) => `'${id}'`).join(',') || 'null';
  const [row] = await stage.rowsOf<{ dossiers: number; reports: number }>(
    `select (select count(*) from dossiers where draft_id in (${list(dossiers)})) as dossiers,
            (select count(*) from reports where id in (${list(reports)})) as reports`,
  );
  return { acknowledged: dossiers.length + reports.length, kept: (row?.dossiers ?? 0) + (row?.reports ?? 0) };
}

/** Three times what it can, from many who do not wait; then the usual again. */
async function beyond(full: Full): Promise<boolean> {
  const ports = await asFast(full, 'as much as it can', 2, full.stage.postgres.url);
  const most = full.lines.at(-1)?.perSecond ?? 0;
  const flood = await measure(full, 'three times as much', ports, { connections: 1200, rate: 3 * most });
  const after = await measure(full, 'a week in an hour', ports, { connections: 64, rate: anHour(full.week) });
  await full.stage.stopServers();
  const { acknowledged, kept } = await countKept(full);
  console.log(`acknowledged dossiers and reports: ${acknowledged}, there: ${kept}`);
  const others = Object.keys(flood.statuses).filter((status) => !/^(20\d|503|429)$/.test(status));
  if (others.length > 0) console.log(`unclear answers: ${JSON.stringify(flood.statuses)}`);
  return kept === acknowledged && acknowledged > 0 && others.length === 0 && after.errors === 0;
}

/** Of one core, for each process: three of them, the database and the client fit on two cores. */
const SHARE = 0.2;

/** What each further process brings when each has its own share of a core. */
async function scaling(full: Full): Promise<void> {
  for (const count of [1, 2, 3]) {
    const ports = await full.stage.startServers(count, full.stage.postgres.url);
    const { server } = full.stage.processes();
    // Starting is quicker with the whole machine, and code is compiled as it first runs.
    await load({ ports, processes: full.stage.processes(), next: () => full.week.next(), connections: 32, seconds: 8 });
    for (const pid of server) holdToShare(pid, SHARE);
    await measure(full, `${String(count)} × ${String(SHARE)} of a core`, ports, { connections: 8 * count });
    await full.stage.stopServers();
    server.forEach(forgetShare);
  }
}

async function embedded(full: Full): Promise<void> {
  for (const url of [undefined, full.stage.postgres.url]) {
    const of = { ...full, week: await fillUp(full.stage, full.size, url) };
    const name = url === undefined ? 'embedded' : 'PostgreSQL';
    const ports = await asFast(of, `${name}, as fast`, 1, url);
    await measure(of, `${name}, week in an hour`, ports, { connections: 64, rate: anHour(of.week) });
    await full.stage.stopServers();
  }
}

/** Answers the exit code. */
export async function benchWeek(
  part: PartOfWeek,
  { quick, seconds, settle, size: wanted }: WeekOptions,
): Promise<number> {
  const stage = await createStage();
  const lines: Line[] = [];
  const size = wanted ?? (quick || part === 'embedded' ? 2_000 : 100_000);
  let isGood = true;
  try {
    const { url, version } = stage.postgres;
    const began = loadNow();
    const week = part === 'embedded' ? undefined : await fillUp(stage, size, url);
    console.log(`${processors()}, ${version}; load ${began} at the start`);
    console.log('filled');
    await new Promise((done) => setTimeout(done, settle * 1000));
    console.log(`load ${loadNow()}`);
    console.log(heading());
    const none = { acknowledged: { dossiers: [], reports: [] }, requestsAVisit: 0, next: () => undefined };
    const full = { stage, size, seconds, lines, week: week ?? none };
    if (part === 'week' || part === 'mixed') await plainWeek(full);
    if (part === 'spike' || part === 'mixed') await spike(full);
    if (part === 'beyond' || part === 'mixed') isGood = await beyond(full);
    if (part === 'scaling') await scaling(full);
    if (part === 'embedded') await embedded(full);
  } finally {
    await stage.end();
  }
  keepReport(`server-${part}`, { seconds, size, lines });
  // More than a machine can do is put off; how, is looked at above.
  const mayPutOff = ['three times as much', 'tenfold, suddenly'];
  const failed = lines.some(({ what, errors }) => errors > 0 && !mayPutOff.includes(what));
  return isGood && !failed ? 0 : 1;
}
