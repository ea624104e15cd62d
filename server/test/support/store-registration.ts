import { randomUUID } from 'node:crypto';
import type { Problem, Schemas } from '@dvc/contract';
import type { Answer, TestPhone } from './test-phone.ts';

export type Registration = Schemas['StoreRegistration'];
export type Summary = Schemas['StoreRegistrationSummary'];
/** A summary, or the problem that came instead: both have a `code`. */
export type Sent = Summary & Omit<Problem, 'code'>;

/** Everything a shop must say; it stands in Phường Tân Ninh or in another commune. */
export const storeAnswers = (over: Schemas['Answers'] = {}, commune = '25459'): Schemas['Answers'] => ({
  ownerName: 'Trần Thị Sen Ti Nên',
  ownerPhone: '0900000001',
  storeName: 'Bánh tráng Sáu Ngon',
  kind: 'dac-san',
  goods: 'Bánh tráng, muối tôm',
  address: { commune, detail: 'Số 8, khu phố 3' },
  bank: '970436',
  accountNumber: '0011 0043 21',
  accountName: 'TRAN THI SEN',
  ...over,
});

export const AGREED = ['trueStatement', 'showStore', 'showAccount'];

export async function startStore(phone: TestPhone, id: string = randomUUID()): Promise<Registration> {
  const { status, body } = await phone.call<Registration>('POST', '/store-registrations', { body: { id } });
  if (status !== 201) throw new Error(`no registration: ${status}`);
  return body;
}

export function saveStore(
  phone: TestPhone,
  { id, rev, formVersion }: Pick<Schemas['Draft'], 'id' | 'rev' | 'formVersion'>,
  answers: Schemas['Answers'],
): Promise<Answer<Schemas['Draft'] & Problem>> {
  const body = { rev, formVersion, answers, oldAnswers: [], page: 'review' };
  return phone.call('PUT', `/store-registrations/${id}`, { body });
}

export function sendStore(
  phone: TestPhone,
  id: string,
  { rev, declaration = AGREED, key = randomUUID() }: { rev: number; declaration?: string[]; key?: string },
): Promise<Answer<Sent>> {
  return phone.call('POST', `/store-registrations/${id}/submissions`, {
    body: { rev, declaration },
    headers: { 'idempotency-key': key },
  });
}

/** A whole registration, sent. */
export async function sentStore(
  phone: TestPhone,
  answers: Schemas['Answers'] = storeAnswers(),
  declaration: string[] = AGREED,
): Promise<{ id: string; code: string }> {
  const { draft } = await startStore(phone);
  const { body: saved } = await saveStore(phone, draft, answers);
  const { body } = await sendStore(phone, draft.id, { rev: saved.rev, declaration });
  if (body.code === null || body.state !== 'submitted') throw new Error(`not sent: ${JSON.stringify(body)}`);
  return { id: draft.id, code: body.code };
}
