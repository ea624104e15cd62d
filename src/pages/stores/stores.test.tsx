// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FormDefinition } from '@dvc/contract/forms';
import { vietQr } from '@dvc/contract/vietqr';
import { bindSession, forgetAnswers } from '#api';
import { installFakeServer, problem, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import RegisterStoreScreen from './register-store-screen';
import StoresScreen from './stores-screen';
import { account, registrationsOf, shop, type Registration } from './testing/store-samples';
import form from '../../../provinces/tay-ninh/stores/form.json';

const registration = registrationsOf(form as unknown as FormDefinition);

let server: FakeServer;
// The SDK logs in once, so one bridge serves the whole file.
const zalo = installFakeZalo();
let place = '';
function Where() {
  const { pathname, search } = useLocation();
  place = pathname + search;
  return null;
}

function open(path: string): void {
  render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[path]}>
        <Where />
        <Routes>
          <Route path="/cua-hang" element={<StoresScreen />} />
          <Route path="/cua-hang/dang-ky" element={<RegisterStoreScreen />} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
}

function openRegistration(known: Registration, rest = ''): string {
  const path = `/store-registrations/${known.draft.id}`;
  server.on(`GET ${path}`, known);
  server.on(`PUT ${path}`, ({ body }) => ({ ...known.draft, ...(body as object), rev: known.draft.rev + 1 }));
  open(`/cua-hang/dang-ky?tiem=${known.draft.id}${rest}`);
  return path;
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
const asked = (what: string) => server.asked.filter(({ method, path }) => `${method} ${path}` === what);

const { send } = XMLHttpRequest.prototype;
beforeEach(() => {
  XMLHttpRequest.prototype.send = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
  window.scrollTo = () => undefined;
  server = installFakeServer();
  forgetAnswers();
  return bindSession({
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
    levelDoubted: () => undefined,
  });
});
afterEach(() => {
  cleanup();
  XMLHttpRequest.prototype.send = send;
});

describe('the list', () => {
  const page = { items: [shop()], next: null, kinds: [shop().kind] };

  test('what is looked for stands in the address; a page more on a tap', async () => {
    server.on('GET /stores', ({ path }) =>
      path.includes('cursor=x') ? { ...page, items: [shop({ id: 'b', name: 'Tiệm sau' })] } : { ...page, next: 'x' },
    );
    open('/cua-hang');
    await screen.findByRole('link', { name: /Bánh tráng Cô Ba/ });
    await press('Xem thêm');
    expect(await screen.findByRole('link', { name: /Tiệm sau/ })).toBeVisible();
    await userEvent.type(screen.getByLabelText('Tìm tiệm'), 'banh trang');
    await waitFor(() => expect(place).toBe('/cua-hang?q=banh+trang'));
    await userEvent.selectOptions(await screen.findByLabelText('Nhóm hàng'), 'Đặc sản địa phương');
    expect(place).toContain('loai=dac-san');
    await waitFor(() => expect(server.asked.at(-1)?.path).toBe('/stores?q=banh%20trang&kind=dac-san'));
  });

  test('shops on a map by commune, in words below it; one of them leads to its list', async () => {
    server.on('GET /stores/map', {
      communes: [
        { code: '25459', name: 'Phường Tân Ninh', point: { lat: 11.31, lng: 106.1 }, count: 12 },
        { code: '27694', name: 'Phường Long An', point: { lat: 10.54, lng: 106.41 }, count: 3 },
        { code: '27700', name: 'Phường Tân An', point: { lat: 10.64, lng: 106.41 }, count: 2 },
      ],
    });
    server.on('GET /stores', page);
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    open('/cua-hang?q=banh');
    await press('Bản đồ');
    expect(place).toBe('/cua-hang?xem=ban-do');
    const map = await screen.findByRole('application', { name: 'Bản đồ các tiệm theo xã, phường' });
    const mark = await within(map).findByTitle('Phường Tân Ninh: 12 tiệm');
    expect(mark).toHaveTextContent('12');
    // Two that would lie on one another are one, until somebody looks closer.
    within(map).getByTitle('Phường Long An và 1 nơi gần đó: 5 tiệm. Xem gần hơn.').focus();
    await userEvent.keyboard('{Enter}');
    expect(await within(map).findByTitle('Phường Tân An: 2 tiệm')).toBeVisible();
    expect(await screen.findByRole('link', { name: /Phường Tân Ninh/ })).toHaveAttribute('href', '/cua-hang?xa=25459');
    await userEvent.click(within(map).getByTitle('Phường Tân Ninh: 12 tiệm'));
    expect(place).toBe('/cua-hang?xa=25459');
    expect(await screen.findByText('Chỉ các tiệm ở Phường Tân Ninh.')).toBeVisible();
    expect(server.asked.at(-1)?.path).toBe('/stores?commune=25459');
    expect(screen.getByRole('link', { name: 'Xem tiệm cả tỉnh' })).toHaveAttribute('href', '/cua-hang');
    vi.unstubAllGlobals();
  });

  test('nothing found and nothing there are said differently', async () => {
    server.on('GET /stores', { items: [], next: null, kinds: [] });
    open('/cua-hang?q=xyz');
    expect(await screen.findByText('Không tìm thấy tiệm nào như vậy')).toBeVisible();
  });

  test('one shop: its code, whom the money goes to, and a number to call', async () => {
    server.on(`GET /stores/${shop().id}`, shop());
    open(`/cua-hang?xem=${shop().id}`);
    await title('Bánh tráng Cô Ba');
    expect(await screen.findByRole('img', { name: 'Mã VietQR để chuyển tiền cho Bánh tráng Cô Ba' })).toBeVisible();
    expect(screen.getByText('TRAN THI BA')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Gọi 0912 345 678' })).toHaveAttribute('href', 'tel:0912345678');
  });

  test.each([
    ['a sample says so', shop({ sample: true }), 'Tiệm mẫu'],
    ['without consent no account', shop({ payment: null }), /Chủ tiệm chưa cho xem tài khoản/],
  ])('%s', async (_, one, words) => {
    server.on(`GET /stores/${one.id}`, one);
    open(`/cua-hang?xem=${one.id}`);
    expect(await screen.findByText(words)).toBeVisible();
  });

  test('nobody pays by a copy that the phone kept', async () => {
    vi.stubGlobal('caches', {
      open: async () => ({
        match: async () => new Response(JSON.stringify({ at: '2026-11-25T01:00:00Z', answer: shop() })),
      }),
    });
    server.on(`GET /stores/${shop().id}`, new TypeError('no network'));
    open(`/cua-hang?xem=${shop().id}`);
    expect(await screen.findByText(/^Mã QR chỉ hiện khi có mạng/)).toBeVisible();
    expect(screen.getByText(/^Chưa có mạng. Đây là bản đã lưu/)).toBeVisible();
    expect(screen.queryByRole('img', { name: /^Mã VietQR/ })).toBeNull();
    vi.unstubAllGlobals();
  }, 15_000);

  test('a shop that is gone leads to the list', async () => {
    server.on(`GET /stores/${shop().id}`, problem(404, 'not-found'));
    open(`/cua-hang?xem=${shop().id}`);
    await title('Tiệm này không còn trong danh sách');
    expect(screen.getByRole('link', { name: 'Xem danh sách tiệm' })).toBeVisible();
  });
});

describe('registering', () => {
  test('begins once, whatever is lost on the way', async () => {
    server.on('GET /store-registrations', { items: [] });
    server.on('POST /store-registrations', problem(503, 'server-busy'));
    open('/cua-hang/dang-ky');
    await screen.findByText('Tên tiệm như trên bảng hiệu');
    await press('Bắt đầu đăng ký');
    expect(await screen.findByRole('alert')).toBeVisible();
    const known = registration('draft', { answers: {}, page: 'chu-tiem' });
    server.on('POST /store-registrations', known);
    await press('Bắt đầu đăng ký');
    await title('Chủ tiệm');
    const ids = asked('POST /store-registrations').map(({ body }) => (body as { id: string }).id);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(1);
  });

  test.each([
    ['a code of something else', 'https://example.com', /không phải mã VietQR/],
    ['a bank nobody knows', vietQr({ bin: '999999', accountNumber: '0011004321' }), /chưa có trong danh sách/],
  ])(
    '%s, scanned, changes nothing',
    async (_, content, words) => {
      openRegistration(registration('draft', { answers: {}, page: 'tai-khoan' }));
      await title('Tài khoản nhận tiền');
      zalo.answer('action.open.qr', { data: { content } });
      await userEvent.click(screen.getByText('Quét mã QR ngân hàng của tiệm'));
      expect(await screen.findByText(words)).toBeVisible();
      expect(screen.getByLabelText('Số tài khoản')).toHaveValue('');
    },
    30_000,
  );

  test('the code a shop has fills bank and account in', async () => {
    openRegistration(registration('draft', { answers: {}, page: 'tai-khoan' }));
    await title('Tài khoản nhận tiền');
    zalo.answer('action.open.qr', { data: { content: vietQr(account) } });
    await userEvent.click(screen.getByText('Quét mã QR ngân hàng của tiệm'));
    await waitFor(() => expect(screen.getByLabelText('Số tài khoản')).toHaveValue('0011004321'));
    expect(screen.getByLabelText('Ngân hàng')).toHaveDisplayValue('Vietcombank');
    await userEvent.click(screen.getByText('Tiếp tục'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Tên chủ tài khoản');
  }, 30_000);

  test('sending early says what is missing; sent with one key, it shows where it stands', async () => {
    const known = registration('draft');
    const path = openRegistration(known);
    await title('Xem lại và gửi');
    expect(await screen.findByRole('img', { name: 'Mã VietQR từ số tài khoản bạn ghi' })).toBeVisible();
    await press('Gửi đăng ký');
    expect(within(await screen.findByRole('alert')).getAllByRole('link')).toHaveLength(2);
    expect(asked(`POST ${path}/submissions`)).toEqual([]);
    for (const name of [/^Tôi là chủ tiệm/, /^Khi được duyệt/])
      await userEvent.click(screen.getByRole('checkbox', { name }));
    server.on(`POST ${path}/submissions`, new Error('reset'));
    await press('Gửi đăng ký');
    expect(await screen.findByText(/chưa biết đăng ký đã tới nơi chưa/)).toBeVisible();
    const sent = registration('submitted');
    sent.registration.id = known.draft.id;
    server.on(`POST ${path}/submissions`, sent.registration);
    server.on(`GET ${path}`, { ...sent, draft: known.draft });
    await press('Gửi lại');
    expect(await screen.findByText(/Đã gửi tới Ủy ban nhân dân phường Tân Ninh/)).toBeVisible();
    expect(place).toBe(`/cua-hang/dang-ky?tiem=${known.draft.id}`);
    const tries = asked(`POST ${path}/submissions`);
    expect(new Set(tries.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1);
    expect(tries.at(-1)?.body).toEqual({ rev: 3, declaration: ['trueStatement', 'showStore'] });
  });

  test('what the server refuses is led to on its own page', async () => {
    const known = registration('draft');
    const path = openRegistration(known);
    await title('Xem lại và gửi');
    for (const box of screen.getAllByRole('checkbox')) await userEvent.click(box);
    const message = 'Địa chỉ tiệm: tiệm phải ở trong tỉnh.';
    const errors = [{ path: 'address.commune', code: 'commune', message }];
    server.on(`POST ${path}/submissions`, problem(422, 'invalid', { errors }));
    await press('Gửi đăng ký');
    await userEvent.click(await screen.findByRole('link', { name: message }));
    await title('Nơi bán');
    expect(screen.getAllByText(message).length).toBeGreaterThan(0);
  });
});

describe('following', () => {
  const item = { field: 'accountName', title: 'Tên chủ tài khoản', reason: 'Tên không khớp.' };

  test('asked to mend: the list, and one tap to the first place', async () => {
    const known = registration('supplementRequired', { asked: { by: 'Phường', note: null, items: [item] } });
    openRegistration(known);
    await title('Bánh tráng Cô Ba');
    expect(screen.getByText('Tên không khớp.')).toBeVisible();
    const mend = `/cua-hang/dang-ky?tiem=${known.draft.id}&buoc=tai-khoan`;
    expect(screen.getByRole('link', { name: 'Sửa và gửi lại' })).toHaveAttribute('href', mend);
    cleanup();
    openRegistration(known, '&buoc=tai-khoan');
    await title('Tài khoản nhận tiền');
    expect(screen.getByLabelText('Tên chủ tài khoản')).toHaveValue('TRAN THI BA');
  });

  test('consent is given and taken back with one tap', async () => {
    const known = registration('approved', { store: shop() });
    const path = openRegistration(known);
    await screen.findByText(/Không cho ai xem/);
    // What the ledger keeps as agreed to.
    const words = String(known.form.declaration.find(({ id }) => id === 'showAccount')?.['label']);
    expect(screen.getByText(words)).toBeVisible();
    server.on(`PUT ${path}/account-consent`, { ...known, accountShown: true });
    await press('Cho mọi người xem');
    expect(await screen.findByText('Đang cho mọi người xem.')).toBeVisible();
    expect(screen.queryByText(words)).toBeNull();
    expect(asked(`PUT ${path}/account-consent`).map(({ body }) => body)).toEqual([{ shown: true }]);
  });

  test('closing asks first, and says when it failed', async () => {
    const path = openRegistration(registration('approved', { store: shop() }));
    await title('Bánh tráng Cô Ba');
    await press('Đóng tiệm này');
    expect(screen.getByRole('alert')).toHaveTextContent('mã QR không còn hiện');
    await press('Giữ lại');
    await press('Đóng tiệm này');
    server.on(`DELETE ${path}`, problem(500, 'server-error'));
    await press('Đóng tiệm này');
    expect(await screen.findByText(/Mã lỗi để báo/)).toBeVisible();
    expect(screen.getByText('Đã duyệt')).toBeVisible();
  });

  test('another’s registration is no registration', async () => {
    const known = registration('draft');
    server.on(`GET /store-registrations/${known.draft.id}`, problem(404, 'not-found'));
    open(`/cua-hang/dang-ky?tiem=${known.draft.id}`);
    await title('Bản đăng ký này không còn');
  });
});
