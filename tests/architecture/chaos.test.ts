import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dependencies } from '../chaos/dependencies.ts';
import { drawTroubles, nameOf } from '../chaos/draw.ts';
import { lies } from '../chaos/lies.ts';
import { createRandom } from '../faults/random.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');
const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'server/src'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => path.replace('server/src/', ''));

/** Programs of offices and operators: they ask our own server. */
const PROGRAMS = /^(officer|cashier|directory-import)(\/|\.ts)/;
/** Ways of opening a line to somebody else. */
const OPENS =
  /\bfetch\(|\baskZalo\(|\bnew AwsClient\(|^import (?!type).*from '(openid-client|pg|node:(http|https|net|tls|dgram))'/m;
/** A lock of this machine; whether a text is an address. */
const AT_HOME = ['db/folder-lock.ts', 'core/rate-limits.ts'];
/** Addresses the server says or allows, and never asks. */
const NOT_ASKED = ['PUBLIC_URL', 'ZALO_LINK_URL', 'MEDIA_STREAMS'];

test('whatever in the server speaks to somebody else is known to chaos', () => {
  const speaking = sources.filter((path) => !PROGRAMS.test(path) && OPENS.test(read(`server/src/${path}`)));
  const known = new Set(dependencies.flatMap(({ spokenToBy }) => spokenToBy));
  expect(speaking.length).toBeGreaterThan(10);
  expect(speaking.filter((path) => !known.has(path) && !AT_HOME.includes(path))).toEqual([]);
  expect([...known].filter((path) => !sources.includes(path))).toEqual([]);
});

test('whoever has an address in the settings is known to chaos', () => {
  const named = [...read('server/src/core/settings.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map(
    ([, name = '']) => name,
  );
  const addresses = named.filter((name) => /_(URL|ISSUER|FEEDS|STREAMS)$/.test(name));
  const known = dependencies.flatMap(({ settings }) => settings);
  expect(addresses.filter((name) => !known.includes(name) && !NOT_ASKED.includes(name))).toEqual([]);
  expect(known.filter((name) => !named.includes(name))).toEqual([]);
});

test('what can lie has lies of its own', () => {
  const spoilt = dependencies.filter(({ moods }) => moods.lying?.includes('spoilt')).map(({ name }) => name);
  expect(Object.keys(lies).sort()).toEqual(spoilt.sort());
});

test('the same seed is the same troubles: everything in each of its ways once, then pairs', () => {
  const draw = (seed: string, only?: string[]) =>
    drawTroubles(dependencies, { random: createRandom(seed), pairs: 5, only }).map(nameOf);
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
  const ways = dependencies.flatMap(({ name, moods }) => Object.keys(moods).map((way) => `${name} ${way}`));
  const single = draw('a').slice(0, -5);
  expect(single.map((name) => name.replace(/ \(.*/, '')).sort()).toEqual(ways.sort());
  expect(draw('a', ['sms:half', 'server']).slice(0, -5).sort()).toEqual(['server down (cut)', 'sms down (half)']);
});
