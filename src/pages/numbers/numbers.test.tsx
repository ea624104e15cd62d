import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter } from 'react-router-dom';
import type { Schemas } from '@dvc/contract';
import { beforeEach, expect, test } from 'vitest';
import { forgetAnswers } from '#api';
import { installFakeServer, problem, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import NumbersScreen from './numbers-screen';

const share = (id: Schemas['NumberShare']['id'], part: number | null, whole: number | null, target: number | null) => ({
  ...{ id, part, whole, target },
});
const numbers: Schemas['Numbers'] = {
  sample: false,
  smallest: 10,
  weeks: [
    { from: '2026-11-02', to: '2026-11-08', visits: 1234, dossiers: null, finished: 0 },
    { from: '2026-11-09', to: '2026-11-15', visits: 617, dossiers: 40, finished: 20 },
  ],
  people: { users: 51_655, over45: 200, ageKnown: 300 },
  shares: [share('onTime', 996, 1000, null), share('reused', 30, 40, 0.8), share('online', null, null, 0.5)],
  filling: [],
  processing: [],
  ratings: [],
  funnels: [
    {
      procedureCode: '1.001193',
      name: 'Làm giấy khai sinh',
      steps: [
        { step: 'check', count: 200 },
        { step: 'fill', count: 150 },
        { step: 'papers', count: 0 },
        { step: 'review', count: 120 },
        { step: 'sent', count: 100 },
      ],
    },
  ],
};

let server: FakeServer;
function open(): void {
  render(
    <RecoilRoot>
      <MemoryRouter>
        <NumbersScreen />
      </MemoryRouter>
    </RecoilRoot>,
  );
}
beforeEach(() => {
  installFakeZalo();
  server = installFakeServer();
  forgetAnswers();
});

test('every number in words, never rounded up; what is too small says so', async () => {
  server.on('GET /numbers', numbers);
  open();
  expect(await screen.findByText('51.655')).toBeVisible();
  expect(screen.getByText('200 (66% số đã biết tuổi)')).toBeVisible();
  const row = (table: string, name: string): HTMLElement => {
    const of = screen.getByRole('table', { name: table });
    return within(of).getByRole('row', { name });
  };
  row('Chỉ số phục vụ', 'Hồ sơ xong đúng hẹn 99% (996 trong 1.000)');
  row('Chỉ số phục vụ', 'Hồ sơ dùng lại thông tin đã có 75% (30 trong 40), mục tiêu 80%');
  row('Chỉ số phục vụ', 'Hồ sơ nộp trên mạng chưa đủ để nêu');
  row('Hồ sơ nộp mỗi tuần', 'Tuần từ 02/11/2026 ít hơn 10, cộng vào tuần sau');
  row('Từng bước: Làm giấy khai sinh', 'Xem lại 120 (30 dừng trước bước này)');
  expect(
    within(screen.getByRole('table', { name: 'Từng bước: Làm giấy khai sinh' })).queryByText('Chụp giấy tờ'),
  ).toBeNull();
  expect(screen.getByText('50% lượt xem điều kiện đi đến gửi.')).toBeVisible();
  expect(screen.queryByText('Số liệu mẫu')).toBeNull();
  // Nobody has rated anything, so there is no empty chart.
  expect(screen.queryByRole('heading', { name: 'Người dân đánh giá' })).toBeNull();
});

test('bars and table take turns, and the bars are nothing to a screen reader', async () => {
  server.on('GET /numbers', numbers);
  open();
  const swap = await screen.findByRole('button', { name: 'Xem bảng: Lượt mở mỗi tuần' });
  const table = screen.getByRole('table', { name: 'Lượt mở mỗi tuần' });
  expect(table.parentElement).toHaveClass('unseen');
  await userEvent.click(swap);
  expect(table.parentElement).not.toHaveClass('unseen');
  expect(await screen.findByRole('button', { name: 'Xem biểu đồ: Lượt mở mỗi tuần' })).toHaveFocus();
});

test('before the first week is over it says when to come back; a failure says what failed', async () => {
  server.on('GET /numbers', { ...numbers, weeks: [] });
  open();
  expect(await screen.findByText('Chưa có số liệu')).toBeVisible();
  forgetAnswers();
  server.on('GET /numbers', problem(404, 'not-found'));
  open();
  expect(await screen.findByText('Chưa tải được số liệu')).toBeVisible();
});
