import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { readVietQr } from '@dvc/contract/vietqr';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  AGREED,
  saveStore,
  sendStore,
  sentStore,
  startStore,
  storeAnswers,
  type Registration,
  type Sent,
  type Summary,
} from '../../../test/support/store-registration.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

const OFFICE = 'Ủy ban nhân dân phường Tân Ninh';
interface Listed {
  items: Schemas['Store'][];
  next: string | null;
}

describe.each(databaseKinds)('stores on %s', (kind) => {
  let server: TestServer;
  let owner: TestPhone;
  let stranger: TestPhone;
  let visitor: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100', SAMPLE_DATA: 'off' } });
  });
  beforeEach(async () => {
    owner = await (await server.phone('anh').open()).giveContact();
    stranger = await (await server.phone('gam').open()).giveContact();
    visitor = await server.phone('phuc').open();
    await server.deps.db.query('delete from store_words');
    await server.deps.db.query('delete from store_reads');
    await server.deps.db.query('delete from stores');
    await server.deps.db.query(`delete from search_entries where kind = 'store'`);
  });
  afterAll(() => server.close());

  async function office<T = Sent>(method: 'GET' | 'POST', path: string, body?: object, key?: string) {
    const response = await server.app.inject({
      method,
      url: `/integration/stores${path}`,
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}`, 'idempotency-key': key ?? randomUUID() },
      ...(body ? { payload: body } : {}),
    });
    return { status: response.statusCode, text: response.body, body: response.json<T>() };
  }
  const decide = (code: string, to: string, more: object = {}, key?: string) => {
    // Notices of one moment have no order.
    server.clock.advance(1);
    return office('POST', `/${code}/decisions`, { to, by: OFFICE, ...more }, key);
  };
  const list = async (query = '') => (await visitor.call<Listed>('GET', `/stores${query}`)).body;
  const everywhere = async (words: string) =>
    (
      await visitor.call<{ items: Schemas['SearchHit'][] }>('GET', `/search?q=${encodeURIComponent(words)}`)
    ).body.items.filter((hit) => hit.kind === 'store');
  const mine = async (id: string) => (await owner.call<Registration>('GET', `/store-registrations/${id}`)).body;
  const notices = async () =>
    (await owner.call<{ items: Schemas['Notification'][] }>('GET', '/notifications')).body.items;

  test('from the first word to the public list, with a timeline and a notice', async () => {
    const begun = await startStore(owner);
    expect(begun.draft).toMatchObject({ answers: { ownerPhone: '0900000001' }, prefilled: ['ownerPhone'], rev: 1 });
    const { body: saved } = await saveStore(owner, begun.draft, storeAnswers());
    const { status, body } = await sendStore(owner, begun.draft.id, { rev: saved.rev });
    expect([status, body.state, body.office]).toEqual([201, 'submitted', OFFICE]);
    expect(body.code).toMatch(/^CH-[2-9A-Z]{6}$/);
    expect((await list()).items).toEqual([]);
    expect((await visitor.call('GET', `/stores/${begun.draft.id}`)).status).toBe(404);

    expect((await decide(body.code ?? '', 'approved')).body.state).toBe('approved');
    const { items } = await list();
    expect(items).toEqual([
      {
        id: begun.draft.id,
        name: 'Bánh tráng Sáu Ngon',
        kind: { value: 'dac-san', vi: 'Đặc sản địa phương', en: 'Local specialities' },
        goods: 'Bánh tráng, muối tôm',
        commune: '25459',
        address: 'Số 8, khu phố 3, Phường Tân Ninh',
        phone: null,
        approvedAt: server.clock.now().toISOString(),
        sample: false,
        payment: {
          bankName: 'Vietcombank',
          accountNumber: '0011004321',
          accountName: 'TRAN THI SEN',
          qr: expect.stringMatching(/^000201/) as string,
        },
      },
    ]);
    expect(readVietQr(items[0]?.payment?.qr ?? '')).toEqual({ bin: '970436', accountNumber: '0011004321' });
    // Nothing of the owner is in what everybody reads.
    const { text } = await visitor.call('GET', `/stores/${begun.draft.id}`);
    for (const word of ['Sen Ti Nên', '0900000001']) expect(text).not.toContain(word);

    const own = await mine(begun.draft.id);
    expect(own.events.map(({ state, by }) => [state, by])).toEqual([
      ['submitted', null],
      ['approved', OFFICE],
    ]);
    expect(own.store).toEqual(items[0]);
    const [notice] = await notices();
    expect(notice).toMatchObject({
      topic: 'store',
      title: 'Bánh tráng Sáu Ngon: đã được duyệt',
      path: `/cua-hang/dang-ky?tiem=${begun.draft.id}`,
    });
  });

  test('without consent the account is nobody’s to see; given later it shows, taken back it is gone at once', async () => {
    const { id, code } = await sentStore(owner, storeAnswers(), ['trueStatement', 'showStore']);
    await decide(code, 'approved');
    const seen = async () => (await visitor.call<Schemas['Store']>('GET', `/stores/${id}`)).text;
    const consent = (shown: boolean) =>
      owner.call<Registration>('PUT', `/store-registrations/${id}/account-consent`, { body: { shown } });
    expect(await seen()).toContain('"payment":null');
    expect(await seen()).not.toContain('0011004321');
    expect((await consent(true)).body.store?.payment?.accountNumber).toBe('0011004321');
    expect(await seen()).toContain('0011004321');
    await consent(true);
    await consent(false);
    expect(await seen()).not.toContain('0011004321');
    const { body } = await owner.call<Schemas['Privacy']>('GET', '/privacy');
    const { rows } = await server.deps.db.query<{ id: string }>(
      `select id from consents where what = 'store-account' and purpose = $1`,
      [id],
    );
    expect(rows).toHaveLength(1);
    const given = body.consents.find((consent) => consent.id === rows[0]?.id);
    expect(given?.withdrawnAt).not.toBeNull();
    expect(given).toMatchObject({
      wordsVersion: '2026-11-25',
      words: expect.stringContaining('số tài khoản và mã QR'),
    });
  });

  test('what is another’s does not exist, whatever is tried', async () => {
    const { draft } = await startStore(owner);
    const { id, code } = await sentStore(owner);
    for (const own of [draft.id, id]) {
      const path = `/store-registrations/${own}`;
      const tries = await Promise.all([
        stranger.call('GET', path),
        stranger.call('POST', '/store-registrations', { body: { id: own } }),
        saveStore(stranger, draft, {}),
        sendStore(stranger, own, { rev: 1 }),
        stranger.call('PUT', `${path}/account-consent`, { body: { shown: true } }),
        stranger.call('DELETE', path),
      ]);
      expect(tries.map(({ status, body }) => [status, body.code])).toEqual(tries.map(() => [404, 'not-found']));
    }
    expect((await stranger.call<{ items: [] }>('GET', '/store-registrations')).body.items).toEqual([]);
    await decide(code, 'approved');
    expect((await stranger.call('DELETE', `/store-registrations/${id}`)).status).toBe(404);
    expect((await list()).items).toHaveLength(1);
  });

  test('the same act again is one act: start, save, send, decide, delete', async () => {
    const id = randomUUID();
    const first = await startStore(owner, id);
    expect(await startStore(owner, id)).toEqual(first);
    const saved = await saveStore(owner, first.draft, storeAnswers());
    expect((await saveStore(owner, first.draft, storeAnswers())).body).toEqual(saved.body);
    const clash = await saveStore(owner, first.draft, storeAnswers({ storeName: 'Khác' }));
    expect([clash.status, clash.body.code]).toEqual([409, 'draft-conflict']);
    const key = randomUUID();
    const sent = await Promise.all(Array.from({ length: 8 }, () => sendStore(owner, id, { rev: saved.body.rev, key })));
    expect(new Set(sent.map(({ text }) => text)).size).toBe(1);
    expect((await sendStore(owner, id, { rev: saved.body.rev, key, declaration: [] })).body.code).toBe(
      'idempotency-conflict',
    );
    const late = await saveStore(owner, saved.body, storeAnswers());
    expect(late.body).toMatchObject({ code: 'draft-sent', dossierId: id });
    const code = sent[0]?.body.code ?? '';
    const decision = randomUUID();
    const decided = await Promise.all(Array.from({ length: 5 }, () => decide(code, 'approved', {}, decision)));
    expect(new Set(decided.map(({ text }) => text)).size).toBe(1);
    expect((await mine(id)).events).toHaveLength(2);
    // Found where one searches for everything, too; never its owner.
    expect(await everywhere('banh trang sau')).toMatchObject([
      { id, title: 'Bánh tráng Sáu Ngon', path: `/cua-hang?xem=${id}` },
    ]);
    expect(await everywhere('Trần Thị Sen')).toEqual([]);
    expect((await decide(code, 'approved')).body.code).toBe('transition-refused');
    for (let times = 0; times < 2; times += 1) {
      expect((await owner.call('DELETE', `/store-registrations/${id}`)).status).toBe(204);
    }
    expect((await list()).items).toEqual([]);
    expect(await everywhere('banh trang sau')).toEqual([]);
    expect((await mine(id)).events.map(({ state }) => state)).toEqual(['submitted', 'approved', 'closed']);
  });

  test.each([
    ['no bank of the list', { bank: '999999' }, 'bank choose'],
    ['a card number’s length', { accountNumber: '97043600110043210099' }, 'accountNumber pattern'],
    ['signs no account has', { accountNumber: '0011-ổ-4321' }, 'accountNumber pattern'],
    ['a place elsewhere', { address: { commune: 'ngoai:Phường 1, TP.HCM', detail: 'Số 1' } }, 'address.commune'],
    ['no name', { storeName: '  ' }, 'storeName required'],
  ])('%s is refused in words, and kept as it was typed', async (_, over, fault) => {
    const { draft } = await startStore(owner);
    const { body: saved } = await saveStore(owner, draft, storeAnswers(over));
    const { status, body } = await sendStore(owner, draft.id, { rev: saved.rev });
    expect([status, body.code]).toEqual([422, 'invalid']);
    expect(body.errors?.map(({ path, code }) => `${path} ${code}`).join()).toContain(fault);
    expect((await mine(draft.id)).draft.answers).toMatchObject(over);
  });

  test('the two statements must be agreed to; only what was looked over is sent', async () => {
    const { draft } = await startStore(owner);
    const { body: saved } = await saveStore(owner, draft, storeAnswers());
    const { body } = await sendStore(owner, draft.id, { rev: saved.rev, declaration: ['showAccount'] });
    expect(body.errors?.map(({ path }) => path)).toEqual(['declaration.trueStatement', 'declaration.showStore']);
    await saveStore(owner, saved, storeAnswers({ accountNumber: '99887766' }));
    const stale = await sendStore(owner, draft.id, { rev: saved.rev, declaration: AGREED });
    expect([stale.body.code, stale.body.draft?.answers['accountNumber']]).toEqual(['draft-conflict', '99887766']);
  });

  test('asked to mend: every place with its reason, mended and sent again under the same code', async () => {
    const { id, code } = await sentStore(owner);
    const items = [{ field: 'accountName', reason: 'Tên không khớp với ngân hàng.' }];
    const unknown = await decide(code, 'supplementRequired', { items: [{ field: 'mau', reason: 'Sai.' }] });
    expect(unknown.body.errors?.[0]?.path).toBe('items.0.field');
    expect((await decide(code, 'supplementRequired', { items })).status).toBe(200);
    const asked = await mine(id);
    expect(asked.asked).toEqual({
      by: OFFICE,
      note: null,
      items: [{ ...items[0], title: 'Tên chủ tài khoản' }],
    });
    expect((await notices())[0]?.title).toBe('Bánh tráng Sáu Ngon: cần bạn sửa rồi gửi lại');
    const { body: saved } = await saveStore(owner, asked.draft, storeAnswers({ accountName: 'TRAN THI SEN TI NEN' }));
    const again = await sendStore(owner, id, { rev: saved.rev });
    expect([again.body.state, again.body.code]).toEqual(['submitted', code]);
    expect((await mine(id)).asked).toBeNull();
    await decide(code, 'approved');
    expect((await list()).items[0]?.payment?.accountName).toBe('TRAN THI SEN TI NEN');
  });

  test('a refusal needs a reason, and nothing has to be written anew', async () => {
    const { id, code } = await sentStore(owner);
    for (const note of [{}, { note: '  ' }]) {
      expect((await decide(code, 'refused', note)).body.errors?.[0]?.path).toBe('note');
    }
    // Nobody says who decides: the office it was sent to.
    await decide(code, 'refused', { by: undefined, note: 'Địa chỉ này không có tiệm nào.' });
    const refused = await mine(id);
    expect(refused.events.at(-1)).toMatchObject({
      state: 'refused',
      by: refused.registration.office,
      note: 'Địa chỉ này không có tiệm nào.',
    });
    expect(refused.draft.answers['storeName']).toBe('Bánh tráng Sáu Ngon');
    expect((await sendStore(owner, id, { rev: refused.draft.rev })).body.state).toBe('submitted');
  });

  test('an office closes a public shop: gone for everybody, with its reason for the owner', async () => {
    const { id, code } = await sentStore(owner);
    await decide(code, 'approved');
    await decide(code, 'closed', { note: 'Tiệm đã nghỉ bán.' });
    expect((await list('?q=banh')).items).toEqual([]);
    expect((await visitor.call('GET', `/stores/${id}`)).status).toBe(404);
    expect((await notices())[0]?.body).toContain('Tiệm đã nghỉ bán.');
  });

  test('the office lists what was sent, and each reading is written down', async () => {
    await startStore(owner);
    const codes = [await sentStore(owner), await sentStore(owner), await sentStore(owner)].map(({ code }) => code);
    const seen: (string | null)[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { body: { items: Summary[]; next: string | null } } = await office(
        'GET',
        `?state=submitted&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...page.body.items.map(({ code }) => code));
      cursor = page.body.next;
    }
    expect(seen.sort()).toEqual(codes.sort());
    const { body } = await office<Schemas['StoreForOffice']>('GET', `/${codes[0]}?purpose=Xem%20duyet`);
    expect(body).toMatchObject({ ownerPhone: '0900000001', accountShown: true, answers: { bank: '970436' } });
    expect(body.declared).toHaveLength(3);
    expect(readVietQr(body.qr ?? '')).toEqual({ bin: '970436', accountNumber: '0011004321' });
    const { rows } = await server.deps.db.query('select system, purpose from store_reads');
    expect(rows).toEqual([{ system: 'test', purpose: 'Xem duyet' }]);
  });
});
