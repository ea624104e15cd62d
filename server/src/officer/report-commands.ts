import { reportStates, type operations, type ReportState, type Schemas } from '@dvc/contract';
import { BadCommand, readOptions } from './options.ts';

type MoveTo = operations['moveReport']['requestBody']['content']['application/json']['to'];
type Shown = operations['publishReport']['requestBody']['content']['application/json']['photos'][number];

/** What may be done with one field report. */
export type ReportAct =
  | { act: 'show'; purpose: string }
  | { act: 'photo'; fileId: string; purpose: string; out: string }
  | {
      act: 'move';
      to: MoveTo;
      note: string | undefined;
      internal: string | undefined;
      photo: string | undefined;
      by: string;
    }
  | { act: 'note'; internal: string; by: string }
  | { act: 'publish'; title: string; words: string | undefined; place: string | undefined; photos: Shown[] }
  | { act: 'hide' }
  | { act: 'merge'; into: string; internal: string | undefined; by: string };

/** What an officer may ask for about field reports. */
export type ReportCommand = { act: 'list'; state: ReportState | undefined } | ({ code: string } & ReportAct);

const DEFAULT_DESK = 'Bộ phận tiếp nhận phản ánh';

export const reportHelp = `
Phản ánh hiện trường:
  npm run officer -- reports [--state received]
  npm run officer -- report show <mã> --purpose "Xử lý"          ảnh, lời, diễn biến, cả ghi chú nội bộ
  npm run officer -- report photo <mã> <mã ảnh> --purpose "Xử lý" --out anh.jpg    lưu ảnh để xem, tìm mặt người và biển số
  npm run officer -- report take|start <mã> [--note "Câu cho mọi người"] [--internal "Ghi chú nội bộ"] [--by "Tên cơ quan"]
  npm run officer -- report ask <mã> --note "Câu hỏi người gửi"
  npm run officer -- report resolve <mã> --note "Đã làm gì" [--photo sau.jpg]
  npm run officer -- report refuse <mã> --note "Vì sao"
  npm run officer -- report note <mã> --internal "Chỉ các cơ quan đọc"
  npm run officer -- report publish <mã> --title "Ổ gà lớn" [--words "…"] [--place "…"] [--photo <mã ảnh>] …
      che mặt người, biển số: --photo "<mã ảnh>: 0.1,0.2,0.3,0.1; 0.6,0.5,0.1,0.1" (trái, trên, rộng, cao, theo phần của ảnh)
  npm run officer -- report hide <mã>                            không cho ai thấy nữa
  npm run officer -- report merge <mã> --into <mã>               cùng một chuyện: người gửi theo dõi phản ánh kia

  Các bước của phản ánh: ${reportStates.join(', ')}`;

const moves: Readonly<Record<string, MoveTo>> = {
  take: 'assigned',
  start: 'inProgress',
  ask: 'clarifying',
  resolve: 'resolved',
  refuse: 'refused',
};

const optionsOf: Readonly<Record<string, readonly string[]>> = {
  show: ['purpose'],
  photo: ['purpose', 'out'],
  ...Object.fromEntries(Object.keys(moves).map((verb) => [verb, ['note', 'internal', 'by']])),
  resolve: ['note', 'internal', 'by', 'photo'],
  note: ['internal', 'by'],
  publish: ['title', 'words', 'place', 'photo'],
  hide: [],
  merge: ['into', 'internal', 'by'],
};

function readRegion(text: string): Schemas['Region'] {
  const [x, y, width, height, ...more] = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (x === undefined || y === undefined || width === undefined || height === undefined || more.length > 0) {
    throw new BadCommand(`Không hiểu vùng che “${text}”. Viết trái,trên,rộng,cao, ví dụ 0.1,0.2,0.3,0.1.`);
  }
  const isPart = (value: number): boolean => value >= 0 && value <= 1;
  if (![x, y, width, height].every(isPart) || width === 0 || height === 0) {
    throw new BadCommand(`Vùng che “${text}” phải là các số từ 0 đến 1, rộng và cao lớn hơn 0.`);
  }
  return { x, y, width, height };
}

/** `id`, or `id: x,y,width,height; …` */
function readShown(text: string): Shown {
  const [id = '', regions = ''] = text.split(':').map((part) => part.trim());
  if (id === '') throw new BadCommand('Hãy ghi mã ảnh sau --photo.');
  return {
    id,
    regions: regions
      .split(';')
      .filter((part) => part.trim() !== '')
      .map(readRegion),
  };
}

function required(value: string | undefined, message: string): string {
  if (value === undefined) throw new BadCommand(message);
  return value;
}

function readAct(verb: string, words: readonly string[]): { code: string } & ReportAct {
  const known = optionsOf[verb];
  if (known === undefined) throw new BadCommand(`Không có việc “${verb}” với phản ánh.`);
  const { plain, options, all } = readOptions(words, known);
  const code = required(plain[0], 'Hãy ghi mã phản ánh, ví dụ PA-261126-0001.');
  if (plain.length > (verb === 'photo' ? 2 : 1)) {
    throw new BadCommand(`Chỉ ghi một mã phản ánh. Không hiểu “${plain.slice(1).join(' ')}”.`);
  }
  const by = options.get('by') ?? DEFAULT_DESK;
  const internal = options.get('internal');
  const to = moves[verb];
  if (to !== undefined) {
    return { code, act: 'move', to, note: options.get('note'), internal, photo: options.get('photo'), by };
  }
  switch (verb) {
    case 'show':
      return { code, act: 'show', purpose: required(options.get('purpose'), 'Hãy ghi lý do xem: --purpose "…".') };
    case 'photo': {
      const fileId = required(plain[1], 'Hãy ghi mã ảnh sau mã phản ánh.');
      const purpose = required(options.get('purpose'), 'Hãy ghi lý do xem: --purpose "…".');
      const out = required(options.get('out'), 'Hãy ghi nơi lưu: --out anh.jpg');
      return { code, act: 'photo', fileId, purpose, out };
    }
    case 'note':
      return { code, act: 'note', internal: required(internal, 'Hãy ghi câu nội bộ: --internal "…".'), by };
    case 'publish': {
      const title = required(options.get('title'), 'Hãy ghi tên ngắn cho mọi người đọc: --title "…".');
      const photos = all('photo').map(readShown);
      return { code, act: 'publish', title, words: options.get('words'), place: options.get('place'), photos };
    }
    case 'merge':
      return { code, act: 'merge', into: required(options.get('into'), 'Hãy ghi mã kia: --into PA-….'), internal, by };
    default:
      return { code, act: 'hide' };
  }
}

/** Reads the words after `reports` or `report`. Throws `BadCommand`. */
export function readReportCommand(verb: 'reports' | 'report', words: readonly string[]): ReportCommand {
  if (verb === 'report') {
    const [act, ...more] = words;
    if (act === undefined) throw new BadCommand('Hãy ghi làm gì với phản ánh nào.');
    return readAct(act, more);
  }
  const { plain, options } = readOptions(words, ['state']);
  if (plain.length > 0) throw new BadCommand(`Không hiểu “${plain.join(' ')}”.`);
  const wanted = options.get('state');
  const state = reportStates.find((one) => one === wanted);
  if (wanted !== undefined && state === undefined) {
    throw new BadCommand(`Không có bước “${wanted}”. Các bước: ${reportStates.join(', ')}.`);
  }
  return { act: 'list', state };
}
