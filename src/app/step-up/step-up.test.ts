// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  buildHouse,
  eventually,
  expectPlace,
  installFakeZalo,
  place,
  type House,
} from '../../../tests/support/app-house';
import { problem, session, type Asked } from '../../../tests/support/fake-server';
import { toBase64Url } from '#lib/base64url';

const zalo = installFakeZalo();
let house: House;

afterEach(() => house.close());

const heading = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });
const tap = async (name: string): Promise<void> => userEvent.click(await screen.findByRole('button', { name }));
/** What a phone remembers that left for the provincial ID a moment ago. */
const pendingAt = (returnTo: string): string =>
  JSON.stringify({ verifier: 'v'.repeat(43), returnTo, startedAt: Date.now() });
const inbox = { items: [], next: null, unread: 0 };

describe('level 1: name and phone number', () => {
  beforeEach(() => {
    house = buildHouse(zalo, 0);
    zalo.answer('action.mp.user.authorize', { data: { 'scope.userInfo': true, 'scope.userPhonenumber': true } });
    zalo.answer('action.mp.get.number', { data: { token: 'phone-token' } });
    house.server.on('POST /session/contact', session(1));
    house.server.on('GET /notifications', inbox);
  });

  test('explains first, asks after the tap, and the same address opens', async () => {
    house.open('/thong-bao');
    await heading('Cho chúng tôi biết số điện thoại');
    expect(screen.getByText(/Để giữ thông báo của riêng bạn/)).toBeVisible();
    expect(zalo.calls.filter(({ action }) => action.startsWith('action.mp.'))).toEqual([]);
    await tap('Cho số điện thoại');
    expect(await screen.findByRole('heading', { name: 'Bạn chưa có thông báo nào' })).toBeVisible();
    expect(place()).toBe('/thong-bao');
    const given = house.server.asked.find(({ path }) => path === '/session/contact');
    expect(given?.body).toEqual({ accessToken: 'zalo-access-token', phoneToken: 'phone-token' });
  });

  test.each([
    ['says no', 'action.mp.user.authorize', { error: -201 }, 'Bạn chưa cho số điện thoại'],
    ['closes the sheet', 'action.mp.get.number', { error: -2003 }, 'Bạn chưa cho số điện thoại'],
    ['Zalo has not approved it', 'action.mp.get.number', { error: -1403 }, 'Zalo chưa cho ứng dụng làm việc này'],
    ['Zalo is too old', 'action.mp.get.number', { error: -5 }, 'Zalo trên máy này chưa làm được việc này'],
  ] as const)('%s: said in words, everything else usable, another tap asks again', async (_, action, answer, words) => {
    zalo.answer(action, answer);
    house.open('/thong-bao');
    await tap('Cho số điện thoại');
    expect(await screen.findByText(words)).toBeVisible();
    expect(place()).toBe('/thong-bao');
    zalo.answer(action, { data: { token: 'phone-token', 'scope.userPhonenumber': true } });
    await tap('Cho số điện thoại');
    expect(await screen.findByRole('heading', { name: 'Bạn chưa có thông báo nào' })).toBeVisible();
  });

  test('our server does not answer: said, nothing lost, another tap works', async () => {
    house.server.on('POST /session/contact', problem(503, 'zalo-unavailable'));
    house.open('/thong-bao');
    await tap('Cho số điện thoại');
    expect(await screen.findByRole('alert')).toHaveTextContent('Zalo đang bận nên chưa nhận ra bạn');
    house.server.on('POST /session/contact', session(1));
    await tap('Cho số điện thoại');
    expect(await screen.findByRole('heading', { name: 'Bạn chưa có thông báo nào' })).toBeVisible();
  });

  test('the number arrived and only the answer was lost: the session tells, and the place opens', async () => {
    house.server.on('POST /session/contact', () => {
      house.server.on('GET /session', session(1));
      return new TypeError('reset');
    });
    house.open('/thong-bao');
    await tap('Cho số điện thoại');
    expect(await screen.findByRole('heading', { name: 'Bạn chưa có thông báo nào' })).toBeVisible();
  });

  test('what opens after it takes the focus, so that it is heard', async () => {
    house.open('/thong-bao');
    await tap('Cho số điện thoại');
    await eventually(() => expect(screen.getByRole('heading', { level: 1, name: 'Thông báo' })).toHaveFocus());
  });

  test('“Để sau” leads away without anything asked', async () => {
    house.open('/thong-bao');
    await tap('Để sau');
    await expectPlace('/');
    expect(zalo.calls.filter(({ action }) => action.startsWith('action.mp.'))).toEqual([]);
  });

  test('on the way to level 2 it is task 1 of 2', async () => {
    house.open('/ho-so');
    await heading('Cho chúng tôi biết số điện thoại');
    expect(screen.getByText(/Việc 1 trong 2/)).toBeVisible();
    await tap('Cho số điện thoại');
    await heading('Liên kết tài khoản Tây Ninh ID');
    expect(place()).toBe('/ho-so');
  });
});

