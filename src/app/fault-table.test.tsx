// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildHouse, eventually, installFakeZalo, type House } from '../../tests/support/app-house';
import { json, problem, session } from '../../tests/support/fake-server';
import birth from '../../provinces/tay-ninh/procedures/1.001193.json';

/**
 * How apps of this kind fail, and what ours does instead, screen by screen. Sending, papers, drafts, links, step-ups and
 * phone numbers have such tests beside their own code.
 */
const zalo = installFakeZalo();
let house: House;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  await house.close();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const badGateway = (): Response => new Response('<h1>502 Bad Gateway</h1>', { status: 502 });
const again = (): Promise<HTMLElement> => screen.findByRole('button', { name: 'Thử lại' });

function goOffline(): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
}

describe('nobody can be recognised at the start', () => {
  test.each([
    ['the connection is reset', new TypeError('reset'), 'Hệ thống của tỉnh đang bận'],
    ['a gateway answers 500', new Response('<h1>500</h1>', { status: 500 }), 'Hệ thống của tỉnh đang bận'],
    ['our server stumbles', problem(500, 'server-error'), 'Hệ thống của tỉnh đang bận'],
    ['Zalo refuses the token', problem(401, 'zalo-refused'), 'Zalo chưa xác nhận được bạn'],
    ['a Wi-Fi’s login page answers', new Response('<html>Wi-Fi</html>'), 'Hệ thống của tỉnh đang bận'],
  ])('%s: home is whole and says so, and what is read only still opens', async (_, answer, words) => {
    house = buildHouse(zalo, 1);
    house.server.on('POST /session', answer);
    house.server.on('GET /search', { items: [], next: null, total: 0, understood: null, suggestions: [] });
    house.open('/');
    expect(await screen.findByText(words)).toBeVisible();
    expect(await again()).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'Bạn cần làm gì?' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Bạn tìm gì?' })).toBeVisible();
  });
});

const lists = [
  ['/thu-tuc', 'GET /procedures', { items: [], lifeEvents: [] }, 'Chưa có thủ tục nào'],
  ['/thong-bao', 'GET /notifications', { items: [], next: null, unread: 0 }, 'Bạn chưa có thông báo nào'],
  ['/ho-so', 'GET /dossiers', { items: [], next: null }, 'Bạn chưa nộp hồ sơ nào'],
] as const;

