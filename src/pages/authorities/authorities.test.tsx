import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { beforeEach, describe, expect, test } from 'vitest';
import { forgetAnswers } from '#api';
import { installFakeServer, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import AuthoritiesScreen from './authorities-screen';
import AuthorityScreen from './authority-screen';

const office = {
  id: '25480',
  kind: 'commune',
  name: 'Ủy ban nhân dân phường Bình Minh',
  oneStop: 'Trung tâm Phục vụ hành chính công phường Bình Minh',
  ...{ address: null, phones: [], email: null, web: null, hours: null, hoursText: null, oaId: null, note: null },
  formerUnits: [{ name: 'Xã Suối Đá', part: 'partial' }],
  oldNames: [],
};

let server: FakeServer;
function open(path: string): void {
  render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="/co-quan" element={<AuthoritiesScreen />} />
          <Route path="/co-quan/:id" element={<AuthorityScreen />} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
}

beforeEach(() => {
  installFakeZalo();
  server = installFakeServer();
  server.on('GET /authorities', ({ path }) => ({
    items: path.includes('commune') ? [{ ...office, hasOa: false }] : [],
    next: null,
    total: path.includes('commune') ? 96 : 0,
  }));
  server.on('GET /authorities/25480', office);
  forgetAnswers();
});

describe('what a commune is now', () => {
  test('a former commune in two new ones: which hamlet or street is asked, both are offered, none is chosen', async () => {
    open('/co-quan');
    await userEvent.type(screen.getByRole('searchbox', { name: 'Tìm xã, phường mới hoặc cũ' }), 'suoi da');
    expect(await screen.findByText('Xã Suối Đá cũ nay thuộc 2 xã, phường')).toBeVisible();
    expect(screen.getByText(/ấp, khu phố hoặc đường nào/)).toBeVisible();
    const links = screen.getAllByRole('link').filter((link) => link.getAttribute('href')?.startsWith('/co-quan/'));
    // Suối Dây begins alike, and comes after.
    const first = links.slice(0, 2).map((link) => link.getAttribute('href'));
    expect(first.sort()).toEqual(['/co-quan/25480', '/co-quan/25552']);
    expect(screen.getByRole('link', { name: 'Chưa chắc? Gọi 1022' })).toHaveAttribute('href', 'tel:1022');
  });

  test('several communes of one former name are told apart by the person', async () => {
    open('/co-quan?q=xa%20tan%20binh');
    expect(await screen.findByText(/Có 4 nơi từng tên xã Tân Bình/)).toBeVisible();
  });

  test('a name nobody had', async () => {
    open('/co-quan?q=zzz');
    expect(await screen.findByRole('heading', { name: 'Không có xã, phường nào tên “zzz”' })).toBeVisible();
  });

  test('without words: the lists, with how many there are', async () => {
    open('/co-quan');
    expect(await screen.findByRole('heading', { name: '96 xã, phường' })).toBeVisible();
    expect(screen.getByRole('link', { name: office.name })).toHaveAttribute('href', '/co-quan/25480');
  });
});

describe('an authority', () => {
  test('no confirmed number: the hotline puts through, called by Zalo', async () => {
    const zalo = installFakeZalo();
    open('/co-quan/25480');
    expect(await screen.findByText(/Chưa có số điện thoại đã xác nhận/)).toBeVisible();
    expect(screen.getByText('Xã Suối Đá (một phần)')).toBeVisible();
    zalo.answer('action.open.phone', { data: {} });
    await userEvent.click(screen.getByRole('button', { name: 'Gọi 1022' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
