// `npm run bench:server [-- --quick --only=dossiers|reports|week|spike|beyond|mixed|scaling|embedded --sizes=1000,100000 --reports=N --people=N --processes=N
// --seconds=N --settle=N]`: the real server on a real PostgreSQL as full as after years; loopback only, every part bounded in time.
import { parseArgs } from 'node:util';
import { heading, inColumns, missedTargets, type Line } from '../tests/load/figures.ts';
import { dossiersSql, draftsSql, peopleSql } from '../tests/load/full-database.ts';
import { journeysOf, type Journeys } from '../tests/load/journeys.ts';
import { countsSql, reportsSql } from '../tests/load/full-reports.ts';
import { load, type LoadRequest } from '../tests/load/line-client.ts';
import { readPlans, withPlansLogged, type EndToEnd } from '../tests/load/plans.ts';
import { reportJourneysOf, type ReportJourneys } from '../tests/load/report-journeys.ts';
import { createStage, production } from '../tests/load/stage.ts';
import { benchWeek, isPartOfWeek } from '../tests/load/week-parts.ts';
import { endInOrder } from './children.mjs';
import { keepReport, loadNow, processors } from './keep-report.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    reports: { type: 'string' },
    sizes: { type: 'string' },
    people: { type: 'string' },
    processes: { type: 'string', default: '2' },
    seconds: { type: 'string' },
    settle: { type: 'string', default: '0' },
  },
});
const { quick } = values;
const sizes = (values.sizes ?? (quick ? '1000,20000' : '1000,100000,500000,1000000')).split(',').map(Number);
const people = Number(values.people ?? (quick ? 5_000 : 200_000));
const seconds = Number(values.seconds ?? (quick ? 3 : 20));
const reports = Number(values.reports ?? (quick ? 20_000 : 1_000_000));
const wants = (part: 'dossiers' | 'reports'): boolean => values.only === undefined || values.only === part;
const batch = 50_000;
const draftsASize = quick ? 6_000 : 30_000;
const draftsToSave = 2_000;

endInOrder();
const part = values.only;
if (part !== undefined && isPartOfWeek(part)) {
  const size = values.sizes === undefined ? undefined : Number(values.sizes);
  process.exit(await benchWeek(part, { quick, seconds, size, settle: Number(values.settle) }));
}

const stage = await createStage();
const { postgres, fill, startServers, stopServers, processes } = stage;

const lines: Line[] = [];

type Next = () => LoadRequest | undefined;
type Part = readonly [what: string, next: Next, connections: number, rate?: number];

const dossierParts = (journeys: Journeys): Part[] => [
  ['read a timeline', journeys.timeline, 32],
  ['list my dossiers', journeys.myDossiers, 32],
  ['read the inbox', journeys.inbox, 32],
  ['save a draft', journeys.saveDraft, 16],
  ['submit, 60 a second', journeys.submit, 64, 60],
  ['submit a dossier', journeys.submit, 16],
];
const reportParts = (journeys: ReportJourneys): Part[] => [
  ['nearby, 100 a second', journeys.nearby, 32, 100],
  ['map, 100 a second', journeys.mapFar, 32, 100],
  ['map near, 100 a second', journeys.mapNear, 32, 100],
  ['nearby', journeys.nearby, 16],
  ['map', journeys.mapFar, 16],
  ['map near', journeys.mapNear, 16],
  ['list of reports', journeys.list, 16],
  ['read a report', journeys.report, 16],
  ['Open311, 2 a second', journeys.open311, 4, 2],
];

async function measure(size: number, ports: readonly number[], parts: readonly Part[]): Promise<void> {
  const base = { ports, processes: processes() };
  const [first] = parts;
  if (first) await load({ ...base, connections: 32, seconds: quick ? 1 : 5, next: first[1] });
  for (const [what, next, connections, rate] of parts) {
    const measured = await load({ ...base, connections, seconds, next, ...(rate === undefined ? {} : { rate }) });
    const line = { size, what, ...measured };
    lines.push(line);
    console.log(inColumns(line));
  }
}

const plans: { statements: number; endToEnd: EndToEnd[] } = { statements: 0, endToEnd: [] };