describe.each(lists)('the list at %s', (path, what, empty, nothing) => {
  beforeEach(() => {
    house = buildHouse(zalo, 2);
    house.server.on('GET /drafts', { items: [] });
  });

  test('empty: says so, and only then', async () => {
    house.server.on(what, empty);
    house.open(path);
    expect(await screen.findByRole('heading', { name: nothing })).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('broken at the server: never read as "there is none", and a tap brings it', async () => {
    house.server.on(what, badGateway());
    house.open(path);
    expect(await screen.findByRole('alert')).toHaveTextContent('Hệ thống của tỉnh đang bận');
    expect(screen.queryByText(nothing)).toBeNull();
    house.server.on(what, empty);
    await userEvent.click(await again());
    expect(await screen.findByRole('heading', { name: nothing })).toBeVisible();
  });

  test('without network: said as what it is', async () => {
    house.server.on(what, () => {
      goOffline();
      return new TypeError('Failed to fetch');
    });
    house.open(path);
    expect(await screen.findByRole('alert')).toHaveTextContent('Chưa có mạng');
    expect(screen.queryByText(nothing)).toBeNull();
    expect(await again()).toBeVisible();
  });

  test('never answers: after ten seconds it says so, and a tap asks anew', async () => {
    house.server.on(what, 'silence');
    vi.useFakeTimers({ shouldAdvanceTime: true });
    house.open(path);
    await eventually(() => expect(house.asked()).toContain(what));
    await vi.advanceTimersByTimeAsync(10_100);
    expect(await screen.findByText('Lâu hơn thường lệ.')).toBeVisible();
    house.server.on(what, empty);
    screen.getByRole('button', { name: 'Tải lại' }).click();
    expect(await screen.findByRole('heading', { name: nothing })).toBeVisible();
  });

  test('nothing where a list was promised: one plain page with a way on, never a blank one', async () => {
    house.server.on(what, { ...empty, items: null });
    house.open(path);
    expect(await screen.findByRole('alert')).toHaveTextContent('Những gì đã lưu vẫn còn');
    expect(screen.getByRole('link', { name: 'Về trang chủ' })).toBeVisible();
  });
});

test('half of what waits for the person cannot be read: the other half is shown, and that it is half', async () => {
  house = buildHouse(zalo, 2);
  const waiting = { id: 'd-1', code: 'x', procedureCode: '1.001193', procedureName: 'Làm giấy khai sinh' };
  const when = { submittedAt: '2026-11-20T03:00:00Z', changedAt: '2026-11-20T03:00:00Z', dueDate: null };
  const mine = { ...waiting, ...when, state: 'supplementRequired', turn: 'citizen' };
  house.server.on('GET /dossiers', { items: [mine], next: null });
  house.server.on('GET /drafts', badGateway());
  house.open('/');
  expect(await screen.findByText('Chưa xem được việc cần bạn làm')).toBeVisible();
  expect(screen.getByRole('link', { name: /Cần bạn gửi thêm giấy tờ/ })).toBeVisible();
});

describe('looking one thing up', () => {
  const id = '5d0c7b1e-0000-4000-8000-000000000009';
  test.each([
    [`/ho-so/${id}`, `GET /dossiers/${id}`, /Không tìm thấy/],
    ['/thu-tuc/1.001193', 'GET /procedures/1.001193', /Không có thủ tục/],
    [`/ho-so/nop/1.001193?nhap=${id}`, `GET /drafts/${id}`, /không còn/],
  ])('%s: a server in trouble is not "there is no such thing"', async (path, what, notThere) => {
    house = buildHouse(zalo, 2);
    house.server.on(what, badGateway());
    house.open(path);
    expect(await screen.findByRole('alert')).toHaveTextContent('Hệ thống của tỉnh đang bận');
    expect(screen.queryByText(notThere)).toBeNull();
    expect(await again()).toBeVisible();
    house.server.on(what, problem(404, 'not-found'));
    await userEvent.click(await again());
    await eventually(() => expect(screen.queryAllByText(notThere)).not.toEqual([]));
  });
});

describe('the session', () => {
  test('has ended: a new one is made, and nobody notices', async () => {
    house = buildHouse(zalo, 1);
    house.server.on('GET /notifications', ({ headers }) => {
      if (headers.get('authorization') === 'Bearer fresh') return json({ items: [], next: null, unread: 0 });
      house.server.on('POST /session', session(1, { token: 'fresh' }));
      return problem(401, 'session-expired');
    });
    house.open('/thong-bao');
    expect(await screen.findByRole('heading', { name: 'Bạn chưa có thông báo nào' })).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('has ended and cannot be renewed while beginning a dossier: said in words, and the next tap works', async () => {
    house = buildHouse(zalo, 2);
    house.server.on('GET /procedures/1.001193', birth.guide);
    house.server.on('GET /drafts', { items: [] });
    house.server.on('POST /drafts', () => {
      house.server.on('POST /session', problem(503, 'zalo-unavailable'));
      return problem(401, 'session-expired');
    });
    house.open('/ho-so/nop/1.001193');
    const begin = { name: 'Bắt đầu ghi' };
    await userEvent.click(await screen.findByRole('button', begin));
    expect(await screen.findByRole('alert')).toHaveTextContent('Zalo đang bận nên chưa nhận ra bạn');
    house.server.on('POST /session', session(2, { token: 'fresh' }));
    const message = 'Bạn đã có 20 bản nháp. Xóa một bản rồi bắt đầu lại.';
    house.server.on('POST /drafts', problem(422, 'invalid', { errors: [{ path: 'id', code: 'too-many', message }] }));
    await userEvent.click(screen.getByRole('button', begin));
    // And when the server says why not, its own sentence is what is read.
    expect(await screen.findByText(message)).toBeVisible();
    const ids = house.server.asked.filter(({ method, path }) => method === 'POST' && path === '/drafts');
    expect(new Set(ids.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
  });
});
