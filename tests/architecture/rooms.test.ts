import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const law = join(root, '.dependency-cruiser.mjs');

/** A small house with the same rooms; everything in it is allowed. */
const house: Record<string, string> = {
  'src/main.tsx': `import '#auth'; import { start } from './app/shell'; start();`,
  'src/page-module.ts': `import type { Level } from '#auth'; export interface PageModule { level: Level }`,
  'src/app/shell.tsx': `import { table } from '#module-table'; export const start = () => table;`,
  'src/app/module-table.ts': `import { module } from '../pages/news/module'; export const table = [module];`,
  'src/lib/dates.ts': `export const today = '2026-11-23';`,
  'src/config/index.ts': `import { province } from 'virtual:province'; export const config = province;`,
  'src/nav/index.ts': `import { useNavigate } from 'react-router-dom'; export const go = useNavigate;`,
  'src/zalo/index.ts': `export { login } from './login';`,
  'src/zalo/login.ts': `export const login = () => import('zmp-sdk');`,
  'src/api/index.ts': `export { call } from './call';`,
  'src/api/call.ts': `import '@dvc/contract'; export const call = 1;`,
  'src/auth/index.ts': `import { call } from '#api'; export type Level = 0 | 1 | 2; export const level = call;`,
  'src/offline/index.ts': `import { call } from '#api'; export const outbox = call;`,
  'src/ui/button.tsx': `import { today } from '#lib/dates'; export const Button = () => <button type="button">{today}</button>;`,
  'src/ui/tone.ts': `export const tone = 'calm';`,
  'src/forms/index.ts': `export { Button } from '#ui/button'; export { tone } from '#ui/tone';`,
  'src/pages/news/module.ts': `import type { PageModule } from '#page-module'; export const module: PageModule = { level: 0 };`,
  'src/pages/news/news-screen.tsx': `import { Button } from '#ui/button'; import { news } from './news'; export default function NewsScreen() { return <Button>{news}</Button>; }`,
  'src/pages/news/news.ts': `export const news = 'tin';`,
  'src/pages/market/stall.ts': `export const stall = 1;`,
  'contract/index.ts': `export const contract = 1;`,
  'src/lib/cycle.ts': `import { b } from './bad-cycle'; export const a = () => b;`,
  'server/src/main.ts': `import { contract } from '@dvc/contract'; console.log(contract);`,
  'server/src/modules/news/routes.ts': `export const routes = 1;`,
  'emulator/src/main.ts': `export const emulator = 1;`,
};

