import { randomUUID } from 'node:crypto';
import type { OperationId, Problem } from '@dvc/contract';
import { operationTable } from '@dvc/contract';
import { contractOperations } from '@dvc/contract/conformance';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listsOfPeople } from '../src/core/list-readings.ts';
import { settleEverybody } from './support/everybody.ts';
import { operationSamples, type Belongings, type Sample } from './support/operation-samples.ts';
import { assertSafeHeaders } from './support/safe-headers.ts';
import { recordQueries, wholeTableReads } from './support/query-plans.ts';
import { databaseKinds } from './support/test-database.ts';
import type { Answer, TestPhone } from './support/test-phone.ts';
import { buildTestServer, type TestServer } from './support/test-server.ts';

const operations = Object.keys(operationTable) as OperationId[];
const accessOf = (id: OperationId) => operationTable[id].access;
const withAccess = (...access: (0 | 1 | 2 | 'session' | 'integration')[]) =>
  operations.filter((id) => access.includes(accessOf(id)));
/** The same kind of things, but nobody ever had them. */
const neverWas = (of: Belongings): Belongings => ({
  ...of,
  draft: { ...of.draft, id: randomUUID() },
  fileId: randomUUID(),
  dossierId: randomUUID(),
  notificationId: randomUUID(),
  delegationId: randomUUID(),
  storeId: randomUUID(),
  studentId: randomUUID(),
  billId: randomUUID(),
  orderId: randomUUID(),
  questionId: randomUUID(),
  questionFile: { id: randomUUID(), questionCode: 'HD-99999999' },
  appointment: { ...of.appointment, id: randomUUID() },
  exportId: randomUUID(),
  shareId: randomUUID(),
  report: { id: randomUUID(), code: 'PA-991231-0001', fileId: randomUUID() },
});

const placeholder = {
  phone: { zaloToken: () => '', phoneToken: () => '', locationToken: () => '' },
  draft: { id: '', rev: 1 },
  appointment: {},
  questionFile: { id: '', questionCode: '' },
  report: { id: '', code: '', fileId: '' },
  publicReport: { id: '', code: '', fileId: '' },
} as unknown as Belongings;
/** What an office reads that is nobody's, or of which it hears neither name nor word (helpWithDraft, listDossierMessages: noted by itself). */
const ofNobody: readonly OperationId[] = [
  ...(['readMetrics', 'readLedger', 'listArticlesForOffice', 'readArticleForOffice'] as const),
  ...(['helpWithDraft', 'listDossierMessages'] as const),
];
const namesBelongings = operations.filter((id) => operationSamples[id](placeholder).owned);

