import type { FrameLocator, Page } from '@playwright/test';
import { SAMPLE_PASSWORD } from '../../emulator/src/identity-provider/citizens.ts';
import { ONE_TIME_CODE } from '../../emulator/src/identity.ts';

/** Types number, password and code on the provincial ID's own pages, up to the question whether to share. */
export async function typeLogin(
  pages: Pick<Page | FrameLocator, 'getByLabel' | 'getByRole'>,
  citizenNumber: string,
): Promise<void> {
  await pages.getByLabel('Số căn cước').fill(citizenNumber);
  await pages.getByLabel('Mật khẩu').fill(SAMPLE_PASSWORD);
  await pages.getByRole('button', { name: 'Đăng nhập' }).click();
  await pages.getByLabel('Mã 6 số').fill(ONE_TIME_CODE);
  await pages.getByRole('button', { name: 'Kiểm tra mã' }).click();
}
