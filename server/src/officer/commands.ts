import type { DossierState } from '@dvc/contract';
import { dossierStates } from '@dvc/contract';
import { BadCommand, readOptions } from './options.ts';
import { readStoreCommand, storeHelp, type StoreCommand } from './store-commands.ts';

/** Where an officer sits: at a tool of the integration API, or in the one-stop system, which then tells us. */
export type Via = 'api' | 'one-stop';

/** One thing asked of the citizen. */
export interface Wish {
  kind: 'paper' | 'answer';
  about: string;
  reason: string;
}

/** Another amount than the form's, or a last day. */
interface Fee {
  amountVnd: number;
  payBy?: string;
}

/** What an officer may ask for on the command line. */
export type Command =
  | { do: 'list'; state: DossierState | undefined }
  | { do: 'show'; code: string; purpose: string }
  | { do: 'move'; code: string; to: DossierState; note: string | undefined; by: string; via: Via; fee?: Fee }
  | { do: 'result'; code: string; file: string; title: string | undefined; by: string }
  | {
      do: 'supplement';
      code: string;
      items: Wish[];
      note: string | undefined;
      answerBy: string | undefined;
      by: string;
    }
  | { do: 'draft'; number: string }
  | { do: 'dead-letters' }
  | { do: 'retry'; code: string }
  | { do: 'deliveries'; code: string | undefined }
  | StoreCommand
  | { do: 'help' };

const verbs: Readonly<Record<string, DossierState>> = {
  accept: 'accepted',
  process: 'processing',
  supplement: 'supplementRequired',
  charge: 'paymentRequired',
  suspend: 'suspended',
  complete: 'completed',
  'hand-over': 'handedOver',
  refuse: 'refused',
};

const DEFAULT_OFFICE = 'Trung tâm Phục vụ hành chính công';

export const help = `Làm việc với hồ sơ như cán bộ một cửa.

  npm run officer -- dossiers [--state submitted]
  npm run officer -- show <mã hồ sơ> --purpose "Thụ lý hồ sơ"
  npm run officer -- draft <số bản nháp>     người gọi tổng đài đọc số này: đang ở bước nào, còn thiếu gì; không thấy nội dung
  npm run officer -- accept|process|complete|hand-over <mã hồ sơ> [--by "Tên cơ quan"]
  npm run officer -- supplement|suspend|refuse <mã hồ sơ> --note "Lý do công dân sẽ đọc"
  npm run officer -- supplement <mã hồ sơ> --item "giấy: giay-chung-sinh: Ảnh thiếu mặt sau" [--item "hỏi: motherName: Tên chưa đủ chữ đệm"]
      [--note "Câu ghi trên danh sách"] [--until 2026-12-10]
      ghi hết những gì còn thiếu trong một lần: mã giấy hoặc mã ô của tờ khai, hay tên giấy, câu hỏi do bạn đặt
  npm run officer -- charge <mã hồ sơ>       thu theo tờ khai; thu khác: --amount 50000 [--until 2026-12-10] --note "Lý do"
      --via one-stop: làm trong hệ thống một cửa, hệ thống đó báo lại máy chủ của tỉnh
  npm run officer -- result <mã hồ sơ> --file ket-qua.pdf [--title "Giấy khai sinh"]   trả kết quả: hồ sơ hoàn thành
  npm run officer -- dead-letters            hồ sơ chưa tới hệ thống một cửa, tin của hệ thống đó chưa làm được
  npm run officer -- retry <mã hồ sơ>        chuyển lại, và thử lại các tin đang chờ
  npm run officer -- deliveries <mã hồ sơ>   công dân đã được báo gì, tin nào đã tới qua kênh nào, nếu chưa thì vì sao
  npm run officer -- deliveries              các tin mới nhất của mọi người, không tên: kênh nào tới, kênh nào chưa
${storeHelp}

  Các bước của hồ sơ: ${dossierStates.map(({ code }) => code).join(', ')}
  SERVER_URL: địa chỉ máy chủ (mặc định http://127.0.0.1:5301)
  ONE_STOP_URL, ONE_STOP_KEY: hệ thống một cửa mô phỏng (mặc định http://127.0.0.1:5303)
  OFFICER_KEY: khóa kết nối (mặc định: các khóa mẫu khi chạy với npm start)`;

const kinds: Readonly<Record<string, Wish['kind']>> = {
  giấy: 'paper',
  paper: 'paper',
  hỏi: 'answer',
  answer: 'answer',
};

/** `giấy: giay-chung-sinh: Ảnh thiếu mặt sau` */
function readWish(text: string): Wish {
  const [, word = '', about, reason] = /^([^:]+):([^:]+):(.+)$/s.exec(text.normalize('NFC')) ?? [];
  const kind = kinds[word.trim()];
  if (kind === undefined || about === undefined || reason === undefined) {
    throw new BadCommand(`Không hiểu --item “${text}”. Viết “giấy: tên giấy: lý do” hoặc “hỏi: câu hỏi: lý do”.`);
  }
  return { kind, about: about.trim(), reason: reason.trim() };
}

