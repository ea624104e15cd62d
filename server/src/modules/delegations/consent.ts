import type { Schemas } from '@dvc/contract';

type Relationship = Schemas['Delegation']['relationship'];

/**
 * What is agreed to before acting for somebody. Other words are another version: what was agreed to earlier stays in its
 * delegation, word by word.
 */
export const consent: Schemas['Consent'] = {
  version: '2026-11-25',
  guardian: {
    vi:
      'Tôi là cha, mẹ hoặc người giám hộ hợp pháp của người này. Tôi nộp hồ sơ vì lợi ích của người này. ' +
      'Tôi đồng ý để tỉnh lưu tên, ngày sinh và số định danh tôi ghi ở đây để làm hồ sơ. Tôi chịu trách nhiệm về điều tôi khai.',
    en:
      'I am a parent or the legal guardian of this person. I file for their benefit. ' +
      'I agree that the province keeps the name, birth date and ID number I write here, for these dossiers. I answer for what I declare.',
  },
  adult: {
    vi:
      'Người này đã biết và đồng ý để tôi nộp hồ sơ thay, và để tỉnh lưu tên, ngày sinh và số định danh tôi ghi ở đây. ' +
      'Người này được báo và có thể dừng bất cứ lúc nào. Tôi chịu trách nhiệm về điều tôi khai.',
    en:
      'This person knows and agrees that I file for them, and that the province keeps the name, birth date and ID number I write here. ' +
      'They are told and can end it at any time. I answer for what I declare.',
  },
};

const consentKind: Record<Relationship, 'guardian' | 'adult'> = {
  child: 'guardian',
  ward: 'guardian',
  parent: 'adult',
  grandparent: 'adult',
  spouse: 'adult',
};

/** The Vietnamese words agreed to for this kind of person; they are what is kept. */
export function consentText(relationship: Relationship): string {
  return consent[consentKind[relationship]].vi;
}
