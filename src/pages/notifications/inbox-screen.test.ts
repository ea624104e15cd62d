// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  buildHouse,
  eventually,
  expectPlace,
  installFakeZalo,
  place,
  type House,
} from '../../../tests/support/app-house';
import { json, session } from '../../../tests/support/fake-server';

const zalo = installFakeZalo();
let house: House;

beforeEach(() => {
  house = buildHouse(zalo, 1);
  house.server.on('POST /session', session(1, { unread: 2 }));
});
afterEach(() => house.close());

const notice = (id: string, over: object = {}): object => ({
  id,
  topic: 'dossier',
  title: `Tin ${id}`,
  body: 'Hồ sơ đã sang bước mới.',
  path: '/gioi-thieu',
  createdAt: '2026-11-20T03:00:00Z',
  readAt: null,
  ...over,
});

test('the bar says that something is unread, on the tab that leads to it', async () => {
  house.open('/');
  const bar = await screen.findByRole('navigation', { name: 'Mục chính' });
  const mine = within(bar).getByRole('link', { name: /Cá nhân/ });
  expect(await within(mine).findByRole('img', { name: '2 tin chưa đọc' })).toBeVisible();
});

test('a notice is unread until it is opened, and leads to its place', async () => {
  let read = false;
  house.server.on('GET /notifications', () =>
    json({ items: [notice('1', read ? { readAt: '2026-11-23T03:00:00Z' } : {})], next: null, unread: read ? 0 : 1 }),
  );
  house.server.on('PUT /notifications/1/read', () => {
    read = true;
    return new Response(null, { status: 204 });
  });
  house.open('/thong-bao');
  const row = await screen.findByRole('button', { name: /Tin 1/ });
  expect(within(row).getByText('Chưa đọc')).toBeVisible();
  await userEvent.click(row);
  await expectPlace('/gioi-thieu');
  expect(house.asked()).toContain('PUT /notifications/1/read');
});

test('two opened one after the other, before the server has answered for the first: both are read', async () => {
  const items = [notice('1', { path: null }), notice('2', { path: null })];
  house.server.on('GET /notifications', { items, next: null, unread: 2 });
  house.server.on('PUT /notifications/1/read', 'silence');
  house.server.on('PUT /notifications/2/read', new Response(null, { status: 204 }));
  house.open('/thong-bao');
  await userEvent.click(await screen.findByRole('button', { name: /Tin 1/ }));
  await userEvent.click(screen.getByRole('button', { name: /Tin 2/ }));
  await eventually(() => expect(house.asked()).toContain('PUT /notifications/2/read'));
});

test('a place that is none of ours leads home, and a notice without a place stays here', async () => {
  const items = [
    notice('1', { path: 'https://evil.example/' }),
    notice('2', { path: null, readAt: '2026-11-23T03:00:00Z' }),
  ];
  house.server.on('GET /notifications', { items, next: null, unread: 1 });
  house.server.on('PUT /notifications/1/read', new Response(null, { status: 204 }));
  house.open('/thong-bao');
  await userEvent.click(await screen.findByRole('button', { name: /Tin 2/ }));
  expect(place()).toBe('/thong-bao');
  await userEvent.click(await screen.findByRole('button', { name: /Tin 1/ }));
  await expectPlace('/');
});

test('older notices come when asked for; a failure there leaves the newer ones', async () => {
  house.server.on('GET /notifications', ({ path }) =>
    path.includes('cursor=c2')
      ? new Response('<html>', { status: 502 })
      : json({ items: [notice('1')], next: 'c2', unread: 1 }),
  );
  house.open('/thong-bao');
  await userEvent.click(await screen.findByRole('button', { name: 'Xem thêm' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Hệ thống của tỉnh đang bận');
  expect(screen.getByRole('button', { name: /Tin 1/ })).toBeVisible();
  house.server.on('GET /notifications', ({ path }) =>
    json({ items: [notice(path.includes('cursor=c2') ? '2' : '1')], next: null, unread: 1 }),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Xem thêm' }));
  expect(await screen.findByRole('button', { name: /Tin 2/ })).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('an answer of another kind is a failure in words, never an empty inbox', async () => {
  house.server.on('GET /notifications', { hello: 'from a captive portal' });
  house.open('/thong-bao');
  expect(await screen.findByRole('alert')).toHaveTextContent('Thông báo của bạn vẫn còn đủ');
  expect(screen.queryByText('Bạn chưa có thông báo nào')).toBeNull();
  expect(screen.getByRole('button', { name: 'Thử lại' })).toBeVisible();
});
