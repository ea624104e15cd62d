// `npm run fuzz [-- --minutes=N --seed=S --operation=ID --each=N --round=N --engine=pglite|pg]`: every operation of the contract
// over real HTTP, as everybody who might call it, with requests that are broken in every way we know. No 5xx, no hang, no leak.
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { OperationId } from '@dvc/contract';
import { operationTable } from '@dvc/contract';
import { endInOrder } from './children.mjs';
import { keepReport, machine } from './keep-report.ts';
import { findings, fuzzRound, type Found, type RoundResult } from '../tests/fuzz/round.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    operation: { type: 'string' },
    /** Requests of each caller to each operation, a round. */
    each: { type: 'string', default: '15' },
    round: { type: 'string', default: '0' },
    engine: { type: 'string', default: 'pglite' },
  },
});
const known = Object.keys(operationTable) as OperationId[];
const operations = values.operation === undefined ? known : known.filter((id) => id === values.operation);
if (operations.length === 0) throw new Error(`no operation "${values.operation}" in the contract`);
if (values.engine !== 'pg' && values.engine !== 'pglite') throw new Error('--engine is pg or pglite');

/** A provider here answers nearly always: more "later" than so many, or than this share, is a fault of ours by another name. */
const FEW = 3;
const SELDOM = 1 / 5_000;
/** What spins for ever stops our own timers too, so somebody else watches and says at what it happened. */
const STANDSTILL_MS = 90_000;
/** On a crowded machine everybody takes minutes to settle; what waits longer than this waits for ever. */
const NO_STEP_MS = 600_000;
const watchman = new Worker(
  `const { parentPort } = require('node:worker_threads');
   let last = 'the start', at = Date.now(), step = at;
   parentPort.on('message', (what) => {
     at = Date.now();
     if (what !== null) [last, step] = [what, at];
   });
   setInterval(() => {
     if (Date.now() - at < ${STANDSTILL_MS} && Date.now() - step < ${NO_STEP_MS}) return;
     require('node:fs').writeSync(2, 'stands still at: ' + last + '\\n');
     process.kill(process.pid, 'SIGKILL');
   }, 1000);`,
  { eval: true },
);
const heart = setInterval(() => watchman.postMessage(null), 1_000);

endInOrder();
const began = performance.now();
const seconds = (): number => (performance.now() - began) / 1000;
const until = values.minutes === undefined ? undefined : Number(values.minutes) * 60;
const goesOn = (): boolean => until === undefined || seconds() < until;
const total: RoundResult = { requests: 0, answers: {}, attacks: {}, slowestMs: 0, later: {}, found: [] };
const add = (into: Record<string, number>, more: Record<string, number>): void => {
  for (const [name, times] of Object.entries(more)) into[name] = (into[name] ?? 0) + times;
};
const replay = ({ operation, round }: Found): string =>
  `npm run fuzz -- --seed=${values.seed} --each=${values.each} --round=${round} --operation=${operation} --engine=${values.engine}`;

const first = Number(values.round);
for (let round = first; round === first || (until !== undefined && goesOn()); round += 1) {
  const result = await fuzzRound({
    seed: values.seed,
    round,
    operations,
    each: Number(values.each),
    kind: values.engine,
    onStep: (what) => watchman.postMessage(what),
    goesOn,
  });
  total.requests += result.requests;
  total.slowestMs = Math.max(total.slowestMs, result.slowestMs);
  add(total.answers, result.answers);
  add(total.attacks, result.attacks);
  add(total.later, result.later);
  total.found.push(...result.found);
  for (const found of result.found) {
    console.log(`${found.finding}: ${found.operation} as ${found.caller}, request ${found.number}: ${found.detail}`);
    console.log(`    ${found.request}\n    again by: ${replay(found)}`);
  }
  console.log(`round ${round}: ${total.requests} requests, ${total.found.length} found, ${seconds().toFixed(0)} s`);
}
clearInterval(heart);
await watchman.terminate();

const counts = Object.fromEntries(
  findings.map((finding) => [finding, total.found.filter((found) => found.finding === finding).length]),
);
console.log(
  `\n${operations.length} operations, ${total.requests} requests in ${seconds().toFixed(0)} s on ${values.engine}; ${machine()}`,
);
console.log(`seed ${values.seed}, slowest answer ${total.slowestMs} ms`);
const { attacks, answers, later } = total;
for (const [title, rows] of Object.entries({ attacks, answers, 'asked to come later': later, found: counts })) {
  console.log(`\n${title}`);
  for (const [what, times] of Object.entries(rows)) console.log(`  ${what.padEnd(20)} ${String(times).padStart(8)}`);
}
const putOff = Object.values(later).reduce((sum, times) => sum + times, 0);
const isOften = putOff > Math.max(FEW, total.requests * SELDOM);
if (isOften) console.log(`\n${putOff} were asked to come later: nothing in this set-up is away so often`);
keepReport('fuzz', { seed: values.seed, engine: values.engine, seconds: seconds(), ...total, counts });
process.exit(total.found.length === 0 && !isOften ? 0 : 1);