/** `--amount 50.000 --until 2026-12-10` */
function readFee(options: ReadonlyMap<string, string>): Fee | undefined {
  const written = options.get('amount');
  if (written === undefined) return undefined;
  const amountVnd = Number(written.replace(/[.\s]/g, ''));
  if (!Number.isSafeInteger(amountVnd) || amountVnd < 1) {
    throw new BadCommand(`Không hiểu số tiền “${written}”. Viết ví dụ --amount 50000.`);
  }
  const payBy = options.get('until');
  return { amountVnd, ...(payBy === undefined ? {} : { payBy }) };
}

function oneCode(plain: readonly string[]): string {
  const [code, ...more] = plain;
  if (code === undefined) throw new BadCommand('Hãy ghi mã hồ sơ, như trên biên nhận.');
  if (more.length > 0) throw new BadCommand(`Chỉ ghi một mã hồ sơ. Không hiểu “${more.join(' ')}”.`);
  return code;
}

/** Reads the words after `npm run officer --`. Throws `BadCommand`. */
export function readCommand([verb, ...words]: readonly string[]): Command {
  if (verb === undefined || verb === 'help' || verb === '--help') return { do: 'help' };
  const aboutStores = readStoreCommand(verb, words);
  if (aboutStores !== undefined) return aboutStores;
  if (verb === 'dossiers') {
    const { plain, options } = readOptions(words, ['state']);
    if (plain.length > 0) throw new BadCommand(`Không hiểu “${plain.join(' ')}”.`);
    const wanted = options.get('state');
    const state = dossierStates.find(({ code }) => code === wanted)?.code;
    if (wanted !== undefined && state === undefined) {
      throw new BadCommand(`Không có bước “${wanted}”. Các bước: ${dossierStates.map(({ code }) => code).join(', ')}.`);
    }
    return { do: 'list', state };
  }
  if (verb === 'show') {
    const { plain, options } = readOptions(words, ['purpose']);
    const code = oneCode(plain);
    const purpose = options.get('purpose');
    if (purpose === undefined)
      throw new BadCommand('Hãy ghi lý do xem hồ sơ: --purpose "…". Lần xem này được ghi lại.');
    return { do: 'show', code, purpose };
  }
  if (verb === 'draft') {
    const { plain } = readOptions(words, []);
    const number = plain.join('').replace(/\D/g, '');
    if (number.length !== 10) throw new BadCommand('Hãy ghi số bản nháp, mười chữ số, ví dụ 04822 11769.');
    return { do: 'draft', number };
  }
  if (verb === 'dead-letters') {
    const { plain } = readOptions(words, []);
    if (plain.length > 0) throw new BadCommand(`Không hiểu “${plain.join(' ')}”.`);
    return { do: 'dead-letters' };
  }
  if (verb === 'retry') return { do: 'retry', code: oneCode(readOptions(words, []).plain) };
  if (verb === 'deliveries') {
    const { plain } = readOptions(words, []);
    return { do: 'deliveries', code: plain.length === 0 ? undefined : oneCode(plain) };
  }
  if (verb === 'result') {
    const { plain, options } = readOptions(words, ['file', 'title', 'by']);
    const code = oneCode(plain);
    const file = options.get('file');
    if (file === undefined) throw new BadCommand('Hãy ghi tệp PDF của kết quả: --file ket-qua.pdf');
    return { do: 'result', code, file, title: options.get('title'), by: options.get('by') ?? DEFAULT_OFFICE };
  }
  const to = verbs[verb];
  if (to === undefined) throw new BadCommand(`Không có lệnh “${verb}”.`);
  const { plain, options, all } = readOptions(words, [
    'note',
    'by',
    'via',
    ...(verb === 'supplement' ? ['item', 'until'] : []),
    ...(verb === 'charge' ? ['amount', 'until'] : []),
  ]);
  const items = all('item');
  if (items.length > 0) {
    if (options.has('via'))
      throw new BadCommand('Danh sách cần bổ sung chỉ gửi qua máy chủ của tỉnh, không qua --via.');
    return {
      do: 'supplement',
      code: oneCode(plain),
      items: items.map(readWish),
      note: options.get('note'),
      answerBy: options.get('until'),
      by: options.get('by') ?? DEFAULT_OFFICE,
    };
  }
  const fee = verb === 'charge' ? readFee(options) : undefined;
  if (options.has('until') && fee === undefined) throw new BadCommand('--until đi cùng --item, hoặc --amount.');
  const via = options.get('via') ?? 'api';
  if (via !== 'api' && via !== 'one-stop') throw new BadCommand('Sau --via chỉ ghi api hoặc one-stop.');
  const by = options.get('by') ?? DEFAULT_OFFICE;
  if (fee && via === 'one-stop') throw new BadCommand('Số tiền chỉ ghi qua máy chủ của tỉnh, không qua --via.');
  const move = { do: 'move', code: oneCode(plain), to, note: options.get('note'), by, via } as const;
  return fee === undefined ? move : { ...move, fee };
}
