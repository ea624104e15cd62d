// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { randomSecret } from '#lib/random';
import { outbox } from '#offline';
import { buildHouse, eventually, expectPlace, installFakeZalo, type House } from '../../../tests/support/app-house';
import { json, problem } from '../../../tests/support/fake-server';
import { installFakeCanvas, photoOf } from '../../../tests/support/fake-canvas';
import { installFakeTus, type FakeTus } from '../../../tests/support/fake-tus';
import { additionKind } from './addition-delivery';
import { reportKind } from './report-delivery';
import { categories, myReport, publicReport, publicSummary, reportId } from './testing/sample-reports';

// Under Node the package resolves to its Node half; a phone gets this one. The real library all the same.
vi.mock('tus-js-client', () => vi.importActual('tus-js-client/lib.es5/browser/index.js'));

const zalo = installFakeZalo();
let house: House;
let tus: FakeTus;

beforeEach(() => begin(1));
afterEach(async () => {
  for (const { id } of outbox.items.get()) await outbox.drop(id);
  await outbox.lock();
  await house.close();
  vi.restoreAllMocks();
});

function begin(level: 0 | 1): void {
  house = buildHouse(zalo, level);
  installFakeCanvas();
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:anh', revokeObjectURL: () => undefined }));
  tus = installFakeTus();
  house.server.on('GET /report-categories', categories);
  house.server.on('GET /outbox-key', { keys: [randomSecret()] });
  house.server.on('GET /my-reports', { items: [], next: null });
}

const tap = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const requests = (what: string) => house.server.asked.filter(({ method, path }) => `${method} ${path}` === what);

describe('the public list', () => {
  test('is filtered by what the address says, and a choice rewrites the address', async () => {
    house.server.on('GET /reports', ({ path }) => {
      const open = new URLSearchParams(path.split('?')[1]).get('open');
      const items = open === 'false' ? [publicSummary({ title: 'Rác đã dọn', state: 'resolved', open: false })] : [];
      return json({ items, next: null, total: items.length });
    });
    house.open('/phan-anh?tinh-trang=xong');
    expect(await screen.findByRole('link', { name: /Rác đã dọn/ })).toBeVisible();
    expect(screen.getByText('1 phản ánh, mới nhất trước')).toBeVisible();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Tình trạng' }), 'Đang xử lý');
    await expectPlace('/phan-anh?tinh-trang=mo');
    expect(await screen.findByText('Chưa có phản ánh nào ở đây')).toBeVisible();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Lĩnh vực' }), 'Mặt đường hư, ổ gà');
    await expectPlace('/phan-anh?linh-vuc=o-ga-mat-duong&tinh-trang=mo');
  });

  test('older ones come when asked for', async () => {
    house.server.on('GET /reports', ({ path }) =>
      path.includes('cursor=xa')
        ? json({ items: [publicSummary({ id: 'b', title: 'Cũ' })], next: null, total: 2 })
        : json({ items: [publicSummary({ title: 'Mới' })], next: 'xa', total: 2 }),
    );
    house.open('/phan-anh');
    await tap('Xem thêm');
    expect(await screen.findByRole('link', { name: /Cũ/ })).toBeVisible();
    expect(screen.getByRole('link', { name: /Mới/ })).toBeVisible();
  });
});

