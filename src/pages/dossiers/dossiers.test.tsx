import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { bindSession, forgetPrivateAnswers } from '#api';
import { setClock } from '#lib/clock';
import { installFakeServer, problem, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import { acknowledged, event, sampleDossier as dossier, sampleId as id } from './testing/sample-dossier';
import DossierListScreen from './dossier-list-screen';
import DossierScreen from './dossier-screen';

type Dossier = Schemas['Dossier'];

const paper = { id: 'bs1-1', kind: 'paper', title: 'Giấy chứng sinh', reason: 'Thiếu mặt sau.' } as const;
const answer = { id: 'bs1_2', kind: 'answer', title: 'Ai đưa bé đi?', reason: 'Để gọi lại.' } as const;

function supplement(over: Partial<Schemas['Supplement']>): Schemas['Supplement'] {
  return {
    number: 1,
    state: 'open',
    by: 'Phường Tân Ninh',
    note: null,
    askedAt: '2026-11-23T05:00:00.000Z',
    answerBy: null,
    items: [paper],
    sentAt: null,
    receipt: null,
    ...over,
  };
}

const draft: Schemas['DraftSummary'] = {
  id: '3f0b7a0e-0000-4000-8000-000000000001',
  procedureCode: '2.000635',
  procedureName: 'Xin bản sao khai sinh',
  page: 'su-kien',
  step: 2,
  steps: 4,
  files: 3,
  savedAt: '2026-11-23T03:24:00.000Z',
  expiresAt: '2027-01-22T03:24:00.000Z',
};

let server: FakeServer;

function open(path: string): void {
  render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="/ho-so" element={<DossierListScreen />} />
          <Route path="/ho-so/:id" element={<DossierScreen />} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
}

const show = (over: Partial<Dossier>): void => {
  server.on(`GET /dossiers/${id}`, dossier(over));
  open(`/ho-so/${id}`);
};

beforeEach(() => {
  installFakeZalo();
  server = installFakeServer();
  server.on('GET /drafts', { items: [] });
  server.on('GET /dossiers', { items: [], next: null });
  setClock({ now: () => new Date('2026-11-23T08:00:00Z') });
  forgetPrivateAnswers();
  return bindSession({
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
    levelDoubted: () => undefined,
  });
});

describe('my dossiers', () => {
  test('none yet: what this place is for, and the first action', async () => {
    open('/ho-so');
    expect(await screen.findByRole('heading', { name: 'Bạn chưa nộp hồ sơ nào' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Nộp hồ sơ đầu tiên' })).toHaveAttribute('href', '/thu-tuc');
  });

  test('those that need me come first, each with its state in words', async () => {
    const { id: other, ...rest } = dossier({
      procedureName: 'Đăng ký hộ kinh doanh',
      state: 'supplementRequired',
      turn: 'citizen',
    });
    const items = [dossier(), { ...rest, id: `${other.slice(0, -1)}8` }];
    server.on('GET /dossiers', { items, next: null });
    open('/ho-so');
    const links = await screen.findAllByRole('link');
    expect(links[0]).toHaveTextContent(/Đăng ký hộ kinh doanh.*Chờ bạn bổ sung/);
    expect(links[1]).toHaveTextContent(/Làm giấy khai sinh.*Đã nhận/);
  });

  test('more are fetched when asked for', async () => {
    server.on('GET /dossiers', ({ path }) =>
      path.includes('cursor=c2')
        ? { items: [dossier({ id: `${id.slice(0, -1)}7`, procedureName: 'Cũ hơn' })], next: null }
        : { items: [dossier()], next: 'c2' },
    );
    open('/ho-so');
    await userEvent.click(await screen.findByRole('button', { name: 'Xem thêm hồ sơ' }));
    expect(await screen.findByText('Cũ hơn')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Xem thêm hồ sơ' })).toBeNull();
  });

  test('a draft goes on where it stopped; deleting asks, names the loss, and the safe way is there', async () => {
    server.on('GET /drafts', { items: [draft] });
    server.on(`DELETE /drafts/${draft.id}`, new Response(null, { status: 204 }));
    open('/ho-so');
    const link = await screen.findByRole('link', { name: /Xin bản sao khai sinh/ });
    expect(link).toHaveAttribute('href', `/ho-so/nop/2.000635?nhap=${draft.id}&buoc=su-kien`);
    await userEvent.click(screen.getByRole('button', { name: 'Xóa bản nháp Xin bản sao khai sinh' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Xóa bản nháp này? Ba ảnh và phần đã ghi sẽ mất.');
    await userEvent.click(screen.getByRole('button', { name: 'Giữ lại' }));
    expect(server.asked.some(({ method }) => method === 'DELETE')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Xóa bản nháp Xin bản sao khai sinh' }));
    server.on('GET /drafts', { items: [] });
    await userEvent.click(screen.getByRole('button', { name: 'Xóa bản nháp này' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: /Xin bản sao khai sinh/ })).toBeNull());
  });

  test('a list that fails says what is kept', async () => {
    server.on('GET /dossiers', problem(403, 'forbidden'));
    open('/ho-so');
    expect(await screen.findByText(/Hồ sơ của bạn vẫn còn đủ/)).toBeVisible();
  });
});

describe('one dossier', () => {
  test('just received: three acknowledgements, and nothing promised that is not known', async () => {
    show({});
    expect(await screen.findByText('Đang chuyển tới hệ thống một cửa')).toBeVisible();
    expect(screen.getByText('Có ngày hẹn sau khi cán bộ tiếp nhận')).toBeVisible();
    expect(screen.getByText('Chưa có việc gì. Có thì bạn nhận tin nhắn Zalo.')).toBeVisible();
  });

  test.each([
    ['byHand', 'Chờ cán bộ một cửa mở hồ sơ', /chúng tôi báo bạn/],
    ['onItsWay', 'Đang chuyển tới hệ thống một cửa', /tự gửi lại/],
    ['late', 'Chuyển tới hệ thống một cửa đang chậm', /Từ .*14:00\. Hồ sơ và giấy tờ vẫn đủ/],
    ['stuck', 'Chưa chuyển được tới hệ thống một cửa', /Từ .*14:00\. .*Cán bộ đã được báo.*Bạn không phải gửi lại/],
    ['arrived', 'Đã tới hệ thống một cửa', /14:00/],
  ] as const)('on its way to the one-stop system, %s: what is, and since when', async (state, title, more) => {
    show({ acknowledgements: acknowledged({ state, since: '2026-11-23T07:00:00.000Z' }) });
    const item = (await screen.findByText(title)).closest('li');
    expect(item).toHaveTextContent(more);
  });

  test('accepted: the day, and the working days left', async () => {
    show({
      state: 'accepted',
      clock: 'running',
      dueDate: '2026-11-26',
      workingDaysLeft: 3,
      events: [event('submitted', '2026-11-23T03:31:08Z'), event('accepted', '2026-11-23T04:00:00Z')],
      nextStates: ['processing', 'completed', 'handedOver'],
    });
    expect(await screen.findByText('còn 3 ngày làm việc')).toBeVisible();
    const now = screen.getAllByRole('listitem').find((item) => item.getAttribute('aria-current') === 'step');
    expect(now).toHaveTextContent(/Một cửa đã tiếp nhận.*Hẹn trả kết quả ngày thứ.năm,.26\/11\/2026/);
  });

  test('late: we say so ourselves', async () => {
    show({ state: 'processing', clock: 'running', dueDate: '2026-11-19', workingDaysLeft: -2 });
    expect(await screen.findByText('chúng tôi trễ hẹn 2 ngày làm việc')).toBeVisible();
  });

  test('a broken promise stands on the road, where it happened, with its letter', async () => {
    show({
      state: 'processing',
      clock: 'running',
      dueDate: '2026-11-19',
      workingDaysLeft: -2,
      events: [event('accepted', '2026-11-16T04:00:00Z'), event('processing', '2026-11-23T04:00:00Z')],
      apologies: [{ at: '2026-11-20T01:00:00.000Z', promisedDate: '2026-11-19', documentId: id }],
    });
    const line = (await screen.findByText('Chúng tôi trễ hẹn với bạn')).closest('li');
    expect(line).toHaveTextContent(/^Trễ hẹn.*08:00.*Đã hẹn thứ.năm,.19\/11\/2026/);
    const titles = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(titles.findIndex((text) => text.includes('trễ hẹn với bạn'))).toBe(1);
    expect(screen.getByRole('link', { name: /Thư xin lỗi/ })).toHaveAttribute('href', `/giay-to/${id}`);
  });

  test('my turn: said first, the clock stands, the officer’s sentence', async () => {
    const note = 'Thiếu mặt sau giấy chứng sinh.';
    show({
      state: 'supplementRequired',
      turn: 'citizen',
      clock: 'stopped',
      pause: { since: '2026-11-23T05:00:00.000Z', workingDaysLeft: 2, dueIfToday: '2026-11-25' },
      supplements: [supplement({ answerBy: '2026-12-04', items: [paper, answer] })],
      events: [event('submitted', '2026-11-23T03:31:08Z'), event('supplementRequired', '2026-11-23T05:00:00Z', note)],
    });
    expect(await screen.findByRole('heading', { name: 'Đến lượt bạn' })).toBeVisible();
    expect(screen.getAllByText(/Thiếu mặt sau giấy chứng sinh\./).length).toBeGreaterThan(0);
    expect(screen.getByText('Thời hạn đang dừng')).toBeVisible();
    expect(screen.getByText(/Dừng từ 12:00 hôm nay vì chờ bạn\. Cơ quan còn 2 ngày làm việc\./)).toBeVisible();
    expect(screen.getByText(/thứ.tư,.25\/11\/2026/)).toBeVisible();
    expect(screen.getByText('Hạn gửi: hết thứ sáu, 04/12/2026.', { exact: false })).toBeVisible();
    expect(screen.getByText('Giấy chứng sinh').closest('li')).toHaveTextContent('Giấy chứng sinh: Thiếu mặt sau.');
    expect(screen.getByRole('link', { name: 'Bổ sung 2 mục' })).toHaveAttribute('href', `/ho-so/${id}/bo-sung`);
  });

  test('refused: why, and the way to send again', async () => {
    show({
      state: 'refused',
      turn: 'nobody',
      clock: 'stopped',
      events: [event('refused', '2026-11-23T05:00:00Z', 'Thiếu giấy')],
      nextStates: [],
    });
    expect((await screen.findAllByText(/Lý do: Thiếu giấy\./)).length).toBeGreaterThan(0);
    expect(screen.getByRole('link', { name: 'Sửa và gửi lại' })).toHaveAttribute('href', '/ho-so/nop/1.001193');
    expect(screen.queryByText('Đến lượt bạn')).toBeNull();
  });

  test('withdrawing says what it means; the safe way is there; done, it shows', async () => {
    show({});
    await userEvent.click(await screen.findByRole('button', { name: 'Rút hồ sơ' }));
    expect(screen.getByText(/Rút rồi không mở lại được/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Giữ lại hồ sơ' }));
    expect(server.asked.some(({ method }) => method === 'POST')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Rút hồ sơ' }));
    await userEvent.type(screen.getByLabelText(/Vì sao bạn rút/), 'Nộp nhầm');
    const events = [event('withdrawn', '2026-11-23T05:00:00Z')];
    const withdrawn = dossier({ state: 'withdrawn', turn: 'nobody', events, nextStates: [], mayWithdraw: false });
    server.on(`POST /dossiers/${id}/withdrawal`, withdrawn);
    server.on(`GET /dossiers/${id}`, withdrawn);
    await userEvent.click(screen.getByRole('button', { name: 'Rút hồ sơ này' }));
    expect((await screen.findAllByText('Bạn đã rút hồ sơ')).length).toBeGreaterThan(0);
    expect(server.asked.find(({ method }) => method === 'POST')?.body).toEqual({ reason: 'Nộp nhầm' });
  });

  test('rating: five in words, an early tap is told what to do, sent with the comment', async () => {
    show({ state: 'completed', turn: 'citizen', clock: 'ended', mayRate: true, mayWithdraw: false });
    await userEvent.click(await screen.findByRole('button', { name: 'Gửi đánh giá' }));
    expect(screen.getByText('Chọn một trong năm mức rồi gửi.')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Hài lòng' }));
    await userEvent.type(screen.getByLabelText(/Điều bạn muốn nói thêm/), 'Nhanh');
    const rating = {
      score: 4,
      comment: 'Nhanh',
      ratedAt: '2026-11-23T08:00:00Z',
      changeableUntil: '2026-12-07T08:00:00Z',
    };
    server.on(`PUT /dossiers/${id}/rating`, rating);
    server.on(`GET /dossiers/${id}`, dossier({ state: 'completed', mayRate: true, rating }));
    await userEvent.click(screen.getByRole('button', { name: 'Gửi đánh giá' }));
    expect(await screen.findByText(/Máy chủ đã nhận đánh giá lúc 15:00/)).toBeVisible();
    expect(server.asked.find(({ method }) => method === 'PUT')?.body).toEqual({ score: 4, comment: 'Nhanh' });
  });

  test('to be paid: how much, why, until when; one tap makes the order and leads to it', async () => {
    const fee = { amountVnd: 8000, basis: 'Bản sao trích lục', payBy: '2026-12-04' };
    show({ state: 'paymentRequired', turn: 'citizen', fee });
    expect(await screen.findByText('Cần bạn đóng 8.000 đồng.')).toBeVisible();
    expect(screen.getByText('Bản sao trích lục')).toBeVisible();
    expect(screen.getByText(/hoặc tại Ủy ban nhân dân phường Tân Ninh.*04\/12\/2026/)).toBeVisible();
    // Somebody pays it on another phone: the way to that order, and no second one.
    const orderId = '5d0c7b1e-0000-4000-8000-0000000000aa';
    server.on(`POST /dossiers/${id}/fee-order`, problem(409, 'payment-open', { orderId }));
    await userEvent.click(screen.getByRole('button', { name: 'Đóng 8.000 đồng' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Đừng đóng lần nữa');
    expect(screen.getByRole('link', { name: 'Xem kết quả đóng tiền' })).toHaveAttribute(
      'href',
      `/thanh-toan/${orderId}`,
    );
  });

  test('one that is not mine or not there is the same: not found, with a way on', async () => {
    server.on(`GET /dossiers/${id}`, problem(404, 'not-found'));
    open(`/ho-so/${id}`);
    expect(await screen.findByRole('heading', { level: 1, name: 'Không tìm thấy hồ sơ này' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Xem hồ sơ của tôi' })).toHaveAttribute('href', '/ho-so');
  });
});
