// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildHouse, eventually, installFakeZalo, type House } from '../../../tests/support/app-house';
import { takeUpPreferences } from '../../app/start-up';

const zalo = installFakeZalo();
let house: House;

beforeEach(() => {
  window.localStorage.clear();
  house = buildHouse(zalo, 0);
  takeUpPreferences();
});
afterEach(() => house.close());

test('text size is in effect at once, and kept by Zalo’s storage', async () => {
  house.open('/cai-dat');
  await userEvent.click(await screen.findByRole('radio', { name: 'Lớn nhất' }));
  expect(document.documentElement.dataset.text).toBe('largest');
  await eventually(() => expect(zalo.storage.get('tns.tay-ninh.preferences') ?? '').toContain('"textSize":3'));
  await userEvent.click(screen.getByRole('radio', { name: 'Vừa' }));
  expect(document.documentElement.dataset.text).toBeUndefined();
});

test('the other language is in effect at once, everywhere', async () => {
  house.open('/cai-dat');
  await userEvent.click(await screen.findByRole('radio', { name: 'English' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  expect(document.documentElement.lang).toBe('en');
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(await screen.findByRole('link', { name: 'What do you need to do?' })).toBeVisible();
});

test('data saving says what it does', async () => {
  house.open('/cai-dat');
  const saving = await screen.findByRole('switch', { name: /Tiết kiệm dữ liệu/ });
  expect(saving).not.toBeChecked();
  await userEvent.click(saving);
  expect(saving).toBeChecked();
  expect(screen.getByText(/không tải trước màn hình nào/)).toBeVisible();
});

test('what was chosen before is there at the next start', async () => {
  window.localStorage.setItem('tns.tay-ninh.preferences', '{"language":"en","textSize":2}');
  takeUpPreferences();
  house.open('/cai-dat');
  expect(await screen.findByRole('radio', { name: 'Large' })).toBeChecked();
  expect(document.documentElement.dataset.text).toBe('large');
});

test('what nobody can read is as if never chosen', async () => {
  window.localStorage.setItem('tns.tay-ninh.preferences', '{"language":');
  takeUpPreferences();
  house.open('/cai-dat');
  expect(await screen.findByRole('radio', { name: 'Vừa' })).toBeChecked();
});
