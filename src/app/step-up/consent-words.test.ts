import { consentWords } from '@dvc/contract/consent-words';
import { expect, test } from 'vitest';
import { texts } from './texts';

const { contact, citizen } = texts.vi;

test('the ledger keeps the very words that the phone shows before a number is given', () => {
  expect(consentWords.phone.words).toBe(
    [
      `${contact.what}: ${contact.lines.join('; ')}.`,
      `${contact.forWhat}: ${contact.uses.join('; ')}.`,
      `${contact.notFor}: ${contact.nots.join('; ')}.`,
    ].join('\n'),
  );
});

test('and before a citizen account is linked; the name of the provincial ID stands in for itself', () => {
  const not = [citizen.notGets('ID'), ...citizen.notGetsMore]
    .join('; ')
    .replace(/Mật khẩu ID/, 'mật khẩu của tài khoản định danh');
  expect(consentWords.identity.words).toBe(
    [`${citizen.get}: ${citizen.gets}.`, `${citizen.notGet}: ${not}.`].join('\n'),
  );
});