describe('level 2: the provincial ID', () => {
  const link = 'Liên kết Tây Ninh ID';
  let began: Asked | undefined;

  beforeEach(() => {
    house = buildHouse(zalo, 1);
    began = undefined;
    house.server.on('POST /identity/step-ups', (asked) => {
      began = asked;
      return {
        id: 'x',
        url: 'https://smart.tayninh.example/identity/start?ticket=1',
        expiresAt: '2026-11-23T10:00:00Z',
      };
    });
    house.server.on('GET /drafts', { items: [] });
    house.server.on('GET /dossiers', { items: [], next: null });
    zalo.answer('action.open.inapp', { data: {} });
  });

  async function leave(from = '/ho-so'): Promise<void> {
    house.open(from);
    await tap(link);
    await screen.findByText('Đang chờ bạn đăng nhập Tây Ninh ID');
  }

  test('says why, what is needed, what is received and what not, and warns of fraud', async () => {
    house.open('/ho-so/nop/1.001193');
    await heading('Liên kết tài khoản Tây Ninh ID');
    expect(screen.getByText('Để nộp hồ sơ, cơ quan cần biết chắc người nộp là bạn.')).toBeVisible();
    for (const part of ['Bạn cần có', 'Chúng tôi nhận', 'Chúng tôi không nhận']) {
      expect(screen.getByRole('heading', { level: 2, name: part })).toBeVisible();
    }
    expect(screen.getByText(/Ai gửi là lừa đảo/)).toBeVisible();
    expect(began).toBeUndefined();
  });

  test('remembers the place and only the hash of its secret leaves the phone', async () => {
    await leave('/ho-so/nop/1.001193?nhap=d1&buoc=be&env=TESTING');
    expect(began?.body).toEqual({
      returnTo: '/ho-so/nop/1.001193?nhap=d1&buoc=be',
      challenge: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as string,
    });
    const [kept = ''] = zalo.storage.values();
    const { verifier } = JSON.parse(kept) as { verifier: string };
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    expect((began?.body as { challenge: string }).challenge).toBe(toBase64Url(new Uint8Array(digest)));
  });

  test('comes home by the link: raised, and at the same place', async () => {
    await leave();
    house.server.on('POST /identity/links', { session: session(2), returnTo: '/ho-so' });
    zalo.openLink('/lien-ket?ma=code-1&utm_source=tay-ninh-id');
    zalo.event('h5.event.webview.close');
    await heading('Hồ sơ của tôi');
    expect(place()).toBe('/ho-so');
    const given = house.server.asked.find(({ path }) => path === '/identity/links');
    expect(given?.body).toMatchObject({ code: 'code-1', verifier: expect.stringMatching(/^.{43}$/) as string });
    expect(house.server.asked.filter(({ path }) => path === '/identity/links')).toHaveLength(1);
  });

  test('the page is closed without a result: told on the spot, nothing lost', async () => {
    await leave();
    zalo.event('h5.event.webview.close');
    expect(await screen.findByText('Bạn chưa liên kết tài khoản.')).toBeVisible();
    expect(screen.getByText('Phần đang làm vẫn còn. Bấm Liên kết khi sẵn sàng.')).toBeVisible();
    expect(screen.getByRole('button', { name: link })).toBeVisible();
    expect(place()).toBe('/ho-so');
  });

  test('the identity service is busy: said, and another tap works', async () => {
    house.server.on('POST /identity/step-ups', problem(503, 'identity-unavailable'));
    house.open('/ho-so');
    await tap(link);
    expect(await screen.findByRole('alert')).toHaveTextContent('Dịch vụ định danh đang bận');
    expect(zalo.calls.map(({ action }) => action)).not.toContain('action.open.inapp');
  });

  test('the in-app browser does not open: said', async () => {
    zalo.answer('action.open.inapp', { error: -5 });
    house.open('/ho-so');
    await tap(link);
    expect(await screen.findByRole('alert')).toHaveTextContent('Zalo trên máy này chưa làm được việc này');
  });
});

