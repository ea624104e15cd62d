import { expect, test } from 'vitest';
import { readStatement } from './statement-file.ts';
import { BadFile } from './table.ts';

const head = 'Loại;Mã đơn ở cổng;Mã giao dịch;Số tiền;Mã đơn';

test('payments and refunds, with our own code where the provider knows it', () => {
  expect(
    readStatement(`${head}\nThu;order_1;trans_1;805.000;HP261126-0001\nhoàn;order_2;trans_2;8.000 đồng;\n`),
  ).toEqual([
    {
      kind: 'payment',
      providerOrderId: 'order_1',
      transactionId: 'trans_1',
      amountVnd: 805_000,
      reference: 'HP261126-0001',
    },
    { kind: 'refund', providerOrderId: 'order_2', transactionId: 'trans_2', amountVnd: 8_000 },
  ]);
});

test('what cannot be read says where', () => {
  expect(() => readStatement('Loại;Số tiền')).toThrow('Thiếu cột');
  expect(() => readStatement(`${head}\nmua;o;t;1;`)).toThrow('Dòng 2');
  expect(() => readStatement(`${head}\nthu;o;;1;`)).toThrow(BadFile);
});
