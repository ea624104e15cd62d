import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { operations, Schemas } from '@dvc/contract';
import { BadCommand, readOptions } from './options.ts';
import type { OfficeAsk, OfficeAskBytes } from './office-calls.ts';
import { at } from './pages.ts';

type Question = Schemas['OfficeQuestion'];
type OfficeDay = operations['listAppointmentsForOffice']['responses']['200']['content']['application/json'];

const DEFAULT_OFFICE = 'Trung tâm Phục vụ hành chính công';

export const deskHelp = `
  npm run officer -- questions [--state sent]                     câu hỏi của người dân
  npm run officer -- question <mã câu hỏi> --purpose "Trả lời"    xem câu hỏi, và bản máy đã che
  npm run officer -- question-file <mã câu hỏi> <mã tệp> --purpose "Trả lời" --out giay.jpg   lưu tệp gửi kèm để xem
  npm run officer -- clarify|answer|decline <mã câu hỏi> --text "…" [--by "Sở Tư pháp"]
  npm run officer -- publish <mã câu hỏi> [--confirm đúng] [--title "…"] [--question "…"] [--answer "…"]
      không có --confirm: chỉ hiện bản đã che để đọc lại; có --confirm đúng: đăng đúng bản đó
  npm run officer -- appointments <mã nơi> --day 2026-11-30       ai tới trong ngày
  npm run officer -- call <mã nơi> --day 2026-11-30 --number 5    gọi số vào quầy
  npm run officer -- close-day <mã nơi> --day 2026-11-30 --reason "Mất điện"`;

const states: Record<Schemas['QuestionState'], string> = {
  sent: 'chờ trả lời',
  clarification: 'chờ người hỏi nói thêm',
  answered: 'đã trả lời',
  refused: 'không trả lời ở đây',
};
const visits: Record<Schemas['AppointmentState'], string> = {
  booked: 'đã đặt',
  called: 'đã gọi',
  cancelled: 'đã bỏ',
  closed: 'cơ quan hủy',
  past: 'đã qua',
};

const fileStates: Record<Schemas['DraftFile']['state'], string> = {
  uploading: 'đang gửi',
  checking: 'đang kiểm tra',
  ready: 'xem được',
  refused: 'không dùng được',
};

function needed(options: ReadonlyMap<string, string>, name: string): string {
  return options.get(name) ?? refuseCommand(`Hãy ghi --${name} "…".`);
}

function refuseCommand(message: string): never {
  throw new BadCommand(message);
}

const asPurpose = (purpose: string): string => `?${new URLSearchParams({ purpose }).toString()}`;

function purposeIn(options: ReadonlyMap<string, string>): string {
  const purpose = options.get('purpose');
  return purpose === undefined
    ? refuseCommand('Hãy ghi lý do xem: --purpose "…". Lần xem này được ghi lại.')
    : asPurpose(purpose);
}

function one(plain: readonly string[], what: string): string {
  const [word, ...more] = plain;
  if (word === undefined || more.length > 0) throw new BadCommand(`Hãy ghi một ${what}.`);
  return encodeURIComponent(word);
}

function questionPage({ question: { about, text, mayPublish, files, events }, asker, masked }: Question): string {
  return [
    `${about.code}  ${about.title}`,
    `Bước:       ${states[about.state]}${about.dueAt === null ? '' : `, trả lời trước ${at(about.dueAt)}`}`,
    `Người hỏi:  ${asker.name ?? 'chưa có tên'}, ${asker.phone ?? 'chưa có số'}`,
    `Đăng:       ${mayPublish ? 'người hỏi đồng ý' : 'người hỏi KHÔNG đồng ý'}`,
    text,
    ...files.map(
      ({ id, name, state }) => `Gửi kèm:    ${id}  ${name}${state === 'ready' ? '' : `  (${fileStates[state]})`}`,
    ),
    'Diễn biến:',
    ...events.map(
      ({ at: when, kind, by, text: said }) => `  ${at(when)}  ${kind}  ${[by, said].filter(Boolean).join(': ')}`,
    ),
    `Bản máy đã che (${masked.found.length === 0 ? 'không thấy gì riêng' : masked.found.join(', ')}):`,
    `  ${masked.title}`,
    `  ${masked.text}`,
    `  ${masked.answer === '' ? '(chưa có trả lời)' : masked.answer}`,
  ].join('\n');
}

const sending = (body: object) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
  body: JSON.stringify(body),
});
const putting = (body: object) => ({ ...sending(body), method: 'PUT' });

type Verb = (words: readonly string[], ask: OfficeAsk, askBytes: OfficeAskBytes) => Promise<string>;

