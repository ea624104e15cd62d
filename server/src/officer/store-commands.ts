import type { Schemas } from '@dvc/contract';
import { BadCommand, readOptions } from './options.ts';

type Decision = 'approved' | 'refused' | 'supplementRequired' | 'closed';

/** What an officer may ask for about shops of Store 4.0. */
export type StoreCommand =
  | { do: 'stores'; state: Schemas['StoreState'] | undefined }
  | { do: 'store'; code: string; purpose: string }
  | {
      do: 'decide-store';
      code: string;
      to: Decision;
      /** Nobody said: the office it was sent to. */
      by: string | undefined;
      note: string | undefined;
      items: { field: string; reason: string }[];
    };

const verbs: Readonly<Record<string, Decision>> = {
  'store-approve': 'approved',
  'store-refuse': 'refused',
  'store-supplement': 'supplementRequired',
  'store-close': 'closed',
};

const states: readonly Schemas['StoreState'][] = ['submitted', 'supplementRequired', 'approved', 'refused', 'closed'];

export const storeHelp = `
Cửa hàng 4.0:
  npm run officer -- stores [--state submitted]
  npm run officer -- store <mã đăng ký> --purpose "Xem trước khi duyệt"
  npm run officer -- store-approve <mã đăng ký> [--by "Tên cơ quan"]
  npm run officer -- store-refuse|store-close <mã đăng ký> --note "Lý do chủ tiệm sẽ đọc"
  npm run officer -- store-supplement <mã đăng ký> --item "accountName: Tên không khớp với ngân hàng" [--note "…"]`;

function oneCode(plain: readonly string[]): string {
  const [code, ...more] = plain;
  if (code === undefined) throw new BadCommand('Hãy ghi mã đăng ký, ví dụ CH-7K3M9Q.');
  if (more.length > 0) throw new BadCommand(`Chỉ ghi một mã đăng ký. Không hiểu “${more.join(' ')}”.`);
  return code.toUpperCase();
}

/** `accountName: Tên không khớp` */
function readItem(text: string): { field: string; reason: string } {
  const [, field, reason] = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*:\s*(.+)$/s.exec(text.normalize('NFC')) ?? [];
  if (field === undefined || reason === undefined) {
    throw new BadCommand(`Không hiểu --item “${text}”. Viết “mã ô: lý do”.`);
  }
  return { field, reason: reason.trim() };
}

/** Reads a command about shops; undefined for any other verb. Throws `BadCommand`. */
export function readStoreCommand(verb: string, words: readonly string[]): StoreCommand | undefined {
  if (verb === 'stores') {
    const { plain, options } = readOptions(words, ['state']);
    if (plain.length > 0) throw new BadCommand(`Không hiểu “${plain.join(' ')}”.`);
    const wanted = options.get('state');
    const state = states.find((one) => one === wanted);
    if (wanted !== undefined && state === undefined) {
      throw new BadCommand(`Không có bước “${wanted}”. Các bước: ${states.join(', ')}.`);
    }
    return { do: 'stores', state };
  }
  if (verb === 'store') {
    const { plain, options } = readOptions(words, ['purpose']);
    const code = oneCode(plain);
    const purpose = options.get('purpose');
    if (purpose === undefined) throw new BadCommand('Hãy ghi lý do xem: --purpose "…". Lần xem này được ghi lại.');
    return { do: 'store', code, purpose };
  }
  const to = verbs[verb];
  if (to === undefined) return undefined;
  const { plain, options, all } = readOptions(words, ['by', 'note', ...(to === 'supplementRequired' ? ['item'] : [])]);
  return {
    do: 'decide-store',
    code: oneCode(plain),
    to,
    by: options.get('by'),
    note: options.get('note'),
    items: all('item').map(readItem),
  };
}
