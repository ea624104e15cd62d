// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildHouse, installFakeZalo, type House } from '../../tests/support/app-house';
import { APP_ID } from '../../tests/support/fake-zalo';

const zalo = installFakeZalo();
let house: House;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  house = buildHouse(zalo, 0);
  zalo.leave();
});
afterEach(async () => {
  await house.close();
  vi.restoreAllMocks();
});

test.each([
  ['/', '/'],
  ['/ho-so', '/ho-so'],
])('in an ordinary browser %s says where the app runs and leads there', async (path, place) => {
  house.open(path);
  expect(await screen.findByText('Ứng dụng này chạy trong Zalo')).toBeVisible();
  expect(await screen.findByRole('link', { name: 'Mở trong Zalo' })).toHaveAttribute(
    'href',
    `https://zalo.me/s/${APP_ID}${place}`,
  );
  expect(await screen.findByRole('img', { name: 'Mã QR để mở trang này trong Zalo' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Thử lại' })).toBeNull();
});

test('in an ordinary browser procedures can be read', async () => {
  house.server.on('GET /procedures', { items: [] });
  house.open('/thu-tuc');
  await vi.waitFor(() => {
    expect(house.asked().some((what) => what.startsWith('GET /procedures'))).toBe(true);
  });
});
