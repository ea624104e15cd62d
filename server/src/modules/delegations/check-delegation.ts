import type { Schemas } from '@dvc/contract';
import { checkField, faultWords, tidyAnswer, type PlainField, type RuleContext } from '@dvc/contract/forms';
import type { Call } from '#core/handler';
import { consent } from './consent.ts';
import { adultOn } from './last-day.ts';

type Wanted = Call<'createDelegation'>['body'];
type FieldProblem = Schemas['FieldProblem'];

const fields: (PlainField & { id: 'fullName' | 'birthDate' | 'idNumber' })[] = [
  { id: 'fullName', type: 'personName', label: 'Họ, chữ đệm, tên', required: true },
  { id: 'birthDate', type: 'date', label: 'Ngày sinh', required: true, notAfter: 'today' },
  { id: 'idNumber', type: 'idNumber', label: 'Số định danh cá nhân', required: false },
];

/** As it is kept: one space between words, plain digits, a whole date. */
export function tidied(wanted: Wanted): Wanted {
  const tidy = { ...wanted };
  for (const field of fields) {
    const value = wanted[field.id];
    const plain = value === undefined ? '' : tidyAnswer(field, value, {});
    if (typeof plain === 'string' && plain !== '') tidy[field.id] = plain;
  }
  return tidy;
}

const say = (path: keyof Wanted, code: string, message: string): FieldProblem => ({ path, code, message });

/** What stands against acting for this person, by the same rules as in a form. */
export function faultsOf(wanted: Wanted, ownNumber: string, rules: RuleContext): FieldProblem[] {
  const found = fields.flatMap((field): FieldProblem[] => {
    const fault = checkField(field, wanted[field.id] ?? '', rules);
    return fault === undefined ? [] : [{ path: fault.path, code: fault.code, message: faultWords(fault, 'vi') }];
  });
  if (found.length > 0) return found;
  if (wanted.idNumber === ownNumber) {
    return [say('idNumber', 'self', 'Đây là số của chính bạn. Hồ sơ của bạn thì chọn Cho tôi.')];
  }
  if (wanted.relationship === 'child' && adultOn(wanted.birthDate) <= rules.today) {
    return [say('birthDate', 'grown-up', 'Con đã đủ 18 tuổi. Người đủ 18 tuổi tự nộp hồ sơ của mình.')];
  }
  if (wanted.relationship !== 'child' && wanted.relationship !== 'ward' && adultOn(wanted.birthDate) > rules.today) {
    return [say('birthDate', 'not-grown-up', 'Người này chưa đủ 18 tuổi. Là con bạn hoặc bạn giám hộ thì chọn lại.')];
  }
  if (wanted.consentVersion !== consent.version) {
    return [say('consentVersion', 'changed', 'Lời cam đoan vừa đổi. Chưa có gì được lưu. Hãy đọc lại rồi đồng ý.')];
  }
  return [];
}
