import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Schemas } from '@dvc/contract';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, askTwice, askWithFile, bookFirstFree, asOffice } from '../../../test/support/ask-and-book.ts';
import { birthAnswers, citizenPhone, listen, readyDraft } from '../../../test/support/birth-draft.ts';
import { saveDraft, startDraft, submitDraft } from '../../../test/support/birth-draft.ts';
import { publicReport, reportDesk, sentWithPhoto } from '../../../test/support/field-report.ts';
import { bill, billsFor, pay, payFor } from '../../../test/support/payments.ts';
import { sentStore, startStore, saveStore, storeAnswers } from '../../../test/support/store-registration.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { hours, minutes } from '../../core/clock.ts';
import { personalData, withoutPeople } from '../personal-data.ts';

/** Words only this person wrote, one for each place; and who they are. */
const MARK = 'zqxvk';
const PERSON = ['072188000001', '0900000001', 'Nguyễn Thị Ánh'];
/** And what the samples say: a pupil, a place, a shop’s owner, a question, papers by their names, why somebody read it. */
const WRITTEN = [
  'Gia Hân',
  'Ngã tư 30 Tháng 4',
  'trích lục khai sinh',
  'giay-bao',
  'IMG_0001',
  'Giấy chứng sinh',
  'tham dinh',
];

const tablesOf = async ({ deps }: TestServer): Promise<string[]> => {
  const { rows } = await deps.db.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  return rows.map(({ name }) => name);
};

/** In which tables a text stands. */
async function tablesSaying(server: TestServer, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of await tablesOf(server)) {
    const { count } = await server.deps.db.query(
      `select 1 from ${table} t where t::text like '%' || $1 || '%' limit 1`,
      [text],
    );
    if (count > 0) found.push(table);
  }
  return found.sort();
}