/** The level test: every operation × everybody who might call it. */
describe.each(databaseKinds)('who may do what on %s', (kind) => {
  let server: TestServer;
  let asked: ReturnType<typeof recordQueries>;
  let owner: TestPhone;
  let of: Belongings;
  /** Everybody but the owner. */
  let nobody: TestPhone;
  let unknown: TestPhone;
  let expired: TestPhone;
  let visitor: TestPhone;
  let contact: TestPhone;
  let stranger: TestPhone;
  let office: TestPhone;
  let narrow: TestPhone;

  beforeAll(async () => {
    // What is sampled of stores is a sample's.
    server = await buildTestServer({
      kind,
      as: 'app',
      env: { RATE_LIMIT_FACTOR: '100', SAMPLE_DATA: 'on', EMBEDDED_IN: '' },
    });
    asked = recordQueries(server.deps.db);
    const all = await settleEverybody(server);
    ({ owner, nobody, unknown, expired, visitor, contact, stranger, office, narrow, of } = all);
  });
  afterAll(() => server.close());

  const ask = async (phone: TestPhone, id: OperationId, sample: Sample = operationSamples[id](of)) => {
    const answer = await phone.call(operationTable[id].method.toUpperCase() as 'GET', sample.url, {
      ...(sample.body ? { body: sample.body } : {}),
      ...(sample.headers ? { headers: sample.headers } : {}),
    });
    assertSafeHeaders(id, answer);
    return answer;
  };
  // HEAD answers have no body, so there only the status speaks.
  const said = (id: OperationId, { status, body }: Answer<Problem>) =>
    operationTable[id].method === 'head' ? [status] : [status, body.code];
  const refusal = (id: OperationId, status: number, code: string) =>
    operationTable[id].method === 'head' ? [status] : [status, code];

  describe.each(withAccess('session', 1, 2))('%s', (id) => {
    test('without a token, with an unknown one, with one that is over: 401', async () => {
      expect(said(id, await ask(nobody, id))).toEqual(refusal(id, 401, 'session-missing'));
      expect(said(id, await ask(unknown, id))).toEqual(refusal(id, 401, 'session-expired'));
      expect(said(id, await ask(expired, id))).toEqual(refusal(id, 401, 'session-expired'));
      expect(said(id, await ask(office, id))).toEqual(refusal(id, 401, 'session-expired'));
    });

    test('without a token nothing is read of what was sent', async () => {
      const { url, headers } = operationSamples[id](of);
      const response = await server.app.inject({
        method: operationTable[id].method.toUpperCase() as 'POST',
        url,
        headers: { ...headers, 'content-type': 'application/json' },
        payload: '{"broken',
      });
      expect(response.statusCode).toBe(401);
    });
  });

  test.each(withAccess(1))('%s: a visitor is told that level 1 would do', async (id) => {
    const answer = await ask(visitor, id);
    expect(said(id, answer)).toEqual(refusal(id, 403, 'level-too-low'));
    expect(answer.body.level).toBe(1);
    expect([401, 403]).not.toContain((await ask(contact, id)).status);
    if (operationSamples[id](of).destroys) contact = await (await server.phone('gam').open()).giveContact();
  });

  test.each(withAccess(2))('%s: below level 2 it is told that level 2 would do', async (id) => {
    for (const phone of [visitor, contact]) {
      const answer = await ask(phone, id);
      expect(said(id, answer)).toEqual(refusal(id, 403, 'level-too-low'));
      if (operationTable[id].method !== 'head') expect(answer.body.level).toBe(2);
    }
  });

  test.each(withAccess('integration'))('%s: only a system with the scope', async (id) => {
    expect(said(id, await ask(nobody, id))).toEqual(refusal(id, 401, 'session-missing'));
    expect(said(id, await ask(owner, id))).toEqual(refusal(id, 401, 'session-expired'));
    expect(said(id, await ask(narrow, id))).toEqual(refusal(id, 403, 'forbidden'));
    expect([200, 204]).toContain((await ask(office, id)).status);
  });

  test('whatever an office reads of citizens is written down: a thing with its purpose, a list in one row', async () => {
    const reads = contractOperations.filter(({ access, method }) => access === 'integration' && method === 'get');
    const withPurpose = reads.filter(({ parameters }) => parameters.some(({ name }) => name === 'purpose'));
    const noted = [...withPurpose.map(({ id }) => id), ...listsOfPeople, ...ofNobody];
    expect(reads.map(({ id }) => id).sort()).toEqual(noted.sort());
    const { rows } = await server.deps.db.query<{ system: string; list: string; asked: string; shown: number }>(
      'select system, list, asked, shown from list_readings where at >= $1 order by at',
      [new Date(0)],
    );
    const read = rows.filter(({ system }) => system === 'test');
    expect(new Set(read.map(({ list }) => list))).toEqual(listsOfPeople);
    expect(read.filter(({ list }) => list === 'listDossiersForOffice')).toMatchObject([
      { asked: '{"limit":20}', shown: 1 },
    ]);
    const { rows: messages } = await server.deps.db.query(
      `select purpose from dossier_reads where dossier_id = $1 and purpose = 'Xem tin đã báo'`,
      [of.dossierId],
    );
    expect(messages).toHaveLength(1);
  });

  test.each(withAccess(0))('%s: open to everybody, whatever token they bring', async (id) => {
    for (const phone of [nobody, unknown, expired, visitor, contact, stranger, office]) {
      expect([401, 403, 404, 500]).not.toContain((await ask(phone, id)).status);
    }
  });

  describe('another person’s things', () => {
    test.each(namesBelongings)('%s: to others they do not exist', async (id) => {
      const theirs = await ask(stranger, id, operationSamples[id]({ ...of, phone: stranger }));
      expect(said(id, theirs)).toEqual(refusal(id, 404, 'not-found'));
    });

    // The id of a draft or a store is chosen by whoever starts it, so an unknown one is simply begun.
    test.each(namesBelongings.filter((id) => id !== 'startDraft' && id !== 'startStoreRegistration'))(
      '%s: nor can they be told from what never was',
      async (id) => {
        const theirs = await ask(stranger, id, operationSamples[id]({ ...of, phone: stranger }));
        const none = await ask(stranger, id, operationSamples[id](neverWas({ ...of, phone: stranger })));
        const comparable = ({ status, text, headers }: Answer<Problem>) => ({
          status,
          text: text.replace(/"requestId":"[^"]+"/, ''),
          headers: { ...headers, 'x-request-id': '', date: '' },
        });
        expect(comparable(theirs)).toEqual(comparable(none));
      },
    );

    test('lists show only one’s own', async () => {
      for (const id of [
        'listDrafts',
        'listDossiers',
        'listNotifications',
        'listStoreRegistrations',
        'listMyQuestions',
        'listAppointments',
        'listMyReports',
      ] as const) {
        const answer = await ask(stranger, id);
        expect(answer.body).toMatchObject({ items: [] });
      }
    });
  });

  test('the owner finds everything as it was, and is let in everywhere', async () => {
    const when = (id: OperationId) => operationSamples[id](of).destroys ?? 0;
    const order = withAccess('session', 1, 2).sort((a, b) => when(a) - when(b));
    const kept: OperationId[] = [];
    for (const id of order) {
      // One of them ends what the next needs.
      if (when(id) === 4) await (await owner.open()).giveContact();
      const { status } = await ask(owner, id);
      if ([401, 403, 404, 500].includes(status)) kept.push(id);
    }
    expect(kept).toEqual([]);
  });

  test('whatever was asked of the database on the way, it finds by an index', async () => {
    server.deps.jobs.start();
    // Periodic work too; whoever runs it moves its next time forward first.
    await expect.poll(async () => (await server.deps.jobs.drain()) === 0).toBe(true);
    await server.deps.jobs.stop();
    expect(asked.size).toBeGreaterThan(80);
    expect(await wholeTableReads(server.deps.db, asked)).toEqual([]);
  });
});
