import { crc16 } from './crc16.ts';
import { readObjects, writeObjects } from './tlv.ts';

/** Where money goes: the bank by its six-digit number (BIN), and the account there. */
export interface BankAccount {
  bin: string;
  accountNumber: string;
}

/** The mark of NAPAS among those who put their own data into such codes. */
const NAPAS = 'A000000727';
const TO_ACCOUNT = 'QRIBFTTA';
const VND = '704';
const BIN = /^\d{6}$/;
const ACCOUNT = /^[0-9A-Z]{4,19}$/;
/** Longest text a QR reader hands over that could still be a payment code. */
const LONGEST = 512;

/** An account number without the spaces, dots and dashes people put between groups, in capitals. */
export function tidyAccountNumber(typed: string): string {
  return typed.replace(/[\s.-]/g, '').toUpperCase();
}

/** The text of a static code for an account: whoever scans it writes the amount. Throws for what is no account. */
export function vietQr({ bin, accountNumber }: BankAccount): string {
  if (!BIN.test(bin) || !ACCOUNT.test(accountNumber)) throw new Error('no bank account to make a VietQR of');
  const beneficiary = writeObjects([
    ['00', bin],
    ['01', accountNumber],
  ]);
  const napas = writeObjects([
    ['00', NAPAS],
    ['01', beneficiary],
    ['02', TO_ACCOUNT],
  ]);
  const objects = writeObjects([
    ['00', '01'],
    // 11: the same code for every payment.
    ['01', '11'],
    ['38', napas],
    ['53', VND],
    ['58', 'VN'],
  ]);
  return `${objects}6304${crc16(`${objects}6304`)}`;
}

/** The account in a scanned VietQR; undefined for any other text, a broken code, or one that pays a card. */
export function readVietQr(text: string): BankAccount | undefined {
  const code = text.trim();
  if (code.length > LONGEST || !/6304[0-9A-Fa-f]{4}$/.test(code)) return undefined;
  if (crc16(code.slice(0, -4)) !== code.slice(-4).toUpperCase()) return undefined;
  const objects = readObjects(code);
  if (objects?.get('00') !== '01' || objects.get('53') !== VND) return undefined;
  const napas = readObjects(objects.get('38') ?? '');
  if (napas?.get('00') !== NAPAS || napas.get('02') !== TO_ACCOUNT) return undefined;
  const beneficiary = readObjects(napas.get('01') ?? '');
  const bin = beneficiary?.get('00') ?? '';
  const accountNumber = tidyAccountNumber(beneficiary?.get('01') ?? '');
  return BIN.test(bin) && ACCOUNT.test(accountNumber) ? { bin, accountNumber } : undefined;
}
