// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { buildHouse, expectPlace, installFakeZalo, type House } from '../../../tests/support/app-house';
import { problem, session } from '../../../tests/support/fake-server';

const zalo = installFakeZalo();
let house: House;

afterEach(() => house.close());

test('a visitor is told what they can do, and how to do more', async () => {
  house = buildHouse(zalo, 0);
  house.open('/cong-dan-so');
  expect(await screen.findByRole('heading', { name: 'Bạn chưa cho biết bạn là ai' })).toBeVisible();
  await userEvent.click(screen.getByRole('link', { name: 'Cho số điện thoại' }));
  await expectPlace('/thong-bao');
});

const none = { all: 0, waiting: 0 };
const things = {
  reports: { all: 4, waiting: 0 },
  questions: { all: 2, waiting: 1 },
  appointments: { all: 1, waiting: 1 },
  stores: none,
  payments: { all: 5, waiting: 2 },
};

test('somebody with a phone number sees it masked, and the way to link', async () => {
  house = buildHouse(zalo, 1);
  house.server.on('GET /my-things', things);
  house.open('/cong-dan-so');
  expect(await screen.findByText('Điện thoại 0987 ••• 214')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Liên kết Tây Ninh ID' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /Gỡ liên kết/ })).toBeNull();
});

function openCitizen(): void {
  house = buildHouse(zalo, 2);
  house.server.on('GET /my-things', things);
  house.server.on('GET /my-things/dossiers', { dossiers: { all: 3, waiting: 1 }, drafts: { all: 0, waiting: 0 } });
  house.open('/cong-dan-so');
}

test('a citizen sees who they are taken for, and since when', async () => {
  openCitizen();
  expect(await screen.findByText('Nguyễn Thị Thu Mai')).toBeVisible();
  expect(screen.getByText('Căn cước •••• •••• 4821')).toBeVisible();
  expect(screen.getByRole('button', { name: /Gỡ liên kết Tây Ninh ID.*20\/11\/2026/ })).toBeVisible();
});

test('what is mine in every service, with how much of it there is, each leading to its list', async () => {
  openCitizen();
  expect(await screen.findByText('1 câu hỏi cần bạn nói thêm')).toBeVisible();
  const rows = within(screen.getByRole('list', { name: 'Của tôi' })).getAllByRole('link');
  const sent = within(screen.getByRole('list', { name: 'Đã gửi, đã đặt' })).getAllByRole('link');
  const shown = [...rows, ...sent].map((row) => [row.textContent, new URL((row as HTMLAnchorElement).href).pathname]);
  expect(shown.map(([words, path]) => `${words ?? ''} → ${path?.replace(/^\/zapps\/\d+/, '') ?? ''}`)).toEqual([
    'Hồ sơ của tôi1 hồ sơ cần bạn làm tiếp3 → /ho-so',
    'Bản nhápChưa có → /ho-so',
    'Giấy tờ của tôiKết quả cơ quan trả, biên nhận → /giay-to',
    'Làm giúp người khácNgười bạn được làm giúp, người làm giúp bạn → /lam-giup',
    'Phản ánh của tôiPhản ánh đã gửi4 → /phan-anh/cua-toi',
    'Câu hỏi của tôi1 câu hỏi cần bạn nói thêm2 → /hoi-dap/cua-toi',
    'Lịch hẹn của tôi1 lịch hẹn sắp tới1 → /dat-lich',
    'Cửa hàng của tôiChưa có → /cua-hang/dang-ky',
    'Khoản tiền của tôi2 khoản đang chờ bạn đóng5 → /thanh-toan',
    'Thông báoKhông có tin mới → /thong-bao',
  ]);
  expect(house.asked().filter((what) => what.includes('/my-things'))).toHaveLength(2);
});

test('numbers that do not come are said, and every way stays open', async () => {
  house = buildHouse(zalo, 1);
  house.server.on('GET /my-things', problem(503, 'server-busy'));
  house.open('/cong-dan-so');
  expect(await screen.findByText(/Chưa đếm được bạn có những gì/)).toBeVisible();
  expect(screen.getByRole('link', { name: /Câu hỏi của tôi/ })).toBeVisible();
});

test('unlinking says first what it means; keeping is one tap away', async () => {
  openCitizen();
  await userEvent.click(await screen.findByRole('button', { name: /Gỡ liên kết Tây Ninh ID/ }));
  expect(screen.getByRole('heading', { level: 1, name: /Gỡ liên kết Tây Ninh ID khỏi Zalo này/ })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Giữ liên kết' }));
  expect(await screen.findByText('Nguyễn Thị Thu Mai')).toBeVisible();
  expect(house.asked()).not.toContain('DELETE /identity/links/mine');
});

test('unlinking that fails is said and may be repeated; done, the level is lower at once', async () => {
  openCitizen();
  house.server.on('DELETE /identity/links/mine', problem(503, 'server-busy'));
  await userEvent.click(await screen.findByRole('button', { name: /Gỡ liên kết Tây Ninh ID/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Gỡ liên kết' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Hệ thống của tỉnh đang bận');
  house.server.on('DELETE /identity/links/mine', session(1));
  await userEvent.click(screen.getByRole('button', { name: 'Gỡ liên kết' }));
  expect(await screen.findByText(/Đã gỡ liên kết Tây Ninh ID/)).toBeVisible();
  expect(screen.getAllByText('Cần liên kết tài khoản')).not.toHaveLength(0);
});

test('unlinking that was done although its answer was lost is found done', async () => {
  openCitizen();
  house.server.on('DELETE /identity/links/mine', () => {
    house.server.on('GET /session', session(1));
    return new TypeError('reset');
  });
  await userEvent.click(await screen.findByRole('button', { name: /Gỡ liên kết Tây Ninh ID/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Gỡ liên kết' }));
  expect(await screen.findByText(/Đã gỡ liên kết Tây Ninh ID/)).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});
