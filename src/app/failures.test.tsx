// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildHouse, eventually, installFakeZalo, type House } from '../../tests/support/app-house';
import { problem, session } from '../../tests/support/fake-server';
import { paths } from '#nav';
import { utilityModule, type PageModule } from '#page-module';
import { moduleTable } from './module-table';

const zalo = installFakeZalo();
let house: House;

beforeEach(() => {
  house = buildHouse(zalo, 0);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(async () => {
  await house.close();
  vi.restoreAllMocks();
});

/** The table with another screen in the place of the settings. */
function withSettings(load: () => Promise<{ default: ComponentType }>): PageModule[] {
  const title = { vi: 'Cài đặt', en: 'Settings' };
  const broken = utilityModule({ id: 'settings', screens: [{ path: paths.settings, level: 0, title, load }] });
  return moduleTable.map((module) => (module.id === 'settings' ? broken : module));
}

describe('a screen’s code does not come', () => {
  test('said in words, and another try may bring it', async () => {
    let network = false;
    const load = (): Promise<{ default: ComponentType }> =>
      network
        ? Promise.resolve({ default: () => <h1>it came</h1> })
        : Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    house.open('/cai-dat', { modules: withSettings(load) });
    expect(await screen.findByRole('alert')).toHaveTextContent('Chưa mở được màn hình này');
    expect(screen.getByRole('button', { name: 'Mở lại ứng dụng' })).toBeVisible();
    network = true;
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    expect(await screen.findByText('it came')).toBeVisible();
  });
});

describe('a screen breaks', () => {
  const Breaks = (): never => {
    throw new Error('a bug');
  };

  test('one plain page with an id to report, never a blank one; other places still open', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    house.open('/cai-dat', { modules: withSettings(() => Promise.resolve({ default: Breaks })) });
    expect(await screen.findByRole('alert')).toHaveTextContent(/Mã lỗi để báo: APP-\w+/);
    expect(screen.getByRole('button', { name: 'Mở lại ứng dụng' })).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'Về trang chủ' }));
    expect(await screen.findByRole('link', { name: 'Bạn cần làm gì?' })).toBeVisible();
  });
});

describe('nobody is recognised', () => {
  test('home is whole, says so, and another try helps', async () => {
    house.server.on('POST /session', new Response('<html>502</html>', { status: 502 }));
    house.open('/');
    expect(await screen.findByText('Hệ thống của tỉnh đang bận')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Nộp hồ sơ' })).toBeVisible();
    house.server.on('POST /session', session(0));
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    await eventually(() => expect(screen.queryByText('Hệ thống của tỉnh đang bận')).toBeNull());
  });

  test('what needs somebody says why it cannot open, and another try opens it', async () => {
    house.server.on('POST /session', problem(503, 'zalo-unavailable'));
    house.open('/thong-bao');
    expect(await screen.findByRole('alert')).toHaveTextContent('Zalo đang bận nên chưa nhận ra bạn');
    house.server.on('POST /session', session(1));
    house.server.on('GET /notifications', { items: [], next: null, unread: 0 });
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    expect(await screen.findByText('Bạn chưa có thông báo nào')).toBeVisible();
  });
});

describe('the level changes meanwhile', () => {
  test('the account was unlinked elsewhere: back in the app, the gate closes and explains', async () => {
    await house.close();
    house = buildHouse(zalo, 2);
    house.server.on('GET /drafts', { items: [] });
    house.server.on('GET /dossiers', { items: [], next: null });
    house.open('/ho-so');
    await screen.findByRole('heading', { level: 1, name: 'Hồ sơ của tôi' });
    house.server.on('GET /drafts', problem(403, 'level-too-low', { level: 2 }));
    house.server.on('GET /dossiers', problem(403, 'level-too-low', { level: 2 }));
    house.server.on('GET /session', session(1));
    zalo.event('h5.event.resumed');
    expect(await screen.findByRole('heading', { level: 1, name: 'Liên kết tài khoản Tây Ninh ID' })).toBeVisible();
  });
});
