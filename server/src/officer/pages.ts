import type { Schemas } from '@dvc/contract';
import { stateTitle } from '@dvc/contract';
import type { DraftHelp, ForOffice } from './office-calls.ts';

const moment = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hourCycle: 'h23',
});

/** `14:32 23/11/2026` */
export const at = (iso: string): string => moment.format(new Date(iso)).replace(', ', ' ');
const day = (iso: string | null): string => (iso === null ? 'chưa hẹn' : iso.split('-').reverse().join('/'));

function timeLeft({ clock, workingDaysLeft }: Schemas['Dossier']): string {
  if (clock === 'stopped') return 'thời hạn đang dừng';
  if (workingDaysLeft === null) return '';
  if (workingDaysLeft < 0) return `TRỄ ${-workingDaysLeft} ngày làm việc`;
  return `còn ${workingDaysLeft} ngày làm việc`;
}

/** One line a dossier. */
export function listPage(items: readonly Schemas['DossierSummary'][]): string {
  if (items.length === 0) return 'Không có hồ sơ nào.';
  const lines = items.map(
    ({ code, state, procedureName, changedAt, dueDate }) =>
      `${code}  ${stateTitle(state, 'vi').padEnd(22)}  ${at(changedAt)}  hẹn ${day(dueDate)}  ${procedureName}`,
  );
  return [...lines, '', `${items.length} hồ sơ.`].join('\n');
}

const requestStates = { open: 'chờ công dân', sent: 'đã nhận', closed: 'không chờ nữa' } as const;

function supplementLines({ supplements }: Schemas['Dossier']): string[] {
  return supplements.flatMap(({ number, state, items, answerBy, sentAt }) => [
    `Bổ sung ${number}:  ${requestStates[state]}${sentAt === null ? '' : ` lúc ${at(sentAt)}`}, hạn ${answerBy === null ? 'không đặt' : day(answerBy)}`,
    ...items.map(({ id, title, reason }) => `  ${id}: ${title}${reason === null ? '' : ` (${reason})`}`),
  ]);
}

/** Where a dossier stands. */
export function dossierPage(dossier: Schemas['Dossier']): string {
  const { code, procedureName, state, office, dueDate, acknowledgements, events, files } = dossier;
  const due = [day(dueDate), timeLeft(dossier)].filter(Boolean).join(', ');
  const registered = acknowledgements.registeredAt;
  return [
    `${code}  ${procedureName}`,
    `Bước:       ${stateTitle(state, 'vi')}`,
    `Nơi nhận:   ${office}`,
    `Hẹn trả:    ${due}`,
    `Đã nhận:    ${at(acknowledgements.receivedAt)}`,
    `Một cửa:    ${registered === null ? 'chưa ghi nhận' : at(registered)}`,
    'Diễn biến:',
    ...events.map(({ at: when, state: then, by, note }) => {
      const about = [by, note && `“${note}”`].filter(Boolean).join(': ');
      return `  ${at(when)}  ${stateTitle(then, 'vi')}${about ? `  (${about})` : ''}`;
    }),
    ...supplementLines(dossier),
    `Giấy tờ:    ${files.length === 0 ? 'không có' : ''}`,
    ...files.map(({ name, paperId, size, sha256 }) => {
      return `  ${paperId}: ${name}, ${Math.ceil(size / 1024)} KB, SHA-256 ${sha256.slice(0, 16)}…`;
    }),
  ].join('\n');
}

function answerLines(answers: Schemas['Answers']): string[] {
  return Object.entries(answers).map(([field, value]) => {
    return `  ${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
  });
}

/** All of it, with the answers. */
export function wholePage({ dossier, submitter, answers, receipt, supplements }: ForOffice): string {
  return [
    dossierPage(dossier),
    `Người nộp:  ${submitter.fullName}, số định danh ${submitter.idNumber}, điện thoại ${submitter.phone ?? 'chưa có'}`,
    'Nội dung khai:',
    ...answerLines(answers),
    ...supplements.flatMap(({ number, answers: added }) => [`Trả lời bổ sung ${number}:`, ...answerLines(added)]),
    `Cam đoan:   ${receipt.declaration.length} câu đã đánh dấu`,
    '',
    'Lần xem này đã được ghi lại.',
  ].join('\n');
}

/** For whoever answers the phone. */
export function draftHelpPage({ items }: DraftHelp): string {
  return items
    .map(({ procedure, step, savedAt, expiresAt, files, missing }) =>
      [
        procedure,
        `Đang ở:     ${step}`,
        `Lưu lúc:    ${at(savedAt)}, giữ đến ${at(expiresAt)}`,
        `Giấy tờ:    ${files} tệp đã tới`,
        missing.length === 0 ? 'Không còn thiếu gì: xem lại rồi gửi.' : 'Còn thiếu:',
        ...missing.map((words) => `  - ${words}`),
      ].join('\n'),
    )
    .join('\n\n');
}
