import type { Schemas } from '@dvc/contract';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { isAddress, readPhone } from '@dvc/contract/forms';
import { readVietQr, tidyAccountNumber, vietQr } from '@dvc/contract/vietqr';
import type { StoreRow } from './store-rows.ts';

/** What of a registration becomes public; nothing of its owner. The account waits for the owner's consent. */
export interface PublicFacts {
  name: string;
  kind: string;
  goods: string;
  commune: string;
  address: string;
  phone: string | null;
  payment: Schemas['StorePayment'];
}

const line = (value: unknown): string =>
  typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ').trim() : '';

const labelOf = (form: FormDefinition, list: string, value: string): string =>
  form.lists[list]?.find((option) => option.value === value)?.label ?? value;

/** The VietQR text of the account as written; null while it is none. */
export function qrOf(answers: Answers): string | null {
  const account = { bin: line(answers['bank']), accountNumber: tidyAccountNumber(line(answers['accountNumber'])) };
  try {
    return vietQr(account);
  } catch {
    return null;
  }
}

/** What goes public of these answers, which the form's rules have passed. */
export function publicFactsOf(
  form: FormDefinition,
  answers: Answers,
  communeNames: ReadonlyMap<string, string>,
): PublicFacts {
  const address = answers['address'];
  if (!isAddress(address)) throw new Error('a store without an address');
  const qr = qrOf(answers);
  const account = qr === null ? undefined : readVietQr(qr);
  if (qr === null || account === undefined) throw new Error('a store without a bank account');
  return {
    name: line(answers['storeName']),
    kind: line(answers['kind']),
    goods: line(answers['goods']),
    commune: address.commune,
    address: [line(address.detail), communeNames.get(address.commune)].filter(Boolean).join(', '),
    phone: readPhone(line(answers['publicPhone'])) ?? null,
    payment: {
      bankName: labelOf(form, 'banks', account.bin),
      accountNumber: account.accountNumber,
      accountName: line(answers['accountName']),
      qr,
    },
  };
}

/** The kinds of goods the form knows, in both languages. */
export function kindsOf(form: FormDefinition): Schemas['StoreKind'][] {
  return (form.lists['kinds'] ?? []).map(({ value, label }) => ({
    value,
    vi: label,
    en: form.english?.[label] ?? label,
  }));
}

/** A shop as everybody sees it; undefined while it is not public. */
export function storeView(
  { id, public_facts, approved_at, account_shown, sample }: StoreRow,
  kinds: readonly Schemas['StoreKind'][],
): Schemas['Store'] | undefined {
  if (public_facts === null || approved_at === null) return undefined;
  const { kind, payment, ...facts } = JSON.parse(public_facts) as PublicFacts;
  return {
    id,
    ...facts,
    kind: kinds.find(({ value }) => value === kind) ?? { value: kind, vi: kind, en: kind },
    approvedAt: approved_at.toISOString(),
    sample,
    payment: account_shown ? payment : null,
  };
}
