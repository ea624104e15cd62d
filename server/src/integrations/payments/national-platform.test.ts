import { serverEnvironment } from '@dvc/emulator/src/server-environment.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '#core/settings';
import { bill, billsFor, payFor, readOrder } from '../../../test/support/payments.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { createNationalPlatform } from './national-platform.ts';

const SETTINGS = {
  NATIONAL_PAYMENT_URL: 'http://127.0.0.1:9',
  NATIONAL_PAYMENT_PARTNER: 'TAYNINH',
  NATIONAL_PAYMENT_SECRET: 'sample-national-secret',
};

let server: TestServer;
let phone: TestPhone;
beforeAll(async () => {
  server = await buildTestServer({ env: SETTINGS });
  phone = await (await server.phone('anh').open()).giveContact();
});
afterAll(() => server.close());

const message = (reference: string, changes: object = {}) => ({
  LoaiBanTin: '120',
  PhienBan: '1.0',
  MaDoiTac: 'TAYNINH',
  MaThamChieu: reference,
  SoTien: '805000',
  MaTienTe: 'VND',
  MaGiaoDich: 'GD-0001',
  MaNganHang: 'VCB',
  ThoiGianGD: '20261126080000',
  ThongTinGiaoDich: 'Hoc phi',
  TrangThaiGD: '1',
  ...changes,
});

test('a payment by our code on the platform makes the order paid, once; what is not signed does not', async () => {
  const platform = createNationalPlatform(server.deps.settings);
  const [wanted] = await billsFor(server, phone, [bill()]);
  const { body: order } = await payFor(phone, [wanted?.id ?? '']);
  const tell = async (body: object) => {
    const response = await server.app.inject({ method: 'POST', url: '/payment-notices/national', payload: body });
    return response.json<{ MaLoi: string }>().MaLoi;
  };
  const signed = platform?.signed(message(order.code)) ?? message(order.code);
  expect(await tell({ ...signed, SoTien: '1' })).toBe('97');
  expect(await tell({ ...signed, TrangThaiGD: '3' })).toBe('97');
  expect((await readOrder(phone, order.id)).state).toBe('created');
  expect(await tell(signed)).toBe('00');
  expect(await tell(signed)).toBe('00');
  expect(await readOrder(phone, order.id)).toMatchObject({ state: 'paid', money: 'taken' });
});

test('a part of its settings is no setting', () => {
  const whole = { ...serverEnvironment({ phonePort: 1, serverPort: 2, idPort: 3 }), ...SETTINGS };
  const read = () => readSettings({ ...whole, NATIONAL_PAYMENT_SECRET: '' });
  expect(read).toThrow('NATIONAL_PAYMENT_SECRET');
});
