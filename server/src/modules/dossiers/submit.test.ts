import { randomUUID } from 'node:crypto';
import type { Problem, Schemas } from '@dvc/contract';
import { canonicalJson } from '@dvc/contract';
import { compactVerify, importJWK, type JWK } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { days, hours } from '#core/clock';
import {
  birthAnswers,
  citizenPhone,
  listen,
  readyDraft,
  saveDraft,
  sendPaper,
  startDraft,
  submitDraft,
} from '../../../test/support/birth-draft.ts';
import { hashOf, pdf } from '../../../test/support/sample-papers.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

type Dossier = Schemas['Dossier'];
type Draft = Schemas['Draft'];

describe.each(databaseKinds)('sending on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;
  let binh: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100' } });
    url = await listen(server);
  });
  beforeEach(async () => {
    anh = await citizenPhone(server, 'anh');
    binh = await citizenPhone(server, 'binh');
  });
  afterAll(() => server.close());

  const count = async (sql: string, params: unknown[] = []) => (await server.deps.db.query(sql, params)).count;
  const pathsOf = ({ body }: { body: Problem }) => body.errors?.map(({ path, code }) => `${path} ${code}`);

  test('a draft becomes a dossier with a receipt anyone can check', async () => {
    const { draft, submission } = await readyDraft(server, url, anh);
    const { status, body: receipt } = await submitDraft(anh, submission);
    expect(status).toBe(201);
    expect(receipt).toMatchObject({
      procedureName: 'Làm giấy khai sinh',
      formVersion: draft.formVersion,
      office: 'Ủy ban nhân dân phường Tân Ninh',
      answersHash: hashOf(Buffer.from(canonicalJson(birthAnswers()))),
      receivedAt: server.clock.now().toISOString(),
    });
    expect(receipt.code).toMatch(/^000\.00\.00\.H53-\d{6}-\d{4}$/);
    expect(receipt.files).toEqual([
      expect.objectContaining({ name: 'Giấy chứng sinh.pdf', sha256: draft.files[0]?.sha256 }),
    ]);
    expect(receipt.declaration[0]).toContain('Tôi cam đoan');
    const { jws, ...signed } = receipt;
    const { body: keys } = await anh.call<{ keys: JWK[] }>('GET', '/.well-known/jwks.json');
    const { payload } = await compactVerify(jws, await importJWK(keys.keys[0] ?? {}, 'EdDSA'));
    expect(new TextDecoder().decode(payload)).toBe(canonicalJson(signed));
    const again = await anh.call<Schemas['Receipt']>('GET', `/dossiers/${receipt.dossierId}/receipt`);
    expect(again.body).toEqual(receipt);
  });

  test('the person sees it, is told once, and the draft is gone', async () => {
    const { draft, submission } = await readyDraft(server, url, anh);
    const { body: receipt } = await submitDraft(anh, submission);
    const { body: dossier } = await anh.call<Dossier>('GET', `/dossiers/${receipt.dossierId}`);
    expect(dossier).toMatchObject({
      code: receipt.code,
      state: 'submitted',
      turn: 'authority',
      dueDate: null,
      clock: 'notStarted',
      workingDaysLeft: null,
      acknowledgements: { receivedAt: receipt.receivedAt, registeredAt: null },
      events: [{ state: 'submitted', note: null, by: null }],
      nextStates: ['accepted', 'processing', 'completed', 'handedOver'],
    });
    expect(dossier.files[0]).toMatchObject({ sha256: receipt.files[0]?.sha256 });
    const { body: inbox } = await anh.call<{ items: Schemas['Notification'][] }>('GET', '/notifications');
    const told = inbox.items.filter(({ path }) => path === `/ho-so/${receipt.dossierId}`);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ topic: 'dossier', title: 'Làm giấy khai sinh: đã nhận' });
    expect(told[0]?.body).toContain(receipt.code);
    const reading = await anh.call('GET', `/drafts/${draft.id}`);
    expect([reading.body.code, reading.body.dossierId]).toEqual(['draft-sent', receipt.dossierId]);
    for (const [method, path, body] of [
      [
        'PUT',
        `/drafts/${draft.id}`,
        { rev: draft.rev, formVersion: draft.formVersion, answers: {}, oldAnswers: [], page: 'be' },
      ],
      ['POST', '/drafts', { id: draft.id, procedureCode: '1.001193' }],
      ['DELETE', `/drafts/${draft.id}`, undefined],
      ['DELETE', `/files/${submission.files[0]?.id ?? ''}`, undefined],
    ] as const) {
      const answer = await anh.call(method, path, body ? { body } : {});
      expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 409, 'draft-sent']);
    }
  });

  test('the same key and body: the same receipt, byte for byte, also years later', async () => {
    const { submission } = await readyDraft(server, url, anh);
    const key = randomUUID();
    const first = await submitDraft(anh, submission, key);
    const second = await submitDraft(anh, submission, key);
    expect([second.status, second.text]).toEqual([201, first.text]);
    server.clock.advance(days(800));
    anh = await citizenPhone(server, 'anh');
    expect((await submitDraft(anh, submission, key)).text).toBe(first.text);
    server.clock.advance(-days(800));
  });

  test('the same key with another body is a conflict', async () => {
    const { submission } = await readyDraft(server, url, anh);
    const key = randomUUID();
    await submitDraft(anh, submission, key);
    const { status, body } = await submitDraft(anh, { ...submission, declaration: ['trueStatement'] }, key);
    expect([status, body.code]).toEqual([409, 'idempotency-conflict']);
  });

  test('another key for a draft that was sent: says which dossier it is', async () => {
    const { submission } = await readyDraft(server, url, anh);
    const { body: receipt } = await submitDraft(anh, submission);
    const { status, body } = await submitDraft(anh, submission);
    expect([status, body.code, body.dossierId]).toEqual([409, 'draft-sent', receipt.dossierId]);
  });

  test.each(['one key', 'fifty keys'])('fifty sends at once with %s: one dossier', async (keys) => {
    const { draft, submission } = await readyDraft(server, url, anh);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => submitDraft(anh, submission, keys === 'one key' ? key : randomUUID())),
    );
    const taken = answers.filter(({ status }) => status === 201);
    expect(new Set(taken.map(({ text }) => text)).size).toBe(1);
    expect(taken).toHaveLength(keys === 'one key' ? 50 : 1);
    for (const { status, body } of answers.filter((answer) => answer.status !== 201)) {
      expect([status, body.code]).toEqual([409, 'draft-sent']);
    }
    expect(await count('select 1 from dossiers where draft_id = $1', [draft.id])).toBe(1);
  });

  test('codes of a day follow one another without a gap', async () => {
    const ready = [
      await readyDraft(server, url, anh),
      await readyDraft(server, url, anh),
      await readyDraft(server, url, binh),
    ];
    const phones = [anh, anh, binh];
    const sent = await Promise.all(ready.map(({ submission }, n) => submitDraft(phones[n]!, submission)));
    const numbers = sent.map(({ body }) => Number(body.code.split('-')[2])).sort((a, b) => a - b);
    expect(numbers.map((number) => number - numbers[0]!)).toEqual([0, 1, 2]);
    server.clock.advance(days(1));
    anh = await citizenPhone(server, 'anh');
    const next = await readyDraft(server, url, anh);
    expect((await submitDraft(anh, next.submission)).body.code).toMatch(/-0001$/);
  });

  describe('refused, with everything left as it was:', () => {
    const refusedDraft = async (answers: Schemas['Answers'], change: object = {}) => {
      const { draft, submission } = await readyDraft(server, url, anh);
      const { body } = await saveDraft(anh, draft, answers);
      const refused = await submitDraft(anh, { ...submission, rev: body.rev, ...change });
      expect((await anh.call<Draft>('GET', `/drafts/${draft.id}`)).body).toEqual(body);
      expect(await count('select 1 from dossiers where draft_id = $1', [draft.id])).toBe(0);
      return refused;
    };

    test('faults in the words of the form, only of what is reachable', async () => {
      const answers = birthAnswers({
        requesterId: '12345678901',
        childDob: '2036-01-01',
        birthProof: 'bo-roi',
        motherId: 'sai',
      });
      const refused = await refusedDraft(answers);
      expect([refused.status, refused.body.code]).toEqual([422, 'invalid']);
      expect(pathsOf(refused)).toEqual([
        'requesterId id-number',
        'childDob date-in-future',
        'papers.bien-ban-bo-roi paper-missing',
      ]);
      expect(refused.body.errors?.[0]?.message).toContain('có 12 chữ số; bạn mới ghi 11.');
    });

    test('a statement that was not ticked', async () => {
      const refused = await refusedDraft(birthAnswers(), { declaration: ['consentData', 'unknown'] });
      expect(pathsOf(refused)).toEqual(['declaration.trueStatement declare']);
    });

    test('another hash than the file has', async () => {
      const { submission } = await readyDraft(server, url, anh);
      const files = submission.files.map(({ id }) => ({ id, sha256: '0'.repeat(64) }));
      const refused = await submitDraft(anh, { ...submission, files });
      expect(pathsOf(refused)).toEqual(['papers.giay-chung-sinh changed']);
    });

    test('a file added meanwhile on another phone', async () => {
      const { draft, submission } = await readyDraft(server, url, anh);
      await sendPaper(url, anh, { draftId: draft.id, bytes: pdf({ before: '% two\n' }) });
      expect(pathsOf(await submitDraft(anh, submission))).toEqual(['papers.giay-chung-sinh paper-unfinished']);
      await server.deps.jobs.drain();
      expect(pathsOf(await submitDraft(anh, submission))).toEqual(['papers.giay-chung-sinh changed']);
    });

    test('somebody else’s file, or one of another draft', async () => {
      const theirs = await readyDraft(server, url, binh);
      const other = await readyDraft(server, url, anh);
      const draft = await startDraft(anh);
      const { body } = await saveDraft(anh, draft);
      for (const { submission } of [theirs, other]) {
        const refused = await submitDraft(anh, { ...submission, draftId: draft.id, rev: body.rev });
        expect(pathsOf(refused)).toContain('papers.giay-chung-sinh paper-missing');
      }
      expect((await submitDraft(binh, theirs.submission)).status).toBe(201);
    });

    test('an older revision than the server has', async () => {
      const { draft, submission } = await readyDraft(server, url, anh);
      const { body: newer } = await saveDraft(anh, draft, birthAnswers({ childName: 'Nguyễn Văn Bình' }));
      const refused = await submitDraft(anh, submission);
      expect([refused.status, refused.body.code, refused.body.draft]).toEqual([409, 'draft-conflict', newer]);
    });

    test('somebody else’s draft does not exist', async () => {
      const { submission } = await readyDraft(server, url, anh);
      expect((await submitDraft(binh, submission)).status).toBe(404);
      expect((await submitDraft(anh, submission)).status).toBe(201);
    });

    test('and a key that was refused may be used again when it is mended', async () => {
      const { submission } = await readyDraft(server, url, anh);
      const key = randomUUID();
      expect((await submitDraft(anh, { ...submission, declaration: [] }, key)).status).toBe(422);
      expect((await submitDraft(anh, submission, key)).status).toBe(201);
    });
  });

  test('answers of hidden pages and papers nobody asks for do not go along', async () => {
    const { draft, submission } = await readyDraft(server, url, anh);
    const stray = await sendPaper(url, anh, { draftId: draft.id, paperId: 'bien-ban-bo-roi', bytes: pdf() });
    await server.deps.jobs.drain();
    const answers = birthAnswers({ fatherName: 'Người Ẩn', stranger: 'x', childName: '  Nguyễn   Văn An ' });
    const { body } = await saveDraft(anh, draft, answers);
    const files = body.files.map(({ id, sha256 }) => ({ id, sha256: sha256 ?? '' }));
    expect(files).toHaveLength(2);
    const { body: receipt } = await submitDraft(anh, { ...submission, files, rev: body.rev });
    expect(receipt.answersHash).toBe(hashOf(Buffer.from(canonicalJson(birthAnswers()))));
    expect(receipt.files).toHaveLength(1);
    expect((await anh.call('GET', `/files/${stray}/content`)).status).toBe(404);
  });

  test('lists come in pages, last changed first, and only one’s own', async () => {
    server.clock.advance(hours(1));
    anh = await citizenPhone(server, 'anh');
    binh = await citizenPhone(server, 'binh');
    const codes: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const { submission } = await readyDraft(server, url, anh);
      // Two of them in the same millisecond.
      if (n !== 2) server.clock.advance(1);
      codes.unshift((await submitDraft(anh, submission)).body.code);
    }
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null && seen.length < 5) {
      const path: string = `/dossiers?limit=2${next ? `&cursor=${next}` : ''}`;
      const { body } = await anh.call<{ items: Schemas['DossierSummary'][]; next: string | null }>('GET', path);
      seen.push(...body.items.map(({ code }) => code));
      next = body.next;
    }
    expect(seen.slice(0, 5).sort()).toEqual([...codes].sort());
    expect(seen[0]).toBe(codes[0]);
    expect((await anh.call('GET', '/dossiers?cursor=abc')).body.code).toBe('bad-request');
    const { body: theirs } = await binh.call<{ items: Schemas['DossierSummary'][] }>('GET', '/dossiers?limit=100');
    expect(theirs.items.filter(({ code }) => codes.includes(code))).toEqual([]);
  });

  test('another person’s dossier and receipt do not exist', async () => {
    const { submission } = await readyDraft(server, url, anh);
    const { body: receipt } = await submitDraft(anh, submission);
    const answers = await Promise.all(
      [
        `/dossiers/${receipt.dossierId}`,
        `/dossiers/${receipt.dossierId}/receipt`,
        `/dossiers/${randomUUID()}`,
        `/files/${submission.files[0]?.id ?? ''}/content`,
      ].map((path) => binh.call('GET', path)),
    );
    for (const { status, body } of answers) expect([status, body.code]).toEqual([404, 'not-found']);
  });
});
