import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { someCommune } from '../support/province.ts';
import { raiseToCitizen } from '../support/raise-level.ts';
import { vietnameseLeft } from '../support/vietnamese-left.ts';

const ANH = '072188000001';

/** Where the main roads lead, and what the screen calls itself there. */
const anybody: [path: string, title: string | undefined][] = [
  ['/', undefined],
  ['/tim-kiem?q=khai+sinh', 'What are you looking for?'],
  ['/thu-tuc', 'What do you need to do?'],
  ['/thu-tuc/1.001193', undefined],
  ['/tra-cuu', 'Track a dossier'],
  ['/tien-ich/health', undefined],
  ['/co-quan', undefined],
  [`/co-quan/${someCommune.code}`, undefined],
  ['/cua-hang', 'Store 4.0'],
  ['/phan-anh', undefined],
  ['/hoi-dap', 'Questions'],
  ['/tin-tuc', 'News'],
  ['/gioi-thieu', undefined],
  ['/dieu-khoan', undefined],
];
const citizen: typeof anybody = [
  ['/cong-dan-so', 'Digital citizen'],
  ['/ho-so', 'My dossiers'],
  ['/ho-so/nop/1.001193', undefined],
  ['/giay-to', undefined],
  ['/lam-giup', undefined],
  ['/phan-anh/gui', undefined],
  ['/hoi-dap/gui', undefined],
  ['/dat-lich', 'Appointments'],
  ['/dat-lich/moi', undefined],
  ['/cua-hang/dang-ky', undefined],
  ['/hoc-phi', 'Find your child’s bills'],
  ['/thanh-toan', undefined],
  ['/thong-bao', undefined],
  ['/cai-dat', 'Settings'],
];

async function walk(page: Page, base: string, phoneId: string, paths: typeof anybody): Promise<void> {
  for (const [path, title] of paths) {
    const url = new URL(base + path);
    url.searchParams.set('zalo_phone', phoneId);
    await page.goto(url.href);
    const heading = page.getByRole('heading', { level: 1 }).filter({ hasText: /./ }).first();
    await heading.waitFor();
    await page.waitForLoadState('networkidle');
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    if (title !== undefined) expect.soft(await heading.textContent(), path).toContain(title);
    expect.soft(await vietnameseLeft(page), path).toEqual([]);
  }
}

test('chosen once, English is everywhere; what the province writes is marked as Vietnamese', async ({
  phone,
  stack,
  control,
  context,
}) => {
  const page = await context.newPage();
  await raiseToCitizen(stack, control, phone.person.id, page, ANH);
  const { appId } = await control.ready();
  const base = `${stack.phoneUrl}/zapps/${appId}`;
  await page.goto(`${base}/cai-dat?zalo_phone=${phone.id}`);
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await walk(page, base, phone.id, [...anybody, ...citizen]);
});
