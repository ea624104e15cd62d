// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { randomSecret } from '#lib/random';
import { keepUnfinished, outbox } from '#offline';
import { buildHouse, eventually, expectPlace, installFakeZalo, type House } from '../../../tests/support/app-house';
import { installFakeCanvas, photoOf } from '../../../tests/support/fake-canvas';
import { json } from '../../../tests/support/fake-server';
import { installFakeTus, type FakeTus } from '../../../tests/support/fake-tus';
import { categories, publicSummary } from './testing/sample-reports';
import { forgetUnfinished } from './unfinished-report';

// Under Node the package resolves to its Node half; a phone gets this one. The real library all the same.
vi.mock('tus-js-client', () => vi.importActual('tus-js-client/lib.es5/browser/index.js'));

const zalo = installFakeZalo();
let house: House;
let tus: FakeTus;
let onLine = true;

/** The phone loses or finds its network; the page hears of it as in a browser. */
function setNetwork(on: boolean): void {
  onLine = on;
  window.dispatchEvent(new Event(on ? 'online' : 'offline'));
}

beforeEach(() => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => onLine });
  setNetwork(true);
  house = buildHouse(zalo, 1);
  installFakeCanvas();
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:anh', revokeObjectURL: () => undefined }));
  tus = installFakeTus();
  house.server.on('GET /report-categories', categories);
  house.server.on('GET /outbox-key', { keys: [randomSecret()] });
  house.server.on('GET /my-reports', { items: [], next: null });
  house.server.on('GET /places/communes', { items: [] });
  house.server.on('GET /reports/nearby', { items: [] });
  house.server.on('POST /reports', ({ body }) => ({
    ...{ id: (body as { id: string }).id, code: 'PA-261126-0007', receivedAt: '2026-11-26T03:00:00.000Z' },
    ...{ communeCode: null, communeName: null, communeGuessed: false, resolveBy: '2026-12-07' },
  }));
});
afterEach(async () => {
  for (const { id } of outbox.items.get()) await outbox.drop(id);
  await outbox.lock();
  await house.close();
  forgetUnfinished();
  vi.restoreAllMocks();
});

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const tap = async (name: string | RegExp) => userEvent.click(await button(name));
const choose = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }));
const sent = () => house.server.asked.filter(({ method, path }) => method === 'POST' && path === '/reports');

async function write(words: string): Promise<void> {
  house.open('/phan-anh/gui');
  await userEvent.upload(await screen.findByLabelText('Chụp ảnh'), photoOf('sharp', 'anh.jpg', { bytes: 4_000 }));
  expect(await screen.findByRole('img', { name: 'Ảnh 1' })).toBeVisible();
  await userEvent.type(screen.getByRole('textbox', { name: /Gần chỗ nào/ }), 'Chợ Long Hoa');
  await choose('Đường sá');
  await choose('Mặt đường hư, ổ gà');
  await choose('Mép đường');
  await userEvent.type(screen.getByRole('textbox', { name: /Nói thêm/ }), words);
}

test('a photo, a place, what it is: received, with the server’s own time and code', async () => {
  await write('Sâu lắm');
  await userEvent.click(screen.getByRole('checkbox', { name: /Giấu tên tôi/ }));
  await tap('Gửi phản ánh');
  expect(await screen.findByText('Mã: PA-261126-0007')).toBeVisible();
  expect(screen.getByText(/^Đã nhận lúc 10:00/)).toBeVisible();
  const [request] = sent();
  expect(request?.body).toMatchObject({
    ...{ category: 'o-ga-mat-duong', formVersion: '2026-11-23.1', answers: { lane: 'mep' }, words: 'Sâu lắm' },
    ...{ place: { source: 'words', words: 'Chợ Long Hoa' }, files: ['file-1'], hideName: true },
  });
  expect(request?.headers.get('idempotency-key')).toBe((request?.body as { id: string }).id);
  expect(tus.announced[0]).toMatchObject({ role: 'before', filetype: 'image/jpeg' });
});