async function filesUnder(server: TestServer): Promise<string[]> {
  const folder = server.deps.settings.DATA_DIR;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function filesSaying(server: TestServer, text: string): Promise<string[]> {
  const found = [];
  for (const path of await filesUnder(server)) if ((await readFile(path)).includes(text)) found.push(path);
  return found;
}

describe.each(databaseKinds)('what a person has here on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let phone: TestPhone;
  const codes = { dossier: '', report: '', question: '', store: '' };

  /** Something in every module. */
  async function live(): Promise<void> {
    phone = await citizenPhone(server, 'anh');
    const sent = await readyDraft(server, url, phone);
    codes.dossier = (await submitDraft(phone, sent.submission)).body.code;
    await saveDraft(phone, await startDraft(phone), birthAnswers({ childName: `${MARK} bản nháp` }));
    await readyDraft(server, url, phone);
    const { body: question } = await ask(phone, { title: `${MARK} hỏi về giấy`, text: `${MARK} tôi hỏi về giấy tờ` });
    codes.question = question.about.code;
    await asOffice(server, 'GET', `/questions/${codes.question}?purpose=tra%20loi`);
    await askTwice(server, phone);
    await askWithFile(server, url, phone);
    await phone.call('PUT', '/question-draft', {
      body: {
        id: randomUUID(),
        title: MARK,
        text: `${MARK} đang viết`,
        mayPublish: false,
        field: null,
        dossierId: null,
      },
    });
    codes.report = (await sentWithPhoto(server, url, phone, { words: `${MARK} ổ gà trước nhà tôi` })).code;
    await reportDesk(server).read(codes.report);
    await reportDesk(server).move(codes.report, 'assigned');
    await publicReport(server, url, phone, { words: `${MARK} ổ gà công khai` });
    const { code } = await sentStore(phone, storeAnswers({ ownerName: `${MARK} chủ tiệm` }));
    codes.store = code;
    await asOffice(server, 'GET', `/stores/${code}?purpose=xem%20xet`);
    const { draft } = await startStore(phone);
    await saveStore(phone, draft, storeAnswers({ storeName: `${MARK} tiệm nháp` }));
    await bookFirstFree(phone);
    const [paid, unpaid] = await billsFor(server, phone, [bill(), bill()]);
    await pay(server, phone, [paid!.id]);
    await payFor(phone, [unpaid!.id]);
    await phone.call('PUT', '/search/recent', { body: { words: `${MARK} tìm` } });
    await phone.call('POST', '/delegations', {
      body: {
        id: randomUUID(),
        fullName: `${MARK} con`,
        birthDate: '2018-05-01',
        relationship: 'child',
        months: 12,
        consentVersion: '2026-11-25',
      },
    });
    await asOffice(server, 'GET', `/dossiers/${codes.dossier}?purpose=tham%20dinh`);
    await server.deps.jobs.drain();
  }

  const accountId = async () => {
    const { rows } = await server.deps.db.query<{ id: string }>(`select id from accounts where phone = '0900000001'`);
    return rows[0]?.id ?? '';
  };
  const privacy = async () => (await phone.call<Schemas['Privacy']>('GET', '/privacy')).body;

  beforeAll(async () => {
    server = await buildTestServer({ kind, as: 'app', env: { RATE_LIMIT_FACTOR: '100', LOG_LEVEL: 'debug' } });
    url = await listen(server);
    await live();
  });
  afterAll(() => server.close());

  test('every table is claimed by one module, or declared to hold nobody', async () => {
    const claimed = personalData.flatMap(({ tables }) => tables);
    expect([...claimed, ...withoutPeople].sort()).toEqual((await tablesOf(server)).sort());
  });

  test('consents stand with the words that were agreed to; who read what, with the purpose', async () => {
    const { consents, readings, login } = await privacy();
    const phoneConsent = consents.find(({ what }) => what === 'phone');
    expect(phoneConsent).toMatchObject({ wordsVersion: '2026-11-26', withdrawnAt: null });
    expect(phoneConsent?.words).toContain('Gửi quảng cáo');
    expect(consents.map(({ what }) => what)).toContain('identity');
    expect(readings.map(({ purpose }) => purpose).sort()).toEqual([
      // Whoever does something to it is shown it too.
      'Chuyển bước: Phường Tân Ninh',
      'Công khai phản ánh',
      'Trả lời câu hỏi: Sở Tư pháp',
      'kiem tra',
      'tham dinh',
      'tra loi',
      'xem xet',
    ]);
    expect(login.minutes).toBe(30);
    expect(login.until).not.toBeNull();
  });

  test('an export holds everything and the files, by an address that works once', async () => {
    const { status, body: asked } = await phone.call<Schemas['PersonalExport']>('POST', '/privacy/exports');
    expect([status, asked.state]).toEqual([201, 'making']);
    // Asked again it is the same.
    expect((await phone.call<Schemas['PersonalExport']>('POST', '/privacy/exports')).body.id).toBe(asked.id);
    await server.deps.jobs.drain();
    const { export: made } = await privacy();
    expect(made).toMatchObject({ id: asked.id, state: 'ready' });
    const { body: opening } = await phone.call<{ url: string }>('POST', `/privacy/exports/${asked.id}/openings`);
    const zip = await server.app.inject({ method: 'GET', url: new URL(opening.url).pathname });
    expect([zip.statusCode, zip.headers['content-type'], zip.rawPayload.length]).toEqual([
      200,
      'application/zip',
      made?.size,
    ]);
    const entries = unzipSync(zip.rawPayload);
    const names = Object.keys(entries);
    const text = JSON.parse(strFromU8(entries['du-lieu.json'] ?? new Uint8Array())) as Record<string, unknown[]>;
    expect(names.filter((name) => name.startsWith('tep/')).length).toBeGreaterThanOrEqual(5);
    for (const what of ['drafts', 'dossiers', 'questions', 'reports', 'stores', 'appointments', 'students', 'payments'])
      expect([what, text[what]?.length ?? 0]).not.toEqual([what, 0]);
    expect(JSON.stringify(text).includes(`${MARK} đang viết`)).toBe(true);
    expect((await server.app.inject({ method: 'GET', url: new URL(opening.url).pathname })).statusCode).toBe(410);
  });

  test('somebody else’s export does not exist; an old login is not enough', async () => {
    const { export: made } = await privacy();
    const other = await citizenPhone(server, 'binh');
    expect((await other.call('POST', `/privacy/exports/${made?.id}/openings`)).status).toBe(404);
    server.clock.advance(minutes(31));
    await phone.open();
    for (const path of [`/privacy/exports/${made?.id}/openings`, '/privacy/exports', '/privacy/erasure'])
      expect((await phone.call('POST', path)).body.code).toBe('login-too-old');
    await phone.link('072188000001');
  });

  test('after a day the export is gone from the disk', async () => {
    const before = (await filesUnder(server)).length;
    server.clock.advance(hours(24));
    server.deps.jobs.start();
    await expect.poll(async () => (await server.deps.db.query('select 1 from exports')).count).toBe(0);
    await server.deps.jobs.stop();
    expect((await filesUnder(server)).length).toBe(before - 1);
    await phone.open();
    expect((await privacy()).export).toBeNull();
  });

  test('taking back the phone number forgets it at once and loses nothing else', async () => {
    const other = await (await server.phone('gam').open()).giveContact();
    const { body } = await other.call<Schemas['Session']>('DELETE', '/privacy/consents/phone');
    expect(body).toMatchObject({ level: 0, person: { phone: null } });
    const { rows } = await server.deps.db.query(
      `select phone from accounts where zalo_id = (select zalo_id from accounts order by created_at desc limit 1)`,
    );
    expect(rows).toEqual([{ phone: null }]);
    server.clock.advance(1000);
    await other.giveContact();
    const { body: seen } = await other.call<Schemas['Privacy']>('GET', '/privacy');
    expect(seen.consents.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([false, true]);
  });

  test('what goes and what the law keeps is said first; then all of it is done, and a search finds only what is declared', async () => {
    await phone.link('072188000001');
    await phone.call('POST', '/privacy/exports');
    await server.deps.jobs.drain();
    const id = await accountId();
    const { rows: zalo } = await server.deps.db.query<{ zalo_id: string }>(
      'select zalo_id from accounts where id = $1',
      [id],
    );
    const { body: said } = await phone.call<Schemas['Erasure']>('GET', '/privacy/erasure');
    expect(said.goes.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['drafts', 'reports', 'questions', 'appointments', 'stores', 'notifications', 'account']),
    );
    const kept = Object.fromEntries(said.keeps.map(({ what, law, until }) => [what, [law, until]]));
    expect(kept['dossiers']).toEqual(['archive', null]);
    expect(kept['payments']).toEqual(['accounting', expect.stringMatching(/^2036-12-31T/)]);
    expect(await tablesSaying(server, MARK)).toEqual(
      expect.arrayContaining(['drafts', 'reports', 'stores', 'questions']),
    );
    const { status, body: done } = await phone.call<Schemas['Erasure']>('POST', '/privacy/erasure');
    expect([status, done]).toEqual([200, said]);
    expect((await phone.call('GET', '/session')).status).toBe(401);
    await server.deps.jobs.drain();

    expect(await tablesSaying(server, MARK)).toEqual([]);
    expect(await filesSaying(server, MARK)).toEqual([]);
    // The declared list: the citizen of the dossiers, the dossiers, and money.
    const declared = ['citizens', 'dossiers', 'idempotency'];
    for (const word of PERSON) {
      expect(declared).toEqual(expect.arrayContaining(await tablesSaying(server, word)));
    }
    // Nor did anything any module logged, counted or gave as a reason say what was theirs.
    const { rows: reasons } = await server.deps.db.query('select last_error from jobs');
    const log = server.logLines.join('\n');
    const told = `${log}${await server.deps.metrics.registry.metrics()}${JSON.stringify(reasons)}`;
    expect(server.logLines.length).toBeGreaterThan(50);
    for (const word of [MARK, ...PERSON, ...WRITTEN]) expect(told.includes(word), word).toBe(false);
    expect(log).not.toContain(phone.token ?? 'no token');
    expect(await tablesSaying(server, zalo[0]?.zalo_id ?? '')).toEqual([]);
    const { rows } = await server.deps.db.query<{ phone: null }>(
      'select phone, zalo_name from accounts where id = $1',
      [id],
    );
    expect(rows).toEqual([{ phone: null, zalo_name: null }]);

    // On the disk lie only papers that a row still names.
    const { rows: keys } = await server.deps.db.query<{ store_key: string }>(
      `select store_key from files union all select small_key from report_photos union all select large_key from report_photos`,
    );
    const stored = (await filesUnder(server)).filter((path) => path.includes('/files/'));
    expect(stored.map((path) => path.split('/').at(-1)).sort()).toEqual(keys.map(({ store_key }) => store_key).sort());
  });

  test('what everybody reads is still there, and nobody’s', async () => {
    const { body: reports } = await server.phone('binh').call<{ items: unknown[] }>('GET', '/reports');
    expect(reports.items).toHaveLength(1);
    const { body: questions } = await server.phone('binh').call<{ items: { title: string }[] }>('GET', '/questions');
    expect(questions.items.map(({ title }) => title)).toContain('Xin trích lục khai sinh ở đâu?');
  });

  test('who comes back is new here, and finds what the law kept with the provincial ID', async () => {
    const again = await citizenPhone(server, 'anh');
    const { body } = await again.call<{ items: { code: string }[] }>('GET', '/dossiers');
    expect(body.items.map(({ code }) => code)).toEqual([codes.dossier]);
    expect((await again.call<{ items: [] }>('GET', '/my-reports')).body.items).toEqual([]);
  });

  test('Zalo’s own word does the same without a session, and twice is once', async () => {
    const other = await (await server.phone('em').open()).giveContact();
    await ask(other, { title: `${MARK} câu của Em`, text: `${MARK} câu hỏi của Em` });
    const { rows } = await server.deps.db.query<{ id: string }>(`select id from accounts where phone = '0900000005'`);
    await server.deps.erasePerson(rows[0]!.id, 'zalo-revoked');
    await server.deps.erasePerson(rows[0]!.id, 'zalo-revoked');
    expect(await tablesSaying(server, MARK)).toEqual([]);
    expect((await other.call('GET', '/session')).status).toBe(401);
  });
});
