import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

interface Locked {
  version?: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  hasInstallScript?: boolean;
}

const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const installed = Object.entries(packages).filter(
  ([path, { link }]) => path.includes('node_modules/') && link !== true,
);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const atRunTime = installed.filter(([, { dev }]) => dev !== true);

/** Where each of our own packages lives, and what it needs at run time. */
const needed = Object.entries({ app: '', server: 'server/', emulator: 'emulator/', contract: 'contract/' }).flatMap(
  ([where, folder]) => {
    const { dependencies = {} } = JSON.parse(read(`${folder}package.json`)) as {
      dependencies?: Record<string, string>;
    };
    return Object.entries(dependencies)
      .filter(([name]) => !name.startsWith('@dvc/'))
      .map(([name, asked]) => ({
        where,
        name,
        asked,
        locked: packages[`${folder}node_modules/${name}`] ?? packages[`node_modules/${name}`],
      }));
  },
);

const LICENCES = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'];
/** Beside those above: letters, and a library that is loaded as one of its own. */
const OF_SOME: Readonly<Record<string, string>> = {
  '@expo-google-fonts/': 'OFL-1.1',
  '@img/sharp-': 'LGPL-3.0-or-later',
};
/** Its package says nothing; read by hand in its LICENSE or README. */
const READ_BY_HAND: Readonly<Record<string, string>> = { 'png-js': 'MIT', 'combine-errors': 'MIT' };

describe('what we lean on at run time', () => {
  test('stands in docs/dependencies.md, each with its version, its licence and a reason, and nothing else does', () => {
    const written = read('docs/dependencies.md')
      .split('\n')
      .filter((line) => /^\| (app|server|emulator|contract) \|/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    expect(written.filter(([, , , , , reason = '']) => reason.length < 5)).toEqual([]);
    const lines = written.map(([, where, name, version, licence]) => [where, name, version, licence].join(' '));
    const real = needed.map(({ where, name, locked }) => [where, name, locked?.version, locked?.license].join(' '));
    expect(lines.sort()).toEqual(real.sort());
  });

  test('is asked for in one exact version', () => {
    expect(
      needed.filter(({ asked, locked }) => asked !== locked?.version).map(({ name, asked }) => `${name} ${asked}`),
    ).toEqual([]);
  });

  test('may be used: its licence, and that of what it brings along', () => {
    const strange = atRunTime.filter(([path, { license = READ_BY_HAND[nameOf(path)] ?? 'none' }]) => {
      const [, also] = Object.entries(OF_SOME).find(([start]) => nameOf(path).startsWith(start)) ?? [];
      return !license.split(' AND ').every((one) => LICENCES.includes(one) || one === also);
    });
    expect(strange.map(([path, { license }]) => `${path} ${license}`)).toEqual([]);
  });
});

describe('whatever is installed', () => {
  test('runs nothing on the way: .npmrc forbids it, and only the packer of the stand-in would like to', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    const scripts = installed
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => nameOf(path));
    expect([...new Set(scripts)]).toEqual(['esbuild']);
  });

  test('comes from the registry, and is what its hash says', () => {
    const elsewhere = installed.filter(
      ([, { resolved, integrity }]) =>
        !/^sha512-[\w+/]{86}==$/.test(integrity ?? '') ||
        (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
    );
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });
});
