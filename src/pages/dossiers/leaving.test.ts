// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import procedure from '../../../provinces/tay-ninh/procedures/2.000635.json';
import { buildHouse, eventually, expectPlace, installFakeZalo, type House } from '../../../tests/support/app-house';
import { json, problem, session } from '../../../tests/support/fake-server';

const zalo = installFakeZalo();
const draftId = '3f0b7a0e-0000-4000-8000-000000000001';
const dossierId = '5d0c7b1e-0000-4000-8000-000000000009';
const summary = {
  id: draftId,
  procedureCode: '2.000635',
  procedureName: 'Xin bản sao khai sinh',
  page: 'su-kien',
  step: 2,
  steps: 4,
  files: 0,
  savedAt: '2026-11-23T03:24:00.000Z',
  expiresAt: '2027-01-22T03:24:00.000Z',
};
const draft = {
  ...summary,
  formVersion: procedure.form.version,
  answers: {
    requesterName: 'Nguyễn Thị Mai',
    requesterId: '072188000001',
    requesterPhone: '0987654321',
    requesterAddress: { commune: '25459', detail: 'Khu phố 3' },
    filingAs: 'ban-than',
    extractKind: 'khai-sinh',
    subjectName: 'Nguyễn Thị Mai',
    subjectDob: '1988--',
    registeredCommune: '25459',
    copies: 2,
    delivery: 'truc-tuyen',
  },
  rev: 3,
  files: [],
  prefilled: [],
  movedFrom: null,
  oldAnswers: [],
};
const receipt = {
  dossierId,
  code: '000.00.00.H53-261123-0042',
  procedureCode: '2.000635',
  procedureName: 'Xin bản sao khai sinh',
  formVersion: procedure.form.version,
  office: 'Ủy ban nhân dân phường Tân Ninh',
  receivedAt: '2026-11-23T03:31:08.000Z',
  answersHash: '0'.repeat(64),
  files: [],
  declaration: ['Tôi cam đoan'],
  jws: 'e30.e30.e30',
};
let house: House;

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  house = buildHouse(zalo, 2);
  const { server } = house;
  server.on('GET /drafts', { items: [summary] });
  server.on('GET /dossiers', { items: [], next: null });
  server.on(`GET /drafts/${draftId}`, draft);
  server.on(`PUT /drafts/${draftId}`, ({ body }) => ({ ...draft, ...(body as object), rev: 4 }));
  server.on(`GET /procedures/2.000635/forms/${procedure.form.version}`, procedure.form);
  server.on(`GET /dossiers/${dossierId}`, problem(404, 'not-found'));
  server.on(`GET /dossiers/${dossierId}/receipt`, receipt);
  server.on('GET /.well-known/jwks.json', { keys: [] });
  server.on('POST /dossiers', () => {
    server.on(`GET /drafts/${draftId}`, problem(409, 'draft-sent', { dossierId }));
    server.on('GET /drafts', { items: [] });
    return json(receipt, 201);
  });
});
afterEach(() => house.close());

const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });

test('“Quay lại” from the receipt leads to where the work was begun from, not back into the form', async () => {
  house.open('/ho-so');
  await userEvent.click(await screen.findByRole('link', { name: /Xin bản sao khai sinh/ }));
  await heading('Giấy cần sao');
  for (;;) {
    await userEvent.click(await screen.findByRole('button', { name: 'Tiếp tục' }));
    await new Promise((resolve) => setTimeout(resolve));
    if (screen.queryByRole('heading', { level: 1, name: 'Xem lại và gửi' }) !== null) break;
  }
  for (const box of await screen.findAllByRole('checkbox')) await userEvent.click(box);
  await userEvent.click(screen.getByRole('button', { name: 'Gửi hồ sơ' }));
  await heading('Đã nhận hồ sơ');
  await expectPlace(`/ho-so/${dossierId}?xem=phieu`);
  await userEvent.click(screen.getByRole('button', { name: 'Quay lại' }));
  await heading('Hồ sơ của tôi');
  await expectPlace('/ho-so');
});

