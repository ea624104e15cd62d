import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const publicName = 'virtual:province';
const holidaysName = 'virtual:province/holidays';
const root = resolve(import.meta.dirname, '..');

interface ProvinceFile {
  id: string;
  name: string;
  appName: string;
  agencyCode: string;
  contact: { hotline: string };
  zalo: { appId: string; oaId: string };
  api: { origin: string };
  identity: { name: string; claims: 'keycloak' | 'wso2' | 'national-portal' };
  notes?: unknown;
}

/** Reads provinces/<id>/province.json without its notes; says which ids exist when there is no such province. */
export function readProvince(id: string): ProvinceFile {
  const path = join(root, 'provinces', id, 'province.json');
  if (!existsSync(path)) {
    const known = readdirSync(join(root, 'provinces')).join(', ');
    throw new Error(`No province "${id}". There are: ${known}`);
  }
  const province = JSON.parse(readFileSync(path, 'utf8')) as ProvinceFile;
  // Notes are for whoever edits the file; citizens should not download them.
  delete province.notes;
  return province;
}

/** The first colour written for `name` in the province's theme, for the few places outside CSS. */
export function readThemeColour(id: string, name: string): string {
  const theme = readFileSync(join(root, 'provinces', id, 'theme.css'), 'utf8');
  const colour = new RegExp(`${name}:\\s*(#[0-9a-f]{6})`, 'i').exec(theme)?.[1];
  if (colour === undefined) throw new Error(`provinces/${id}/theme.css has no ${name}`);
  return colour;
}

/** Only what counting working days needs; the law and the open questions stay in the file. */
function readHolidays(id: string): unknown[] {
  const path = join(root, 'provinces', id, 'holidays.json');
  const calendar = JSON.parse(readFileSync(path, 'utf8')) as {
    days: { date: string; name: string; kind: string; confidence: string; source: string }[];
  };
  return calendar.days.map(({ date, name, kind, confidence, source }) => ({ date, name, kind, confidence, source }));
}

/** Serves `virtual:province` from provinces/<id>/: the theme at once, communes and holidays when asked for. */
export function provincePlugin(id: string): Plugin {
  const folder = join(root, 'provinces', id);
  return {
    name: 'province',
    resolveId(source) {
      return source === publicName || source === holidaysName ? `\0${source}` : null;
    },
    load(moduleId) {
      if (moduleId === `\0${holidaysName}`) return `export default ${JSON.stringify(readHolidays(id))}`;
      if (moduleId !== `\0${publicName}`) return null;
      for (const file of ['province.json', 'holidays.json']) this.addWatchFile(join(folder, file));
      const texts = readFileSync(join(folder, 'texts.json'), 'utf8');
      return [
        `import ${JSON.stringify(join(folder, 'theme.css'))};`,
        `import logo from ${JSON.stringify(join(folder, 'logo.svg'))};`,
        `export const province = ${JSON.stringify(readProvince(id))};`,
        `export const texts = ${texts.trim()};`,
        `export { logo };`,
        `export const loadCommunes = () => import(${JSON.stringify(join(folder, 'communes.json'))}).then((m) => m.default);`,
        `export const loadHolidays = () => import(${JSON.stringify(holidaysName)}).then((m) => m.default);`,
      ].join('\n');
    },
  };
}
