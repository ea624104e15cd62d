// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildHouse, eventually, expectPlace, installFakeZalo, type House } from '../../../tests/support/app-house';
import { problem, session } from '../../../tests/support/fake-server';

const zalo = installFakeZalo();
const place = 'tns.tay-ninh.place';
let house: House;

beforeEach(() => {
  house = buildHouse(zalo, 1);
  zalo.storage.set(place, JSON.stringify({ path: '/dich-vu-cong/ho-so', at: 0 }));
  house.server.on('GET /privacy', privacy(0));
  house.server.on('GET /privacy/erasure', { goes: [], keeps: [] });
  house.server.on('GET /outbox-key', problem(403, 'level-too-low'));
});
afterEach(() => house.close());

const privacy = (minutes: number) => ({ consents: [], readings: [], export: null, login: { minutes, until: null } });
const kept = (): string[] => [...zalo.storage.keys()].filter((key) => key.startsWith('tns.'));
const asked = () => house.asked().filter((what) => what === 'POST /privacy/erasure').length;

/** Their session is gone with them; Zalo's login makes somebody new. */
function deletedOnTheServer(): void {
  house.server.on('GET /session', ({ headers }) =>
    headers.get('authorization') === 'Bearer token-at-1' ? problem(401, 'session-expired') : session(0),
  );
  house.server.on('POST /session', session(0));
}

async function askToDelete(): Promise<void> {
  house.open('/quyen-rieng-tu');
  await userEvent.click(await screen.findByRole('button', { name: 'Xem trước khi xóa' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Xóa mọi dữ liệu' }));
}

test('deleted, and the answer lost: the phone finds out, is wiped, and it is said', async () => {
  house.server.on('POST /privacy/erasure', () => {
    deletedOnTheServer();
    return problem(503, 'server-busy');
  });
  await askToDelete();
  await expectPlace('/quyen-rieng-tu/da-xoa');
  await eventually(() => expect(kept()).toEqual([]));
  expect(asked()).toBe(1);
});

test('no network after it: the phone is wiped as soon as the server says that this is nobody', async () => {
  let network = false;
  house.server.on('POST /privacy/erasure', () => {
    house.server.on('GET /session', () => (network ? undefined : new TypeError('no network')));
    return new TypeError('no network');
  });
  await askToDelete();
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(kept()).toContain(place);
  network = true;
  deletedOnTheServer();
  zalo.event('h5.event.resumed');
  await eventually(() => expect(kept()).toEqual([]));
});

test('refused, as the login had become too old: the way to another is there, and nothing on the phone is touched', async () => {
  house.server.on('POST /privacy/erasure', () => {
    house.server.on('GET /privacy', privacy(10));
    return problem(403, 'login-too-old');
  });
  await askToDelete();
  expect(await screen.findByRole('button', { name: 'Đăng nhập Tây Ninh ID' })).toBeVisible();
  // Nobody later, for another reason.
  deletedOnTheServer();
  zalo.event('h5.event.resumed');
  expect(await screen.findByRole('heading', { level: 1, name: 'Cho chúng tôi biết số điện thoại' })).toBeVisible();
  expect(kept()).toEqual([place]);
});
