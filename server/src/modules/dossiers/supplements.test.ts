import { randomUUID } from 'node:crypto';
import type { DossierState, Problem, Schemas } from '@dvc/contract';
import { canonicalJson } from '@dvc/contract';
import { compactVerify, importJWK, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { days, hours, minutes } from '#core/clock';
import { citizenPhone, listen, readyDraft, sendPaper, submitDraft } from '../../../test/support/birth-draft.ts';
import { hashOf, pdf } from '../../../test/support/sample-papers.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

type Dossier = Schemas['Dossier'];
type Task = Schemas['SupplementTask'];
type Receipt = Schemas['SupplementReceipt'];

const OFFICE = 'Phường Tân Ninh';
const mother = { kind: 'answer', about: 'motherName', reason: 'Tên ghi chưa đủ chữ đệm.' };
const lease = { kind: 'paper', about: 'giay-chung-sinh', reason: 'Ảnh thiếu mặt sau.' };
const free = { kind: 'answer', about: 'Ai đưa bé đi đăng ký?', reason: 'Để phường gọi lại.' };

describe.each(databaseKinds)('supplements on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100' } });
    server.clock.set(new Date('2026-11-09T02:00:00Z'));
    url = await listen(server);
  });
  afterAll(() => server.close());

  async function send() {
    anh = await citizenPhone(server, 'anh');
    const { submission } = await readyDraft(server, url, anh);
    const { body } = await submitDraft(anh, submission);
    return { ...body, supplementUrl: `/dossiers/${body.dossierId}/supplement` };
  }

  async function office<T = Dossier>(path: string, body?: object, key: string = randomUUID()) {
    server.clock.advance(1000);
    const response = await server.app.inject({
      method: body ? 'POST' : 'GET',
      url: `/integration/dossiers/${path}`,
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}`, 'idempotency-key': key },
      ...(body ? { payload: body } : {}),
    });
    return { status: response.statusCode, text: response.body, body: JSON.parse(response.body) as T };
  }
  const move = (code: string, to: DossierState, note?: string) =>
    office(`${code}/transitions`, { to, by: OFFICE, ...(note ? { note } : {}) });
  const askFor = (code: string, items: object[], more: object = {}, key?: string) =>
    office<{ dossier: Dossier; warning: string | null } & Problem>(
      `${code}/supplement-requests`,
      { by: OFFICE, items, ...more },
      key,
    );

  const task = async (place: string) => (await anh.call<Task>('GET', place)).body;
  const sendIt = (place: string, body: object, key: string = randomUUID()) =>
    anh.call<Receipt & Problem>('POST', place, { body, headers: { 'idempotency-key': key } });

  /** Everything the task asks for, on the server and ready to be sent. */
  async function answered(place: string, answers: Schemas['Answers'] = { motherName: 'Nguyễn Thị Ngọc Ánh' }) {
    const { draft, supplement, form } = await task(place);
    for (const { id } of form.papers as unknown as { id: string }[]) {
      await sendPaper(url, anh, { draftId: draft.id, paperId: id, bytes: pdf({ before: `% ${randomUUID()}\n` }) });
    }
    await server.deps.jobs.drain();
    const saved = await anh.call<Schemas['Draft']>('PUT', place, {
      body: { requestId: draft.id, rev: draft.rev, answers },
    });
    const files = saved.body.files.map(({ id, sha256 }) => ({ id, sha256: sha256 ?? '' }));
    return { supplement, body: { requestId: draft.id, rev: saved.body.rev, files } };
  }

  test('all that is missing comes as one list, is kept while it is written, and goes once', async () => {
    const { code, dossierId, supplementUrl } = await send();
    await move(code, 'accepted');
    const asked = await askFor(code, [lease, mother, free], { answerBy: '2026-11-20' });
    expect([asked.status, asked.body.warning]).toEqual([200, null]);
    expect(asked.body.dossier).toMatchObject({ state: 'supplementRequired', turn: 'citizen', clock: 'stopped' });
    expect(asked.body.dossier.supplements).toMatchObject([
      {
        number: 1,
        state: 'open',
        by: OFFICE,
        answerBy: '2026-11-20',
        items: [
          { kind: 'paper', title: 'Giấy chứng sinh', reason: 'Ảnh thiếu mặt sau.' },
          { kind: 'answer', title: 'Họ, chữ đệm, tên mẹ', reason: 'Tên ghi chưa đủ chữ đệm.' },
          { kind: 'answer', title: 'Ai đưa bé đi đăng ký?' },
        ],
      },
    ]);
    const { body: inbox } = await anh.call<{ items: Schemas['Notification'][] }>('GET', '/notifications');
    expect(inbox.items[0]).toMatchObject({ path: `/ho-so/${dossierId}/bo-sung` });
    expect(inbox.items[0]?.body).toContain('“Giấy chứng sinh”, “Họ, chữ đệm, tên mẹ”, “Ai đưa bé đi đăng ký?”.');

    const { form } = await task(supplementUrl);
    expect(form.pages).toHaveLength(1);
    const { body } = await answered(supplementUrl, { motherName: 'Nguyễn Thị Ngọc Ánh', bs1_3: 'Bà ngoại' });
    expect((await task(supplementUrl)).draft).toMatchObject({ rev: 2, answers: { bs1_3: 'Bà ngoại' } });

    server.clock.advance(minutes(10));
    const key = randomUUID();
    const sent = await sendIt(supplementUrl, body, key);
    expect(sent.status).toBe(201);
    const again = await sendIt(supplementUrl, body, key);
    expect([again.status, again.text]).toEqual([201, sent.text]);

    const { jws, ...signed } = sent.body;
    const { body: keys } = await anh.call<{ keys: JWK[] }>('GET', '/.well-known/jwks.json');
    const { payload } = await compactVerify(jws, await importJWK(keys.keys[0] ?? {}, 'EdDSA'));
    expect(new TextDecoder().decode(payload)).toBe(canonicalJson(signed));
    expect(signed.answersHash).toBe(
      hashOf(Buffer.from(canonicalJson({ motherName: 'Nguyễn Thị Ngọc Ánh', bs1_3: 'Bà ngoại' }))),
    );

    const { body: after } = await anh.call<Dossier>('GET', `/dossiers/${dossierId}`);
    expect(after).toMatchObject({ state: 'processing', clock: 'running', pause: null });
    expect(after.events.map(({ state }) => state)).toEqual([
      'submitted',
      'accepted',
      'supplementRequired',
      'processing',
    ]);
    expect(after.files).toHaveLength(2);
    expect(after.supplements[0]).toMatchObject({ state: 'sent', receipt: sent.body });
    const seen = await office<{ supplements: object[] }>(`${code}?purpose=kiem%20tra`);
    expect(seen.body.supplements).toEqual([
      { number: 1, answers: { motherName: 'Nguyễn Thị Ngọc Ánh', bs1_3: 'Bà ngoại' }, receipt: sent.body },
    ]);
    const late = await anh.call('GET', supplementUrl);
    expect([late.status, late.body.code, late.body.dossierId]).toEqual([409, 'draft-sent', dossierId]);
  });

  test('what is missing or wrong is said in the words of the items; nothing is sent half', async () => {
    const { code, supplementUrl } = await send();
    await askFor(code, [lease, mother]);
    const { draft } = await task(supplementUrl);
    const { status, body } = await sendIt(supplementUrl, { requestId: draft.id, rev: 1, files: [] });
    expect(status).toBe(422);
    expect(body.errors?.map(({ path }) => path)).toEqual(['motherName', 'papers.bs1-1']);
    expect((await task(supplementUrl)).supplement.state).toBe('open');
  });

  test('asked before acceptance, the dossier waits for acceptance again', async () => {
    const { code, dossierId, supplementUrl } = await send();
    await askFor(code, [mother]);
    await sendIt(supplementUrl, (await answered(supplementUrl)).body);
    const { body } = await anh.call<Dossier>('GET', `/dossiers/${dossierId}`);
    expect(body).toMatchObject({ state: 'submitted', turn: 'authority', clock: 'notStarted', dueDate: null });
    expect((await move(code, 'submitted')).status).toBe(409);
    expect((await move(code, 'accepted')).body.dueDate).not.toBeNull();
  });

  test('the pause says since when, what the office has left, and the new day', async () => {
    const { code, dossierId } = await send();
    server.clock.set(new Date('2026-11-09T02:00:00Z'));
    await move(code, 'accepted');
    const since = server.clock.now().getTime() + 1000;
    const asked = await askFor(code, [mother]);
    expect(asked.body.dossier.pause).toEqual({
      since: new Date(since).toISOString(),
      workingDaysLeft: 1,
      dueIfToday: '2026-11-10',
    });
    server.clock.advance(days(4));
    await move(code, 'suspended', 'Chờ xác minh.');
    anh = await citizenPhone(server, 'anh');
    const { body } = await anh.call<Dossier>('GET', `/dossiers/${dossierId}`);
    // From one pause into the next it stands since the first.
    expect(body.pause).toEqual({ since: new Date(since).toISOString(), workingDaysLeft: 1, dueIfToday: '2026-11-16' });
    expect((await move(code, 'processing')).body).toMatchObject({ dueDate: '2026-11-16', pause: null });
  });

  test('a second request warns the officer; its files do not mix with the first', async () => {
    const { code, supplementUrl } = await send();
    await askFor(code, [lease]);
    await sendIt(supplementUrl, (await answered(supplementUrl, {})).body);
    const key = randomUUID();
    const second = await askFor(code, [lease], {}, key);
    expect(second.body.warning).toContain('lần yêu cầu bổ sung thứ 2');
    expect((await askFor(code, [lease], {}, key)).text).toBe(second.text);
    await sendIt(supplementUrl, (await answered(supplementUrl, {})).body);
    const { body } = await office<{ dossier: Dossier }>(`${code}?purpose=kiem%20tra`);
    expect(body.dossier.files.map(({ paperId }) => paperId).sort()).toEqual(['bs1-1', 'bs2-1', 'giay-chung-sinh']);
  });

  test('two phones: the second save is a conflict with the first one’s text; a repeated save is not', async () => {
    const { code, supplementUrl } = await send();
    await askFor(code, [mother]);
    const { draft } = await task(supplementUrl);
    const save = (answers: object) =>
      anh.call('PUT', supplementUrl, { body: { requestId: draft.id, rev: 1, answers } });
    expect((await save({ motherName: 'A' })).status).toBe(200);
    expect((await save({ motherName: 'A' })).status).toBe(200);
    const { status, body } = await save({ motherName: 'B' });
    expect([status, body.code, body.draft?.answers]).toEqual([409, 'draft-conflict', { motherName: 'A' }]);
  });

  test('the office goes on without it: nothing can be sent, unsent files are cleared away', async () => {
    const { code, dossierId, supplementUrl } = await send();
    await askFor(code, [lease]);
    const { body } = await answered(supplementUrl, {});
    await move(code, 'refused', 'Nộp sai nơi.');
    const late = await sendIt(supplementUrl, body);
    expect([late.status, late.body.code]).toEqual([409, 'draft-sent']);
    const { body: dossier } = await anh.call<Dossier>('GET', `/dossiers/${dossierId}`);
    expect(dossier.supplements[0]?.state).toBe('closed');
    server.clock.advance(hours(3));
    server.deps.jobs.start();
    const left = async () => {
      await server.deps.jobs.drain();
      return (await server.deps.db.query('select 1 from files where draft_id = $1', [body.requestId])).count;
    };
    await expect.poll(left, { timeout: 10_000 }).toBe(0);
    await server.deps.jobs.stop();
  });

  test('an office that only writes a sentence gets one list too: a paper or an answer, not nothing', async () => {
    const { code, supplementUrl } = await send();
    await move(code, 'supplementRequired', 'Cho biết bé sinh lúc mấy giờ.');
    const { supplement, draft } = await task(supplementUrl);
    expect(supplement).toMatchObject({
      note: 'Cho biết bé sinh lúc mấy giờ.',
      items: [{ kind: 'paper' }, { kind: 'answer' }],
    });
    const empty = await sendIt(supplementUrl, { requestId: draft.id, rev: 1, files: [] });
    expect(empty.status).toBe(422);
    const saved = await anh.call<Schemas['Draft']>('PUT', supplementUrl, {
      body: { requestId: draft.id, rev: 1, answers: { bs1_2: '6 giờ sáng' } },
    });
    const sent = await sendIt(supplementUrl, { requestId: draft.id, rev: saved.body.rev, files: [] });
    expect(sent.status).toBe(201);
  });

  test('the same thing twice, or a day that has passed, is refused', async () => {
    const { code } = await send();
    expect((await askFor(code, [lease, lease])).status).toBe(422);
    expect((await askFor(code, [lease], { answerBy: '2026-11-01' })).body.errors?.[0]?.path).toBe('answerBy');
  });

  test('another person finds nothing and can send no file to it', async () => {
    const { code, supplementUrl } = await send();
    await askFor(code, [lease]);
    const { draft } = await task(supplementUrl);
    const binh = await citizenPhone(server, 'binh');
    expect((await binh.call('GET', supplementUrl)).status).toBe(404);
    const paper = { draftId: draft.id, paperId: 'bs1-1', bytes: pdf() };
    await expect(sendPaper(url, binh, paper)).rejects.toThrow('404');
  });
});
