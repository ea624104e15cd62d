// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgetAnswers } from '#api';
import { setClock } from '#lib/clock';
import { installFakeServer, problem, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import PlaceScreen from './place-screen';
import PlacesScreen from './places-screen';
import { directionsTo } from './topic';

const weekdays = { days: [1, 2, 3, 4, 5], from: '07:00', to: '17:00' };
const centre = {
  id: 'hcc',
  topic: 'office',
  kind: 'one-stop-province',
  name: 'Trung tâm Phục vụ hành chính công tỉnh',
  address: 'số 2 đường Song Hành',
  commune: { code: '27694', name: 'Phường Long An' },
  phones: [{ number: '0822540052', confidence: 'L' }],
  hours: { always: false, weekly: [weekdays] },
};
const whole = {
  ...centre,
  ...{ oldNames: [], email: null, web: null, hoursText: 'T2-T6 7:00–17:00', point: null },
  ...{ confidence: 'M', source: 'Trang liên hệ', note: null },
};

let server: FakeServer;
let resetClock: () => void;
const at = (moment: string) => {
  resetClock = setClock({ now: () => new Date(moment) });
};

function open(path: string): void {
  render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="/tien-ich/:topic" element={<PlacesScreen />} />
          <Route path="/tien-ich/:topic/:id" element={<PlaceScreen />} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
}

beforeEach(() => {
  installFakeZalo();
  server = installFakeServer();
  server.on('GET /directory/hcc', whole);
  forgetAnswers();
  at('2026-11-25T03:00:00Z');
});
afterEach(() => {
  resetClock();
});

describe('a list of places', () => {
  test('page by page, by kind, open or closed in words', async () => {
    server.on('GET /directory', ({ path }) => ({
      items: [path.includes('cursor') ? { ...centre, id: 'b', name: 'Nơi sau' } : centre],
      next: path.includes('cursor') ? null : 'abc',
      kinds: [
        { kind: 'department', count: 9 },
        { kind: 'one-stop-province', count: 2 },
      ],
    }));
    open('/tien-ich/office');
    expect(await screen.findByText('Đang mở, đến 17:00')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Sở (9)' })).toHaveAttribute('href', '/tien-ich/office?loai=department');
    expect(screen.getByRole('link', { name: 'Cơ quan' })).toHaveAttribute('aria-current', 'true');
    await userEvent.click(screen.getByRole('button', { name: 'Xem thêm' }));
    expect(await screen.findByText('Nơi sau')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Xem thêm' })).toBeNull();
  });

  test('a number is called from the list, written as one reads it', async () => {
    const power = { ...centre, id: 'hotline-dien', topic: 'hotline', kind: 'service', name: 'Điện lực', address: null };
    const phones = [{ number: '19001006', confidence: 'H' }];
    server.on('GET /directory', { items: [{ ...power, phones }], next: null, kinds: [] });
    const zalo = installFakeZalo();
    open('/tien-ich/hotline');
    await userEvent.click(await screen.findByRole('button', { name: 'Gọi 1900 1006' }));
    await waitFor(() => expect(JSON.stringify(zalo.calls)).toContain('19001006'));
    expect(screen.getByRole('link', { name: /^Điện lực/ })).toHaveAttribute('href', '/tien-ich/hotline/hotline-dien');
  });

  test('a topic that does not exist leads to those that do', async () => {
    open('/tien-ich/an-choi');
    expect(await screen.findByRole('heading', { level: 1, name: 'Không có chủ đề này' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Y tế' })).toHaveAttribute('href', '/tien-ich/health');
  });
});

describe('a place', () => {
  test('no way is shown to what was not measured; a doubtful number says so', async () => {
    open('/tien-ich/office/hcc');
    expect(await screen.findByRole('button', { name: 'Gọi 0822 540 052' })).toBeVisible();
    expect(screen.getByText('Số này chỉ thấy ở một nguồn, chưa xác nhận.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Chỉ đường' })).toBeNull();
    expect(screen.getByText('Nguồn: Trang liên hệ.')).toBeVisible();
  });

  test('a measured point is opened by Zalo, never by a link of the page', async () => {
    server.on('GET /directory/hcc', { ...whole, point: { lat: 11.3833, lon: 106.17 } });
    open('/tien-ich/office/hcc');
    expect(await screen.findByRole('button', { name: 'Chỉ đường' })).toBeVisible();
    expect(screen.queryAllByRole('link')).toEqual([]);
    expect(directionsTo({ lat: 11.3833, lon: 106.17 })).toBe(
      'https://www.google.com/maps/dir/?api=1&destination=11.3833,106.17',
    );
  });

  test.each([
    ['2026-11-25T11:00:00Z', /mở lúc 07:00 thứ năm/],
    ['2026-11-24T23:00:00Z', /mở lúc 07:00 hôm nay/],
  ])('closed at %s', async (moment, words) => {
    resetClock();
    at(moment);
    open('/tien-ich/office/hcc');
    expect(await screen.findByText(words)).toBeVisible();
  });

  test('a place that is gone leads to the search', async () => {
    server.on('GET /directory/hcc', problem(404, 'not-found'));
    open('/tien-ich/office/hcc');
    expect(await screen.findByRole('heading', { level: 1, name: 'Không còn nơi này trong danh bạ' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Tìm theo tên' })).toHaveAttribute('href', '/tim-kiem');
  });
});
