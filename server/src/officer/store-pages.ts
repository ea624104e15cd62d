import type { Schemas } from '@dvc/contract';
import { at } from './pages.ts';

const titles: Readonly<Record<Schemas['StoreState'], string>> = {
  draft: 'bản nháp',
  submitted: 'chờ duyệt',
  supplementRequired: 'chờ chủ tiệm sửa',
  approved: 'đã duyệt',
  refused: 'chưa được duyệt',
  closed: 'đã đóng',
};

function storeLine({ code, state, name, office, changedAt }: Schemas['StoreRegistrationSummary']): string {
  return `${code ?? ''}  ${titles[state].padEnd(18)}  ${at(changedAt)}  ${name}  (${office ?? ''})`;
}

/** One line a registration. */
export function storesPage(items: readonly Schemas['StoreRegistrationSummary'][]): string {
  if (items.length === 0) return 'Không có đăng ký nào.';
  return [...items.map(storeLine), '', `${String(items.length)} đăng ký.`].join('\n');
}

/** What became of a decision. */
export function decidedPage(registration: Schemas['StoreRegistrationSummary']): string {
  return `Đã ghi. Chủ tiệm được báo.\n\n${storeLine(registration)}`;
}

/** A registration with everything an officer needs to decide. */
export function storePage(store: Schemas['StoreForOffice']): string {
  const { registration, submittedAt, ownerPhone, events, answers, declared, accountShown, qr } = store;
  return [
    storeLine(registration),
    `Gửi lúc:    ${submittedAt === null ? 'chưa gửi' : at(submittedAt)}`,
    `Điện thoại: ${ownerPhone ?? 'không có'}`,
    'Nội dung:',
    ...Object.entries(answers).map(
      ([field, value]) => `  ${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    ),
    `Mã VietQR:  ${qr ?? 'chưa làm được'}`,
    `Công khai tài khoản: ${accountShown ? 'chủ tiệm đồng ý' : 'chủ tiệm không đồng ý'}`,
    `Đã cam đoan: ${String(declared.length)} câu`,
    'Diễn biến:',
    ...events.map(({ at: when, state, by, note }) => {
      const about = [by ?? 'chủ tiệm', note && `“${note}”`].filter(Boolean).join(': ');
      return `  ${at(when)}  ${titles[state]}  (${about})`;
    }),
    '',
    'Lần xem này đã được ghi lại.',
  ].join('\n');
}
