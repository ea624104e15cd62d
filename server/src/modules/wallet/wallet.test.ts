import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Problem, Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { minutes } from '#core/clock';
import { citizenPhone, listen, readyDraft, submitDraft } from '../../../test/support/birth-draft.ts';
import { qrOfPaper, textOfPaper } from '../../../test/support/read-paper.ts';
import { hashOf, pdf, photo } from '../../../test/support/sample-papers.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

type HandedIn = { documentId: string; size: number; sha256: string; state: Schemas['DossierState'] };
type Opening = Record<'url' | 'expiresAt', string>;
type Item = Schemas['DocumentSummary'];
type Whole = Schemas['WalletDocument'];

const OFFICE = 'UBND phường Tân Ninh';
const ANH = '072188000001';

describe.each(databaseKinds)('the wallet on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;
  let receipt: Schemas['Receipt'];

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100' } });
    url = await listen(server);
    anh = await citizenPhone(server, 'anh');
    receipt = await send();
  });
  afterAll(() => server.close());

  async function send(): Promise<Schemas['Receipt']> {
    const { submission } = await readyDraft(server, url, anh);
    return (await submitDraft(anh, submission)).body;
  }

  async function handIn(code: string, bytes: Buffer, { key = String(randomUUID()), title = 'Giấy khai sinh' } = {}) {
    // Notices and documents of one moment have no order.
    server.clock.advance(1);
    const response = await server.app.inject({
      method: 'POST',
      url: `/integration/dossiers/${code}/results?${new URLSearchParams({ by: OFFICE, title }).toString()}`,
      headers: {
        authorization: `Bearer ${TEST_INTEGRATION_KEY}`,
        'idempotency-key': key,
        'content-type': 'application/pdf',
      },
      payload: bytes,
    });
    return { status: response.statusCode, body: response.json<HandedIn & Problem>() };
  }

  async function accepted(): Promise<string> {
    const { code } = await send();
    const response = await server.app.inject({
      method: 'POST',
      url: `/integration/dossiers/${code}/transitions`,
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}`, 'idempotency-key': randomUUID() },
      payload: { to: 'accepted', by: OFFICE },
    });
    expect(response.statusCode).toBe(200);
    return code;
  }

  /** The app anew: sessions last half an hour, logins are counted from the last one. */
  const again = async () => {
    anh = await server.phone('anh').open();
  };
  const list = async () => (await anh.call<{ items: Item[] }>('GET', '/wallet/documents')).body.items;
  const whole = async (id: string) => (await anh.call<Whole>('GET', `/wallet/documents/${id}`)).body;
  const openings = (id: string, phone = anh) =>
    phone.call<Opening & Problem>('POST', `/wallet/documents/${id}/openings`);
  const share = (id: string, audience = 'Nhà trường') =>
    anh.call<Schemas['DocumentShare'] & Problem>('POST', `/wallet/documents/${id}/shares`, { body: { audience } });
  /** Whoever has the address: no token. */
  async function fetchAddress(address: string) {
    const { pathname, search } = new URL(address);
    const answer = await server.app.inject({ url: pathname + search });
    return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload, text: answer.body };
  }

  describe('a result', () => {
    test('completes the dossier, lies in the wallet byte for byte, and one message says so', async () => {
      await anh.link(ANH);
      const code = await accepted();
      const bytes = pdf({ before: '% kết quả\n' });
      const { status, body } = await handIn(code, bytes);
      expect([status, body.state, body.size, body.sha256]).toEqual([200, 'completed', bytes.length, hashOf(bytes)]);
      const [first] = await list();
      expect(first).toMatchObject({ id: body.documentId, kind: 'result', title: 'Giấy khai sinh', office: OFFICE });
      const { body: inbox } = await anh.call<{ items: Schemas['Notification'][] }>('GET', '/notifications');
      const [newest, before] = inbox.items;
      expect(newest).toMatchObject({ title: 'Có kết quả: Giấy khai sinh', path: `/giay-to/${body.documentId}` });
      expect(before?.title).not.toContain('kết quả');
      const office = Object.assign(server.phone('anh'), { token: TEST_INTEGRATION_KEY });
      const told = await office.call('GET', `/integration/dossiers/${code}/messages`);
      expect(told.text).toContain('Có kết quả: Giấy khai sinh');
      await server.deps.jobs.drain();
      const buttons = server.emulator.world.people.get('anh')?.messages.flatMap((message) => message.buttons) ?? [];
      expect(buttons.find(({ target }) => target.includes(body.documentId))?.title).toBe('Xem kết quả');
      const content = await fetchAddress((await openings(body.documentId)).body.url);
      expect(content.bytes.equals(bytes)).toBe(true);
      expect(content.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': expect.stringContaining('attachment') as string,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
      // The store gives other bytes back: nobody is shown them, nor is it noted that somebody was.
      const otherBytes = Readable.from([Buffer.alloc(bytes.length, 'x')]);
      vi.spyOn(server.deps.files, 'read').mockResolvedValueOnce(otherBytes);
      expect((await fetchAddress((await openings(body.documentId)).body.url)).status).toBe(503);
      const log = (await whole(body.documentId)).viewings.map(({ what, viewer }) => `${what}: ${viewer ?? 'me'}`);
      expect(log).toEqual(['opened: me', `handedIn: ${OFFICE}`]);
    });

    test('the same act twice is one document, ten at once too; another file under its key is a conflict', async () => {
      const code = await accepted();
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: 10 }, () => handIn(code, pdf(), { key })));
      expect(new Set(answers.map(({ body }) => body.documentId)).size).toBe(1);
      expect((await list()).filter(({ dossierCode, kind }) => dossierCode === code && kind === 'result')).toHaveLength(
        1,
      );
      const { url: address } = (await openings(answers[0]?.body.documentId ?? '')).body;
      expect((await fetchAddress(address)).status).toBe(200);
      expect((await handIn(code, pdf({ before: '% khác\n' }), { key })).body.code).toBe('idempotency-conflict');
    });

    test('a second one of the same dossier lies beside the first; a dossier not taken in yet has none', async () => {
      const code = await accepted();
      await handIn(code, pdf());
      const second = await handIn(code, pdf(), { title: 'Trích lục' });
      expect(second.body.state).toBe('completed');
      const ofIt = (await list()).filter(({ dossierCode }) => dossierCode === code);
      expect(ofIt.slice(0, 2).map(({ title }) => title)).toEqual(['Trích lục', 'Giấy khai sinh']);
      expect((await handIn(receipt.code, pdf())).body.code).toBe('transition-refused');
      expect((await handIn('000.00.00.H53-000000-0000', pdf())).status).toBe(404);
    });

    test('only a whole PDF without tricks; the dossier stays where it was', async () => {
      const code = await accepted();
      const script = pdf({ more: ['<< /S /JavaScript /JS (app.alert(1)) >>'] });
      for (const bytes of [await photo(), Buffer.from('%PDF-1.4\nbroken'), Buffer.alloc(0), script]) {
        const { status, body } = await handIn(code, bytes);
        expect([status, body.code]).toEqual([422, 'file-refused']);
      }
      expect((await handIn(code, Buffer.alloc(11 * 1024 * 1024))).body.code).toBe('too-large');
      const { body: dossier } = await anh.call<{ items: Schemas['DossierSummary'][] }>('GET', '/dossiers');
      expect(dossier.items.find((item) => item.code === code)?.state).toBe('accepted');
    });

    test('a PDF for any other operation is not read', async () => {
      const { statusCode } = await server.app.inject({
        method: 'POST',
        url: '/session',
        headers: { 'content-type': 'application/pdf' },
        payload: pdf(),
      });
      expect(statusCode).toBe(415);
    });
  });

  describe('opening', () => {
    test('an address works once, for two minutes, for its own document; afterwards it says so in words', async () => {
      await anh.link(ANH);
      const { documentId } = (await handIn(await accepted(), pdf())).body;
      const { url: once } = (await openings(documentId)).body;
      const takers = await Promise.all(Array.from({ length: 8 }, () => fetchAddress(once)));
      expect(takers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(410)]);
      expect(takers.find(({ status }) => status === 410)?.text).toContain('Giấy tờ vẫn còn nguyên trong ứng dụng');
      const { url: late } = (await openings(documentId)).body;
      server.clock.advance(minutes(2));
      expect((await fetchAddress(late)).status).toBe(410);
    });

    test('needs a login of the last half hour, and a new login is enough', async () => {
      await anh.link(ANH);
      const { documentId } = (await handIn(await accepted(), pdf())).body;
      const until = (await whole(documentId)).login.until;
      expect(new Date(until ?? 0).getTime() - server.clock.now().getTime()).toBeGreaterThan(minutes(29));
      server.clock.advance(minutes(31));
      await again();
      expect((await whole(documentId)).login).toEqual({ minutes: 30, until: null });
      for (const refused of [await openings(documentId), await share(documentId)]) {
        expect([refused.status, refused.body.code]).toEqual([403, 'login-too-old']);
      }
      await anh.link(ANH);
      expect((await openings(documentId)).status).toBe(201);
    });

    test('another person’s does not exist', async () => {
      const { documentId } = (await handIn(await accepted(), pdf())).body;
      const binh = await citizenPhone(server, 'binh');
      expect((await openings(documentId, binh)).status).toBe(404);
      expect((await binh.call('GET', `/wallet/documents/${documentId}`)).status).toBe(404);
      expect((await binh.call<{ items: Item[] }>('GET', '/wallet/documents')).body.items).toEqual([]);
    });
  });

  describe('a share', () => {
    test('lets somebody else check, for five minutes, and the owner reads it', async () => {
      await anh.link(ANH);
      const { documentId, sha256 } = (await handIn(await accepted(), pdf())).body;
      const { body } = await share(documentId, 'Trường Tiểu học <Kim Đồng>');
      expect(new Date(body.expiresAt).getTime() - server.clock.now().getTime()).toBe(minutes(5));
      const seen = await fetchAddress(body.url);
      expect(seen.status).toBe(200);
      expect(seen.text).toContain('Giấy tờ này là thật');
      expect(seen.text).toContain(sha256);
      expect(seen.text).toContain('N••• T••• Ánh');
      expect(seen.text).toContain('Trường Tiểu học &#60;Kim Đồng&#62;');
      for (const secret of ['Nguyễn Thị Ánh', ANH, '0900000001']) expect(seen.text).not.toContain(secret);
      expect(seen.text).not.toMatch(/<script|\son\w+=/i);
      expect(seen.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
      server.clock.advance(minutes(5));
      const late = await fetchAddress(body.url);
      expect(late.status).toBe(410);
      expect(late.text).toContain('Mã này không còn dùng được');
      await again();
      expect((await whole(documentId)).viewings.slice(0, 3).map(({ what, viewer }) => [what, viewer])).toEqual([
        ['checkedLate', 'Trường Tiểu học <Kim Đồng>'],
        ['checked', 'Trường Tiểu học <Kim Đồng>'],
        ['shared', 'Trường Tiểu học <Kim Đồng>'],
      ]);
    });

    test('taken back it is over at once; nobody else can take it back', async () => {
      await anh.link(ANH);
      const { documentId } = (await handIn(await accepted(), pdf())).body;
      const { body } = await share(documentId);
      const place = `/wallet/documents/${documentId}/shares/${body.id}`;
      const binh = await citizenPhone(server, 'binh');
      expect((await binh.call('DELETE', place)).status).toBe(404);
      expect((await anh.call('DELETE', `/wallet/documents/${receipt.dossierId}/shares/${body.id}`)).status).toBe(204);
      expect((await fetchAddress(body.url)).status).toBe(200);
      expect((await anh.call('DELETE', place)).status).toBe(204);
      expect((await fetchAddress(body.url)).status).toBe(410);
      expect((await anh.call('DELETE', place)).status).toBe(204);
    });
  });

  describe('a receipt on paper', () => {
    const paper = async () => {
      const { url: address } = (await openings(receipt.dossierId)).body;
      return (await fetchAddress(address)).bytes;
    };

    test('says everything in Vietnamese letters, and asks for no login', async () => {
      server.clock.advance(minutes(31));
      await again();
      const said = textOfPaper(await paper());
      expect(said).not.toContain('□');
      const { code, procedureName, office, answersHash } = receipt;
      for (const words of ['Giấy tiếp nhận hồ sơ', code, procedureName, 'Nguyễn Thị Ánh', office, answersHash]) {
        expect(said).toContain(words.normalize('NFC'));
      }
      expect(said).toContain('Giấy chứng sinh.pdf');
      expect(said).not.toContain(ANH);
    });

    test('its QR leads to a page that confirms it without saying whose it is', async () => {
      const address = qrOfPaper(await paper()) ?? '';
      expect(address).toContain('/verify/receipt?b=');
      const { status, text } = await fetchAddress(address);
      expect(status).toBe(200);
      expect(text).toContain('Biên nhận này là thật');
      expect(text).toContain(receipt.code);
      expect(text).toContain('N••• T••• Ánh');
      expect(text).not.toContain('Nguyễn Thị Ánh');
      expect((await whole(receipt.dossierId)).viewings[0]?.what).toBe('checkedPrint');
    });

    test('any letter of the QR changed, or signed for something else, is said to be wrong', async () => {
      const address = qrOfPaper(await paper()) ?? '';
      const [head = '', body = '', signature = ''] = (new URL(address).searchParams.get('b') ?? '').split('.');
      const said = JSON.parse(Buffer.from(body, 'base64url').toString()) as { bienNhan: string; dau: string };
      const packed = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const foreign = { ...said, dau: said.dau.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) };
      const tried = [
        `${head}.${packed({ ...said, bienNhan: '000.00.00.H53-261125-9999' })}.${signature}`,
        `${head}.${body}.${signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))}`,
        `${packed({ alg: 'none' })}.${body}.`,
        receipt.jws,
        await server.deps.receipts.sign(JSON.stringify(foreign)),
        'x',
      ];
      for (const b of tried) {
        const { status, text } = await fetchAddress(`${url}/verify/receipt?${new URLSearchParams({ b }).toString()}`);
        expect(status).toBe(422);
        expect(text).toContain('KHÔNG ĐÚNG');
        expect(text).not.toContain('Ánh');
      }
    });
  });
});
