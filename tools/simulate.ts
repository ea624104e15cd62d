// `npm run simulate [-- --days=N --seed=S --from=2026-12-30T00:00:00Z --engine=pglite|pg]`: days of a province with the real server
// and a virtual clock, people and offices at work; everything that must hold is looked at every hour.
import { parseArgs } from 'node:util';
import { endInOrder } from './children.mjs';
import { keepReport } from './keep-report.ts';
import { simulateDays, type Stretch } from '../server/test/simulated/simulate.ts';

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '5' },
    /** Days without people afterwards, in strides of six hours: what is kept for weeks comes to its end, keys of what was sent too. */
    'quiet-days': { type: 'string', default: '92' },
    /** Days with people after those. */
    'later-days': { type: 'string', default: '1' },
    seed: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    from: { type: 'string', default: '2027-02-02T22:00:00Z' },
    engine: { type: 'string', default: 'pglite' },
  },
});
if (values.engine !== 'pg' && values.engine !== 'pglite') throw new Error('--engine is pg or pglite');
endInOrder();
const began = performance.now();
const stretches: Stretch[] = [
  { hours: Number(values.days) * 24 },
  { hours: Number(values['quiet-days']) * 24, quiet: true, stride: 6, sentAgain: true },
  { hours: Number(values['later-days']) * 24 },
];
const result = await simulateDays({
  seed: values.seed,
  from: new Date(values.from),
  kind: values.engine,
  stretches,
  onDay: (day, did) => console.log(`${day}  ${Object.values(did).reduce((sum, times) => sum + times, 0)} things done`),
});
const seconds = Math.round((performance.now() - began) / 1000);
for (const [what, times] of Object.entries(result.did))
  console.log(`  ${what.padEnd(24)} ${String(times).padStart(6)}`);
for (const what of result.broken) console.log(`broken: ${what}`);
console.log(
  `${result.hours} simulated hours in ${seconds} s, seed ${values.seed}: ${result.broken.length} promises broken`,
);
keepReport('simulate', { ...values, seconds, ...result });
process.exit(result.broken.length === 0 ? 0 : 1);
