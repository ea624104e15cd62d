import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { Pupil } from './cashier.ts';

/** A parent writes the two facts of a child, on the form that is open; waits for the child, or for what comes instead. */
export async function findChild(
  app: FrameLocator | Page,
  { code, name }: Pupil,
  outcome: Locator = app.getByRole('heading', { level: 2, name }),
): Promise<void> {
  await app.getByLabel('Mã học sinh').fill(code.toLowerCase());
  const born = app.getByRole('group', { name: 'Ngày sinh của con' });
  await born.getByLabel('Ngày', { exact: true }).fill('1');
  await born.getByLabel('Tháng', { exact: true }).fill('5');
  await born.getByLabel('Năm', { exact: true }).fill('2018');
  await app.getByRole('button', { name: 'Tìm khoản thu' }).click();
  await outcome.first().waitFor();
}
