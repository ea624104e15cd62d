import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { operationTable } from '../contract/index.ts';
import { operationsInTwo, operationsOfTheApp } from './contract-plugin.ts';
import { readSources } from './operations-reached.ts';

test('the rows of the named operations, with what a phone needs of them', () => {
  const { method, path, access, answer } = operationTable.createSession;
  expect(operationsOfTheApp(new Set(['createSession', 'brand']))).toEqual({
    createSession: { method, path, access, answer },
  });
});

test('in two: what home asks goes with it, nothing is in neither or in both', () => {
  const { now, later } = operationsInTwo();
  expect(Object.keys(now)).toContain('readSession');
  expect(Object.keys(now).length).toBeLessThan(25);
  expect({ ...now, ...later }).toEqual(operationsOfTheApp());
  expect(Object.keys(now).filter((id) => id in later)).toEqual([]);
});

// Reads all sources of the app with the compiler: long on a busy machine.
test('every operation a screen can reach is on the phone; those of the office are not', { timeout: 120_000 }, () => {
  const rows = Object.keys(operationsOfTheApp());
  expect(rows.length).toBeLessThan(Object.keys(operationTable).length);
  const sources = readSources();
  const files = readdirSync('src/pages', { recursive: true, encoding: 'utf8' });
  const screens = files.filter((file) => file.endsWith('-screen.tsx'));
  sources.ofApp('src/main.tsx');
  for (const screen of screens) sources.ofScreen(`src/pages/${screen}`);
  // Files are sent and pictures fetched at addresses that are written out: those need no row.
  expect(sources.asked().size).toBeGreaterThan(50);
  expect([...sources.asked()].filter((id) => !rows.includes(id))).toEqual([]);
});
