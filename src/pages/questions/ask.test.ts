// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { operationTable } from '@dvc/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildHouse, eventually, expectPlace, installFakeZalo, type House } from '../../../tests/support/app-house';
import { json, problem } from '../../../tests/support/fake-server';

const zalo = installFakeZalo();
let house: House;

const fields = {
  promiseHours: 8,
  items: [{ id: 'ho-tich', name: 'Hộ tịch, giấy tờ', authority: 'Sở Tư pháp' }],
};
const draft = {
  id: '6f1c2a34-0000-4000-8000-000000000001',
  field: 'ho-tich',
  title: 'Xin trích lục ở đâu?',
  text: 'Tôi sinh ở xã khác.',
  mayPublish: false,
  dossierId: null,
};
const about = {
  id: draft.id,
  code: 'HD-7K3M9Q2F',
  title: draft.title,
  fieldName: 'Hộ tịch, giấy tờ',
  authority: 'Sở Tư pháp',
  state: 'sent',
  sentAt: '2026-11-24T02:00:00Z',
  changedAt: '2026-11-24T02:00:00Z',
  dueAt: '2026-11-25T02:00:00Z',
};

beforeEach(() => {
  house = buildHouse(zalo, 1);
  house.server.on('GET /question-fields', fields);
  house.server.on('GET /questions', { items: [], next: null });
  house.server.on('GET /question-files', { items: [] });
  house.server.on('GET /question-draft', { draft, savedAt: '2026-11-24T01:30:00Z' });
  house.server.on('PUT /question-draft', { savedAt: '2026-11-24T01:31:00Z' });
});
afterEach(() => house.close());

function hide(): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
  document.dispatchEvent(new Event('visibilitychange'));
  Reflect.deleteProperty(document, 'visibilityState');
}

const send = () => userEvent.click(screen.getByRole('button', { name: 'Gửi câu hỏi' }));
const asked = () => house.server.asked.filter(({ method, path }) => method === 'POST' && path === '/my-questions');

