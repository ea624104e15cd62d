/** Run as a process of its own: writes 1, 2, 3… into the folder named on the command line and says each number once it is kept. */
import { openEmbedded } from '../../src/db/pglite.ts';

const db = await openEmbedded({ folder: process.argv[2] ?? '' });
await db.script('create table if not exists numbers (n int primary key)');
const { rows } = await db.query<{ most: number | null }>('select max(n) as most from numbers');
for (let n = (rows[0]?.most ?? 0) + 1; ; n += 1) {
  // Whoever started it is gone without killing it: nothing may go on alone.
  if (process.ppid === 1) process.exit(1);
  await db.query('insert into numbers values ($1)', [n]);
  process.stdout.write(`${n}\n`);
}
