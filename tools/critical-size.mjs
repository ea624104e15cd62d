// What a phone must download before the home screen is useful, and whether that is still light enough (gzip, KB of 1,024).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { measurePackage, packageFaults } from './package-limits.mjs';

const goal = 110;
const limit = 125;
/** What the picture of home needs, which stands before the app has come. */
const pictureGoal = 12;
/** What comes on a tap only, in a chunk of its own. */
const onTap = [
  { what: 'the map', module: /\/map-frame[.]ts$/, most: 60 },
  { what: 'the player of TV and radio', module: /\/hls-engine[.]ts$/, most: 120 },
];
const homeScreen = /^src\/pages\/home\/[a-z-]*screen[.]tsx$/;

if (!existsSync('www/app-config.json')) {
  console.error('Nothing is built yet: npm run build');
  process.exit(1);
}
const config = JSON.parse(readFileSync('www/app-config.json', 'utf8'));
const chunks = JSON.parse(readFileSync('.cache/build/chunks.json', 'utf8'));
const chunkOf = new Map(chunks.map((chunk) => [chunk.file, chunk]));

/** file → why it is needed; in the order in which it is found. */
const needed = new Map();
function need(file, why) {
  if (needed.has(file)) return;
  needed.set(file, why);
  for (const other of chunkOf.get(file)?.imports ?? []) need(other, `imported by ${file}`);
}
for (const file of config.listCSS) need(file, 'listCSS');
for (const file of config.listSyncJS) need(file, 'listSyncJS');
for (const file of config.listAsyncJS) need(file, 'listAsyncJS');
const home = chunks.filter(({ modules }) => modules.some((id) => homeScreen.test(id)));
for (const chunk of home) need(chunk.file, 'the home screen');

const sizes = [...needed].map(([file, why]) => {
  const bytes = readFileSync(join('www', file));
  return { file, why, raw: bytes.length / 1024, gzip: gzipSync(bytes, { level: 9 }).length / 1024 };
});
const total = sizes.reduce((sum, { gzip }) => sum + gzip, 0);

const row = (gzip, raw, text) => console.log(`${gzip.padStart(8)} ${raw.padStart(8)}  ${text}`);
row('gzip KB', 'raw KB', 'needed before the home screen is useful');
for (const { file, why, raw, gzip } of sizes) row(gzip.toFixed(1), raw.toFixed(1), `${file} (${why})`);
row(total.toFixed(1), '', `together; goal ${goal}, limit ${limit}`);

const picture = sizes.filter(({ file }) => file.endsWith('.css') || /first-picture[.]/.test(file));
const pictured = picture.reduce((sum, { gzip }) => sum + gzip, 0);
row(pictured.toFixed(1), '', `of these before home is seen and taps are kept; goal ${pictureGoal}`);

const complaints = [];
if (picture.length !== 2) complaints.push('The picture of home is not styles and one file.');
if (pictured > pictureGoal)
  complaints.push(`The picture of home is too heavy by ${(pictured - pictureGoal).toFixed(1)} KB.`);
if (home.length === 0 && existsSync('src/pages/home')) complaints.push('The home screen is in no file of the build.');
if (total > goal)
  complaints.push(`Too heavy by ${(total - goal).toFixed(1)} KB${total > limit ? ', and over the limit' : ''}.`);
// Of two files that import each other one runs before what it needs is there, and the app stays white.
for (const file of needed.keys()) {
  for (const other of chunkOf.get(file)?.imports ?? []) {
    const { entry, imports } = chunkOf.get(other) ?? {};
    if (entry === false && imports.includes(file)) complaints.push(`${file} and ${other} import each other.`);
  }
}
for (const { what, module, most } of onTap) {
  const files = chunks.filter(({ modules }) => modules.some((id) => module.test(id)));
  for (const { file } of files) {
    const gzip = gzipSync(readFileSync(join('www', file)), { level: 9 }).length / 1024;
    row(gzip.toFixed(1), '', `${file} (${what}; limit ${most})`);
    if (gzip > most) complaints.push(`Too heavy by ${(gzip - most).toFixed(1)} KB: ${what}.`);
    const opens = chunks.filter(({ modules }) => modules.some((id) => /-screen[.]tsx$/.test(id)));
    for (const screen of opens) {
      const reached = new Set([screen.file]);
      for (const other of reached) for (const next of chunkOf.get(other)?.imports ?? []) reached.add(next);
      if (reached.has(file)) complaints.push(`Comes with ${screen.file}, before anybody asked for it: ${what}.`);
    }
  }
  if (files.length === 0) complaints.push(`In no file of the build: ${what}.`);
}
const { zipped, files } = measurePackage('www');
row((zipped / 1024).toFixed(1), '', `the whole package, zipped (${files.length} files)`);
complaints.push(...packageFaults({ zipped, files }));
for (const text of complaints) console.error(text);
process.exit(complaints.length === 0 ? 0 : 1);
