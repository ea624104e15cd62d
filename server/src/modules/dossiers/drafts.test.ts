import { randomUUID } from 'node:crypto';
import type { Problem, Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { days, minutes } from '#core/clock';
import {
  BIRTH,
  birthAnswers,
  citizenPhone,
  listen,
  readyDraft,
  saveDraft,
  sendPaper,
  startDraft,
  submitDraft,
} from '../../../test/support/birth-draft.ts';
import { pdf } from '../../../test/support/sample-papers.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

type Draft = Schemas['Draft'];

describe.each(databaseKinds)('drafts on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;
  let binh: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind });
    url = await listen(server);
    anh = await citizenPhone(server, 'anh');
    binh = await citizenPhone(server, 'binh');
  });
  afterAll(() => server.close());

  const read = (phone: TestPhone, id: string) => phone.call<Draft & Problem>('GET', `/drafts/${id}`);

  test('begin with what the person has verified', async () => {
    const draft = await startDraft(anh);
    expect(draft).toMatchObject({ procedureCode: BIRTH, procedureName: 'Làm giấy khai sinh', rev: 1, files: [] });
    expect(draft.answers).toMatchObject({
      requesterName: 'Nguyễn Thị Ánh',
      requesterId: '072188000001',
      requesterPhone: '0900000001',
      childNationality: 'VN',
    });
    expect(draft.answers['requesterAddress']).toMatchObject({ commune: '' });
    expect(draft.prefilled).toEqual(['requesterName', 'requesterId', 'requesterPhone', 'requesterAddress']);
    const kept = new Date(draft.expiresAt).getTime() - new Date(draft.savedAt).getTime();
    expect(kept).toBe(days(60));
  });

  test('are begun once for an id, also fifty times at once', async () => {
    const id = randomUUID();
    const drafts = await Promise.all(Array.from({ length: 50 }, () => startDraft(anh, id)));
    expect(new Set(drafts.map((draft) => JSON.stringify(draft))).size).toBe(1);
    const { body } = await anh.call<{ items: Schemas['DraftSummary'][] }>('GET', '/drafts');
    expect(body.items.filter((draft) => draft.id === id)).toHaveLength(1);
    server.clock.advance(minutes(11));
    anh = await citizenPhone(server, 'anh');
    binh = await citizenPhone(server, 'binh');
  });

  test('keep what is not valid yet, and one revision more with each save', async () => {
    const draft = await startDraft(anh);
    const typed = { requesterName: '??', childDob: '2026--', stranger: ['x'], witnesses: [{}, { witnessName: '' }] };
    const { body } = await anh.call<Draft>('PUT', `/drafts/${draft.id}`, {
      body: { rev: 1, formVersion: draft.formVersion, answers: typed, oldAnswers: [], page: 'be' },
    });
    expect(body).toMatchObject({ rev: 2, answers: typed, page: 'be' });
    expect((await read(anh, draft.id)).body).toEqual(body);
  });

  test('saved meanwhile elsewhere: 409 with the server’s copy, and nothing is overwritten', async () => {
    const draft = await startDraft(anh);
    const first = await saveDraft(anh, draft, { childName: 'An' });
    const second = await saveDraft(anh, draft, { childName: 'Bình' });
    expect([second.status, (second.body as unknown as Problem).code]).toEqual([409, 'draft-conflict']);
    expect((second.body as unknown as Problem).draft).toEqual(first.body);
    expect((await read(anh, draft.id)).body.answers).toEqual({ childName: 'An' });
  });

  test('the same save twice is one save: its answer was lost', async () => {
    const draft = await startDraft(anh);
    const first = await saveDraft(anh, draft, { childName: 'An' });
    const second = await saveDraft(anh, draft, { childName: 'An' });
    expect([second.status, second.body]).toEqual([200, first.body]);
  });

  test('of thirty saves at once on one revision exactly one holds', async () => {
    const draft = await startDraft(anh);
    const saves = await Promise.all(
      Array.from({ length: 30 }, (_, n) => saveDraft(anh, draft, { childName: `An ${n}` })),
    );
    expect(saves.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await read(anh, draft.id)).body.rev).toBe(2);
  });

  test('are nobody else’s: reading, saving, deleting, beginning with the same id', async () => {
    const draft = await startDraft(anh);
    const answers = await Promise.all([
      read(binh, draft.id),
      saveDraft(binh, draft, {}),
      binh.call('DELETE', `/drafts/${draft.id}`),
      binh.call('POST', '/drafts', { body: { id: draft.id, procedureCode: BIRTH } }),
      read(binh, randomUUID()),
    ]);
    const [told, ...others] = answers.map(({ status, body }) => ({ ...(body as Problem), status, requestId: '' }));
    expect(told).toMatchObject({ status: 404, code: 'not-found' });
    for (const other of others) expect(other).toEqual(told);
    expect((await read(anh, draft.id)).body.rev).toBe(1);
  });

  test('follow the citizen to another Zalo account, and stay away from the next citizen on the old one', async () => {
    const draft = await startDraft(binh);
    const elsewhere = await (await (await server.phone('dung').open()).giveContact()).link('072061000002');
    expect((await read(elsewhere, draft.id)).status).toBe(200);
    await binh.link('080075000004');
    expect((await read(binh, draft.id)).status).toBe(404);
    await binh.link('072061000002');
    expect((await read(binh, draft.id)).status).toBe(200);
  });

  test('once sent, the receipt follows the citizen too, and is not the next citizen’s on the old account', async () => {
    const { submission } = await readyDraft(server, url, binh);
    const key = randomUUID();
    const first = await submitDraft(binh, submission, key);
    const elsewhere = await (await (await server.phone('dung').open()).giveContact()).link('072061000002');
    expect((await submitDraft(elsewhere, submission, key)).text).toBe(first.text);
    await binh.link('080075000004');
    expect((await submitDraft(binh, submission, key)).status).toBe(404);
    await binh.link('072061000002');
  });

  test('too much is refused and what was there stays', async () => {
    const draft = await startDraft(anh);
    const { status, body } = await saveDraft(anh, draft, { childName: 'x'.repeat(130 * 1024) });
    expect([status, (body as unknown as Problem).code]).toEqual([413, 'too-large']);
    expect((await read(anh, draft.id)).body.rev).toBe(1);
  });

  test('a procedure without a form, or none at all, cannot be begun', async () => {
    const { status } = await anh.call('POST', '/drafts', { body: { id: randomUUID(), procedureCode: '9.999999' } });
    expect(status).toBe(404);
  });

  test('are listed with how far they are', async () => {
    server.clock.advance(1000);
    const draft = await startDraft(anh);
    const start = await anh.call<{ items: Schemas['DraftSummary'][] }>('GET', '/drafts');
    expect(start.body.items[0]).toMatchObject({ id: draft.id, step: 1 });
    await saveDraft(anh, draft, birthAnswers());
    const { body } = await anh.call<{ items: Schemas['DraftSummary'][] }>('GET', '/drafts');
    expect(body.items[0]).toMatchObject({ id: draft.id, page: 'review' });
    expect(body.items[0]?.step).toBe(body.items[0]?.steps);
    expect(body.items[0]?.files).toBe(0);
    await sendPaper(url, anh, { draftId: draft.id, bytes: pdf() });
    const later = await anh.call<{ items: Schemas['DraftSummary'][] }>('GET', '/drafts');
    expect(later.body.items[0]).toMatchObject({ id: draft.id, files: 1 });
  });

  test('deleting takes the files along, and their bytes', async () => {
    const draft = await startDraft(anh);
    await sendPaper(url, anh, { draftId: draft.id, bytes: pdf() });
    await server.deps.jobs.drain();
    const { rows } = await server.deps.db.query<{ store_key: string }>(
      'select store_key from files where draft_id = $1',
      [draft.id],
    );
    const key = rows[0]?.store_key ?? '';
    (await server.deps.files.read(key)).destroy();
    expect((await anh.call('DELETE', `/drafts/${draft.id}`)).status).toBe(204);
    expect((await read(anh, draft.id)).status).toBe(404);
    await server.deps.jobs.drain();
    await expect(server.deps.files.read(key)).rejects.toMatchObject({ code: 'server-busy' });
    expect((await server.deps.db.query('select 1 from files where draft_id = $1', [draft.id])).count).toBe(0);
  });

  /** Waits until the hourly work of drafts has been done at the clock's present time. */
  const hourPassed = async (name: string) => {
    server.deps.jobs.start();
    await expect
      .poll(
        async () => {
          const due = [name, server.clock.now()];
          const sql = 'select 1 from schedules where name = $1 and next_at > $2';
          return (await server.deps.db.query(sql, due)).count;
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    // Claimed first, done then: stopping waits for it.
    await server.deps.jobs.stop();
  };

  test('a week before they go their owner is told, once; a save puts it off', async () => {
    const told = async () => {
      await hourPassed('warn-of-old-drafts');
      anh = await citizenPhone(server, 'anh');
      const { body } = await anh.call<{ items: Schemas['Notification'][] }>('GET', '/notifications');
      return body.items.filter(({ path }) => path?.includes(`nhap=${draft.id}`));
    };
    const draft = await startDraft(anh);
    server.clock.advance(days(52));
    expect(await told()).toEqual([]);
    server.clock.advance(days(1) + minutes(1));
    expect(await told()).toHaveLength(1);
    server.clock.advance(days(1));
    const [notice, ...others] = await told();
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ title: 'Làm giấy khai sinh: bản nháp sắp hết hạn giữ', topic: 'dossier' });
    await saveDraft(anh, draft);
    server.clock.advance(days(20));
    expect(await told()).toHaveLength(1);
    expect((await read(anh, draft.id)).status).toBe(200);
  });

  test('after sixty days without a save they are gone, and their files', async () => {
    const draft = await startDraft(anh);
    await sendPaper(url, anh, { draftId: draft.id, bytes: pdf() });
    server.clock.advance(days(60));
    anh = await citizenPhone(server, 'anh');
    expect((await read(anh, draft.id)).status).toBe(404);
    await hourPassed('forget-old-drafts');
    for (const table of ['drafts where id', 'files where draft_id']) {
      expect((await server.deps.db.query(`select 1 from ${table} = $1`, [draft.id])).count).toBe(0);
    }
  });
});
