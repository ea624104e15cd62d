// Checks provinces/<id>/: every field there and of the right shape, every colour pair readable, every date a date.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contrast, readableThemePairs } from './theme-contrast.mjs';

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'provinces');
const complaints = [];
let province = '';
const complain = (text) => complaints.push(`provinces/${province}/${text}`);

const isText = (value) => typeof value === 'string' && value.trim() !== '';
const isPlace = (value) =>
  Array.isArray(value) && value.length === 2 && value[0] > 8 && value[0] < 24 && value[1] > 102 && value[1] < 110;

/** path in province.json → what it must be, in words and as a test; a path ending in ? may be absent. */
const shape = {
  id: ['the folder name', (value) => value === province],
  name: ['a text', isText],
  fullName: ['a text', isText],
  appName: ['a text of at most 30 letters', (value) => isText(value) && value.length <= 30],
  'owner.name': ['a text', isText],
  'api.origin': ['an https origin without a path', (value) => isText(value) && /^https:\/\/[a-z0-9.-]+$/.test(value)],
  'zalo.appId': ['digits as a text', (value) => isText(value) && /^\d{10,20}$/.test(value)],
  'zalo.oaId': ['digits as a text', (value) => isText(value) && /^\d{10,20}$/.test(value)],
  'contact.hotline': ['digits', (value) => /^\d{3,11}$/.test(value)],
  'contact.address?': ['a text', isText],
  'contact.phone?': ['a telephone number in digits', (value) => /^0\d{9,10}$/.test(value)],
  'contact.email?': ['an e-mail address', (value) => /^[^@\s]+@[^@\s]+\.[a-z]+$/.test(value)],
  'identity.name': ['a text', isText],
  'identity.claims': ['keycloak, wso2 or national-portal', (v) => ['keycloak', 'wso2', 'national-portal'].includes(v)],
  'identity.minimumAssurance': ['0, 1 or 2', (value) => [0, 1, 2].includes(value)],
  agencyCode: ['like 000.00.00.H53', (value) => /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/.test(value)],
  languages: ['vi first', (value) => Array.isArray(value) && value[0] === 'vi'],
  'map.center': ['[latitude, longitude] in Việt Nam', isPlace],
  'map.zoom': ['between 6 and 16', (value) => value >= 6 && value <= 16],
  'map.tiles?': [
    '{ url, attribution }, the url https with {z}, {x} and {y}',
    ({ url, attribution }) => /^https:.*\{z\}.*\{x\}.*\{y\}/.test(url) && isText(attribution),
  ],
  'notes?': ['an object of texts', (value) => Object.values(value).every(isText)],
};

function readJson(name) {
  const path = join(folder, province, name);
  if (!existsSync(path)) {
    complain(`${name}: missing`);
    return null;
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    complain(`${name}: not JSON (${error.message})`);
    return null;
  }
}

function checkProvince() {
  const file = readJson('province.json');
  if (file === null) return;
  for (const [key, [words, holds]] of Object.entries(shape)) {
    const path = key.replace('?', '');
    const value = path.split('.').reduce((part, name) => part?.[name], file);
    if (value === undefined && key.endsWith('?')) continue;
    if (value === undefined || !holds(value)) complain(`province.json: ${path} must be ${words}`);
  }
  const known = new Set(Object.keys(shape).map((key) => key.replace('?', '').split('.')[0]));
  for (const key of Object.keys(file)) if (!known.has(key)) complain(`province.json: nobody reads ${key}`);
}

function checkCommunes() {
  const communes = readJson('communes.json') ?? [];
  const codes = new Set();
  for (const commune of communes) {
    if (!/^\d{5}$/.test(commune.code) || codes.has(commune.code))
      complain(`communes.json: code ${commune.code} must be five digits, and nobody else's`);
    codes.add(commune.code);
    if (!/^(Phường|Xã|Đặc khu) /.test(commune.name))
      complain(`communes.json: name ${commune.name} must begin with Phường, Xã or Đặc khu`);
    if (!isPlace(commune.centroid))
      complain(`communes.json: centroid of ${commune.name} must be [latitude, longitude] in Việt Nam`);
    const former = commune.former ?? [];
    if (!former.every((unit) => isText(unit.name) && ['full', 'partial'].includes(unit.part))) {
      complain(`communes.json: former names of ${commune.name} must each have a name and a part, full or partial`);
    }
  }
  if (codes.size === 0) complain('communes.json: no commune');
}

/** A copy keeps the communes of the one it was copied from in many places; each is named by its code. */
function checkCommuneCodes() {
  const known = new Set((readJson('communes.json') ?? []).map(({ code }) => code));
  const codes = {
    'directory.json': ({ communeCode }) => communeCode,
    'report-samples.json': ({ commune }) => commune,
    'stores/samples.json': ({ commune }) => commune,
  };
  for (const [name, codeOf] of Object.entries(codes)) {
    const rows = existsSync(join(folder, province, name)) ? (readJson(name) ?? []) : [];
    const unknown = new Set(rows.map(codeOf).filter((code) => typeof code === 'string' && !known.has(code)));
    if (unknown.size > 0) complain(`${name}: ${[...unknown].join(', ')} is no commune of communes.json`);
  }
}