describe('one report', () => {
  test('to a visitor: as it was checked, nothing of an account is asked for', async () => {
    await house.close();
    begin(0);
    house.server.on(
      `GET /reports/${reportId}`,
      publicReport({
        words: 'Đường hư',
        events: [
          { at: '2026-11-23T03:00:00.000Z', state: 'inProgress', note: 'Đội đường bộ đang vá.', by: 'Xã Tân Châu' },
        ],
        photos: [{ id: 'anh-1', role: 'after', width: 800, height: 600 }],
      }),
    );
    house.open(`/phan-anh/${reportId}`);
    expect(await screen.findByRole('heading', { level: 1, name: 'Ổ gà lớn gần ngã tư' })).toBeVisible();
    expect(screen.getByText('Đội đường bộ đang vá.')).toBeVisible();
    expect(screen.getByRole('img', { name: 'Ảnh sau khi xử lý: Ảnh 1' })).toBeVisible();
    expect(house.asked().filter((what) => what.includes('my-reports'))).toEqual([]);
  });

  test('somebody else’s: followed, and followed no longer', async () => {
    house.server.on(`GET /my-reports/${reportId}`, problem(404, 'not-found'));
    house.server.on(`GET /reports/${reportId}`, publicReport());
    house.server.on(`PUT /reports/${reportId}/following`, new Response(null, { status: 204 }));
    house.server.on(`DELETE /reports/${reportId}/following`, new Response(null, { status: 204 }));
    house.open(`/phan-anh/${reportId}`);
    await tap('Theo dõi phản ánh này');
    expect(await screen.findByText('Bạn đang theo dõi. Có kết quả chúng tôi báo bạn.')).toBeVisible();
    await tap('Thôi theo dõi');
    await eventually(() => expect(requests(`DELETE /reports/${reportId}/following`)).toHaveLength(1));
    expect(await screen.findByRole('button', { name: 'Theo dõi phản ánh này' })).toBeVisible();
  });

  test('not resolved: needs words and a new photo, and goes through the outbox', async () => {
    let report = myReport({ state: 'resolved', turn: 'nobody', reopenUntil: '2026-12-08T03:00:00.000Z' });
    house.server.on(`GET /my-reports/${reportId}`, () => json(report));
    house.server.on(`POST /my-reports/${reportId}/reopening`, () => {
      report = myReport({ state: 'reopened' });
      return json(report);
    });
    house.open(`/phan-anh/${reportId}`);
    await tap('Chưa được xử lý');
    await tap('Gửi, xin xem lại');
    expect(screen.getByText('Ghi vài chữ để cán bộ hiểu.')).toBeVisible();
    expect(screen.getByText('Chụp một ảnh cho thấy bây giờ ra sao.')).toBeVisible();
    await userEvent.type(screen.getByRole('textbox', { name: /Còn thế nào/ }), 'Vẫn còn');
    await userEvent.upload(screen.getByLabelText('Chụp ảnh mới'), photoOf('sharp', 'moi.jpg', { bytes: 4_000 }));
    expect(await screen.findByRole('img', { name: 'Ảnh 1' })).toBeVisible();
    await tap('Gửi, xin xem lại');
    expect(await screen.findByText(/^Đã nhận lúc/)).toBeVisible();
    const [request] = requests(`POST /my-reports/${reportId}/reopening`);
    expect(request?.body).toEqual({ words: 'Vẫn còn', files: ['file-1'], seenAt: '2026-11-24T03:00:00.000Z' });
    expect(tus.announced[0]).toMatchObject({ role: 'reopening', reportId });
    expect((await screen.findAllByText('Xem lại theo phản ánh của dân'))[0]).toBeVisible();
  });

  test('the office asks: its question, until when, and the answer', async () => {
    house.server.on(
      `GET /my-reports/${reportId}`,
      myReport({
        ...{ state: 'clarifying', turn: 'person', clarifyBy: '2026-11-30' },
        events: [{ at: '2026-11-24T03:00:00.000Z', state: 'clarifying', note: 'Ổ gà ở chiều nào?', by: 'Xã Tân Châu' }],
      }),
    );
    house.server.on(`POST /my-reports/${reportId}/clarification`, myReport());
    house.open(`/phan-anh/${reportId}`);
    expect(await screen.findByText(/Trả lời trước hết thứ hai/)).toBeVisible();
    await userEvent.type(screen.getByRole('textbox', { name: /Bạn trả lời/ }), 'Chiều về chợ');
    await tap('Gửi câu trả lời');
    await eventually(() =>
      expect(requests(`POST /my-reports/${reportId}/clarification`)[0]?.body).toEqual({
        words: 'Chiều về chợ',
        files: [],
        seenAt: myReport({}).changedAt,
      }),
    );
  });

  test('an answer that has not arrived, on coming back: it waits, and is not asked for again', async () => {
    house.server.on(`GET /my-reports/${reportId}`, myReport({ state: 'clarifying', turn: 'person' }));
    house.server.on(`POST /my-reports/${reportId}/clarification`, problem(503, 'server-busy'));
    const add = (about: string, words: string) =>
      outbox.add(additionKind, {
        content: { reportId: about, purpose: 'clarification', words, sent: {} },
        files: [],
      });
    await add(reportId, 'Chiều về chợ');
    await add('7c0b7a0e-0000-4000-8000-000000000002', 'Chuyện khác');
    house.open(`/phan-anh/${reportId}`);
    expect(await screen.findByRole('heading', { name: 'Chiều về chợ' })).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'Chuyện khác' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Gửi câu trả lời' })).toBeNull();
  });

  test('an answer that was refused may be thrown away: the report is not thrown away with it, and it says so', async () => {
    house.server.on(`GET /my-reports/${reportId}`, myReport({ state: 'clarifying', turn: 'person' }));
    house.server.on(`POST /my-reports/${reportId}/clarification`, problem(422, 'invalid', { errors: [] }));
    await outbox.add(additionKind, {
      content: { reportId, purpose: 'clarification', words: 'Chiều về chợ', sent: {} },
      files: [],
    });
    house.open(`/phan-anh/${reportId}`);
    expect(await screen.findByText('Chưa nhận được')).toBeVisible();
    await tap('Xóa phần gửi thêm này');
    expect(screen.getByText(/^Xóa phần gửi thêm này\?.*phản ánh trước đó vẫn còn/)).toBeVisible();
  });

  test('what waits about another report keeps nobody from answering here', async () => {
    house.server.on(`GET /my-reports/${reportId}`, myReport({ state: 'clarifying', turn: 'person' }));
    await outbox.add(additionKind, {
      content: { reportId: 'khac', purpose: 'clarification', words: 'Chuyện khác', sent: {} },
      files: [],
    });
    house.open(`/phan-anh/${reportId}`);
    expect(await screen.findByRole('button', { name: 'Gửi câu trả lời' })).toBeVisible();
  });

  test('resolved: rated once a score is chosen', async () => {
    house.server.on(`GET /my-reports/${reportId}`, myReport({ state: 'resolved', turn: 'nobody', mayRate: true }));
    house.server.on(`PUT /my-reports/${reportId}/rating`, {
      ...{ score: 4, comment: null, ratedAt: '2026-11-24T03:00:00.000Z' },
    });
    house.open(`/phan-anh/${reportId}`);
    await tap('Gửi đánh giá');
    expect(screen.getByText('Chọn một mức trước khi gửi.')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Hài lòng' }));
    await tap('Gửi đánh giá');
    await eventually(() => expect(requests(`PUT /my-reports/${reportId}/rating`)[0]?.body).toEqual({ score: 4 }));
  });
});

test('mine: what waits on this phone stands above what was sent', async () => {
  house.server.on('GET /my-reports', { items: [{ ...myReport(), words: 'Đèn tắt' }], next: null });
  house.server.on('POST /reports', problem(422, 'invalid', { errors: [] }));
  house.open('/phan-anh/cua-toi');
  expect(await screen.findByRole('link', { name: /Đèn tắt/ })).toBeVisible();
  await outbox.add(reportKind, {
    files: [],
    content: {
      ...{ category: 'khac', formVersion: '2026-11-23.1', answers: {}, words: 'Chờ gửi đi', hideName: false },
      ...{ place: { source: 'words', words: 'Chợ' }, writtenAt: '2026-11-23T03:00:00.000Z', sent: {} },
    },
  });
  expect(await screen.findByRole('heading', { name: 'Chờ gửi đi' })).toBeVisible();
  expect(await screen.findByText('Chưa nhận được')).toBeVisible();
  await tap('Xóa phản ánh này');
  expect(screen.getByText('Xóa phản ánh này? Ảnh và phần đã ghi sẽ mất.')).toBeVisible();
  await tap('Xóa phản ánh này');
  await eventually(() => expect(screen.queryByRole('heading', { name: 'Chờ gửi đi' })).toBeNull());
});