test('without a network: kept, said so, counted; sends itself once when the network is back', async () => {
  await write('Sâu lắm');
  await eventually(() => expect(house.asked()).toContain('GET /outbox-key'));
  setNetwork(false);
  house.server.on('POST /reports', new TypeError('no network'));
  expect(await screen.findByText('Chưa có mạng, bạn cứ viết')).toBeVisible();
  tus.failNext('POST', 'cut', 9);
  await tap('Lưu, tự gửi khi có mạng');
  expect(await screen.findByText('Đang chờ mạng')).toBeVisible();
  expect(screen.getByText('Đã lưu trên máy này. Tắt ứng dụng cũng không mất.')).toBeVisible();
  expect(JSON.stringify([...zalo.storage])).not.toContain('Sâu');
  await tap('Quay lại');
  tus.forgive();
  house.server.on('POST /reports', {
    ...{ id: 'x', code: 'PA-261126-0008', receivedAt: '2026-11-26T03:00:00.000Z', communeCode: null },
    ...{ communeName: null, communeGuessed: false, resolveBy: '2026-12-07' },
  });
  setNetwork(true);
  await eventually(() => expect(outbox.items.get()[0]?.state.state).toBe('arrived'));
  expect(new Set(sent().map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1);
});

const keptParts = () => [...zalo.storage.keys()].filter((key) => /unfinished[.]report[.].+[.][0-9]+$/.test(key));

test('the app is killed while it is being written: words, place, answers and the photo are there again, once', async () => {
  await write('Sâu lắm');
  await eventually(() => expect(keptParts()).toHaveLength(2));
  await new Promise((done) => setTimeout(done, 600));
  expect(JSON.stringify([...zalo.storage])).not.toMatch(/Sâu|Long Hoa/);
  const onThePhone = new Map(zalo.storage);
  cleanup();
  forgetUnfinished();
  await eventually(() => expect(keptParts()).toEqual([]));
  for (const [key, value] of onThePhone) zalo.storage.set(key, value);
  house.open('/phan-anh/gui');
  expect(await screen.findByText('Phần bạn viết dở vẫn còn đây')).toBeVisible();
  expect(screen.getByRole('textbox', { name: /Nói thêm/ })).toHaveValue('Sâu lắm');
  expect(screen.getByRole('textbox', { name: /Gần chỗ nào/ })).toHaveValue('Chợ Long Hoa');
  expect(screen.getByRole('img', { name: 'Ảnh 1' })).toBeVisible();
  expect(await screen.findByRole('radio', { name: 'Mép đường' })).toBeChecked();
  await tap('Gửi phản ánh');
  expect(await screen.findByText('Mã: PA-261126-0007')).toBeVisible();
  await eventually(() => expect(keptParts()).toEqual([]));
});

test('what is left from before may be given up', async () => {
  await write('Sâu lắm');
  await eventually(() => expect(keptParts()).toHaveLength(2));
  const onThePhone = new Map(zalo.storage);
  cleanup();
  forgetUnfinished();
  await eventually(() => expect(keptParts()).toEqual([]));
  for (const [key, value] of onThePhone) zalo.storage.set(key, value);
  house.open('/phan-anh/gui');
  await tap('Viết lại từ đầu');
  expect(screen.getByRole('textbox', { name: /Nói thêm/ })).toHaveValue('');
  await eventually(() => expect(keptParts()).toEqual([]));
});

test('after it was handed in, going back does not lead into an empty form', async () => {
  await write('Sâu lắm');
  await tap('Gửi phản ánh');
  await screen.findByText('Mã: PA-261126-0007');
  await tap('Phản ánh của tôi');
  await expectPlace('/phan-anh/cua-toi');
  await tap('Quay lại');
  await expectPlace('/phan-anh');
});

test('pressed early: what is missing is said, each line leads there, nothing is sent', async () => {
  house.open('/phan-anh/gui');
  await tap('Gửi phản ánh');
  const summary = await screen.findByRole('alert', { name: /Có 3 chỗ cần sửa/ });
  expect(
    within(summary)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Ảnh: chụp một ảnh, hoặc ghi vài chữ ở Nói thêm.',
    'Ở đâu: lấy vị trí, chọn trên bản đồ, hoặc ghi tên chỗ.',
    'Việc gì: chọn một mục.',
  ]);
  expect(sent()).toEqual([]);
});

