import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes, useLocation, useNavigate } from 'react-router-dom';
import { beforeEach, describe, expect, test } from 'vitest';
import { forgetAnswers } from '#api';
import { installFakeServer, problem, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import birth from '../../../provinces/tay-ninh/procedures/1.001193.json';
import invented from '../../../provinces/mau/procedures/1.001193.json';
import ProcedureGuideScreen from './procedure-guide-screen';
import ProcedureListScreen from './procedure-list-screen';
import { SearchBox } from '#ui/search-box';

const { code, shortName, field, fee, processing, name } = birth.guide;
const summary = { code, name, shortName, field, lifeEvents: ['sinh-con'], fee, processing, online: true };
const lifeEvents = [
  { id: 'sinh-con', name: 'Sinh con' },
  { id: 'xay-nha', name: 'Xây, sửa nhà' },
];

let server: FakeServer;
let place = '';
let go: (path: string) => void;
function Where() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  go = (path) => act(() => void navigate(path));
  place = decodeURIComponent(pathname + search);
  return null;
}

function open(path: string): void {
  render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[path]}>
        <Where />
        <Routes>
          <Route path="/thu-tuc" element={<ProcedureListScreen />} />
          <Route path="/thu-tuc/:code" element={<ProcedureGuideScreen />} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
}

beforeEach(() => {
  installFakeZalo();
  server = installFakeServer();
  server.on('GET /procedures', { items: [summary], lifeEvents });
  forgetAnswers();
});

describe('finding a procedure', () => {
  test('what is typed is asked for and stands in the address', async () => {
    open('/thu-tuc');
    await userEvent.type(screen.getByLabelText('Tìm thủ tục'), 'khai sinh');
    expect(await screen.findByRole('heading', { name: '1 thủ tục' })).toBeVisible();
    expect(place).toBe('/thu-tuc?q=khai+sinh');
    await waitFor(() => {
      const last = new URL(server.asked.at(-1)?.path ?? '', 'http://x');
      expect(last.searchParams.get('q')).toBe('khai sinh');
    });
    expect(await screen.findByText('Không thu tiền · Trong ngày')).toBeVisible();
  });

  test('words in the address are asked for and stand in the box; a link with others changes both', async () => {
    open('/thu-tuc?q=khai%20sinh');
    const box = screen.getByLabelText('Tìm thủ tục');
    expect(box).toHaveValue('khai sinh');
    expect(await screen.findByRole('heading', { name: '1 thủ tục' })).toBeVisible();
    expect(server.asked.map(({ path }) => path)).toEqual(['/procedures?q=khai%20sinh']);
    go('/thu-tuc?q=khai%20t%E1%BB%AD');
    await waitFor(() => expect(box).toHaveValue('khai tử'));
    go('/thu-tuc');
    await waitFor(() => expect(box).toHaveValue(''));
  });

  test('letters typed while the address still follows the earlier ones stay', async () => {
    const told: string[] = [];
    const box = (words: string) => (
      <SearchBox label="Tìm thủ tục" words={words} onSearch={(asked) => told.push(asked)} />
    );
    const { rerender } = render(<RecoilRoot>{box('')}</RecoilRoot>);
    const input = screen.getByLabelText('Tìm thủ tục');
    await userEvent.type(input, 'khai');
    await waitFor(() => expect(told).toEqual(['khai']));
    await userEvent.type(input, ' s');
    // Only now is the address drawn that the box asked for a moment ago.
    rerender(<RecoilRoot>{box('khai')}</RecoilRoot>);
    expect(input).toHaveValue('khai s');
    await waitFor(() => expect(told).toEqual(['khai', 'khai s']));
  });

  test('the keyboard’s own Search asks at once, and nothing is loaded anew', async () => {
    open('/thu-tuc');
    await userEvent.type(screen.getByLabelText('Tìm thủ tục'), 'sinh{Enter}');
    expect(place).toBe('/thu-tuc?q=sinh');
    expect(screen.getByLabelText('Tìm thủ tục')).toHaveValue('sinh');
  });

  test('only life events that lead somewhere are offered', async () => {
    open('/thu-tuc');
    expect(await screen.findByText('Sinh con')).toBeVisible();
    expect(screen.queryByText('Xây, sửa nhà')).toBeNull();
  });

  test('a chosen life event is asked for, and can be let go', async () => {
    open('/thu-tuc?su-kien=sinh-con');
    expect(await screen.findByRole('link', { name: 'Bỏ chọn Sinh con' })).toHaveAttribute('href', '/thu-tuc');
    expect(server.asked.map(({ path }) => path)).toContain('/procedures?event=sinh-con');
  });

  test('nothing found says so in words, with a way on', async () => {
    server.on('GET /procedures', { items: [], lifeEvents });
    open('/thu-tuc?q=xyz');
    expect(await screen.findByRole('heading', { name: 'Không tìm thấy thủ tục nào cho “xyz”' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Xem tất cả thủ tục' })).toBeVisible();
  });

  test('a list that does not load offers another try', async () => {
    server.on('GET /procedures', problem(403, 'forbidden'));
    open('/thu-tuc');
    expect(await screen.findByText('Chưa tải được danh sách thủ tục')).toBeVisible();
    server.on('GET /procedures', { items: [summary], lifeEvents });
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    expect(await screen.findByText(shortName)).toBeVisible();
  });
});

describe('a guide', () => {
  test('fee and time first, then who, what to look at first, papers, steps, where; filing is one tap away', async () => {
    server.on(`GET /procedures/${code}`, birth.guide);
    open(`/thu-tuc/${code}`);
    expect(await screen.findByRole('heading', { level: 1, name: 'Làm giấy khai sinh' })).toBeVisible();
    const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(headings).toEqual(
      ['Ai làm được', 'Xem trước khi làm', 'Giấy tờ cần có'].concat(['Các bước', 'Nơi giải quyết', 'Về lệ phí']),
    );
    expect(screen.getByText('Không thu tiền')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Nộp hồ sơ' })).toHaveAttribute('href', `/ho-so/nop/${code}`);
    expect(screen.getByText(/Cần Tây Ninh ID/)).toBeVisible();
  });

  test('what nobody confirmed says so, and what was confirmed does not', async () => {
    server.on(`GET /procedures/${code}`, birth.guide);
    open(`/thu-tuc/${code}`);
    const doubtful = await screen.findByText(/Chưa tìm được mức của Tây Ninh/);
    expect(within(doubtful).getByText('Chưa xác nhận')).toBeVisible();
    expect(screen.getAllByText('Chưa xác nhận')).toHaveLength(1);
    for (const point of birth.guide.uncertain) expect(screen.getByText(point)).toBeVisible();
    expect(screen.getByText('Tờ khai mẫu')).toBeVisible();
  });

  test('an invented province confirms nothing', async () => {
    server.on(`GET /procedures/${code}`, invented.guide);
    open(`/thu-tuc/${code}`);
    await waitFor(() => expect(screen.getAllByText('Chưa xác nhận').length).toBeGreaterThan(5));
  });

  test('a code nobody knows leads back to the search', async () => {
    server.on('GET /procedures/9.999999', problem(404, 'not-found'));
    open('/thu-tuc/9.999999');
    expect(await screen.findByRole('heading', { level: 1, name: 'Không có thủ tục này' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Tìm thủ tục' })).toHaveAttribute('href', '/thu-tuc');
  });
});
