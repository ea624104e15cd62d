import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What git knows or would add: no build output, no dependencies. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '');

const code = files.filter((path) => /\.(ts|tsx|mjs|js)$/.test(path) && !path.startsWith('contract/generated/'));
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

describe('house rules', () => {
  test('files are named in kebab-case', () => {
    const named = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
    expect(code.filter((path) => !named.test(basename(path)))).toEqual([]);
  });

  test('no folder is a drawer for everything', () => {
    expect(files.filter((path) => /(^|\/)(common|shared|utils|helpers|types|hooks)\//.test(path))).toEqual([]);
  });

  test('no file of code is longer than 300 lines', () => {
    const lengths = code.map((path) => ({ path, lines: read(path).split('\n').length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  test('no test is skipped, alone or empty', () => {
    const silenced = /\b(test|it|describe)\.(skip|only|todo|fixme|fails)\(|\bx(it|describe)\(|^\s*(test|it)\.skip/m;
    const own = 'tests/architecture/house-rules.test.ts';
    const tests = code.filter((path) => /\.(test|spec)\.tsx?$/.test(path) && path !== own);
    expect(tests.filter((path) => silenced.test(read(path)))).toEqual([]);
  });

  test('.tsx means that there is JSX in it', () => {
    const screens = code.filter((path) => path.endsWith('.tsx'));
    expect(screens.filter((path) => !/<[A-Za-z>]/.test(read(path)))).toEqual([]);
  });

  test('every word the glossary gives the code is a word of the code', () => {
    const spoken = files.filter(
      (path) => /^(src|server\/src|contract)\/.*\.(ts|tsx|yaml)$/.test(path) && !/generated|\.test\./.test(path),
    );
    const whole = spoken.map(read).join('\n');
    const rows = read('docs/glossary.md')
      .split('\n')
      .filter((line) => line.startsWith('| '));
    const words = rows.flatMap((row) =>
      [...row.matchAll(/`([^`]+)`/g)].flatMap(([, given]) => given?.match(/\w+/g) ?? []),
    );
    expect(words.length).toBeGreaterThan(80);
    const inCode = (word: string): boolean => new RegExp(`\\b${word}|[a-z]${word}`, 'i').test(whole);
    expect(words.filter((word) => !inCode(word))).toEqual([]);
  });

  test('nothing at run time is addressed in public/', () => {
    expect(files.filter((path) => path.startsWith('public/'))).toEqual([]);
  });
});