test('“Sửa” leads back to the review, and from there “Quay lại” does not lead into what was edited', async () => {
  house.open('/ho-so');
  await userEvent.click(await screen.findByRole('link', { name: /Xin bản sao khai sinh/ }));
  await heading('Giấy cần sao');
  await userEvent.click(screen.getByRole('button', { name: 'Tiếp tục' }));
  await heading('Nhận kết quả');
  await userEvent.click(screen.getByRole('button', { name: 'Tiếp tục' }));
  await heading('Xem lại và gửi');
  await userEvent.click(screen.getByRole('button', { name: 'Sửa Giấy cần sao' }));
  await heading('Giấy cần sao');
  await userEvent.type(screen.getByLabelText(/Dùng để làm gì/), 'nhập học');
  await userEvent.click(screen.getByRole('button', { name: 'Xong, xem lại' }));
  await heading('Xem lại và gửi');
  expect(screen.getByText('nhập học')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Quay lại' }));
  await heading('Nhận kết quả');
});

test('a change that asks for more leads there first, then to the review', async () => {
  const filingAs = procedure.form.pages[0]?.fields.find(({ id }) => id === 'filingAs');
  const authorised = filingAs?.options?.find(({ value }) => value === 'uy-quyen')?.label;
  house.open(`/ho-so/nop/2.000635?nhap=${draftId}&buoc=review`);
  await userEvent.click(await screen.findByRole('button', { name: 'Sửa Người xin bản sao' }));
  await userEvent.click(await screen.findByRole('radio', { name: authorised }));
  await userEvent.click(screen.getByRole('button', { name: 'Xong, xem lại' }));
  await heading('Giấy tờ kèm theo');
  await expectPlace(`/ho-so/nop/2.000635?nhap=${draftId}&buoc=papers&sua=1`);
});

test('a step of the review opened anew, as after a kill, still leads there', async () => {
  house.open(`/ho-so/nop/2.000635?nhap=${draftId}&buoc=nhan-ket-qua&sua=1`);
  await userEvent.click(await screen.findByRole('button', { name: 'Xong, xem lại' }));
  await heading('Xem lại và gửi');
});

test('the address of a draft that was sent leads to its receipt', async () => {
  house.server.on(`GET /drafts/${draftId}`, problem(409, 'draft-sent', { dossierId }));
  house.open(`/ho-so/nop/2.000635?nhap=${draftId}&buoc=review`);
  await heading('Đã nhận hồ sơ');
  await expectPlace(`/ho-so/${dossierId}?xem=phieu`);
});

test('linked to another Zalo while one writes: asked who one is, and what was written is there again, and kept', async () => {
  const { server } = house;
  const here = `/ho-so/nop/2.000635?nhap=${draftId}&buoc=su-kien`;
  house.open(here);
  const purpose = await screen.findByLabelText(/Dùng để làm gì/);
  server.on('GET /session', session(1));
  server.on(`PUT /drafts/${draftId}`, problem(403, 'level-too-low', { level: 2 }));
  await userEvent.type(purpose, 'nhập học');
  await heading('Liên kết tài khoản Tây Ninh ID');
  expect(server.asked.filter(({ path }) => path === `/drafts/${draftId}`).at(-1)?.method).toBe('PUT');

  server.on(`PUT /drafts/${draftId}`, ({ body }) => ({ ...draft, ...(body as object), rev: 4 }));
  server.on('GET /session', session(2));
  server.on('POST /identity/links', { session: session(2), returnTo: here });
  zalo.openLink('/lien-ket?ma=code-anew');
  expect(await screen.findByLabelText(/Dùng để làm gì/)).toHaveValue('nhập học');
  const saved = () => server.asked.filter(({ method, path }) => method === 'PUT' && path === `/drafts/${draftId}`);
  await eventually(() => expect(saved().length).toBeGreaterThan(1));
  expect(saved().at(-1)?.body).toMatchObject({ rev: 3, answers: { purpose: 'nhập học' } });
});
