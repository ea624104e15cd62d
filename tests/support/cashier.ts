import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeProgram } from './office-program.ts';
import type { Stack } from './stack.ts';

/** The cashier's own command line. */
export const cashier = officeProgram('cashier');

/** A pupil with two months to pay (805.000 and 704.000 đồng), nobody else's. */
export interface Pupil {
  code: string;
  name: string;
}

/** A school brings its bills for one new pupil, born on 1/5/2018. */
export async function bringPupil(stack: Stack, name = 'Trần Ngọc Gia Hân'): Promise<Pupil> {
  const code = `HS-${randomBytes(3).toString('hex').toUpperCase()}`;
  const line = (bill: string, title: string, due: string, ...rest: string[]) =>
    [`${bill}-${code}`, code, '01/05/2018', name, '3A2', title, due, ...rest].join(',');
  const november = (...rest: string[]) => line('T11', 'Các khoản thu tháng 11/2026', '30/11/2026', ...rest);
  const csv = [
    'Mã khoản thu,Mã học sinh,Ngày sinh,Họ tên,Lớp,Tên đợt thu,Hạn đóng,Khoản,Ghi chú,Số tiền',
    november('Học phí', 'Nhà nước miễn', '0'),
    november('Tiền ăn bán trú', '20 ngày × 32.000 đồng', '640.000'),
    november('Chăm sóc buổi trưa', '', '150.000'),
    november('Nước uống', '', '15.000'),
    line('T12', 'Các khoản thu tháng 12/2026', '31/12/2026', 'Tiền ăn bán trú', '22 ngày × 32.000 đồng', '704.000'),
  ].join('\n');
  const folder = await mkdtemp(join(tmpdir(), 'bills-'));
  const file = join(folder, 'khoan-thu.csv');
  await writeFile(file, csv);
  const school = ['--school', 'TH-KIM-DONG', '--name', 'Trường Tiểu học Kim Đồng', '--phone', '02763822000'];
  await cashier(stack, 'bills', file, ...school);
  await rm(folder, { recursive: true });
  return { code, name };
}