const say =
  (path: string, more: object): Verb =>
  async (words, ask) => {
    const { plain, options } = readOptions(words, ['text', 'by']);
    const code = one(plain, 'mã câu hỏi');
    const body = { ...more, by: options.get('by') ?? DEFAULT_OFFICE, text: needed(options, 'text') };
    return questionPage(await ask<Question>(`/questions/${code}/${path}`, sending(body)));
  };

/** What an officer does with questions and appointments, by verb. */
export const deskVerbs: Readonly<Record<string, Verb>> = {
  async questions(words, ask) {
    const { options } = readOptions(words, ['state']);
    const query = new URLSearchParams({
      limit: '100',
      ...(options.has('state') ? { state: needed(options, 'state') } : {}),
    });
    const { items } = await ask<{ items: Schemas['QuestionSummary'][] }>(`/questions?${query.toString()}`);
    if (items.length === 0) return 'Không có câu hỏi nào.';
    return items
      .map(
        ({ code, state, dueAt, title }) =>
          `${code}  ${states[state].padEnd(24)}  ${dueAt === null ? '' : at(dueAt)}  ${title}`,
      )
      .join('\n');
  },
  async question(words, ask) {
    const { plain, options } = readOptions(words, ['purpose']);
    const path = `/questions/${one(plain, 'mã câu hỏi')}${purposeIn(options)}`;
    return `${questionPage(await ask<Question>(path))}\n\nLần xem này đã được ghi lại.`;
  },
  async 'question-file'(words, _ask, askBytes) {
    const { plain, options } = readOptions(words, ['purpose', 'out']);
    const [code = '', ...file] = plain;
    const out = needed(options, 'out');
    const bytes = await askBytes(
      `/questions/${one([code], 'mã câu hỏi')}/files/${one(file, 'mã tệp')}${purposeIn(options)}`,
    );
    await writeFile(out, bytes);
    return `Đã lưu ${out}, ${String(Math.ceil(bytes.length / 1024))} KB. Xem xong thì xóa: trong đó có thể có dữ liệu riêng.`;
  },
  clarify: say('clarification-request', {}),
  answer: say('answer', { outcome: 'answered' }),
  decline: say('answer', { outcome: 'refused' }),
  async publish(words, ask) {
    const { plain, options } = readOptions(words, ['confirm', 'title', 'question', 'answer']);
    const code = one(plain, 'mã câu hỏi');
    const { masked } = await ask<Question>(`/questions/${code}${asPurpose('Đọc lại để đăng')}`);
    const body = {
      title: options.get('title') ?? masked.title,
      text: options.get('question') ?? masked.text,
      answer: options.get('answer') ?? masked.answer,
    };
    const read = `${body.title}\n\n${body.text}\n\n${body.answer}`;
    if (!options.has('confirm')) return `CHƯA ĐĂNG. Đọc lại bản này:\n\n${read}\n\nĐúng thì thêm: --confirm đúng`;
    await ask(`/questions/${code}/publication`, putting(body));
    return `Đã đăng cho mọi người đọc:\n\n${read}`;
  },
  async appointments(words, ask) {
    const { plain, options } = readOptions(words, ['day']);
    const place = `${one(plain, 'mã nơi')}/days/${needed(options, 'day')}`;
    const { closed, called, items } = await ask<OfficeDay>(`/appointment-offices/${place}`);
    const head =
      closed === null ? `Đang gọi: ${called === null ? 'chưa gọi số nào' : String(called)}` : `Nghỉ: ${closed}`;
    return [
      head,
      ...items.map(
        ({ number, time, serviceName, state, name }) =>
          `${time}  số ${String(number)}  ${visits[state]}  ${serviceName}  ${name ?? ''}`,
      ),
    ].join('\n');
  },
  async call(words, ask) {
    const { plain, options } = readOptions(words, ['day', 'number']);
    const place = `${one(plain, 'mã nơi')}/days/${needed(options, 'day')}`;
    const body = { number: Number(needed(options, 'number')) };
    const called = await ask<Schemas['OfficeAppointment']>(`/appointment-offices/${place}/calls`, sending(body));
    return `Đã gọi số ${String(called.number)} (${called.serviceName}). Người dân được báo.`;
  },
  async 'close-day'(words, ask) {
    const { plain, options } = readOptions(words, ['day', 'reason']);
    const place = `${one(plain, 'mã nơi')}/days/${needed(options, 'day')}`;
    const body = { closed: needed(options, 'reason'), capacity: null };
    const { cancelled } = await ask<{ cancelled: number }>(`/appointment-offices/${place}`, putting(body));
    return `Đã nghỉ ngày đó. Hủy ${String(cancelled)} lịch; người đặt được báo.`;
  },
};
