import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, askWithFile, asOffice } from '../../../test/support/ask-and-book.ts';
import { listen } from '../../../test/support/birth-draft.ts';
import { questionMetadata, sendQuestionFile } from '../../../test/support/question-file.ts';
import { photo } from '../../../test/support/sample-papers.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

describe.each(databaseKinds)('what is added to a question, on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;
  let gam: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100' } });
    url = await listen(server);
    anh = await (await server.phone('anh').open()).giveContact();
    gam = await (await server.phone('gam').open()).giveContact();
  });
  afterAll(() => server.close());

  const listed = async (phone: TestPhone, questionId: string) =>
    (await phone.call<{ items: Schemas['DraftFile'][] }>('GET', `/question-files?questionId=${questionId}`)).body.items;
  const announce = (phone: TestPhone, questionId: string, bytes: Buffer) =>
    phone.call('POST', '/question-files', {
      headers: {
        'tus-resumable': '1.0.0',
        'upload-length': String(bytes.length),
        'upload-metadata': questionMetadata(questionId, bytes),
      },
    });
  const bytesFor = (code: string, fileId: string) =>
    server.app.inject({
      url: `/integration/questions/${code}/files/${fileId}?purpose=kiem%20tra`,
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}` },
    });

  test('it is checked, goes with the question, the office opens it, and it is never published', async () => {
    const { id: fileId, questionId, questionCode } = await askWithFile(server, url, anh);
    const { body } = await anh.call<Schemas['MyQuestion']>('GET', `/my-questions/${questionId}`);
    expect(body.files).toEqual([expect.objectContaining({ id: fileId, state: 'ready', name: 'giay-bao.jpg' })]);
    const opened = await bytesFor(questionCode, fileId);
    const { body: privacy } = await anh.call<Schemas['Privacy']>('GET', '/privacy');
    expect(privacy.readings).toEqual([
      {
        at: server.clock.now().toISOString(),
        system: 'test',
        purpose: 'kiem tra',
        about: questionCode,
        path: `/hoi-dap/cua-toi?ma=${questionId}`,
      },
    ]);
    expect([opened.statusCode, opened.headers['content-type']]).toEqual([200, 'image/jpeg']);
    await asOffice(server, 'POST', `/questions/${questionCode}/answer`, { outcome: 'answered', by: 'Sở', text: 'Có.' });
    const words = { title: body.about.title, text: body.text, answer: 'Có.' };
    const { text } = await asOffice(server, 'PUT', `/questions/${questionCode}/publication`, words);
    expect(text).not.toContain(fileId);
    expect(text).not.toContain('giay-bao');
  });

  test('announced twice it is one; half sent or foreign it cannot be sent, and nothing is asked', async () => {
    const id = randomUUID();
    const bytes = await photo();
    const first = await announce(anh, id, bytes);
    expect(first.status).toBe(201);
    expect((await announce(anh, id, bytes)).headers['location']).toBe(first.headers['location']);
    const [half] = await listed(anh, id);
    expect(half?.state).toBe('uploading');
    const refused = await ask(anh, { files: [half!.id] }, id);
    expect([refused.status, refused.body.errors?.map(({ path }) => path)]).toEqual([422, ['files']]);
    const foreign = await sendQuestionFile(url, gam, randomUUID(), bytes);
    expect((await ask(anh, { files: [foreign] }, id)).status).toBe(422);
    expect((await anh.call('GET', `/my-questions/${id}`)).status).toBe(404);
  });

  test('another’s files are neither seen nor taken away, and nothing is added to another’s question', async () => {
    const { id: fileId, questionId, questionCode } = await askWithFile(server, url, anh);
    const kept = randomUUID();
    await sendQuestionFile(url, anh, kept, await photo());
    for (const question of [questionId, kept]) {
      expect(await listed(gam, question)).toEqual([]);
      expect((await announce(gam, question, Buffer.from('abcd'))).status).toBe(404);
    }
    const headers = { 'tus-resumable': '1.0.0' };
    expect((await gam.call('DELETE', `/question-files/${fileId}`, { headers })).status).toBe(404);
    expect((await anh.call('DELETE', `/question-files/${fileId}`, { headers })).body.code).toBe('transition-refused');
    const other = await askWithFile(server, url, gam);
    expect((await bytesFor(questionCode, other.id)).statusCode).toBe(404);
  });

  test('nobody fills the province’s disk with what is never sent; others are let in, and so is what was announced', async () => {
    const id = randomUUID();
    const [bytes, more] = [await photo(), Buffer.from('one more')];
    expect((await announce(gam, id, bytes)).status).toBe(201);
    await server.deps.db.query(
      `insert into files (id, account_id, question_id, paper_id, name, announced_type, announced_size, store_key, state, created_at, changed_at)
       select gen_random_uuid(), f.account_id, gen_random_uuid(), 'attachment', 'a', 'image/jpeg', 1, 'x' || n, 'ready', f.created_at, f.changed_at
         from files f, generate_series(1, 200 - (select count(*)::int from files o where o.account_id = f.account_id and o.sent_at is null)) n
        where f.question_id = $1`,
      [id],
    );
    const refused = await announce(gam, randomUUID(), more);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '3600']);
    expect((await announce(gam, id, bytes)).status).toBe(201);
    expect((await announce(anh, randomUUID(), more)).status).toBe(201);
    await server.deps.db.query(`delete from files where store_key like 'x%'`);
  });

  test('thrown away with the draft: the row and the bytes', async () => {
    const id = randomUUID();
    const draft = { id, field: null, title: 'Xin', text: '', mayPublish: false, dossierId: null };
    await anh.call('PUT', '/question-draft', { body: draft });
    const fileId = await sendQuestionFile(url, anh, id, await photo());
    await server.deps.jobs.drain();
    const { rows } = await server.deps.db.query<{ store_key: string }>('select store_key from files where id = $1', [
      fileId,
    ]);
    await server.deps.files.read(rows[0]!.store_key);
    expect((await anh.call('DELETE', '/question-draft')).status).toBe(204);
    await server.deps.jobs.drain();
    expect(await listed(anh, id)).toEqual([]);
    await expect(server.deps.files.read(rows[0]!.store_key)).rejects.toThrow();
  });
});