/** The same journeys, a few of each, with every plan written down. */
async function lookAtPlans(journeys: readonly Next[]): Promise<void> {
  const before = postgres.log().length;
  const ports = await startServers(1, withPlansLogged(postgres.url));
  for (const next of journeys) {
    let left = 30;
    await load({
      ports,
      processes: processes(),
      connections: 2,
      seconds: 20,
      next: () => (left-- > 0 ? next() : undefined),
    });
  }
  await stopServers();
  const found = readPlans(postgres.log().slice(before), await stage.bigTables());
  plans.statements += found.statements;
  plans.endToEnd.push(...found.endToEnd);
}
const began = performance.now();
/** Says that it is full, and lets whatever else the machine does come to its end. */
async function sayFilled(): Promise<void> {
  const after = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`  filled after ${after} s`);
  await new Promise((done) => setTimeout(done, Number(values.settle) * 1000));
  console.log(`  load ${loadNow()}`);
}

async function fillAndMeasureDossiers(): Promise<void> {
  let filled = 0;
  let drafts = 0;
  for (const size of sizes) {
    const statements: string[] = [];
    for (let from = filled + 1; from <= size; from += batch) {
      statements.push(dossiersSql(from, Math.min(size, from + batch - 1), people));
    }
    filled = size;
    const toSave = { from: drafts + 1, to: drafts + draftsToSave };
    const toSend = { from: toSave.to + 1, to: toSave.to + draftsASize };
    drafts = toSend.to;
    await fill([...statements, draftsSql(toSave.from, toSend.to, people), 'vacuum analyze', 'checkpoint']);
    const journeys = journeysOf({ dossiers: size, people, toSend, toSave });
    const ports = await startServers(Number(values.processes), postgres.url);
    await sayFilled();
    await measure(size, ports, dossierParts(journeys));
    await stopServers();
    if (size === sizes.at(-1)) await lookAtPlans(Object.values(journeys) as Next[]);
  }
}

/** Made at once when all is there: quicker than row by row. */
async function secondIndexesOf(table: string): Promise<{ drop: string[]; create: string[] }> {
  const rows = await stage.rowsOf<{ name: string; made: string }>(
    `select i.relname as name, pg_get_indexdef(i.oid) as made from pg_index x join pg_class i on i.oid = x.indexrelid
      where x.indrelid = '${table}'::regclass and not x.indisunique`,
  );
  return { drop: rows.map(({ name }) => `drop index ${name}`), create: rows.map(({ made }) => made) };
}

async function fillAndMeasureReports(): Promise<void> {
  const indexes = await secondIndexesOf('reports');
  const statements: string[] = [...indexes.drop];
  for (let from = 1; from <= reports; from += batch) {
    statements.push(reportsSql(from, Math.min(reports, from + batch - 1), people), 'checkpoint');
  }
  const tables = ['reports', 'report_events', 'report_photos', 'report_squares', 'report_counts'];
  await fill([
    ...statements,
    ...indexes.create,
    countsSql,
    ...tables.map((table) => `vacuum analyze ${table}`),
    'checkpoint',
  ]);
  const journeys = reportJourneysOf(reports);
  const ports = await startServers(Number(values.processes), postgres.url);
  await sayFilled();
  await measure(reports, ports, reportParts(journeys));
  await stopServers();
  await lookAtPlans(Object.values(journeys) as Next[]);
}

const on = `Node ${process.version}, ${postgres.version}`;
try {
  // Once, so that procedures and their form versions are there.
  await startServers(1, postgres.url);
  await stopServers();
  await fill([peopleSql(people)]);
  console.log(`${processors()}, ${on}; ${values.processes} server processes, client and database share the machine`);
  console.log(heading());
  if (wants('dossiers')) await fillAndMeasureDossiers();
  if (wants('reports')) await fillAndMeasureReports();
} finally {
  await stage.end();
}

const missed = missedTargets(lines);
console.log(`\n${plans.statements} different statements; read from end to end: ${plans.endToEnd.length}`);
for (const { table, statement } of plans.endToEnd) console.log(`  ${table}: ${statement.slice(0, 160)}`);
for (const miss of [...missed.refusals, ...missed.tooSlow]) console.log(`missed: ${miss}`);
const about = { on, people, seconds, processes: values.processes };
keepReport('server', { ...about, settings: production, lines, plans, missed });
// A quick look proves that it works, not how fast it is.
const isWrong = plans.endToEnd.length > 0 || plans.statements === 0 || missed.refusals.length > 0;
process.exit(isWrong || (missed.tooSlow.length > 0 && !quick) ? 1 : 0);
