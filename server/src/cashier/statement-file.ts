import type { operations } from '@dvc/contract';
import { BadFile, readAmount, readRows } from './table.ts';

type StatementRow = operations['bringStatement']['requestBody']['content']['application/json']['rows'][number];

const NAMES = {
  loại: 'kind',
  'mã đơn ở cổng': 'providerOrderId',
  'mã giao dịch': 'transactionId',
  'số tiền': 'amount',
  'mã đơn': 'reference',
} as const;

const KINDS = { thu: 'payment', hoàn: 'refund' } as const;

/** A provider's statement as a table: one line for each payment ("thu") and each refund ("hoàn"). Throws `BadFile`. */
export function readStatement(text: string): StatementRow[] {
  return readRows(text, NAMES, ['mã đơn']).map(({ at, row }) => {
    const kind = KINDS[(row.kind ?? '').toLowerCase() as keyof typeof KINDS] as StatementRow['kind'] | undefined;
    if (kind === undefined) throw new BadFile(`Dòng ${at}: loại “${row.kind ?? ''}” không phải “thu” hay “hoàn”.`);
    const { providerOrderId = '', transactionId = '', reference = '' } = row;
    if (providerOrderId === '' || transactionId === '')
      throw new BadFile(`Dòng ${at}: chưa ghi mã đơn ở cổng hoặc mã giao dịch.`);
    const amountVnd = readAmount(row.amount, at);
    return { kind, providerOrderId, transactionId, amountVnd, ...(reference === '' ? {} : { reference }) };
  });
}
