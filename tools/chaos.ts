// `npm run chaos [-- --seed=S --minutes=N --only=DEPENDENCY[:MOOD],… --pairs=N --from=N --most=N --engine=pg|pglite]`: the
// whole system with every dependency slow, down and lying, one after the other and in drawn pairs, while people go on.
// `.bench/chaos.json`.
import { parseArgs } from 'node:util';
import { runChaos } from '../tests/chaos/run-chaos.ts';
import { findPostgres } from '../tests/support/postgres.ts';
import { endInOrder } from './children.mjs';
import { keepReport, machine } from './keep-report.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    minutes: { type: 'string', default: '0' },
    only: { type: 'string' },
    pairs: { type: 'string', default: '6' },
    from: { type: 'string', default: '0' },
    most: { type: 'string', default: '1000' },
    engine: { type: 'string', default: findPostgres() === undefined ? 'pglite' : 'pg' },
  },
});
const { engine } = values;
if (engine !== 'pg' && engine !== 'pglite') throw new Error('--engine is pg or pglite');
endInOrder();
const began = performance.now();
const chaos = await runChaos({
  ...{ seed: values.seed, only: values.only, engine },
  ...{ minutes: Number(values.minutes), pairs: Number(values.pairs) },
  ...{ from: Number(values.from), most: Number(values.most) },
  onPhase({ name, requests, caughtUpMs, mostMb, met, found }) {
    const figures = `${String(requests).padStart(5)} requests, met ${String(met).padStart(4)} times, caught up in ${(caughtUpMs / 1000).toFixed(1)} s, ${mostMb} MB`;
    const verdict = found.length > 0 ? 'BROKEN' : met === 0 ? 'unmet ' : 'held  ';
    console.log(`${verdict} ${name.padEnd(44)} ${figures}`);
    for (const what of found) console.log(`         ${what}`);
  },
});
const seconds = Math.round((performance.now() - began) / 1000);
for (const rows of [chaos.did, chaos.answers]) {
  console.log('');
  for (const [what, times] of Object.entries(rows)) console.log(`  ${what.padEnd(32)} ${String(times).padStart(6)}`);
}
for (const what of chaos.found) console.log(`broken: ${what}`);
console.log(
  `\n${chaos.phases.length} troubles, ${chaos.requests} requests in ${seconds} s, seed ${values.seed}, ${chaos.database}; ${machine()}
slowest answer ${chaos.slowestMs} ms (${chaos.slowest}); memory ${chaos.memory.calmMb} MB calm, ${chaos.memory.mostMb} at most, ${chaos.memory.afterMb} after
${chaos.found.length} promises broken`,
);
keepReport('chaos', { ...values, seconds, ...chaos });
process.exit(chaos.found.length === 0 ? 0 : 1);
