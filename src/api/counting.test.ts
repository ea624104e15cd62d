import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installFakeServer, problem, type FakeServer } from '../../tests/support/fake-server';
import type { countStep as Count } from './counting';

let server: FakeServer;
let countStep: typeof Count;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  server = installFakeServer();
  server.on('POST /number-counts', () => new Response(null, { status: 204 }));
  ({ countStep } = await import('./counting'));
  // What comes late on a phone is here already: with a false clock nobody would wait for it.
  await import('./exchange');
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const bodies = () => server.asked.map(({ body }) => body as { batch: string; counts: unknown[] });

test('steps are gathered and sent once, later, without a token or anything of the person', async () => {
  countStep('opened');
  countStep('fill', '1.001193');
  countStep('fill', '1.001193');
  await pass(29_000);
  expect(server.asked).toEqual([]);
  await pass(2_000);
  expect(bodies()).toEqual([
    {
      batch: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      counts: [
        { step: 'opened', times: 1 },
        { step: 'fill', procedureCode: '1.001193', times: 2 },
      ],
    },
  ]);
  expect(server.asked[0]?.headers.get('authorization')).toBeNull();
  await pass(600_000);
  expect(server.asked).toHaveLength(1);
});

test('a batch whose answer was lost goes again as the same batch; what came since goes in another', async () => {
  server.on('POST /number-counts', new TypeError('reset'));
  countStep('opened');
  await pass(31_000);
  countStep('check', '1.001193');
  server.on('POST /number-counts', () => new Response(null, { status: 204 }));
  await pass(120_000);
  const [first, again, other] = bodies();
  expect(again).toEqual(first);
  expect(other?.batch).not.toBe(first?.batch);
  expect(other?.counts).toEqual([{ step: 'check', procedureCode: '1.001193', times: 1 }]);
  expect(server.asked).toHaveLength(3);
});

test('without a network for long it is let go; a refusal is, too', async () => {
  server.on('POST /number-counts', new TypeError('no network'));
  countStep('opened');
  await pass(3_600_000);
  const tries = server.asked.length;
  expect(tries).toBeLessThan(25);
  server.on('POST /number-counts', problem(422, 'invalid'));
  countStep('opened');
  await pass(3_600_000);
  expect(server.asked).toHaveLength(tries + 1);
});

test('whoever saves data is not counted', async () => {
  const { setPreferences } = await import('#config');
  setPreferences({ dataSaving: true });
  countStep('opened');
  await pass(60_000);
  expect(server.asked).toEqual([]);
});