test('what was being written is there; a lost answer is repeated under the same id', async () => {
  house.open('/hoi-dap/gui');
  expect(await screen.findByLabelText('Câu hỏi, ghi ngắn')).toHaveValue(draft.title);
  expect(screen.getByText('Đã lưu trên máy chủ lúc 08:30')).toBeVisible();
  house.server.on('POST /my-questions', problem(503, 'server-busy'));
  await send();
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(screen.getByLabelText('Câu hỏi, ghi ngắn')).toHaveValue(draft.title);
  const mine = { about, text: draft.text, mayPublish: false, dossierCode: null, files: [], publishedId: null };
  house.server.on('POST /my-questions', () => json({ ...mine, rating: null, mayRate: false, events: [] }, 201));
  await send();
  expect(await screen.findByRole('heading', { level: 1, name: 'Đã gửi câu hỏi' })).toBeVisible();
  expect(screen.getByText(/HD-7K3M9Q2F/)).toBeVisible();
  expect(screen.getByText(/trước 09:00/)).toBeVisible();
  expect(new Set(asked().map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test('an early tap says what is missing, and sends nothing', async () => {
  house.server.on('GET /question-draft', { draft: null, savedAt: null });
  house.open('/hoi-dap/gui');
  await screen.findByLabelText('Câu hỏi, ghi ngắn');
  await send();
  const summary = screen.getByRole('alert');
  expect(within(summary).getAllByRole('link')).toHaveLength(3);
  expect(asked()).toEqual([]);
});

test('what was saved before is not said of what is typed now', async () => {
  house.open('/hoi-dap/gui');
  const text = await screen.findByLabelText('Kể rõ hơn');
  expect(screen.getByText(/^Đã lưu trên máy chủ/)).toBeVisible();
  await userEvent.type(text, ' Nay');
  expect(screen.getByText('Sắp lưu, trong vài giây')).toBeVisible();
  expect(screen.queryByText(/^Đã lưu trên máy chủ/)).toBeNull();
  // Zalo may end the app at any moment after this.
  hide();
  expect(await screen.findByText('Đã lưu trên máy chủ lúc 08:31')).toBeVisible();
  const last = house.server.asked.filter(({ method }) => method === 'PUT').at(-1);
  expect(last?.body).toEqual({ ...draft, text: 'Tôi sinh ở xã khác. Nay' });
});

test('what is typed is kept on the server, and said so only when it is', async () => {
  house.server.on('PUT /question-draft', problem(503, 'server-busy'));
  house.open('/hoi-dap/gui');
  await userEvent.type(await screen.findByLabelText('Kể rõ hơn'), ' Nay ở phường.');
  await eventually(() => expect(screen.getByText(/Chưa lưu, chỉ ở máy này/)).toBeVisible());
  house.server.on('PUT /question-draft', { savedAt: '2026-11-24T01:35:00Z' });
  hide();
  await eventually(() => expect(screen.getByText('Đã lưu trên máy chủ lúc 08:35')).toBeVisible());
  const last = house.server.asked.filter(({ method }) => method === 'PUT').at(-1);
  expect(last?.body).toEqual({ ...draft, text: 'Tôi sinh ở xã khác. Nay ở phường.' });
});

test('asked from a dossier’s screen, it is about that dossier, also when newer ones stand before it', async () => {
  await house.close();
  house = buildHouse(zalo, 2);
  const { server } = house;
  server.on('GET /question-fields', fields);
  server.on('GET /questions', { items: [], next: null });
  server.on('GET /question-files', { items: [] });
  server.on('GET /question-draft', { draft: { ...draft, dossierId: null }, savedAt: '2026-11-24T01:30:00Z' });
  server.on('PUT /question-draft', { savedAt: '2026-11-24T01:31:00Z' });
  const id = '6f1c2a34-0000-4000-8000-000000000077';
  const one = { procedureName: 'Đăng ký khai sinh', code: '000.00.00.H53-261123-0042' };
  server.on('GET /dossiers', {
    items: [
      { id: '6f1c2a34-0000-4000-8000-000000000078', procedureName: 'Chứng thực', code: '000.00.00.H53-261124-0001' },
    ],
    next: null,
  });
  // Of the rest this screen reads nothing.
  const rest = Object.fromEntries(operationTable.readDossier.answer.map((name) => [name, null]));
  server.on(`GET /dossiers/${id}`, { ...rest, id, ...one });
  server.on('POST /my-questions', problem(503, 'server-busy'));
  house.open(`/hoi-dap/gui?ho-so=${id}`);
  expect(await screen.findByRole('radio', { name: /^Đăng ký khai sinh/ })).toBeChecked();
  await send();
  await screen.findByRole('alert');
  expect(asked().at(-1)?.body).toMatchObject({ dossierId: id, title: draft.title });
});

test('a file that was cut off is not sent with it: the person waits, chooses it again or takes it away', async () => {
  const file = {
    ...{ id: '6f1c2a34-0000-4000-8000-0000000000f1', paperId: 'attachment', name: 'giay-bao.pdf' },
    ...{ mediaType: 'application/pdf', size: 1000, received: 400, state: 'uploading', delayed: false },
    ...{ refusal: null, announcedSha256: 'a'.repeat(64), sha256: null },
  };
  house.server.on('GET /question-files', { items: [file] });
  house.server.on(`DELETE /question-files/${file.id}`, new Response(null, { status: 204 }));
  house.server.on('POST /my-questions', problem(503, 'server-busy'));
  house.open('/hoi-dap/gui');
  expect(await screen.findByText(/^Bị ngắt ở 40 %/)).toBeVisible();
  await send();
  expect(within(screen.getAllByRole('alert')[0]!).getByRole('link', { name: /^Có tệp chưa gửi xong/ })).toBeVisible();
  expect(asked()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Xóa tệp giay-bao.pdf' }));
  await userEvent.click(screen.getByRole('button', { name: 'Xóa tệp này' }));
  await eventually(() => expect(screen.queryByText('giay-bao.pdf')).toBeNull());
  await send();
  await eventually(() => expect(asked()).not.toEqual([]));
  expect(asked()[0]?.body).toMatchObject({ files: [] });
});

const saved = () =>
  house.server.asked.filter(({ method }) => method === 'PUT').map(({ body }) => (body as typeof draft).text);

/** An empty list offers it twice. */
const askAgain = async () => userEvent.click((await screen.findAllByRole('link', { name: 'Đặt câu hỏi' }))[0]!);

test('left before it could be saved, it is there again, and saved when that is possible', async () => {
  house.server.on('GET /question-draft', { draft: null, savedAt: null });
  house.server.on('PUT /question-draft', new TypeError('no network'));
  house.open('/hoi-dap');
  await askAgain();
  await userEvent.type(await screen.findByLabelText('Kể rõ hơn'), 'Tôi ở xã khác.');
  await userEvent.click(screen.getByRole('button', { name: 'Quay lại' }));
  await askAgain();
  expect(await screen.findByLabelText('Kể rõ hơn')).toHaveValue('Tôi ở xã khác.');
  house.server.on('PUT /question-draft', { savedAt: '2026-11-24T01:35:00Z' });
  hide();
  expect(await screen.findByText('Đã lưu trên máy chủ lúc 08:35')).toBeVisible();
  expect(saved().at(-1)).toBe('Tôi ở xã khác.');
});

test('written on another phone since: nothing is overwritten before the person has seen both', async () => {
  house.open('/hoi-dap/gui');
  await userEvent.type(await screen.findByLabelText('Kể rõ hơn'), ' Nay');
  const theirs = { ...draft, text: 'Tôi sinh ở xã bên.' };
  house.server.on('PUT /question-draft', problem(409, 'draft-conflict'));
  house.server.on('GET /question-draft', { draft: theirs, savedAt: '2026-11-24T01:40:00Z' });
  hide();
  expect(await screen.findByText('Có 1 chỗ khác nhau.')).toBeVisible();
  expect(screen.getByText('Tôi sinh ở xã khác. Nay')).toBeVisible();
  house.server.on('PUT /question-draft', { savedAt: '2026-11-24T01:45:00Z' });
  await userEvent.click(screen.getByRole('button', { name: 'Giữ bản ở máy này' }));
  expect(await screen.findByText('Đã lưu trên máy chủ lúc 08:45')).toBeVisible();
  expect(house.asked().at(-1)).toBe('PUT /question-draft?seen=2026-11-24T01%3A40%3A00.000Z');
  expect(screen.getByLabelText('Kể rõ hơn')).toHaveValue('Tôi sinh ở xã khác. Nay');
});

test('another phone began something else instead: that one may be taken', async () => {
  house.open('/hoi-dap/gui');
  await userEvent.type(await screen.findByLabelText('Kể rõ hơn'), ' Nay');
  const theirs = { ...draft, id: '6f1c2a34-0000-4000-8000-000000000002', text: 'Việc khác.' };
  house.server.on('PUT /question-draft', problem(409, 'draft-conflict'));
  house.server.on('GET /question-draft', { draft: theirs, savedAt: '2026-11-24T01:40:00Z' });
  hide();
  await userEvent.click(await screen.findByRole('button', { name: 'Dùng bản ở máy kia' }));
  await eventually(() => expect(screen.getByLabelText('Kể rõ hơn')).toHaveValue('Việc khác.'));
});

test('thrown away while it is being saved: the late saving does not bring it back', async () => {
  const order: string[] = [];
  let letSave: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => void (letSave = resolve));
  house.server.on('PUT /question-draft', async () => {
    await slow;
    order.push('saved');
    return json({ savedAt: '2026-11-24T01:35:00Z' });
  });
  house.server.on('DELETE /question-draft', () => {
    order.push('deleted');
    letSave();
    return new Response(null, { status: 204 });
  });
  house.open('/hoi-dap/gui');
  await userEvent.type(await screen.findByLabelText('Kể rõ hơn'), ' Nay');
  hide();
  await eventually(() => expect(saved()).toHaveLength(1));
  await userEvent.click(screen.getByRole('button', { name: 'Xóa câu đang ghi' }));
  await userEvent.click(screen.getByRole('button', { name: 'Xóa câu đang ghi' }));
  setTimeout(letSave, 300);
  await expectPlace('/hoi-dap');
  expect(order).toEqual(['saved', 'deleted']);
});

test('could not be thrown away: what was written meanwhile is saved', async () => {
  house.server.on('DELETE /question-draft', problem(503, 'server-busy'));
  house.open('/hoi-dap/gui');
  await userEvent.type(await screen.findByLabelText('Kể rõ hơn'), ' Nay');
  await userEvent.click(screen.getByRole('button', { name: 'Xóa câu đang ghi' }));
  await userEvent.click(screen.getByRole('button', { name: 'Xóa câu đang ghi' }));
  await eventually(() => expect(saved().at(-1)).toBe('Tôi sinh ở xã khác. Nay'));
  expect(await screen.findByText('Đã lưu trên máy chủ lúc 08:31')).toBeVisible();
});

test('sent from another phone: it is opened, and not written on', async () => {
  house.server.on('PUT /question-draft', problem(409, 'draft-sent'));
  house.open('/hoi-dap/gui');
  await userEvent.type(await screen.findByLabelText('Kể rõ hơn'), ' Nay');
  hide();
  await expectPlace(`/hoi-dap/cua-toi?ma=${draft.id}`);
});
