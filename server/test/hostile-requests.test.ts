import { randomUUID } from 'node:crypto';
import type { Problem, Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askWithFile, bookFirstFree } from './support/ask-and-book.ts';
import { sampleQuestion } from './support/ask-samples.ts';
import { citizenPhone, listen, readyDraft, startDraft, submitDraft, uploadMetadata } from './support/birth-draft.ts';
import { potholeReport, reportDesk, sendPhoto, sentWithPhoto } from './support/field-report.ts';
import { asOffice, bill, billsFor, pay } from './support/payments.ts';
import { sendQuestionFile } from './support/question-file.ts';
import { assertSafeHeaders } from './support/safe-headers.ts';
import { pdf, smallJpeg } from './support/sample-papers.ts';
import { databaseKinds } from './support/test-database.ts';
import type { Answer, TestPhone } from './support/test-phone.ts';
import { buildTestServer, type TestServer } from './support/test-server.ts';

const TUS = { 'tus-resumable': '1.0.0' };
const ORIGIN = 'https://h5.zdn.vn';

describe.each(databaseKinds)('hostile requests on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let owner: TestPhone;
  let stranger: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, as: 'app', env: { RATE_LIMIT_FACTOR: '100', EMBEDDED_IN: '' } });
    url = await listen(server);
    owner = await citizenPhone(server, 'anh');
    stranger = await citizenPhone(server, 'binh');
  });
  afterAll(() => server.close());

  const keyed = () => ({ 'idempotency-key': randomUUID() });

  describe('somebody else’s things inside one’s own', () => {
    /** A photo of the owner's report, added to the stranger's after the desk has moved it so. */
    async function photoAdded(what: 'clarification' | 'reopening', moves: readonly string[]) {
      const { fileId: theirs } = await sentWithPhoto(server, url, owner);
      const own = await sentWithPhoto(server, url, stranger);
      for (const to of moves) await reportDesk(server).move(own.code, to, 'Một câu.');
      const send = (id: string) =>
        stranger.call('POST', `/my-reports/${own.id}/${what}`, { body: { words: '', files: [id] }, headers: keyed() });
      return { theirs, send };
    }

    /** What of the owner's is smuggled, and the request of the stranger that carries it. */
    const smuggled: Record<string, () => Promise<{ theirs: string; send: (id: string) => Promise<Answer<Problem>> }>> =
      {
        'a delegation in a draft': async () => {
          const id = randomUUID();
          const person = { fullName: 'Nguyễn Văn An', birthDate: '2018-05-01', relationship: 'child' };
          await owner.call('POST', '/delegations', {
            body: { id, ...person, months: 12, consentVersion: '2026-11-25' },
          });
          const send = (delegationId: string) =>
            stranger.call('POST', '/drafts', { body: { id: randomUUID(), procedureCode: '1.001193', delegationId } });
          return { theirs: id, send };
        },
        'a paper in a dossier': async () => {
          const { draft } = await readyDraft(server, url, owner);
          const own = await readyDraft(server, url, stranger);
          const [first] = own.submission.files;
          const send = (id: string) => submitDraft(stranger, { ...own.submission, files: [{ ...first!, id }] });
          return { theirs: draft.files[0]!.id, send };
        },
        'a picture in a question': async () => {
          const theirs = await sendQuestionFile(url, owner, randomUUID(), smallJpeg);
          await server.deps.jobs.drain();
          const send = (id: string) =>
            stranger.call('POST', '/my-questions', { body: { id: randomUUID(), ...sampleQuestion, files: [id] } });
          return { theirs, send };
        },
        'a photo in a report': async () => {
          // For a report that was not sent yet; its number is known to the stranger too.
          const reportId = randomUUID();
          const theirs = await sendPhoto(url, owner, { reportId, bytes: smallJpeg });
          await server.deps.jobs.drain();
          const send = (id: string) =>
            stranger.call('POST', '/reports', { body: potholeReport({ id: reportId, files: [id] }), headers: keyed() });
          return { theirs, send };
        },
        'a paper in a supplement': async () => {
          const { draft } = await readyDraft(server, url, owner);
          const own = await readyDraft(server, url, stranger);
          const { body: receipt } = await submitDraft(stranger, own.submission);
          const office = (what: string, body: object) =>
            asOffice(server, 'POST', `/dossiers/${receipt.code}/${what}`, { by: 'UBND', ...body });
          await office('transitions', { to: 'accepted' });
          await office('supplement-requests', {
            items: [{ kind: 'paper', about: 'Giấy chứng sinh', reason: 'Bị mờ.' }],
          });
          const place = `/dossiers/${receipt.dossierId}/supplement`;
          const { body: asked } = await stranger.call<{ draft: Schemas['Draft'] }>('GET', place);
          const { sha256 } = draft.files[0]!;
          const send = (id: string) =>
            stranger.call('POST', place, {
              body: { requestId: asked.draft.id, rev: asked.draft.rev, files: [{ id, sha256 }] },
              headers: keyed(),
            });
          return { theirs: draft.files[0]!.id, send };
        },
        'a photo in a clarification': () => photoAdded('clarification', ['clarifying']),
        'a photo in a reopening': () => photoAdded('reopening', ['inProgress', 'resolved']),
        'a bill among those one pays': async () => {
          const [theirs] = await billsFor(server, owner, [bill()]);
          const [own] = await billsFor(server, stranger, [bill()]);
          const send = (id: string) =>
            stranger.call('POST', '/tuition/orders', { body: { billIds: [own!.id, id] }, headers: keyed() });
          return { theirs: theirs!.id, send };
        },
      };

    test.each(Object.keys(smuggled))('%s is as if it had never been', async (what) => {
      const { theirs, send } = await smuggled[what]!();
      const words = ({ status, text }: Answer<Problem>, id: string) =>
        `${status} ${text.replaceAll(id, 'ID').replace(/"requestId":"[^"]+"/, '')}`;
      const unknown = randomUUID();
      const answer = await send(theirs);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(words(answer, theirs)).toBe(words(await send(unknown), unknown));
    });

    test('a paper of theirs put among one’s own stays where it is', async () => {
      const { draft } = await readyDraft(server, url, owner);
      const own = await startDraft(stranger);
      await stranger.call('PUT', `/drafts/${own.id}/file-order`, { body: { files: [draft.files[0]!.id] } });
      const filesOf = async (phone: TestPhone, id: string) =>
        (await phone.call<Schemas['Draft']>('GET', `/drafts/${id}`)).body.files;
      expect(await filesOf(stranger, own.id)).toEqual([]);
      expect(await filesOf(owner, draft.id)).toEqual(draft.files);
    });

    test('a share of theirs, named beside a document of one’s own, goes on', async () => {
      const receiptOf = async (phone: TestPhone) =>
        (await submitDraft(phone, (await readyDraft(server, url, phone)).submission)).body.dossierId;
      const [theirs, own] = [await receiptOf(owner), await receiptOf(stranger)];
      const { body: share } = await owner.call<{ id: string; url: string }>(
        'POST',
        `/wallet/documents/${theirs}/shares`,
        { body: { audience: 'Nhà trường' } },
      );
      await stranger.call('DELETE', `/wallet/documents/${own}/shares/${share.id}`);
      const { pathname, search } = new URL(share.url);
      expect((await server.app.inject(pathname + search)).statusCode).toBe(200);
    });

    test('a number that is somebody’s already brings nothing of theirs, and takes nothing from them', async () => {
      const { id: report } = await sentWithPhoto(server, url, owner);
      const { body: appointment } = await bookFirstFree(owner);
      const { questionId } = await askWithFile(server, url, owner);
      const { officeId, serviceId, day, time } = appointment;
      const before = [`/my-reports/${report}`, `/appointments/${appointment.id}`, `/my-questions/${questionId}`];
      const seen = async () => Promise.all(before.map(async (path) => (await owner.call('GET', path)).text));
      const was = await seen();
      const answers = [
        await stranger.call('POST', '/reports', { body: potholeReport({ id: report }), headers: keyed() }),
        await stranger.call('POST', '/appointments', { body: { id: appointment.id, officeId, serviceId, day, time } }),
        await stranger.call('POST', '/my-questions', { body: { id: questionId, ...sampleQuestion } }),
      ];
      for (const { status, body } of answers) {
        expect(status).toBeGreaterThanOrEqual(400);
        expect(Object.keys(body).sort()).toEqual(
          expect.arrayContaining(['code', 'requestId', 'status', 'title', 'type']),
        );
        expect(body).not.toHaveProperty('about');
      }
      expect(await seen()).toEqual(was);
    });

    test('an upload under way: neither how far it is nor a byte more, whatever the method is called', async () => {
      const draft = await startDraft(owner);
      const bytes = pdf();
      const metadata = uploadMetadata({ draftId: draft.id, bytes });
      const begun = await owner.call('POST', '/files', {
        headers: { ...TUS, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
      });
      const place = `${url}${String(begun.headers['location'])}`;
      const chunk = { ...TUS, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
      const as = (phone: TestPhone, method: string, more: Record<string, string> = {}, body?: Buffer) =>
        fetch(place, {
          method,
          headers: { authorization: `Bearer ${phone.token ?? ''}`, ...TUS, ...more },
          ...(body ? { body: new Uint8Array(body) } : {}),
        });
      for (const asked of [
        await as(stranger, 'HEAD'),
        await as(stranger, 'PATCH', chunk, bytes),
        await as(stranger, 'DELETE'),
        await as(stranger, 'POST', { 'x-http-method-override': 'PATCH', ...chunk }, bytes),
        await as(stranger, 'HEAD', { 'x-http-method-override': 'DELETE' }),
        await as(owner, 'POST', { 'x-http-method-override': 'DELETE' }),
      ]) {
        expect(asked.status).toBe(404);
        expect(asked.headers.get('upload-offset')).toBeNull();
      }
      expect((await as(owner, 'HEAD')).headers.get('upload-offset')).toBe('0');
      const taken = await as(owner, 'PATCH', { ...chunk, origin: ORIGIN }, bytes);
      expect([taken.status, taken.headers.get('access-control-allow-origin')]).toEqual([204, ORIGIN]);
      // Its bytes are moved by another library, past the framework.
      for (const moved of [taken, await as(owner, 'HEAD')]) {
        const headers = Object.fromEntries(moved.headers);
        assertSafeHeaders('none', { status: moved.status, headers });
      }
    });
  });

  describe('an address that works once', () => {
    const pathOf = ({ body }: Answer<{ url: string }>) => new URL(body.url).pathname;
    const openReceipt = async () => {
      await owner.link('072188000001');
      const { submission } = await readyDraft(server, url, owner);
      const { body: receipt } = await submitDraft(owner, submission);
      return pathOf(await owner.call<{ url: string }>('POST', `/wallet/documents/${receipt.dossierId}/openings`));
    };

    test('is not used up by a look at its head, gives no part, and is gone after the first', async () => {
      const path = await openReceipt();
      const as = (method: 'GET' | 'HEAD' | 'OPTIONS' | 'POST', headers: Record<string, string> = {}) =>
        server.app.inject({ method, url: path, headers });
      for (const method of ['HEAD', 'OPTIONS', 'POST'] as const) {
        expect([400, 404], method).toContain((await as(method)).statusCode);
      }
      const given = await as('GET', { range: 'bytes=0-9' });
      expect([given.statusCode, given.headers['content-range']]).toEqual([200, undefined]);
      expect(given.rawPayload.length).toBe(Number(given.headers['content-length']));
      assertSafeHeaders('readOpened', { status: 200, headers: given.headers });
      const again = await as('GET', { range: 'bytes=10-', authorization: `Bearer ${owner.token ?? ''}` });
      expect([again.statusCode, again.headers['content-type']]).toEqual([410, 'text/html; charset=utf-8']);
    });

    test('of one kind opens nothing of another, and is not used up by that', async () => {
      const openings = {
        '/wallet/opened/*/giay-to.pdf': openReceipt,
        '/payments/receipts/*/bien-lai.pdf': async () => {
          const [due] = await billsFor(server, owner, [bill()]);
          const { id } = await pay(server, owner, [due!.id]);
          return pathOf(await owner.call<{ url: string }>('POST', `/payments/${id}/receipt`));
        },
        '/privacy/exports/opened/*/du-lieu.zip': async () => {
          const { body } = await owner.call<Schemas['PersonalExport']>('POST', '/privacy/exports');
          await server.deps.jobs.drain();
          return pathOf(await owner.call<{ url: string }>('POST', `/privacy/exports/${body.id}/openings`));
        },
      };
      const status = async (address: string) => (await server.app.inject(address)).statusCode;
      for (const [shape, open] of Object.entries(openings)) {
        const path = await open();
        const ticket = path.split('/').at(-2) ?? '';
        expect(path).toBe(shape.replace('*', ticket));
        for (const other of Object.keys(openings).filter((one) => one !== shape)) {
          expect(await status(other.replace('*', ticket)), other).toBe(410);
        }
        expect(await status(`/verify/shared?ma=${ticket}`)).toBe(410);
        expect(await status(`/identity/start?ticket=${ticket}`)).toBe(400);
        const asToken = { url: '/session', headers: { authorization: `Bearer ${ticket}` } };
        expect((await server.app.inject(asToken)).statusCode).toBe(401);
        expect([await status(path), await status(path)]).toEqual([200, 410]);
      }
    });
  });

  describe('answers that are no operation’s', () => {
    test.each([
      ['an unknown address', { url: '/khong-co' }, 404],
      ['an address that is none', { url: '/procedures/%zz' }, 400],
      ['another method', { method: 'PUT', url: '/session' }, 404],
      ['a method nobody uses', { method: 'TRACE' as 'GET', url: '/session' }, 404],
      ['the head of a page', { method: 'HEAD', url: '/procedures' }, 404],
      ['too long a body', { method: 'POST', url: '/session', payload: { accessToken: 'x'.repeat(300_000) } }, 413],
      ['a form', { method: 'POST', url: '/session', payload: 'a=b', headers: { 'content-type': 'text/plain' } }, 415],
      [
        'a body that is none',
        { method: 'POST', url: '/session', payload: '{', headers: { 'content-type': 'application/json' } },
        400,
      ],
    ] as const)('%s', async (_what, request, status) => {
      const { statusCode, headers } = await server.app.inject({ ...request });
      expect(statusCode).toBe(status);
      assertSafeHeaders('none', { status, headers });
    });

    test.each([ORIGIN, 'zbrowser://h5.zdn.vn'])(
      'a preflight from %s allows that origin and no credentials',
      async (origin) => {
        const ask = (from: string) =>
          server.app.inject({
            method: 'OPTIONS',
            url: '/dossiers',
            headers: { origin: from, 'access-control-request-method': 'POST' },
          });
        const { headers } = await ask(origin);
        expect(headers['access-control-allow-origin']).toBe(origin);
        expect(headers['access-control-allow-credentials']).toBeUndefined();
        expect((await ask('https://h5.zdn.vn.evil.example')).headers['access-control-allow-origin']).toBeUndefined();
      },
    );
  });
});
