import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { changingProvince } from '../../server/test/support/changing-province.ts';
import { expect, test as base } from '../support/journey.ts';
import { province } from '../support/province.ts';
import { raiseToContact } from '../support/raise-level.ts';
import { startStack, type Stack } from '../support/stack.ts';

/** What a province may begin without (docs/adding-a-province.md). */
const later = [
  ...['appointments.json', 'directory.json', 'media.json', 'news', 'number-samples.json', 'official-accounts.json'],
  ...['questions.json', 'report-samples.json', 'search-synonyms.json', 'stores/samples.json'],
];

/** The system over a copy of the province that has nothing of that, and no procedure. */
const test = base.extend<object, { stack: Stack }>({
  stack: [
    async ({ playwright: _playwright }, use) => {
      const copy = await changingProvince(province.id);
      const home = join(copy.folder, province.id);
      const procedures = await readdir(join(home, 'procedures'));
      const gone = [...later, ...procedures.map((name) => join('procedures', name))];
      await Promise.all(gone.map((name) => rm(join(home, name), { recursive: true, force: true })));
      const stack = await startStack({ server: { PROVINCES_DIR: copy.folder } });
      await use(stack);
      await stack.stop();
      await copy.remove();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

const screens: [path: string, says: string | RegExp][] = [
  ['/thu-tuc', 'Chưa có thủ tục nào'],
  ['/tim-kiem?q=zzz', 'Không tìm thấy gì cho “zzz”'],
  ['/tien-ich/health', 'Chưa có nơi nào ở đây'],
  ['/tin-tuc', 'Chưa có tin nào'],
  ['/truyen-hinh', 'Chưa có kênh nào'],
  ['/phat-thanh', 'Chưa có kênh nào'],
  // From Wednesday on the week before is published, with nothing in it.
  ['/so-lieu', /Chưa có số liệu|chưa đủ để nêu/],
  ['/cua-hang', 'Chưa có tiệm nào được duyệt'],
  ['/phan-anh', 'Chưa có phản ánh nào ở đây'],
  ['/hoi-dap', 'Tỉnh chưa nhận câu hỏi ở đây'],
  ['/hoi-dap/gui', 'Tỉnh chưa nhận câu hỏi ở đây'],
  ['/dat-lich/moi', 'Tỉnh chưa mở đặt lịch'],
];

test('a province that begins with nothing but its communes: every tile leads somewhere, every empty screen says so', async ({
  phone,
  stack,
  control,
  page,
}) => {
  test.setTimeout(120_000);
  await raiseToContact(stack, control, phone.person.id);
  const { appId } = await control.ready();
  /** The app without the phone round it, at a place. */
  const open = async (path: string): Promise<Page> => {
    const url = new URL(`${stack.phoneUrl}/zapps/${appId}${path}`);
    url.searchParams.set('zalo_phone', phone.id);
    await page.goto(url.href);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: /./ }).first().waitFor();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    return page;
  };

  await open('/');
  await expect(page.getByRole('heading', { level: 1, name: province.appName })).toBeVisible();
  const tiles = await page
    .getByRole('navigation', { name: 'Dịch vụ chính' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.replace(/^\/zapps\/[^/]+/, '') ?? ''));
  expect(tiles.length).toBeGreaterThan(5);
  const known = screens.map(([path]) => path);
  for (const path of tiles.filter((tile) => !known.includes(tile))) {
    await open(path);
    await expect.soft(page.getByRole('button', { name: 'Thử lại' }), path).toHaveCount(0);
  }
  for (const [path, says] of screens) {
    await open(path);
    await expect.soft(page.getByText(says).first(), path).toBeVisible();
  }
});
