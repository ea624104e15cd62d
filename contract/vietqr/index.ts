/**
 * VietQR: the text inside the QR code of a bank account in Việt Nam (EMVCo merchant-presented mode, NAPAS profile).
 * The same rules on the phone, which reads the code a shop already has, and on the server, which writes the public one.
 */
export { crc16 } from './crc16.ts';
export { readVietQr, tidyAccountNumber, vietQr, type BankAccount } from './vietqr.ts';
