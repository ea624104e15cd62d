import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OFFICIAL_ACCOUNT, ZALO_APP } from '../identity.ts';
import { startTestEmulator } from '../testing/test-emulator.ts';
import type { TestEmulator } from '../testing/test-emulator.ts';
import { secretProof } from './graph.ts';

let zalo: TestEmulator;
beforeAll(async () => {
  zalo = await startTestEmulator();
});
afterAll(() => zalo.emulator.close());
beforeEach(() => zalo.control.reset());

type Answer = Record<string, unknown> & { error?: number; data?: Record<string, unknown> };
const get = async (endpoint: string, headers: Record<string, string>): Promise<Answer> =>
  (await (await fetch(zalo.cloud(endpoint), { headers })).json()) as Answer;
const post = async (endpoint: string, headers: Record<string, string>, body: unknown): Promise<Answer> => {
  const isForm = body instanceof URLSearchParams;
  const response = await fetch(zalo.cloud(endpoint), {
    method: 'POST',
    headers: { ...headers, ...(isForm ? {} : { 'content-type': 'application/json' }) },
    body: isForm ? body : JSON.stringify(body),
  });
  return (await response.json()) as Answer;
};

const refresh = (token: string): Promise<Answer> =>
  post(
    'oauth.zaloapp.com/v4/oa/access_token',
    { secret_key: OFFICIAL_ACCOUNT.appSecret },
    new URLSearchParams({ refresh_token: token, app_id: OFFICIAL_ACCOUNT.appId, grant_type: 'refresh_token' }),
  );
const officialToken = async (): Promise<string> =>
  String((await refresh(OFFICIAL_ACCOUNT.firstRefreshToken))['access_token']);
const send = (token: string, userId: string, message: unknown): Promise<Answer> =>
  post('openapi.zalo.me/v3.0/oa/message/cs', { access_token: token }, { recipient: { user_id: userId }, message });

describe('graph.zalo.me', () => {
  it('tells a server who a token belongs to, and no name before consent', async () => {
    const { accessToken } = await zalo.control.tokensFor('anh');
    const headers = { access_token: accessToken, appsecret_proof: secretProof(accessToken) };
    const before = await get('graph.zalo.me/v2.0/me?fields=id,name', headers);
    expect(before).toMatchObject({ error: 0, id: (await zalo.control.person('anh')).userId });
    expect(before).not.toHaveProperty('name');
    await zalo.control.changePerson('anh', { consents: { 'scope.userInfo': true } });
    expect(await get('graph.zalo.me/v2.0/me?fields=id,name', headers)).toMatchObject({ name: 'Ngọc Ánh' });
  });

  it('refuses a server without proof, with a wrong proof, and a token it never gave', async () => {
    const { accessToken } = await zalo.control.tokensFor('anh');
    expect(await get('graph.zalo.me/v2.0/me', { access_token: accessToken })).toMatchObject({ error: -1241 });
    const wrong = { access_token: accessToken, appsecret_proof: secretProof('another') };
    expect(await get('graph.zalo.me/v2.0/me', wrong)).toMatchObject({ error: -1241 });
    const stranger = { access_token: 'stranger', appsecret_proof: secretProof('stranger') };
    expect(await get('graph.zalo.me/v2.0/me', stranger)).toMatchObject({ error: 452 });
  });

  it('decodes a phone token once, for its own person, within two minutes', async () => {
    const decode = (accessToken: string, code: string): Promise<Answer> =>
      get('graph.zalo.me/v2.0/me/info', { access_token: accessToken, code, secret_key: ZALO_APP.secret });
    const anh = await zalo.control.tokensFor('anh');
    const binh = await zalo.control.tokensFor('binh');
    expect(await decode(binh.accessToken, anh.phoneToken)).toMatchObject({ error: 2017 });
    expect(await decode(anh.accessToken, anh.phoneToken)).toMatchObject({ error: 0, data: { number: '84900000001' } });
    expect(await decode(anh.accessToken, anh.phoneToken)).toMatchObject({ error: 2017 });
    await zalo.control.advanceClock(121_000);
    expect(await decode(binh.accessToken, binh.phoneToken)).toMatchObject({ error: 2017 });
  });
});

