import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc16, readVietQr, tidyAccountNumber, vietQr } from './index.ts';

/** From the published format: the account 0011012345678 at the bank 970403, with an amount and a reference. */
const PUBLISHED =
  '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E';

const account = fc.record({
  bin: fc.stringMatching(/^[0-9]{6}$/),
  accountNumber: fc.stringMatching(/^[0-9A-Z]{4,19}$/),
});

describe('VietQR', () => {
  test('the checksum is CRC-16/CCITT-FALSE', () => {
    // The check value every catalogue of checksums gives.
    expect(crc16('123456789')).toBe('29B1');
    expect(crc16(PUBLISHED.slice(0, -4))).toBe(PUBLISHED.slice(-4));
  });

  test('a published code is read', () => {
    expect(readVietQr(PUBLISHED)).toEqual({ bin: '970403', accountNumber: '0011012345678' });
  });

  test('what is written has the published shape', () => {
    expect(vietQr({ bin: '970403', accountNumber: '0011012345678' }).slice(0, -4)).toBe(
      '00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN6304',
    );
  });

  test('property: what is written is read back, and any one changed character is noticed', () => {
    fc.assert(
      fc.property(account, fc.nat(), fc.stringMatching(/^[0-9A-FX]$/), (wanted, place, sign) => {
        const code = vietQr(wanted);
        expect(readVietQr(code)).toEqual(wanted);
        const at = place % code.length;
        if (code[at] === sign) return;
        expect(readVietQr(code.slice(0, at) + sign + code.slice(at + 1))).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  test('property: any other text is no account, and nothing breaks', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 600 }), fc.stringMatching(/^(\d\d\d\d\w{0,20}){0,6}6304$/)),
        (text) => {
          expect(readVietQr(text)).toBeUndefined();
          // With a right checksum it must still be made of data objects.
          expect(readVietQr(text + crc16(text))).toBeUndefined();
        },
      ),
    );
  });

  test('a code that pays a card, or in other money, is not an account', () => {
    const code = vietQr({ bin: '970403', accountNumber: '0011012345678' });
    for (const [from, to] of [
      ['QRIBFTTA', 'QRIBFTTC'],
      ['5303704', '5303840'],
    ] as const) {
      const other = code.slice(0, -4).replace(from, to);
      expect(readVietQr(other + crc16(other))).toBeUndefined();
    }
  });

  test('numbers are taken as people group them; what is no account makes no code', () => {
    expect(tidyAccountNumber(' 0011 0123-45.678 ')).toBe('0011012345678');
    for (const accountNumber of ['', '123', '12345678901234567890', '12 34 56', 'ấ123456']) {
      expect(() => vietQr({ bin: '970403', accountNumber })).toThrow(/no bank account/);
    }
  });
});
