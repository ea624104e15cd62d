import { randomUUID } from 'node:crypto';
import { addDays, addWorkingDays, buildCalendar, type DossierState, type Schemas } from '@dvc/contract';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citizenPhone, listen, readyDraft, submitDraft } from '../../../test/support/birth-draft.ts';
import { textOfPaper } from '../../../test/support/read-paper.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';
import { keepApologising } from './apologies.ts';
import { readSurroundings } from './rule-context.ts';

type Dossier = Schemas['Dossier'];
const holidays = new URL('../../../../provinces/tay-ninh/holidays.json', import.meta.url);
const calendar = buildCalendar(JSON.parse(readFileSync(holidays, 'utf8')));

describe.each(databaseKinds)('letters of apology on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let work: () => Promise<void>;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100' } });
    url = await listen(server);
    const jobs = { ...server.deps.jobs, every: (_: string, __: number, run: () => Promise<void>) => (work = run) };
    keepApologising({ ...server.deps, jobs }, await readSurroundings(server.deps.province, server.clock));
  });
  afterAll(() => server.close());

  /** Eight in the morning in Việt Nam. */
  const onDay = (day: string) => server.clock.set(new Date(`${day}T01:00:00Z`));
  const anh = () => citizenPhone(server, 'anh');

  async function move(code: string, to: DossierState) {
    server.clock.advance(1000);
    const { statusCode } = await server.app.inject({
      method: 'POST',
      url: `/integration/dossiers/${code}/transitions`,
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}`, 'idempotency-key': randomUUID() },
      payload: { to, by: 'Phường Tân Ninh', note: 'Thiếu giấy.' },
    });
    expect(statusCode).toBe(200);
  }
  const read = async (id: string) => (await (await anh()).call<Dossier>('GET', `/dossiers/${id}`)).body;

  /** One that was accepted, and the day promised for it. */
  async function promised() {
    const phone = await anh();
    const { submission } = await readyDraft(server, url, phone);
    const { code, dossierId } = (await submitDraft(phone, submission)).body;
    await move(code, 'accepted');
    await server.deps.db.query('update dossiers set due_date = $2 where id = $1', [
      dossierId,
      addWorkingDays(server.clock.now().toISOString().slice(0, 10), 2, calendar),
    ]);
    const { dueDate } = await read(dossierId);
    return { code, id: dossierId, due: dueDate ?? '' };
  }
  const after = (day: string, n = 1) => addWorkingDays(day, n, calendar);

  test('none on the promised day; late: one, though two processes write it; told, and opened as a PDF', async () => {
    const { code, id, due } = await promised();
    onDay(due);
    await work();
    expect((await read(id)).apologies).toEqual([]);
    onDay(after(due, 2));
    await Promise.all([work(), work()]);
    await work();
    const { apologies } = await read(id);
    expect(apologies).toEqual([
      { at: server.clock.now().toISOString(), promisedDate: due, documentId: expect.any(String) as string },
    ]);
    const path = `/giay-to/${apologies[0]!.documentId}`;
    const phone = await anh();
    const { body: inbox } = await phone.call<{ items: Schemas['Notification'][] }>('GET', '/notifications');
    const told = inbox.items.filter((notice) => notice.path === path);
    expect(told.map(({ title }) => title)).toEqual([expect.stringContaining('chúng tôi trễ hẹn với bạn')]);
    const wallet = (await phone.call<{ items: Schemas['DocumentSummary'][] }>('GET', '/wallet/documents')).body.items;
    expect(wallet.filter(({ kind: is, dossierId }) => is === 'apology' && dossierId === id)).toHaveLength(1);
    const opening = await phone.call<{ url: string }>('POST', `/wallet/documents/${path.slice(9)}/openings`);
    const { rawPayload } = await server.app.inject({ url: new URL(opening.body.url).pathname });
    const letter = textOfPaper(rawPayload);
    for (const said of [
      'Chúng tôi trễ hẹn với bạn',
      code,
      'UBND',
      '2 ngày làm việc',
      due.split('-').reverse().join('/'),
    ]) {
      expect(letter.replace('Ủy ban nhân dân', 'UBND')).toContain(said);
    }
    expect(letter).toContain(server.deps.province.contact.hotline);
    const binh = await citizenPhone(server, 'binh');
    expect((await binh.call('GET', `/wallet/documents/${path.slice(9)}`)).status).toBe(404);
  });

  test('while the clock stands none; a new promise that is broken, too, gives another; a longer delay does not', async () => {
    const { code, id, due } = await promised();
    await move(code, 'supplementRequired');
    onDay(after(due, 3));
    await work();
    expect((await read(id)).apologies).toEqual([]);
    await move(code, 'processing');
    const next = (await read(id)).dueDate ?? '';
    expect(next > due).toBe(true);
    onDay(after(next));
    await work();
    // Late already when it stood: the day that comes of it lies in the past and promises nothing.
    await move(code, 'suspended');
    onDay(after(next, 3));
    await move(code, 'processing');
    await work();
    expect((await read(id)).apologies.map(({ promisedDate }) => promisedDate)).toEqual([next]);
    // Paused for longer than it was late.
    const later = after(next, 10);
    await server.deps.db.query('update dossiers set due_date = $2 where id = $1', [id, later]);
    onDay(after(later));
    await work();
    expect((await read(id)).apologies.map(({ promisedDate }) => promisedDate)).toEqual([next, later]);
  });

  test('not on a day on which nobody works; what is done is not excused', async () => {
    const { code, id, due } = await promised();
    const done = await promised();
    await move(done.code, 'completed');
    let sunday = addDays(due, 1);
    while (new Date(`${sunday}T12:00:00Z`).getUTCDay() !== 0) sunday = addDays(sunday, 1);
    onDay(sunday);
    await work();
    expect((await read(id)).apologies).toEqual([]);
    onDay(after(sunday));
    await work();
    expect((await read(id)).apologies).toHaveLength(1);
    expect((await read(done.id)).apologies).toEqual([]);
    expect(code).not.toBe(done.code);
  });
});
