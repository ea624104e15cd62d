// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { buildHouse, installFakeZalo, type House } from '../../../tests/support/app-house';
import { json, problem } from '../../../tests/support/fake-server';

const zalo = installFakeZalo();
let house: House;

const ID = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();
const about: Schemas['DocumentSummary'] = {
  id: ID,
  kind: 'result',
  title: 'Giấy khai sinh',
  office: 'UBND phường Tân Ninh',
  issuedAt: '2026-11-24T03:00:00Z',
  dossierId: '0b7f1c52-5d3e-4c1a-9a41-2d2f5d3c9e11',
  dossierCode: '000.00.00.H53-261120-0001',
};
const whole = (more: Partial<Schemas['WalletDocument']> = {}): Schemas['WalletDocument'] => ({
  about,
  size: 40_960,
  sha256: 'ab'.repeat(32),
  login: { minutes: 30, until: soon(20 * 60_000) },
  viewings: [{ at: '2026-11-24T03:00:00Z', what: 'handedIn', viewer: 'UBND phường Tân Ninh' }],
  ...more,
});
const PLACE = `/wallet/documents/${ID}`;
const address = (n: number) => `http://127.0.0.1:5301/wallet/opened/${String(n).repeat(43)}/giay-to.pdf`;

/** Each opening has an address of its own. */
function giveAddresses(): void {
  let given = 0;
  house.server.on(`POST ${PLACE}/openings`, () => {
    given += 1;
    return json({ url: address(given), expiresAt: soon(120_000) }, 201);
  });
}

beforeEach(() => {
  house = buildHouse(zalo, 2);
  zalo.answer('action.open.document', { data: {} });
  zalo.answer('action.save.file', { data: {} });
});
afterEach(() => house.close());

function openDocument(document = whole()): void {
  house.server.on(`GET ${PLACE}`, document);
  house.open(`/giay-to/${ID}`);
}

test('results come before receipts; nothing yet says what will lie here', async () => {
  const receipt = { ...about, id: about.dossierId, kind: 'receipt' as const, title: 'Đăng ký khai sinh' };
  house.server.on('GET /wallet/documents', { items: [receipt, about], more: false });
  house.open('/giay-to');
  const [results, receipts] = await screen.findAllByRole('heading', { level: 2 });
  expect([results?.textContent, receipts?.textContent]).toEqual(['Kết quả', 'Biên nhận']);
  expect(screen.getByRole('link', { name: /Giấy khai sinh.*Tân Ninh, 24\/11\/2026/ })).toBeVisible();
  await house.close();
  house = buildHouse(zalo, 2);
  house.server.on('GET /wallet/documents', { items: [], more: false });
  house.open('/giay-to');
  expect(await screen.findByRole('heading', { name: 'Chưa có giấy tờ nào' })).toBeVisible();
});

