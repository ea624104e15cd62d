import { createHash } from 'node:crypto';
import { z } from 'zod';
import { seconds } from '#core/clock';
import { readAnswer } from '#core/read-answer';
import { sameHash } from '#core/secrets';
import type { Settings } from '#core/settings';
import { ProviderSilent, type PaymentOutcome, type PaymentProvider, type ProviderNews } from './payment-provider.ts';

/** The platform's message, in its own words and order; `MaXacThuc` is SHA-256 over the values and the shared secret. */
const FIELDS = [
  'LoaiBanTin',
  'PhienBan',
  'MaDoiTac',
  'MaThamChieu',
  'SoTien',
  'MaTienTe',
  'MaGiaoDich',
  'MaNganHang',
  'ThoiGianGD',
  'ThongTinGiaoDich',
] as const;

export type NationalMessage = Record<(typeof FIELDS)[number], string> & {
  MaXacThuc: string;
  TrangThaiGD?: string | undefined;
};

const said = z.object({
  MaLoi: z.string(),
  MaThamChieu: z.string(),
  MaGiaoDich: z.string(),
  SoTien: z.string().regex(/^\d{1,15}$/),
  TrangThaiGD: z.string(),
  MaXacThuc: z.string(),
});

const outcomes: Readonly<Record<string, PaymentOutcome>> = { '1': 'paid', '3': 'processing', '4': 'failed' };

/** People pay there with our order's code; the platform tells us, and can be asked. */
export interface NationalPlatform extends PaymentProvider {
  readMessage(message: NationalMessage): ProviderNews | undefined;
  /** The same message with its signature. */
  signed(message: Omit<NationalMessage, 'MaXacThuc'>): NationalMessage;
}

/** Undefined where the province is no partner of the platform. */
export function createNationalPlatform(settings: Settings): NationalPlatform | undefined {
  const { NATIONAL_PAYMENT_URL: url, NATIONAL_PAYMENT_PARTNER: partner, NATIONAL_PAYMENT_SECRET: secret } = settings;
  if (url === undefined || partner === undefined || secret === undefined) return undefined;

  const seal = (values: readonly string[]): string =>
    createHash('sha256')
      .update([...values, secret].join('|'))
      .digest('hex');
  // The state is no field of the platform's own list; signed with the rest, it cannot be changed on the way.
  const sealOf = (message: Omit<NationalMessage, 'MaXacThuc'>): string =>
    seal([
      ...FIELDS.map((field) => message[field]),
      ...(message.TrangThaiGD === undefined ? [] : [message.TrangThaiGD]),
    ]);

  async function recheck(reference: string): Promise<z.infer<typeof said>> {
    let body: unknown;
    try {
      const response = await fetch(`${url}/truy-van`, {
        method: 'POST',
        redirect: 'error',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          MaDoiTac: partner,
          MaThamChieu: reference,
          MaXacThuc: seal([partner ?? '', reference]),
        }),
        signal: AbortSignal.timeout(seconds(15)),
      });
      body = JSON.parse(await readAnswer(response));
    } catch (error) {
      throw new ProviderSilent('unknown', error);
    }
    const read = said.safeParse(body);
    const isTheirs =
      read.success &&
      sameHash(
        seal([read.data.MaThamChieu, read.data.MaGiaoDich, read.data.SoTien, read.data.TrangThaiGD]),
        read.data.MaXacThuc,
      );
    if (!isTheirs || read.data.MaLoi !== '00') throw new ProviderSilent('unknown', new Error('no signed answer'));
    return read.data;
  }

  return {
    name: 'national',
    signed: (message) => ({ ...message, MaXacThuc: sealOf(message) }),

    readMessage(message) {
      if (!sameHash(sealOf(message), message.MaXacThuc)) return undefined;
      if (message.MaDoiTac !== partner || message.MaTienTe !== 'VND') return undefined;
      return {
        provider: 'national',
        // One code may be paid twice there; each transaction is money of its own.
        providerOrderId: message.MaGiaoDich,
        ours: message.MaThamChieu,
        outcome: outcomes[message.TrangThaiGD ?? '1'] ?? 'processing',
        transactionId: message.MaGiaoDich,
        amountVnd: Number(message.SoTien),
      };
    },

    async status({ orderCode }) {
      const answer = await recheck(orderCode);
      return {
        provider: 'national',
        providerOrderId: answer.MaGiaoDich,
        ours: answer.MaThamChieu,
        outcome: outcomes[answer.TrangThaiGD] ?? 'processing',
        transactionId: answer.MaGiaoDich,
        amountVnd: Number(answer.SoTien),
      };
    },

    // The platform takes no refunds by message: the treasury returns them, and a person writes it down.
    refund: async () => ({ outcome: 'failed', providerRefundId: null }),
    refundStatus: async (providerRefundId) => ({ outcome: 'failed', providerRefundId }),
  };
}
