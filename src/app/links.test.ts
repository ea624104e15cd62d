// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildHouse, eventually, expectPlace, installFakeZalo, place, type House } from '../../tests/support/app-house';

const zalo = installFakeZalo();
let house: House;

beforeEach(() => {
  house = buildHouse(zalo, 0);
});
afterEach(() => house.close());

const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });
const lost = 'Đường dẫn vừa mở không dùng được';

describe('a link opens the app', () => {
  test('at its place, whatever Zalo adds to it', async () => {
    house.open('/gioi-thieu?env=TESTING&version=7&utm_source=qr&zshareId=1');
    await heading('Tây Ninh Smart');
    expect(screen.getByText('Giới thiệu')).toBeVisible();
    await eventually(() => expect(document.title).toBe('Tây Ninh Smart'));
  });

  test.each([
    '/khong-co',
    '/thu-tuc/%2e%2e%2fho-so',
    '//evil.example',
    '/thu-tuc/%E0%A4%A',
    `/thu-tuc/${'a'.repeat(700)}`,
  ])('%s leads home, with a sentence', async (path) => {
    house.open(path);
    expect(await screen.findByText(lost)).toBeVisible();
    await expectPlace('/');
    // Home's own, the same for everybody.
    expect(house.asked().filter((call) => call !== 'GET /headlines')).toEqual([]);
  });
});

describe('a link is tapped while the app is open', () => {
  beforeEach(async () => {
    house.open('/cai-dat');
    await heading('Cài đặt');
    await eventually(() => expect(house.server.asked).not.toEqual([]));
  });

  test('its place opens, focus is on the title, and "Quay lại" leads back', async () => {
    act(() => zalo.openLink('/dieu-khoan?utm_source=oa'));
    const title = await heading('Điều khoản sử dụng Tây Ninh Smart');
    await eventually(() => expect(title).toHaveFocus());
    expect(place()).toBe('/dieu-khoan');
    expect(document.title).toBe('Điều khoản sử dụng Tây Ninh Smart · Tây Ninh Smart');
    await userEvent.click(screen.getByRole('button', { name: 'Quay lại' }));
    await heading('Cài đặt');
    expect(place()).toBe('/cai-dat');
  });

  test('what was read a moment ago is read anew: a message is tapped because something changed', async () => {
    house.server.on('GET /procedures', { items: [], lifeEvents: [] });
    const reads = () => house.server.asked.filter(({ path }) => path.startsWith('/procedures')).length;
    act(() => zalo.openLink('/thu-tuc'));
    await eventually(() => expect(reads()).toBe(1));
    act(() => zalo.openLink('/cai-dat'));
    await heading('Cài đặt');
    act(() => zalo.openLink('/thu-tuc'));
    await eventually(() => expect(reads()).toBe(2));
  });

  test('a hostile one leads home, with a sentence that is gone at the next place', async () => {
    act(() => zalo.openLink('//evil.example'));
    expect(await screen.findByText(lost)).toBeVisible();
    expect(place()).toBe('/');
    await userEvent.click(screen.getByRole('link', { name: 'Cỡ chữ, ngôn ngữ' }));
    await heading('Cài đặt');
    expect(screen.queryByText(lost)).toBeNull();
  });
});

test('a second tap on the tab that is open is not a second place to come back from', async () => {
  house.open('/cai-dat');
  await userEvent.click(await screen.findByRole('button', { name: 'Quay lại' }));
  await expectPlace('/');
  const bar = screen.getByRole('navigation', { name: 'Mục chính' });
  await userEvent.click(within(bar).getByRole('link', { name: /Hồ sơ/ }));
  await heading('Cho chúng tôi biết số điện thoại');
  await userEvent.click(screen.getByRole('button', { name: 'Quay lại' }));
  await expectPlace('/');
  const home = within(screen.getByRole('navigation', { name: 'Mục chính' })).getByRole('link', { name: 'Trang chủ' });
  const entries = window.history.length;
  await userEvent.dblClick(home);
  expect(window.history.length).toBe(entries);
});

describe('"Quay lại" where nothing was open before', () => {
  test.each([
    ['/dieu-khoan', 'Điều khoản sử dụng Tây Ninh Smart', '/'],
    ['/ho-so/nop/1.001193', 'Cho chúng tôi biết số điện thoại', '/ho-so'],
  ])('from %s (%s) it leads to %s', async (from, title, to) => {
    house.open(from);
    await heading(title);
    await userEvent.click(screen.getByRole('button', { name: 'Quay lại' }));
    await expectPlace(to);
  });
});

test('work that was open when Zalo was killed opens again, from the front door only', async () => {
  const kept = JSON.stringify({ path: '/cai-dat', at: Date.now() });
  zalo.storage.set('tns.tay-ninh.place', kept);
  house.open('/');
  await heading('Cài đặt');
  await house.close();
  house = buildHouse(zalo, 0);
  zalo.storage.set('tns.tay-ninh.place', kept);
  house.open('/gioi-thieu');
  await screen.findByText('Giới thiệu');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(place()).toBe('/gioi-thieu');
});
