import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runConformance, type ConformanceOptions, type ConformanceReport } from '@dvc/contract/conformance';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from './support/birth-draft.ts';
import { conformanceStand } from './support/conformance-stand.ts';
import { buildTestServer, type TestServer } from './support/test-server.ts';

type Lie = (answer: { status: number; headers: Record<string, string>; body: string }) => Partial<typeof answer>;

/** Stands before the server and tells lies about some of its answers. */
async function lyingProxy(
  serverUrl: string,
  lies: Readonly<Record<string, Lie>>,
): Promise<{ url: string; server: Server }> {
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '', headers } = incoming;
    const onward = ask(serverUrl + url, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const truth = {
          status: answer.statusCode ?? 0,
          headers: answer.headers as Record<string, string>,
          body: Buffer.concat(chunks).toString(),
        };
        const lie = lies[`${method} ${url.split('?')[0] ?? ''}`];
        const told = { ...truth, ...lie?.(truth) };
        delete told.headers['content-length'];
        delete told.headers['transfer-encoding'];
        outgoing.writeHead(told.status, told.headers).end(told.body);
      });
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

const changed = (body: string, change: (json: Record<string, unknown>) => unknown): string =>
  JSON.stringify(change(JSON.parse(body) as Record<string, unknown>));

const faultsIn = ({ outcomes }: ConformanceReport): string[] =>
  outcomes
    .filter(({ state }) => state === 'fault')
    .flatMap(({ operation, check, said }) => said.map((text) => `${operation} (${check}): ${text}`));

describe('the conformance suite, over HTTP', () => {
  let server: TestServer;
  let options: ConformanceOptions;

  beforeAll(async () => {
    server = await buildTestServer({ env: { SAMPLE_DATA: 'on' } });
    server.deps.jobs.start();
    const baseUrl = await listen(server);
    const given = await conformanceStand({ serverUrl: baseUrl, emulatorUrl: server.emulator.url });
    options = { baseUrl, ...given, writes: true };
  }, 120_000);
  afterAll(async () => {
    await server.deps.jobs.stop();
    await server.close();
  });

  test('finds what a lying server was made to say, and only that', async () => {
    const lies: Record<string, Lie> = {
      'GET /healthz': () => ({ status: 202 }),
      'GET /procedures': ({ body }) => ({ body: changed(body, ({ items }) => ({ items })) }),
      'GET /session': ({ status, body }) =>
        status === 200 ? { body: changed(body, (session) => ({ ...session, level: '2' })) } : {},
      'GET /dossiers': ({ status }) => (status === 403 ? { status: 200, body: '{"items":[],"next":null}' } : {}),
      'GET /headlines': ({ headers }) => ({ headers: { ...headers, 'access-control-allow-origin': '*' } }),
      'GET /question-fields': ({ headers }) => ({ headers: { ...headers, 'content-type': 'text/html' } }),
    };
    const proxy = await lyingProxy(options.baseUrl, lies);
    const only = [
      ...['readHealth', 'listProcedures', 'readSession', 'listDossiers', 'readHeadlines'],
      ...['listQuestionFields', 'listPayments', 'listReportCategories'],
    ];
    const report = await runConformance({ ...options, baseUrl: proxy.url, only, writes: false });
    proxy.server.close();
    expect(faultsIn(report).sort()).toEqual([
      'listDossiers (level): level 0: 200, not 403',
      'listDossiers (level): level 1: 200, not 403',
      "listProcedures (answer): 200: the body must have required property 'lifeEvents'",
      'listQuestionFields (answer): 200 is text/html, not application/json',
      'readHeadlines (cors): asked from https://h5.zdn.vn, allowed is *',
      'readHealth (answer): 202 is not in the contract',
      'readSession (answer): 200: /level must be equal to one of the allowed values',
      'readSession (answer): 200: /level must be integer',
    ]);
  });

  test('what cannot be asked is counted as not run, never as something that holds', async () => {
    const report = await runConformance({
      ...{ baseUrl: options.baseUrl, tokens: {}, integrationKeys: [], fixtures: {} },
      ...{ writes: false, only: ['listDossiers', 'listDeadLetters', 'startDraft'] },
    });
    const of = (operation: string) =>
      report.outcomes.find((one) => one.operation === operation && one.check === 'answer');
    expect(of('listDossiers')).toMatchObject({
      state: 'not-run',
      said: ['needs a session of level 2 (CITIZEN_TOKEN)'],
    });
    expect(of('listDeadLetters')?.said[0]).toContain('dossiers:read');
    expect(of('startDraft')).toMatchObject({ state: 'not-run' });
    expect(report.faults).toBe(0);
  });

  // Refusals and origins of every operation have tests of their own (levels.test.ts, http-server.test.ts).
  test('our own server answers as the contract says', { timeout: 120_000 }, async () => {
    const report = await runConformance({ ...options, parts: ['answers'] });
    expect(faultsIn(report)).toEqual([]);
    const answered = report.outcomes.filter(({ check, state }) => check === 'answer' && state === 'holds');
    // What is not run needs things no stand has.
    expect(answered.length).toBeGreaterThan(170);
  });
});