/** One forbidden import a file, and the rule that must refuse it. */
const intruders: [file: string, code: string, rule: string][] = [
  ['src/lib/bad-room.ts', `import { config } from '#config'; export const x = config;`, 'room-lib'],
  ['src/ui/bad-room.tsx', `import { level } from '#auth'; export const x = level;`, 'room-ui'],
  ['src/api/bad-room.ts', `import { level } from '#auth'; export const x = level;`, 'room-api'],
  ['src/forms/bad-room.ts', `import { outbox } from '#offline'; export const x = outbox;`, 'room-forms'],
  ['src/nav/bad-type.ts', `import type { Level } from '#auth'; export const x = (level: Level) => level;`, 'room-nav'],
  ['src/auth/bad-lazy.ts', `export const x = () => import('../pages/news/news-screen');`, 'room-auth'],
  ['src/pages/market/bad-app.ts', `import { table } from '#module-table'; export const x = table;`, 'room-pages'],
  ['src/auth/bad-inside.ts', `import { login } from '../zalo/login'; export const x = login;`, 'doors'],
  ['src/app/bad-inside.ts', `export const x = () => import('../pages/news/news');`, 'doors'],
  ['src/pages/market/bad-page.ts', `export const x = () => import('../news/module');`, 'pages-are-blind'],
  ['src/api/bad-server.ts', `export const x = () => import('../../server/src/main');`, 'src-stands-alone'],
  [
    'src/zalo/bad-emulator.ts',
    `import { emulator } from '../../emulator/src/main'; export const x = emulator;`,
    'src-stands-alone',
  ],
  [
    'src/auth/bad-sdk.ts',
    `import { getUserInfo } from 'zmp-sdk/apis'; export const x = getUserInfo;`,
    'package-zmp-sdk',
  ],
  ['src/pages/market/bad-recoil.ts', `import { atom } from 'recoil'; export const x = atom;`, 'package-recoil'],
  [
    'src/pages/market/bad-router.ts',
    `import { Link } from 'react-router-dom'; export const x = Link;`,
    'package-react-router-dom',
  ],
  [
    'src/pages/market/bad-query.ts',
    `import { useQuery } from '@tanstack/react-query'; export const x = useQuery;`,
    'package-@tanstack/react-query',
  ],
  ['src/pages/market/bad-ui.ts', `export const x = () => import('zmp-ui');`, 'package-zmp-ui'],
  [
    'src/lib/bad-contract.ts',
    `import { contract } from '@dvc/contract'; export const x = contract;`,
    'package-@dvc/contract',
  ],
  ['src/lib/bad-react.ts', `import { useState } from 'react'; export const x = useState;`, 'without-react'],
  [
    'src/lib/bad-node.ts',
    `import { readFileSync } from 'node:fs'; export const x = readFileSync;`,
    'no-node-on-the-phone',
  ],
  ['src/lib/bad-dev.ts', `import fc from 'fast-check'; export const x = fc;`, 'no-development-packages'],
  ['src/lib/bad-lost.ts', `import { x } from './nowhere'; export const y = x;`, 'no-lost-imports'],
  ['src/lib/bad-cycle.ts', `import { a } from './cycle'; export const b = () => a;`, 'no-cycles'],
  ['contract/bad-part.ts', `import '../server/src/main.ts';`, 'part-contract'],
  ['server/src/bad-part.ts', `import { today } from '../../src/lib/dates.ts'; console.log(today);`, 'part-server'],
  [
    'server/src/bad-emulator.ts',
    `import { emulator } from '../../emulator/src/main.ts'; console.log(emulator);`,
    'emulator-stays-out',
  ],
  [
    'server/src/modules/tuition/bad-module.ts',
    `import { routes } from '../news/routes.ts'; console.log(routes);`,
    'server-modules-are-blind',
  ],
  ['emulator/src/bad-part.ts', `import '../../server/src/main.ts';`, 'part-emulator'],
];

const borrowed = ['@tanstack/react-query', 'fast-check', 'react', 'react-router-dom', 'recoil', 'zmp-sdk', 'zmp-ui'];

let folder = '';
let refusals: { from: string; rule: string }[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'house-'));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, code] of [...Object.entries(house), ...intruders]) put(path, code);
  for (const name of ['package.json', 'tsconfig.json', 'tsconfig.base.json'])
    copyFileSync(join(root, name), join(folder, name));
  for (const name of ['server', 'emulator', 'contract']) {
    copyFileSync(join(root, name, 'package.json'), join(folder, name, 'package.json'));
  }
  for (const name of borrowed) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  mkdirSync(join(folder, 'node_modules/@dvc'));
  symlinkSync(join(folder, 'contract'), join(folder, 'node_modules/@dvc/contract'));
  const run = spawnSync(
    process.execPath,
    [cruiser, '--config', law, '--no-cache', '--output-type', 'json', 'src', 'contract', 'server', 'emulator'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  expect(run.stderr).toBe('');
  const report = JSON.parse(run.stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  refusals = report.summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the table of rooms', () => {
  test.each(intruders)('%s is refused', (file, _code, rule) => {
    expect(refusals.filter(({ from }) => from === file).map((refusal) => refusal.rule)).toContain(rule);
  });

  test('the house itself stands', () => {
    expect(refusals.filter(({ from }) => from in house)).toEqual([]);
  });
});
