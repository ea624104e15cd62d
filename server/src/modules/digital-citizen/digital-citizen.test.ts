import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { days } from '#core/clock';
import { ask, asOffice, bookFirstFree } from '../../../test/support/ask-and-book.ts';
import { citizenPhone, listen, readyDraft, submitDraft } from '../../../test/support/birth-draft.ts';
import { potholeReport, reportDesk, sendReport } from '../../../test/support/field-report.ts';
import { bill, billsFor, payFor } from '../../../test/support/payments.ts';
import { sentStore, startStore } from '../../../test/support/store-registration.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

const NONE = { all: 0, waiting: 0 };

describe.each(databaseKinds)('what one person has, on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;
  let binh: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100' } });
    url = await listen(server);
    anh = await citizenPhone(server, 'anh');
    binh = await citizenPhone(server, 'binh');
  });
  afterAll(() => server.close());

  const things = async (phone: TestPhone) => (await phone.call<Schemas['MyThings']>('GET', '/my-things')).body;
  const dossiers = async (phone: TestPhone) =>
    (await phone.call<Schemas['MyDossiers']>('GET', '/my-things/dossiers')).body;

  test('who has done nothing has nothing', async () => {
    expect(await things(anh)).toEqual({
      reports: NONE,
      questions: NONE,
      appointments: NONE,
      stores: NONE,
      payments: NONE,
    });
    expect(await dossiers(anh)).toEqual({ dossiers: NONE, drafts: NONE });
  });

  test('what was sent counts; what waits for the person counts twice over', async () => {
    await ask(anh);
    const { about } = (await ask(anh)).body;
    const back = await asOffice(server, 'POST', `/questions/${about.code}/clarification-request`, {
      by: 'Sở Tư pháp',
      text: 'Bạn ở phường nào?',
    });
    expect(back.status).toBe(200);
    await bookFirstFree(anh);
    await startStore(anh);
    await sentStore(anh);
    const { code } = (await sendReport(anh, potholeReport())).body;
    await sendReport(anh, potholeReport());
    const asked = await reportDesk(server).move(code, 'clarifying', 'Ở đoạn nào của đường?');
    expect(asked.status).toBe(200);
    const bills = await billsFor(server, anh, [bill()]);
    await payFor(
      anh,
      bills.map(({ id }) => id),
    );
    expect(await things(anh)).toEqual({
      reports: { all: 2, waiting: 1 },
      questions: { all: 2, waiting: 1 },
      appointments: { all: 1, waiting: 1 },
      stores: { all: 2, waiting: 1 },
      payments: { all: 1, waiting: 1 },
    });
  });

  test('an appointment that is over and an order nobody paid in time wait no more; both are still there', async () => {
    server.clock.advance(days(30));
    await anh.open();
    const { appointments, payments } = await things(anh);
    expect([appointments, payments]).toEqual([
      { all: 1, waiting: 0 },
      { all: 1, waiting: 0 },
    ]);
  });

  test('a draft waits until it is sent; then it is a dossier', async () => {
    const { submission } = await readyDraft(server, url, anh);
    expect(await dossiers(anh)).toEqual({ dossiers: NONE, drafts: { all: 1, waiting: 1 } });
    await submitDraft(anh, submission);
    expect(await dossiers(anh)).toEqual({ dossiers: { all: 1, waiting: 0 }, drafts: NONE });
  });

  test('nothing of it is anybody else’s', async () => {
    await binh.open();
    expect((await things(binh)).questions).toEqual(NONE);
    expect(await dossiers(binh)).toEqual({ dossiers: NONE, drafts: NONE });
  });
});
