import { ESLint } from 'eslint';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import tseslint from 'typescript-eslint';

const root = resolve(import.meta.dirname, '../..');

/** The house's own settings; what needs types is left out, because these samples are not files. */
const eslint = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked });

const refused: [code: string, file: string, rule: string][] = [
  [
    `import { level } from '#auth'; export const x = level;`,
    'src/ui/x.tsx',
    '@typescript-eslint/no-restricted-imports',
  ],
  [
    `import { x } from '../../auth/index'; export const y = x;`,
    'src/pages/news/x.ts',
    '@typescript-eslint/no-restricted-imports',
  ],
  [
    `import { x } from '../auth/atoms'; export const y = x;`,
    'src/api/x.ts',
    '@typescript-eslint/no-restricted-imports',
  ],
  [
    `import { login } from 'zmp-sdk/apis'; export const x = login;`,
    'src/auth/x.ts',
    '@typescript-eslint/no-restricted-imports',
  ],
  [
    `import { atom } from 'recoil'; export const x = atom;`,
    'src/pages/news/x.ts',
    '@typescript-eslint/no-restricted-imports',
  ],
  [
    `import { join } from 'node:path'; export const x = join;`,
    'src/lib/x.ts',
    '@typescript-eslint/no-restricted-imports',
  ],
  [`window.location = 'https://evil.example';`, 'src/pages/news/x.ts', 'no-restricted-syntax'],
  [`window.location.href = 'https://evil.example';`, 'src/pages/news/x.ts', 'no-restricted-syntax'],
  [`location.href = 'https://evil.example';`, 'src/app/x.ts', 'no-restricted-syntax'],
  [`location.assign('https://evil.example');`, 'src/app/x.ts', 'no-restricted-syntax'],
  [`window.location.replace('https://evil.example');`, 'src/app/x.ts', 'no-restricted-syntax'],
  [`window.open('https://evil.example');`, 'src/app/x.ts', 'no-restricted-syntax'],
  [`export const X = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />;`, 'src/ui/x.tsx', 'no-restricted-syntax'],
  [`export const f = (e: Element) => { e.innerHTML = 'x'; };`, 'src/lib/x.ts', 'no-restricted-syntax'],
  [`export default function f() { return 1; }`, 'src/lib/x.ts', 'no-restricted-syntax'],
  [`export enum Colour { Red }`, 'server/src/x.ts', 'no-restricted-syntax'],
  [`export * from './y';`, 'src/lib/x.ts', 'no-restricted-syntax'],
  [`export const f = (x: any) => x;`, 'server/src/x.ts', '@typescript-eslint/no-explicit-any'],
  [`// @ts-ignore\nexport const x: string = 1;`, 'src/lib/x.ts', '@typescript-eslint/ban-ts-comment'],
  [`// @ts-nocheck\nexport const x: string = 1;`, 'server/src/x.ts', '@typescript-eslint/ban-ts-comment'],
  [`// @ts-expect-error\nexport const x: string = 1;`, 'src/lib/x.ts', '@typescript-eslint/ban-ts-comment'],
  [`export const x = process.env.HOME;`, 'src/lib/x.ts', 'no-restricted-globals'],
  [`export const x = [\n${'1,\n'.repeat(300)}];`, 'src/lib/x.ts', 'max-lines'],
  [
    `import { useState } from 'react'; export const useX = (on: boolean) => { if (on) useState(1); };`,
    'src/ui/x.ts',
    'react-hooks/rules-of-hooks',
  ],
];

const welcome: [code: string, file: string][] = [
  [`export default function NewsScreen() { return <p>tin</p>; }`, 'src/pages/news/news-screen.tsx'],
  [`export const X = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />;`, 'src/ui/safe-html.tsx'],
  [`import { login } from 'zmp-sdk/apis'; export const x = login;`, 'src/zalo/x.ts'],
  [
    `import { level } from '#auth'; import { Button } from '#ui/button'; export const x = [level, Button];`,
    'src/pages/news/x.ts',
  ],
  [`import { module } from '../pages/news/module'; export const x = module;`, 'src/app/module-table.ts'],
];

const rulesBroken = async (code: string, file: string): Promise<(string | null)[]> => {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: resolve(root, file) });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
};

describe('ESLint', () => {
  test.each(refused.map(([code, file, rule]) => ({ code, file, rule, start: code.slice(0, 60) })))(
    'refuses in $file: $start',
    async ({ code, file, rule }) => {
      expect(await rulesBroken(code, file)).toContain(rule);
    },
  );

  test.each(welcome)('welcomes %s in %s', async (code, file) => {
    expect(await rulesBroken(code, file)).toEqual([]);
  });
});
