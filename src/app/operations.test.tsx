// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { operationTable, type OperationId } from '@dvc/contract';
import { buildHouse, eventually, installFakeZalo, type House } from '../../tests/support/app-house';
import { problem } from '../../tests/support/fake-server';
import { moduleTable } from './module-table';
import screensDoc from '../../docs/screens.md?raw';

const zalo = installFakeZalo();
let house: House;

afterEach(() => house.close());

/** Operations by path, as docs/screens.md lists them. */
const listed = new Map(
  screensDoc
    .split('\n')
    .filter((line) => line.startsWith('| `/'))
    .map((line) => [/`([^`]+)`/.exec(line)?.[1] ?? '', [...line.matchAll(/`(\w+)` [012s]/g)].map((found) => found[1])]),
);

const patterns = Object.entries(operationTable).map(([id, { method, path }]) => ({
  id: id as OperationId,
  pattern: new RegExp(`^${method.toUpperCase()} ${path.replaceAll('.', '[.]').replace(/\{\w+\}/g, '[^/?]+')}([?].*)?$`),
}));

function operationOf(asked: string): OperationId {
  const found = patterns.find(({ pattern }) => pattern.test(asked));
  if (found === undefined) throw new Error(`${asked} is no operation of the contract`);
  return found.id;
}

const given: Record<string, string> = {
  topic: 'health',
  code: '1.001193',
  procedureCode: '1.001193',
  id: 'a-dossier',
  slug: 'a-dossier',
  dossierId: 'a-dossier',
  documentId: 'a-dossier',
};
const reads = Object.values(operationTable)
  .filter(({ method, tag }) => method === 'get' && tag !== 'session')
  .map(({ path }) => `GET ${path.replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? 'a-dossier')}`);
const cases = moduleTable
  .flatMap((module) => module.screens)
  .flatMap(({ path, level }) =>
    ([0, 1, 2] as const).filter((person) => person >= level).map((person) => ({ path, person })),
  )
  .map(({ path: { pattern }, person }) => ({
    pattern,
    person,
    path: pattern.replace(/:(\w+)/g, (_, name: string) => given[name] ?? 'a-dossier'),
  }));

describe('what a screen asks of the server when it is opened', () => {
  test.each(cases)('$pattern by somebody at $person', async ({ pattern, path, person }) => {
    house = buildHouse(zalo, person);
    // An answer that is not worth repeating: nothing of one test is still under way in the next.
    for (const read of reads) house.server.on(read, problem(404, 'not-found'));
    house.open(path);
    await eventually(() => expect(screen.getByRole('heading', { level: 1 })).not.toBeEmptyDOMElement());
    const wanted = listed.get(pattern) ?? [];
    const expected = wanted.filter((id) => {
      const { method, access } = operationTable[id as OperationId];
      return method === 'get' && typeof access === 'number' && access <= person;
    });
    if (expected.length > 0) await eventually(() => expect(house.asked()).not.toEqual([]));
    const asked = house.asked().map(operationOf);
    // Never above the person's level, and nothing the generated list does not know.
    expect(asked.filter((id) => Number(operationTable[id].access) > person)).toEqual([]);
    expect(asked.filter((id) => !wanted.includes(id))).toEqual([]);
  });
});
