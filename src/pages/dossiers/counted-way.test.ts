import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installFakeServer, type FakeServer } from '../../../tests/support/fake-server';
import { useCountedWay } from './counted-way';
import type { Step } from './steps';

let server: FakeServer;
beforeEach(() => {
  vi.useFakeTimers();
  server = installFakeServer();
  server.on('POST /number-counts', () => new Response(null, { status: 204 }));
});
afterEach(() => vi.useRealTimers());

type Standing = [kind: Step['kind'], isSent?: boolean];

/** Goes from step to step. @returns what was counted by then. */
async function walk([first, ...rest]: [Standing, ...Standing[]]): Promise<string[]> {
  const { rerender, unmount } = renderHook(
    ([kind, isSent = false]: Standing) => useCountedWay('1.001193', kind, isSent),
    { initialProps: first },
  );
  for (const standing of rest) rerender(standing);
  unmount();
  await vi.advanceTimersByTimeAsync(31_000);
  const bodies = server.asked.map(({ body }) => body as { counts: { step: string; times: number }[] });
  return bodies.flatMap(({ counts }) => counts.map(({ step, times }) => `${step} ${String(times)}`));
}

test('each step once, though somebody goes back to mend a page', async () => {
  const way: [Standing, ...Standing[]] = [['page'], ['page'], ['papers'], ['review'], ['page'], ['papers'], ['review']];
  expect(await walk([...way, ['review', true]])).toEqual(['papers 1', 'review 1', 'sent 1']);
});

test('a draft opened again where it was left counts nothing until it goes on', async () => {
  expect(await walk([['review'], ['review']])).toEqual([]);
  expect(await walk([['papers'], ['review']])).toEqual(['review 1']);
});

test('a dossier that another phone sent is counted there', async () => {
  expect(await walk([['page'], ['page', true]])).toEqual([]);
});
