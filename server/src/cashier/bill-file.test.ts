import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readBills } from './bill-file.ts';
import { BadFile } from './table.ts';

const sample = readFileSync(new URL('hoc-phi-mau.csv', import.meta.url), 'utf8');

test('the sample table: lines with one code are one bill', () => {
  const bills = readBills(sample);
  expect(bills.map(({ fullName, lines }) => [fullName, lines.length])).toEqual([
    ['Trần Ngọc Gia Hân', 4],
    ['Trần Ngọc Gia Hân', 1],
    ['Trần Minh Khôi', 2],
  ]);
  expect(bills[0]).toMatchObject({ birthDate: '2018-05-01', dueDate: '2026-11-30', className: '3A2' });
  expect(bills[0]?.lines[1]).toEqual({ title: 'Tiền ăn bán trú', note: '20 ngày × 32.000 đồng', amountVnd: 640_000 });
});

test('commas or semicolons, quotes, a mark at the beginning, dates either way', () => {
  const head = 'Mã khoản thu;Mã học sinh;Ngày sinh;Họ tên;Lớp;Tên đợt thu;Khoản;Số tiền';
  const [one] = readBills(`\uFEFF${head}\r\nA1;HS1;2018-05-01;"Lê ""Tí"" An";1A;Tháng 11;"Ăn; ngủ";1.000 đồng\r\n\r\n`);
  expect(one).toMatchObject({
    fullName: 'Lê "Tí" An',
    birthDate: '2018-05-01',
    lines: [{ title: 'Ăn; ngủ', amountVnd: 1000 }],
  });
});

test('what cannot be read says where', () => {
  const head = 'Mã khoản thu,Mã học sinh,Ngày sinh,Họ tên,Lớp,Tên đợt thu,Số tiền';
  expect(() => readBills('Họ tên,Lớp')).toThrow('Thiếu cột');
  expect(() => readBills(`${head}\nA1,HS1,01/05/2018,An,1A,T11,nhiều`)).toThrow('Dòng 2');
  expect(() => readBills(`${head}\nA1,HS1,01/05/2018,An,1A,T11,1\nA1,HS2,01/05/2018,An,1A,T11,1`)).toThrow('Dòng 3');
  expect(() => readBills('[1]')).toThrow(BadFile);
});

test('JSON as the contract has it', () => {
  expect(readBills(JSON.stringify(readBills(sample)))).toEqual(readBills(sample));
});
