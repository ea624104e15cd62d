// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen } from '@testing-library/react';
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

test('somebody with a phone number sees it masked, and the way to link', async () => {
  house = buildHouse(zalo, 1);
  house.open('/cong-dan-so');
  expect(await screen.findByText('Điện thoại 0987 ••• 214')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Liên kết Tây Ninh ID' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /Gỡ liên kết/ })).toBeNull();
});

function openCitizen(): void {
  house = buildHouse(zalo, 2);
  house.server.on('GET /drafts', { items: [] });
  house.server.on('GET /dossiers', { items: [], next: null });
  house.open('/cong-dan-so');
}

test('a citizen sees who they are taken for, and since when', async () => {
  openCitizen();
  expect(await screen.findByText('Nguyễn Thị Thu Mai')).toBeVisible();
  expect(screen.getByText('Căn cước •••• •••• 4821')).toBeVisible();
  expect(screen.getByRole('button', { name: /Gỡ liên kết Tây Ninh ID.*20\/11\/2026/ })).toBeVisible();
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
  expect(screen.getByText('Cần liên kết tài khoản')).toBeVisible();
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
