import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpPhone } from '../../server/test/support/http-phone.ts';

const PARTNER = 'TAY-NINH';
const SECRET = 'sample-national-payment-secret';

const seal = (values: readonly string[]): string =>
  createHash('sha256')
    .update([...values, SECRET].join('|'))
    .digest('hex');

interface Paid {
  transaction: string;
  amountVnd: number;
  /** `1` paid, `3` a bank is at it. */
  state: '1' | '3';
}

/** The National Payment Platform as far as our server speaks with it: it tells of payments by code, and may be asked. */
export async function startNationalPlatform() {
  const known = new Map<string, Paid>();

  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece: Buffer) => (text += piece.toString()));
    request.on('end', () => {
      const { MaThamChieu: code = '', MaXacThuc } = JSON.parse(text || '{}') as Record<string, string>;
      const paid = MaXacThuc === seal([PARTNER, code]) ? known.get(code) : undefined;
      const { transaction = '', amountVnd = 0, state = '4' } = paid ?? {};
      const said = { MaThamChieu: code, MaGiaoDich: transaction, SoTien: String(amountVnd), TrangThaiGD: state };
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          MaLoi: paid ? '00' : '01',
          ...said,
          MaXacThuc: seal([code, transaction, String(amountVnd), state]),
        }),
      );
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    settings: { NATIONAL_PAYMENT_PARTNER: PARTNER, NATIONAL_PAYMENT_SECRET: SECRET },
    known,
    /** Tells the province's server of a payment, as it is known here. Answers whether the server noted it. */
    async tell(serverUrl: string, code: string): Promise<boolean> {
      const { transaction, amountVnd, state } = known.get(code) ?? { transaction: '', amountVnd: 0, state: '3' };
      const fields = {
        ...{ LoaiBanTin: '100', PhienBan: '1.0', MaDoiTac: PARTNER, MaThamChieu: code, SoTien: String(amountVnd) },
        ...{ MaTienTe: 'VND', MaGiaoDich: transaction, MaNganHang: 'VCB', ThoiGianGD: '20261126080000' },
        ThongTinGiaoDich: 'Học phí',
      };
      const body = { ...fields, TrangThaiGD: state, MaXacThuc: seal([...Object.values(fields), state]) };
      const { body: said } = await httpPhone(serverUrl).call<{ MaLoi?: string }>('POST', '/payment-notices/national', {
        body,
      });
      return said.MaLoi === '00';
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