describe('the way back, opened cold', () => {
  const code = '/lien-ket?ma=code-1';
  const links = (): Asked[] => house.server.asked.filter(({ path }) => path === '/identity/links');

  beforeEach(() => {
    house = buildHouse(zalo, 1);
    house.server.on('GET /drafts', { items: [] });
    house.server.on('GET /dossiers', { items: [], next: null });
  });

  test('Zalo was killed in between: finishes, and opens the place it was begun at', async () => {
    house.server.on('POST /identity/links', { session: session(2), returnTo: '/ho-so' });
    house.open(`${code}-killed`);
    await heading('Hồ sơ của tôi');
    expect(place()).toBe('/ho-so');
    // React draws twice here; the code is presented once.
    expect(links()).toHaveLength(1);
  });

  test('somebody else’s code: nobody is raised, and the person is warned', async () => {
    house.server.on('POST /identity/links', problem(403, 'step-up-foreign'));
    house.open(`${code}-foreign`);
    await heading('Cẩn thận: có thể bạn đang bị lừa');
    expect(within(screen.getByRole('alert')).getByText(/đừng đăng nhập giúp họ/)).toBeVisible();
    expect(links()[0]?.body).toEqual({ code: 'code-1-foreign', verifier: '' });
  });

  test('too late: said, and the way home is there', async () => {
    house.server.on('POST /identity/links', problem(410, 'step-up-expired'));
    house.open(`${code}-late`);
    await heading('Lần liên kết này đã hết hạn');
    expect(screen.getByRole('link', { name: 'Về trang chủ' })).toBeVisible();
  });

  test('done already, only the answer was lost: nobody is frightened', async () => {
    house.server.on('POST /identity/links', problem(410, 'step-up-expired'));
    house.server.on('GET /session', session(2));
    house.open(`${code}-again`);
    await expectPlace('/');
  });

  test.each([
    ['a reset', new TypeError('reset')],
    ['a gateway’s page', new Response('<h1>502</h1>', { status: 502 })],
  ])('done, and in place of the answer comes %s: the session tells, nobody has to try again', async (what, lost) => {
    zalo.storage.set('tns.tay-ninh.step-up', pendingAt('/thong-bao'));
    house.server.on('GET /notifications', inbox);
    house.server.on('POST /identity/links', () => {
      house.server.on('GET /session', session(2));
      return lost;
    });
    house.open(`${code}-${what.length}`);
    await expectPlace('/thong-bao');
    expect(screen.queryByText('Chưa hoàn tất được liên kết')).toBeNull();
    expect(links()).toHaveLength(1);
    expect([...zalo.storage.keys()]).toEqual([]);
  });

  test('the answer is lost and the session too: the same code again finds it done, and where it was begun', async () => {
    zalo.storage.set('tns.tay-ninh.step-up', pendingAt('/thong-bao'));
    house.server.on('GET /notifications', inbox);
    house.server.on('GET /session', new TypeError('reset'));
    house.server.on('POST /identity/links', new TypeError('reset'));
    house.open(`${code}-both`);
    await heading('Chưa hoàn tất được liên kết');
    // The server answers the same account, code and verifier as it did at first.
    house.server.on('POST /identity/links', { session: session(2), returnTo: '/thong-bao' });
    await tap('Thử lại');
    await expectPlace('/thong-bao');
    expect(links()[1]?.body).toEqual(links()[0]?.body);
  });

  test('the server does not answer: another try presents the same code', async () => {
    house.server.on('POST /identity/links', new TypeError('reset'));
    house.open(`${code}-retry`);
    await heading('Chưa hoàn tất được liên kết');
    house.server.on('POST /identity/links', { session: session(2), returnTo: '/ho-so' });
    await tap('Thử lại');
    await heading('Hồ sơ của tôi');
  });

  test('a place from outside our table is not gone to, whoever wrote it', async () => {
    house.server.on('POST /identity/links', { session: session(2), returnTo: '//evil.example' });
    house.open(`${code}-evil`);
    await expectPlace('/');
    expect(window.location.host).toBe('h5.zdn.vn.localhost');
  });

  test('given up at the provincial ID: told, and back to the place', async () => {
    zalo.storage.set('tns.tay-ninh.step-up', pendingAt('/ho-so'));
    house.open('/lien-ket?ket-qua=chua-lien-ket');
    await heading('Bạn chưa liên kết tài khoản');
    expect(links()).toEqual([]);
  });
});
