// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { buildHouse, expectPlace, installFakeZalo, type House } from '../../../tests/support/app-house';
import { json, problem, session } from '../../../tests/support/fake-server';

type Choices = Schemas['NoticeChoices'];

const zalo = installFakeZalo();
let house: House;

const known = (over: Partial<Choices> = {}): Choices => ({
  topics: [
    {
      topic: 'dossier',
      channels: [
        { channel: 'oa', wanted: true },
        { channel: 'zns', wanted: true },
        { channel: 'sms', wanted: true },
      ],
    },
    { topic: 'report', channels: [{ channel: 'oa', wanted: true }] },
    { topic: 'news', channels: [{ channel: 'oa', wanted: true }] },
  ],
  quietHours: { from: '22:00', to: '06:00' },
  reach: { follows: true, phone: '0987 ••• 214' },
  ...over,
});

beforeEach(() => {
  house = buildHouse(zalo, 1);
  house.server.on('POST /session', session(1));
  house.server.on('GET /notice-choices', known());
});
afterEach(() => house.close());

const sent = () => house.server.asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
const report = () => screen.findByRole('switch', { name: /^Phản ánh/ });

test('the inbox leads there; a tap shows at once, says that it is being saved, and then is', async () => {
  let answer: (response: Response) => void = () => undefined;
  house.server.on('GET /notifications', { items: [], next: null, unread: 0 });
  house.server.on('PATCH /notice-choices', new Promise<Response>((done) => (answer = done)));
  house.open('/thong-bao');
  await userEvent.click(await screen.findByRole('link', { name: 'Chọn tin nhận' }));
  await expectPlace('/thong-bao/lua-chon');
  await userEvent.click(await report());
  expect(await report()).not.toBeChecked();
  expect(within(await report()).getByText('Đang lưu…')).toBeVisible();
  const saved = known();
  saved.topics[1]!.channels[0]!.wanted = false;
  answer(json(saved));
  await waitFor(() => expect(screen.queryByText('Đang lưu…')).toBeNull());
  expect(await report()).not.toBeChecked();
  expect(sent()).toEqual([{ choices: [{ topic: 'report', channel: 'oa', wanted: false }] }]);
});

test('what could not be saved goes back and says so', async () => {
  house.server.on('PATCH /notice-choices', problem(503, 'server-busy'));
  house.open('/thong-bao/lua-chon');
  await userEvent.click(await report());
  expect(await screen.findByRole('alert')).toHaveTextContent('Công tắc đã trở về như cũ');
  expect(await report()).toBeChecked();
});

test('taps while one is being saved go together in the next', async () => {
  const waiting: ((response: Response) => void)[] = [];
  house.server.on('PATCH /notice-choices', () => new Promise<Response>((done) => waiting.push(done)));
  house.open('/thong-bao/lua-chon');
  await userEvent.click(await report());
  await waitFor(() => expect(waiting).toHaveLength(1));
  await userEvent.click(screen.getByRole('switch', { name: /^Tin tức/ }));
  await userEvent.click(await report());
  expect(await report()).toBeChecked();
  waiting[0]!(json(known()));
  await waitFor(() => expect(waiting).toHaveLength(2));
  expect(sent()[1]).toEqual({
    choices: [
      { topic: 'news', channel: 'oa', wanted: false },
      { topic: 'report', channel: 'oa', wanted: true },
    ],
  });
  const saved = known();
  saved.topics[2]!.channels[0]!.wanted = false;
  waiting[1]!(json(saved));
  await waitFor(() => expect(screen.queryByText('Đang lưu…')).toBeNull());
  expect(screen.getByRole('switch', { name: /^Tin tức/ })).not.toBeChecked();
});

test('quiet hours are chosen, cannot be empty, and can be none', async () => {
  house.server.on('PATCH /notice-choices', ({ body }) =>
    json(known({ quietHours: (body as { quietHours: Choices['quietHours'] }).quietHours })),
  );
  house.open('/thong-bao/lua-chon');
  expect(await screen.findByText(/đợi đến 06:00/)).toBeVisible();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Đến' }), '05:30');
  expect(await screen.findByText(/đợi đến 05:30/)).toBeVisible();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Từ' }), '05:30');
  expect(await screen.findAllByText('Giờ bắt đầu và giờ hết phải khác nhau.')).toHaveLength(2);
  await userEvent.click(screen.getByRole('switch', { name: /^Không nhắn vào giờ nghỉ/ }));
  expect(await screen.findByText(/^Đang tắt/)).toBeVisible();
  expect(sent()).toEqual([{ quietHours: { from: '22:00', to: '05:30' } }, { quietHours: null }]);
});

test('whom Zalo cannot reach is told, and where the number is used it is shown masked', async () => {
  house.server.on('GET /notice-choices', known({ reach: { follows: false, phone: '0987 ••• 214' } }));
  house.open('/thong-bao/lua-chon');
  expect(await screen.findByRole('button', { name: 'Quan tâm trang Zalo' })).toBeVisible();
  expect(screen.getByRole('switch', { name: /^Tin nhắn SMS/ })).toHaveTextContent('0987 ••• 214');
});

test('choices that cannot be read say that the old ones count', async () => {
  house.server.on('GET /notice-choices', new Response('<html>', { status: 502 }));
  house.open('/thong-bao/lua-chon');
  expect(await screen.findByRole('alert')).toHaveTextContent('vẫn còn hiệu lực');
  expect(screen.queryByRole('switch')).toBeNull();
});