test('what is one’s own never stands among what is another’s', async () => {
  const actingFor = { delegationId: '11111111-0000-4000-8000-000000000001', fullName: 'Nguyễn Văn Sáu' };
  const fathers = { ...about, id: ID.replace('7', '8'), title: 'Trích lục của ba', actingFor };
  house.server.on('GET /wallet/documents', { items: [fathers, about], more: false });
  house.open('/giay-to');
  const mine = await screen.findByRole('region', { name: 'Của tôi' });
  expect(
    within(mine)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual([expect.stringContaining('Giấy khai sinh')]);
  const his = screen.getByRole('region', { name: 'Làm giúp: Nguyễn Văn Sáu' });
  expect(
    within(his)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual([expect.stringContaining('Trích lục của ba')]);
});

test('one tap gives Zalo’s viewer the address, never the token', async () => {
  openDocument();
  giveAddresses();
  await userEvent.click(await screen.findByRole('button', { name: 'Mở' }));
  await vi.waitFor(() =>
    expect(zalo.calls.find(({ action }) => action === 'action.open.document')?.params).toMatchObject({
      url: address(1),
      title: 'Giấy khai sinh',
      download: true,
      share: false,
    }),
  );
  expect(JSON.stringify(zalo.calls)).not.toContain('token-at-2');
});

test('a Zalo without a viewer: saved to the phone; refused there too: an address; each time a fresh one', async () => {
  openDocument();
  giveAddresses();
  zalo.answer('action.open.document', { error: -703 });
  zalo.answer('action.save.file', { error: -2007 });
  await userEvent.click(await screen.findByRole('button', { name: 'Mở' }));
  expect(await screen.findByText('Zalo trên máy này chưa mở được giấy tờ')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Tải về máy' }));
  expect(await screen.findByText('Chưa tải về máy được')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Lấy đường dẫn' }));
  expect(await screen.findByRole('textbox', { name: 'Đường dẫn tới giấy tờ' })).toHaveValue(address(3));
  zalo.answer('action.save.file', { data: {} });
  await userEvent.click(screen.getByRole('button', { name: 'Tải về máy' }));
  expect(await screen.findByText('Đã tải về máy.')).toBeVisible();
});

test('a login that is too old: why, and the provincial ID with the way back to this document', async () => {
  openDocument(whole({ login: { minutes: 30, until: null } }));
  house.server.on(
    'POST /identity/step-ups',
    json({ id: ID, url: 'http://127.0.0.1:5301/identity/start?ticket=t', expiresAt: soon(900_000) }, 201),
  );
  zalo.answer('action.open.inapp', { data: {} });
  expect(await screen.findByText(/Lần đăng nhập trước đã quá 30 phút/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Mở' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Đăng nhập Tây Ninh ID' }));
  await vi.waitFor(() => expect(zalo.calls.map(({ action }) => action)).toContain('action.open.inapp'));
  expect(house.server.asked.find(({ path }) => path === '/identity/step-ups')?.body).toMatchObject({
    returnTo: `/giay-to/${ID}`,
  });
});

test('two minutes before the login gets too old it is said; too old meanwhile, the server’s word counts', async () => {
  openDocument(whole({ login: { minutes: 30, until: soon(100_000) } }));
  expect(await screen.findByText('Sắp cần đăng nhập lại')).toBeVisible();
  house.server.on(`POST ${PLACE}/openings`, problem(403, 'login-too-old'));
  house.server.on(`GET ${PLACE}`, whole({ login: { minutes: 30, until: null } }));
  await userEvent.click(screen.getByRole('button', { name: 'Mở' }));
  expect(await screen.findByRole('button', { name: 'Đăng nhập Tây Ninh ID' })).toBeVisible();
});

test('a code for somebody: for whom first, then the code with its time, taken back, and the log', async () => {
  openDocument();
  await userEvent.click(await screen.findByRole('button', { name: 'Cho người khác kiểm tra' }));
  await userEvent.click(screen.getByRole('button', { name: 'Tạo mã QR' }));
  expect(await screen.findByText('Hãy ghi cho ai xem.')).toBeVisible();
  const share = { id: about.dossierId, url: 'http://127.0.0.1:5301/verify/shared?ma=x', audience: 'Trường Kim Đồng' };
  house.server.on(`POST ${PLACE}/shares`, json({ ...share, expiresAt: soon(300_000) }, 201));
  house.server.on(`GET ${PLACE}`, whole({ viewings: [{ at: soon(0), what: 'checked', viewer: 'Trường Kim Đồng' }] }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Cho ai xem?' }), ' Trường Kim Đồng ');
  await userEvent.click(screen.getByRole('button', { name: 'Tạo mã QR' }));
  const card = within(await screen.findByRole('region', { name: 'Mã để kiểm tra' }));
  expect(await card.findByRole('img', { name: 'Mã QR để Trường Kim Đồng kiểm tra giấy tờ' })).toBeVisible();
  expect(card.getByRole('timer')).toHaveTextContent(/^Còn [45] phút \d+ giây$/);
  expect(await screen.findByText('Người có mã của Trường Kim Đồng đã kiểm tra')).toBeVisible();
  house.server.on(`DELETE ${PLACE}/shares/${share.id}`, new Response(null, { status: 204 }));
  await userEvent.click(card.getByRole('button', { name: 'Thu lại mã' }));
  expect(await screen.findByText('Đã thu lại mã')).toBeVisible();
  expect(screen.queryByRole('timer')).toBeNull();
});

test('a code that is over says so, and offers a new one', async () => {
  openDocument();
  const share = { id: about.dossierId, url: 'http://127.0.0.1:5301/verify/shared?ma=x', audience: 'Ngân hàng' };
  house.server.on(`POST ${PLACE}/shares`, () => json({ ...share, expiresAt: soon(1_500) }, 201));
  await userEvent.click(await screen.findByRole('button', { name: 'Cho người khác kiểm tra' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Cho ai xem?' }), 'Ngân hàng');
  await userEvent.click(screen.getByRole('button', { name: 'Tạo mã QR' }));
  expect(await screen.findByRole('timer')).toBeVisible();
  expect(await screen.findByText('Mã đã hết hạn', undefined, { timeout: 5_000 })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Tạo mã mới' })).toBeVisible();
});

test('what is not mine is not there', async () => {
  house.server.on(`GET ${PLACE}`, problem(404, 'not-found'));
  house.open(`/giay-to/${ID}`);
  expect(await screen.findByRole('heading', { name: 'Không có giấy tờ này' })).toBeVisible();
});