function checkHolidays() {
  const calendar = readJson('holidays.json');
  const kinds = ['holiday', 'compensatory', 'swap-off', 'make-up-workday'];
  const dates = new Set();
  for (const day of calendar?.days ?? []) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day.date) || Number.isNaN(Date.parse(day.date)))
      complain(`holidays.json: ${day.date} is no date (yyyy-mm-dd)`);
    if (dates.has(day.date)) complain(`holidays.json: ${day.date} twice`);
    dates.add(day.date);
    if (!kinds.includes(day.kind))
      complain(`holidays.json: kind ${day.kind} of ${day.date} must be one of ${kinds.join(', ')}`);
    if (!isText(day.source) || !['H', 'M', 'L'].includes(day.confidence))
      complain(`holidays.json: source of ${day.date}: a text, and confidence H, M or L`);
    const weekend = [0, 6].includes(new Date(`${day.date}T00:00:00Z`).getUTCDay());
    if (day.kind === 'make-up-workday' && !weekend) complain(`holidays.json: ${day.date} is a working day already`);
  }
  if (dates.size === 0) complain('holidays.json: no day');
}

function checkTexts() {
  const texts = readJson('texts.json');
  if (texts === null) return;
  const names = Object.keys(texts.vi ?? {});
  if (names.length === 0) complain('texts.json: no Vietnamese');
  for (const [language, words] of Object.entries(texts)) {
    for (const name of new Set([...names, ...Object.keys(words)])) {
      if (!isText(words[name]) || !names.includes(name))
        complain(`texts.json: ${language}.${name} must be a text, in every language`);
    }
  }
}

function checkTheme() {
  const path = join(folder, province, 'theme.css');
  if (!existsSync(path)) return complain('theme.css: missing');
  const css = readFileSync(path, 'utf8');
  for (const [text, ground, least] of readableThemePairs) {
    const ratio = contrast(css, text, ground);
    if (ratio === null) complain(`theme.css: --${text} or --${ground} missing`);
    else if (ratio < least)
      complain(`theme.css: --${text} on --${ground} is ${ratio.toFixed(2)}:1, must be ${least}:1`);
  }
}

const provinces = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'province.json')));
const factsOf = (id) => {
  try {
    return JSON.parse(readFileSync(join(folder, id, 'province.json'), 'utf8'));
  } catch {
    return {};
  }
};

/** What a province says, file by file. */
const textsOf = (id) =>
  readdirSync(join(folder, id), { recursive: true }).filter(
    (name) => /[.]json$/.test(name) && name !== 'province.json',
  );

/** Of one province alone: two with the same would be taken for each other, by citizens or by machines. */
const ownFacts = ['fullName', 'appName', 'agencyCode', 'zalo.appId', 'zalo.oaId', 'api.origin'];
const factAt = (facts, path) => path.split('.').reduce((part, name) => part?.[name], facts);

/** A province begins as a copy of another one: what was left of that one is named. Nobody is blamed for what a copy took. */
function checkLeftovers() {
  const own = factsOf(province);
  for (const other of provinces.filter((id) => id !== province && factsOf(id).id === id)) {
    const facts = factsOf(other);
    for (const path of ownFacts) {
      if (factAt(own, path) === factAt(facts, path)) complain(`province.json: ${path} is that of ${other}`);
    }
    const logos = [province, other].map((id) => join(folder, id, 'logo.svg'));
    if (logos.every(existsSync) && readFileSync(logos[0]).equals(readFileSync(logos[1])))
      complain(`logo.svg: is that of ${other}`);
    for (const name of textsOf(province)) {
      const text = readFileSync(join(folder, province, name), 'utf8');
      // Of the full name also as a sentence begins with it.
      const names = [facts.appName, facts.fullName, facts.fullName?.replace(/^./, (letter) => letter.toUpperCase())];
      const left = names.filter((words) => isText(words) && text.includes(words));
      for (const words of left) complain(`${name}: speaks of "${words}", which is ${other}`);
    }
  }
}

const variables = (id) =>
  [...readFileSync(join(folder, id, 'theme.css'), 'utf8').matchAll(/^\s*(--[a-z0-9-]+):/gm)].map((match) => match[1]);
for (province of provinces) {
  checkProvince();
  checkCommunes();
  checkCommuneCodes();
  checkHolidays();
  checkTexts();
  checkTheme();
  checkLeftovers();
  for (const name of ['logo.svg', 'life-events.json', 'report-categories.json', 'stores/form.json']) {
    if (!existsSync(join(folder, province, name))) complain(`${name}: missing`);
  }
  const missing = variables(provinces[0]).filter((name) => !variables(province).includes(name));
  if (missing.length > 0) complain(`theme.css: ${missing.join(', ')} missing`);
}

for (const text of complaints) console.error(text);
console.log(
  `provinces: ${provinces.join(', ')}: ${complaints.length === 0 ? 'ok' : `${complaints.length} complaints`}`,
);
process.exit(complaints.length === 0 ? 0 : 1);
