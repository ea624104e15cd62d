import { reportStateTitle, type operations, type Schemas } from '@dvc/contract';
import { at } from './pages.ts';

type Listed = operations['listReportsForOffice']['responses']['200']['content']['application/json']['items'][number];

const day = (iso: string | null): string => (iso === null ? 'chưa hẹn' : iso.split('-').reverse().join('/'));
const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words).replace(/\s+/g, ' ');

/** One line a report. */
export function reportListPage(items: readonly Listed[]): string {
  if (items.length === 0) return 'Không có phản ánh nào.';
  const lines = items.map(({ code, state, category, words, submittedAt, dueDate, isPublic }) => {
    const seen = isPublic ? 'công khai' : 'chưa công khai';
    return `${code}  ${reportStateTitle(state, 'vi').padEnd(28)}  ${at(submittedAt)}  hẹn ${day(dueDate)}  ${seen}  ${category}  ${short(words)}`;
  });
  return [...lines, '', `${items.length} phản ánh.`].join('\n');
}

const roles: Readonly<Record<Schemas['ReportFile']['role'], string>> = {
  before: 'người gửi chụp',
  clarification: 'kèm câu trả lời',
  reopening: 'kèm lần mở lại',
  after: 'sau khi xử lý',
};

function whereOf({ place, point, communeCode, communeGuessed }: Schemas['OfficeReport']): string {
  const spot = point === null ? undefined : `${point.lat.toFixed(5)}, ${point.lng.toFixed(5)}`;
  const commune = communeCode === null ? undefined : `xã ${communeCode}${communeGuessed ? ' (máy đoán)' : ''}`;
  return [place, spot, commune].filter(Boolean).join('; ') || 'chưa rõ';
}

/** All of it, with what only offices read. */
export function reportPage(report: Schemas['OfficeReport']): string {
  const { code, category, state, words, answers, answerBy, dueDate, person, hideName, files, events } = report;
  const name = hideName ? 'xin giấu tên' : [person?.name, person?.phone].filter(Boolean).join(', ') || 'không rõ';
  return [
    `${code}  ${category}`,
    `Bước:       ${reportStateTitle(state, 'vi')}`,
    `Hạn:        trả lời ${day(answerBy)}, xử lý ${day(dueDate)}`,
    `Nơi:        ${whereOf(report)}`,
    `Người gửi:  ${name}; ${report.followers} người theo dõi`,
    `Lời:        ${words === '' ? 'không ghi' : words}`,
    ...Object.entries(answers).map(([field, value]) => `  ${field}: ${String(value)}`),
    `Công khai:  ${report.isPublic ? `“${report.publicTitle ?? ''}”, ${report.photos.length} ảnh` : 'chưa'}`,
    `Ảnh:        ${files.length === 0 ? 'không có' : ''}`,
    ...files.map(({ id, role, state: then, mediaType }) => `  ${id}  ${roles[role]}, ${mediaType}, ${then}`),
    'Diễn biến:',
    ...events.map(({ at: when, state: then, note, internalNote, by }) => {
      const said = [by ?? 'người dân', note && `“${note}”`, internalNote && `[nội bộ] “${internalNote}”`];
      return `  ${at(when)}  ${reportStateTitle(then, 'vi')}  (${said.filter(Boolean).join(': ')})`;
    }),
  ].join('\n');
}
