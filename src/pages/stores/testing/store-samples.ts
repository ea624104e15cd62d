import type { Schemas } from '@dvc/contract';
import { vietQr } from '@dvc/contract/vietqr';
import type { FormDefinition } from '@dvc/contract/forms';

export const account = { bin: '970436', accountNumber: '0011004321' };
let stores = 0;

export function shop(over: Partial<Schemas['Store']> = {}): Schemas['Store'] {
  return {
    id: '5a3b1e00-0000-4000-8000-0000000000a1',
    name: 'Bánh tráng Cô Ba',
    kind: { value: 'dac-san', vi: 'Đặc sản địa phương', en: 'Local specialities' },
    goods: 'Bánh tráng',
    commune: '25459',
    address: 'Số 1, Phường Tân Ninh',
    phone: '0912345678',
    approvedAt: '2026-11-23T03:24:00.000Z',
    sample: false,
    payment: {
      bankName: 'Vietcombank',
      accountNumber: account.accountNumber,
      accountName: 'TRAN THI BA',
      qr: vietQr(account),
    },
    ...over,
  };
}

const whole: Schemas['Answers'] = {
  ownerName: 'Trần Thị Ba',
  ownerPhone: '0912345678',
  storeName: 'Bánh tráng Cô Ba',
  kind: 'dac-san',
  goods: 'Bánh tráng',
  address: { commune: '25459', detail: 'Số 1' },
  bank: account.bin,
  accountNumber: account.accountNumber,
  accountName: 'TRAN THI BA',
};

export type Registration = Schemas['StoreRegistration'];

/** Registrations in a form, each with an id of its own. */
export const registrationsOf = (form: FormDefinition) =>
  function registration(
    state: Schemas['StoreState'],
    {
      answers = whole,
      page = 'review',
      ...over
    }: Partial<Registration> & { answers?: Schemas['Answers']; page?: string } = {},
  ): Registration {
    stores += 1;
    const id = `5a3b1e00-0000-4000-9000-${String(stores).padStart(12, '0')}`;
    const sent = state !== 'draft';
    return {
      registration: {
        id,
        code: sent ? 'CH-7K3M9Q' : null,
        state,
        name: 'Bánh tráng Cô Ba',
        office: sent ? 'Ủy ban nhân dân phường Tân Ninh' : null,
        step: 1,
        steps: 5,
        changedAt: '2026-11-23T03:24:00.000Z',
        expiresAt: sent ? null : '2027-01-22T03:24:00.000Z',
      },
      submittedAt: null,
      events: sent ? [{ state: 'submitted', at: '2026-11-23T03:24:00.000Z', by: null, note: null }] : [],
      asked: null,
      accountShown: false,
      store: null,
      form: form as unknown as Schemas['FormDefinition'],
      draft: {
        id,
        procedureCode: 'cua-hang',
        procedureName: form.title,
        formVersion: form.version,
        movedFrom: null,
        answers,
        oldAnswers: [],
        page,
        rev: 3,
        savedAt: '2026-11-23T03:24:00.000Z',
        expiresAt: '2027-01-22T03:24:00.000Z',
        files: [],
        prefilled: [],
      },
      ...over,
    };
  };
