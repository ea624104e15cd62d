// Reads provinces/<id>/procedures/ and stores/form.json exactly as the server does at its start, and says what it would refuse.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readProcedures } from '../server/src/modules/procedures/procedure-file.ts';
import { readStoreForm } from '../server/src/modules/stores/store-form.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'provinces');
const counts: string[] = [];
let refused = 0;
for (const province of readdirSync(folder)) {
  try {
    const place = pathToFileURL(`${join(folder, province)}/`);
    const procedures = await readProcedures(place);
    await readStoreForm(place);
    counts.push(`${province} ${procedures.length}`);
  } catch (error) {
    refused += 1;
    console.error(`provinces/${province}/${error instanceof Error ? error.message : String(error)}`);
  }
}
console.log(`procedures: ${counts.join(', ')}: ${refused === 0 ? 'ok' : `${refused} provinces refused`}`);
process.exit(refused === 0 ? 0 : 1);
