import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { beforeEach, describe, expect, test } from 'vitest';
import { forgetAnswers } from '#api';
import { installFakeServer, problem, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import SearchScreen from './search-screen';

const hit = (more: object) => ({
  kind: 'procedure',
  id: 'x',
  title: 'X',
  meta: null,
  also: null,
  path: '/thu-tuc/1.001193',
  ...more,
});
const answer = (items: object[], more: object = {}) => ({
  items,
  next: null,
  total: items.length,
  understood: null,
  suggestions: [],
  ...more,
});

let server: FakeServer;
let place = '';
function Where() {
  const { pathname, search } = useLocation();
  place = decodeURIComponent(pathname + search);
  return null;
}

function open(path: string): void {
  render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[path]}>
        <Where />
        <Routes>
          <Route path="/tim-kiem" element={<SearchScreen />} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
}

const wordsOf = (path: string): string | null => new URL(path, 'http://x').searchParams.get('q');

beforeEach(() => {
  installFakeZalo();
  server = installFakeServer();
  forgetAnswers();
});

describe('search', () => {
  test('results as one types; the count is said aloud, what was asked stands in the address', async () => {
    server.on('GET /search', ({ path }) =>
      wordsOf(path) === 'khai sinh'
        ? answer([hit({ title: 'Làm giấy khai sinh', meta: 'Hộ tịch' })])
        : answer([], { suggestions: ['Đăng ký kết hôn'] }),
    );
    open('/tim-kiem');
    expect(await screen.findByRole('link', { name: 'Đăng ký kết hôn' })).toHaveAttribute(
      'href',
      '/tim-kiem?q=%C4%90%C4%83ng+k%C3%BD+k%E1%BA%BFt+h%C3%B4n',
    );
    await userEvent.type(screen.getByRole('searchbox', { name: 'Tìm mọi thứ' }), 'khai sinh');
    expect(await screen.findByRole('link', { name: /Làm giấy khai sinh/ })).toHaveAttribute(
      'href',
      '/thu-tuc/1.001193',
    );
    expect(screen.getByRole('status')).toHaveTextContent('1 kết quả');
    expect(place).toBe('/tim-kiem?q=khai+sinh');
    // Not a question for every letter.
    expect(server.asked.filter(({ path }) => path.startsWith('/search?')).length).toBeLessThan(4);
  });

  test('an answer that comes late does not take the place of a newer one', async () => {
    let release: (() => void) | undefined;
    const late = new Promise<void>((resolve) => {
      release = resolve;
    });
    const before = globalThis.fetch;
    server.on('GET /search', ({ path }) => answer([hit({ title: `Về ${wordsOf(path) ?? ''}`, id: wordsOf(path) })]));
    globalThis.fetch = async (...asked) => {
      const { url } = asked[0] as Request;
      const response = await before(...asked);
      if (wordsOf(url) === 'cu') await late;
      return response;
    };
    open('/tim-kiem?q=cu');
    await userEvent.clear(screen.getByRole('searchbox'));
    await userEvent.type(screen.getByRole('searchbox'), 'moi{Enter}');
    expect(await screen.findByRole('link', { name: /Về moi/ })).toBeVisible();
    release?.();
    await late;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen.queryByRole('link', { name: /Về cu/ })).toBeNull();
    globalThis.fetch = before;
  });

  test('another name by which it was found is shown, a corrected spelling is said, pages follow', async () => {
    server.on('GET /search', ({ path }) =>
      path.includes('cursor')
        ? answer([hit({ kind: 'place', id: 'b', title: 'Nơi thứ hai', path: '/tien-ich/health/b' })])
        : answer(
            [
              hit({
                kind: 'commune',
                id: 'a',
                title: 'Phường Bình Minh',
                meta: 'Ủy ban',
                also: 'Gồm một phần xã Suối Đá cũ',
                path: '/co-quan/25480',
              }),
            ],
            {
              next: '1',
              total: 2,
              understood: 'suoi da',
            },
          ),
    );
    open('/tim-kiem?q=suoi%20d');
    expect(await screen.findByText('Gồm một phần xã Suối Đá cũ')).toBeVisible();
    expect(screen.getByText('Đang hiện kết quả cho “suoi da”')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Xem thêm' }));
    expect(await screen.findByText('Nơi thứ hai')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Xem thêm' })).toBeNull();
  });

  test('a service this version does not have is not offered', async () => {
    server.on(
      'GET /search',
      answer([hit({ kind: 'service', title: 'Xa lạ', path: '/chua-co' }), hit({ title: 'Có thật' })]),
    );
    open('/tim-kiem?q=a');
    expect(await screen.findByText('Có thật')).toBeVisible();
    expect(screen.queryByText('Xa lạ')).toBeNull();
  });

  test('nothing found says so and offers words that find something', async () => {
    server.on('GET /search', answer([], { suggestions: ['Làm giấy khai sinh'] }));
    open('/tim-kiem?q=zzz');
    expect(await screen.findByRole('heading', { name: 'Không tìm thấy gì cho “zzz”' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Làm giấy khai sinh' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Xem tất cả thủ tục' })).toHaveAttribute('href', '/thu-tuc');
  });

  test('a search that fails keeps the words and can be repeated', async () => {
    server.on('GET /search', problem(403, 'forbidden'));
    open('/tim-kiem?q=khai');
    expect(await screen.findByText('Chưa tìm được')).toBeVisible();
    expect(screen.getByRole('searchbox')).toHaveValue('khai');
    server.on('GET /search', answer([hit({ title: 'Khai sinh' })]));
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    await waitFor(() => expect(screen.getByText('Khai sinh')).toBeVisible());
  });
});
