// `npm test`: every test there is, one summary. The last line is always "N passed, N failed".
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { relative } from 'node:path';
import { endInOrder, runCommand } from './children.mjs';

const reports = '.cache/test';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** Runs a program of node_modules and gives its exit code. */
const run = (program, args) =>
  runCommand(process.execPath, [`node_modules/${program}`, ...args], {
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
  });

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** What was not run counts as failed: a skipped test proves nothing, and a runner that broke did not pass. */
function tally(name, code, passed, failed, { secondTry = [], broken = [] } = {}) {
  const sum = { name, passed, failed: failed === 0 && code !== 0 ? 1 : failed, secondTry, broken };
  if (failed === 0 && code !== 0) console.error(`${name}: the runner itself failed (${code}).`);
  return sum;
}

async function runUnitTests() {
  const path = `${reports}/vitest.json`;
  const code = await run('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path}`,
  ]);
  const report = readReport(path);
  if (report === null) return tally('vitest', 1, 0, 0);
  const brokenFiles = report.testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && assertionResults.every((result) => result.status !== 'failed');
  });
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + brokenFiles.length;
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status, failureMessages }) => ({
      words: `${relative('.', name)}: ${fullName}`,
      passed: status === 'passed',
      why: failureMessages?.[0]?.split('\n')[0] ?? '',
    })),
  );
  return tally('vitest', code, report.numPassedTests, failed, {
    // One that passed and has a failure to tell of was tried again.
    secondTry: tests.filter((one) => one.passed && one.why !== '').map(({ words, why }) => `${words}: ${why}`),
    broken: [
      ...tests.filter((one) => !one.passed).map(({ words, why }) => `${words}: ${why}`),
      ...brokenFiles.map(({ name, message }) => `${relative('.', name)}: ${message}`),
    ],
  });
}

async function runJourneys() {
  if (!existsSync('tests/journeys') || readdirSync('tests/journeys').length === 0) return null;
  const code = await run('@playwright/test/cli.js', ['test']);
  const report = readReport(`${reports}/journeys.json`);
  if (report === null) return tally('journeys', 1, 0, 0);
  const { stats } = report;
  return tally('journeys', code, stats.expected + stats.flaky, stats.unexpected + stats.skipped, {
    secondTry: journeysThat(report, 'flaky'),
    broken: journeysThat(report, 'unexpected'),
  });
}

/** The journeys with one outcome, wherever in the tree of suites they stand. */
function journeysThat({ suites = [], specs = [] }, outcome) {
  const here = specs.filter(({ tests }) => tests.some(({ status }) => status === outcome));
  return [
    ...here.map(({ file, title }) => `${file}: ${title}`),
    ...suites.flatMap((suite) => journeysThat(suite, outcome)),
  ];
}

/** Says whether the database suites also run on PostgreSQL, and refuses to pretend when it was asked for. */
async function lookForPostgres() {
  const address = process.env.TEST_DATABASE_URL;
  if (address === undefined || address === '') {
    return 'PostgreSQL: TEST_DATABASE_URL is not set, so the database suites ran on the embedded database only.';
  }
  const { hostname, port } = new URL(address);
  const there = await new Promise((settle) => {
    const socket = connect({ host: hostname || '127.0.0.1', port: Number(port || 5432), timeout: 3000 });
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
    socket.once('timeout', () => settle(false)).unref();
  });
  if (!there) throw new Error(`PostgreSQL: TEST_DATABASE_URL is set but ${hostname}:${port || 5432} does not answer.`);
  return `PostgreSQL: the database suites also ran on ${hostname}:${port || 5432}.`;
}

endInOrder();
let postgres = '';
const results = [];
try {
  postgres = await lookForPostgres();
} catch (error) {
  postgres = error.message;
  results.push({ name: 'postgresql', passed: 0, failed: 1 });
}
results.push(await runUnitTests());
results.push(await runJourneys());

const ran = results.filter((result) => result !== null);
const passed = ran.reduce((sum, result) => sum + result.passed, 0);
const failed = ran.reduce((sum, result) => sum + result.failed, 0);
writeFileSync(`${reports}/summary.json`, JSON.stringify({ passed, failed, results: ran }));
console.log(`\n${postgres}`);
for (const { name, passed: good, failed: bad, secondTry = [], broken = [] } of ran) {
  const again = secondTry.length > 0 ? ` (${secondTry.length} on a second try)` : '';
  console.log(`${name}: ${good} passed${again}, ${bad} failed`);
  for (const words of secondTry) console.log(`  on a second try: ${words}`);
  for (const words of broken) console.log(`  FAILED: ${words}`);
}
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