describe("the Official Account's tokens", () => {
  it('rotate: a refresh token works once and kills the access token before it', async () => {
    const first = await refresh(OFFICIAL_ACCOUNT.firstRefreshToken);
    expect(first).toMatchObject({ expires_in: '90000' });
    expect(await refresh(OFFICIAL_ACCOUNT.firstRefreshToken)).toMatchObject({ error: -14020 });
    const second = await refresh(String(first['refresh_token']));
    const { userIdByOa } = await zalo.control.person('anh');
    expect(await send(String(first['access_token']), userIdByOa, { text: 'a' })).toMatchObject({ error: -216 });
    expect(await send(String(second['access_token']), userIdByOa, { text: 'a' })).toMatchObject({ error: 0 });
    await zalo.control.advanceClock(90_001_000);
    expect(await send(String(second['access_token']), userIdByOa, { text: 'a' })).toMatchObject({ error: -220 });
  });

  it('are lost with a lost answer, until an administrator consents again', async () => {
    await zalo.control.addFault({ endpoint: 'oauth.zaloapp.com', kind: 'answer-lost', times: 1 });
    await expect(refresh(OFFICIAL_ACCOUNT.firstRefreshToken)).rejects.toThrow();
    expect(await refresh(OFFICIAL_ACCOUNT.firstRefreshToken)).toMatchObject({ error: -14020 });
    await zalo.control.consentForOfficialAccount();
    expect(await refresh(OFFICIAL_ACCOUNT.firstRefreshToken)).toHaveProperty('access_token');
  });
});

describe('openapi.zalo.me', () => {
  const template = (type: string): unknown => ({
    attachment: {
      type: 'template',
      payload: {
        template_type: 'transaction_order',
        elements: [
          { type: 'header', content: 'Hồ sơ đã có kết quả' },
          { type: 'table', content: [{ key: 'Mã hồ sơ', value: 'H-1' }] },
        ],
        buttons: [{ title: 'Xem', type, payload: { url: 'https://zalo.me/s/1/ho-so/1?utm_source=zalo-oa' } }],
      },
    },
  });

  it("puts a message with its button into the person's chat", async () => {
    const { userIdByOa } = await zalo.control.person('anh');
    await send(await officialToken(), userIdByOa, template('oa.open.url'));
    const [message] = await zalo.control.messages('anh');
    expect(message).toMatchObject({
      title: 'Hồ sơ đã có kết quả',
      rows: [{ key: 'Mã hồ sơ', value: 'H-1' }],
      buttons: [{ title: 'Xem', target: 'https://zalo.me/s/1/ho-so/1?utm_source=zalo-oa' }],
    });
  });

  it('refuses a button kind that does not exist, a stranger, and someone silent for a week', async () => {
    const token = await officialToken();
    const follower = await zalo.control.person('anh');
    const stranger = await zalo.control.person('binh');
    expect(await send(token, follower.userIdByOa, template('oa.open.miniapp'))).toMatchObject({ error: -201 });
    expect(await send(token, stranger.userIdByOa, { text: 'a' })).toMatchObject({ error: -213 });
    await zalo.control.advanceClock(8 * 24 * 3_600_000);
    const fresh = await zalo.control.consentForOfficialAccount().then(officialToken);
    expect(await send(fresh, follower.userIdByOa, { text: 'a' })).toMatchObject({ error: -230 });
    await zalo.control.writeToOfficialAccount('anh', 'Chào');
    expect(await send(fresh, follower.userIdByOa, { text: 'a' })).toMatchObject({ error: 0 });
  });
});

describe('notices by phone number', () => {
  it('reach whoever has the number, and say -118 for a number nobody has', async () => {
    const token = await officialToken();
    const fields = { tieu_de: 'Hồ sơ', noi_dung: 'Cần bạn gửi thêm.', duong_dan: 'ho-so/1?utm_source=zns' };
    const notify = (phone: string, more: object = {}): Promise<Answer> =>
      post(
        'business.openapi.zalo.me/message/template',
        { access_token: token },
        { phone, template_id: '378101', template_data: fields, tracking_id: 't1', ...more },
      );
    expect(await notify('84900000002')).toMatchObject({ error: 0 });
    expect(await zalo.control.messages('binh')).toMatchObject([{ channel: 'zns', trackingId: 't1' }]);
    expect(await notify('84999999999')).toMatchObject({ error: -118 });
    expect(await notify('84900000002', { template_id: '7' })).toMatchObject({ error: -106 });
    const tooLong = { ...fields, tieu_de: 'x'.repeat(101) };
    expect(await notify('84900000002', { template_data: tooLong })).toMatchObject({ error: -108 });
  });
});

describe('faults', () => {
  it('cut the line, answer in HTML, or answer with an error, as often as asked', async () => {
    const ask = (): Promise<Response> => fetch(zalo.cloud('graph.zalo.me/v2.0/me'));
    await zalo.control.addFault({ endpoint: 'graph.zalo.me', kind: 'down', times: 1 });
    await expect(ask()).rejects.toThrow();
    await zalo.control.addFault({ endpoint: 'graph.zalo.me', kind: 'html-502', times: 1 });
    const html = await ask();
    expect(html.status).toBe(502);
    expect(html.headers.get('content-type')).toContain('text/html');
    await zalo.control.addFault({ endpoint: 'graph.zalo.me/v2.0/me', kind: 'error', code: -501, times: 1 });
    expect(await (await ask()).json()).toMatchObject({ error: -501 });
    expect(await (await ask()).json()).toMatchObject({ error: -1241 });
    expect((await zalo.control.requests('graph.zalo.me')).map((entry) => entry.status)).toEqual([0, 502, 200, 200]);
  });
});