test('in danger the number to call comes first, and the report may still be sent', async () => {
  house.open('/phan-anh/gui');
  await choose('Đường sá');
  await choose('Cầu, cống hư hỏng');
  expect(screen.getByRole('link', { name: 'Gọi 113, công an' })).toHaveAttribute('href', 'tel:113');
  expect(await screen.findByRole('link', { name: /Nguy hiểm thì gọi 113 trước/ })).toHaveAttribute('href', 'tel:113');
});

test('Zalo tells where the phone is, the server decodes; others who reported it are shown first, and followed', async () => {
  zalo.answer('action.get.location', { data: { token: 'vi-tri' } });
  house.server.on('POST /places/decoded', { point: { lat: 11.3153, lng: 106.1028 }, communes: [] });
  house.server.on('GET /reports/nearby', { items: [publicSummary({ metres: 12 })] });
  house.server.on(`PUT /reports/${publicSummary().id}/following`, new Response(null, { status: 204 }));
  await write('Sâu lắm');
  await tap('Lấy chỗ tôi đang đứng');
  expect(await screen.findByText('Đã có vị trí bạn đang đứng')).toBeVisible();
  await tap('Gửi phản ánh');
  expect(await screen.findByRole('heading', { level: 1, name: 'Chỗ này có người phản ánh rồi?' })).toBeVisible();
  expect(screen.getByText(/cách 12 m/)).toBeVisible();
  await tap('Theo dõi phản ánh này');
  expect(await screen.findByText(/Bạn đang theo dõi phản ánh này/)).toBeVisible();
  expect(sent()).toEqual([]);
  await tap('Không trùng, gửi của tôi');
  expect(await screen.findByText('Mã: PA-261126-0007')).toBeVisible();
  expect(sent()[0]?.body).toMatchObject({ place: { source: 'zalo', point: { lat: 11.3153, lng: 106.1028 } } });
});

test('leaving for another screen loses nothing that was written', async () => {
  await write('Sâu lắm');
  await tap('Quay lại');
  await expectPlace('/phan-anh');
  await userEvent.click(await screen.findByRole('link', { name: 'Gửi phản ánh' }));
  expect(await screen.findByRole('textbox', { name: /Nói thêm/ })).toHaveValue('Sâu lắm');
  expect(screen.getByRole('radio', { name: 'Mép đường' })).toBeChecked();
  expect(screen.getByRole('img', { name: 'Ảnh 1' })).toBeVisible();
});

test('nobody can be recognised: the form opens all the same, and says that it cannot be locked yet', async () => {
  await house.close();
  house = buildHouse(zalo, 1);
  house.server.on('POST /session', new TypeError('no network'));
  house.server.on('GET /report-categories', new TypeError('no network'));
  zalo.storage.set('tns.tay-ninh.report-categories', JSON.stringify(categories));
  setNetwork(false);
  await write('Sâu lắm');
  expect(screen.getByText(/Máy này chưa giữ được khi ứng dụng tắt/)).toBeVisible();
  await tap('Lưu, tự gửi khi có mạng');
  expect(await screen.findByText(/Mới giữ trong ứng dụng đang mở, vì chưa có mạng/)).toBeVisible();
});

test('begun anew while the key was still on its way: the earlier words are put before the new ones', async () => {
  const key = { keys: [randomSecret()] };
  house.server.on('GET /outbox-key', key);
  await keepUnfinished('report').keep({
    content: { answers: {}, place: { source: 'words' }, words: 'Đèn tắt', hideName: false },
    files: [],
  });
  await outbox.lock();
  let give: (answer: Response) => void = () => undefined;
  house.server.on('GET /outbox-key', () => new Promise<Response>((resolve) => (give = resolve)));
  house.open('/phan-anh/gui');
  const words = await screen.findByRole('textbox', { name: /Nói thêm/ });
  await userEvent.type(words, 'Ổ gà');
  give(json(key));
  await eventually(() => expect(words).toHaveValue('Đèn tắt\nỔ gà'));
});
