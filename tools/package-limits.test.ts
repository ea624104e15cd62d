import { expect, test } from 'vitest';
import { packageFaults } from './package-limits.mjs';

const KB = 1024;
const file = (name: string, size = KB) => ({ file: name, size });

test('a package within its limits has no fault', () => {
  const files = [file('app-config.json'), file('assets/base.module.js', 500 * KB)];
  expect(packageFaults({ zipped: 2 * KB * KB, files })).toEqual([]);
});

test('too large as a whole, one file too large, what is not for phones', () => {
  const files = [file('assets/a.js', 500 * KB + 1), file('assets/a.js.map'), file('.env'), file('assets/.keep')];
  expect(packageFaults({ zipped: 2 * KB * KB + 1, files })).toEqual([
    'the package is 2049 KB zipped, more than 2048',
    'assets/a.js is 501 KB, more than 500',
    'assets/a.js.map is not for phones',
    '.env is not for phones',
    'assets/.keep is not for phones',
  ]);
});
