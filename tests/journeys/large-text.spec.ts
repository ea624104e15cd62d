import type { Page } from '@playwright/test';
import {
  addBirthNotice,
  beginBirthDossier,
  birthPages,
  BIRTH_PROCEDURE,
  goOn,
  reviewAndDeclare,
  send,
} from '../support/birth-dossier.ts';
import { expect, test } from '../support/journey.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { raiseToCitizen } from '../support/raise-level.ts';

const CITIZEN = '072188000001';

/** Before the dossier and beside it; the narrowest phone there is makes the largest text hardest. */
const roads = ['/', '/tim-kiem?q=khai+sinh', '/thu-tuc', `/thu-tuc/${BIRTH_PROCEDURE}`, '/tra-cuu', '/tin-tuc'];
const mine = ['/cong-dan-so', '/thong-bao', '/giay-to', '/phan-anh/gui', '/dat-lich/moi', '/cua-hang', '/cai-dat'];
const narrow = { width: 320, height: 640 };

async function expectFits(page: Page, where: string): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  expect.soft(await layoutFaults(page), where).toEqual([]);
}

test('the measure finds what is cut off, what lies over something, and what is too wide', async ({ page }) => {
  await page.setContent(`<meta name="viewport" content="width=device-width">
    <main style="font: 16px sans-serif">
      <p style="height: 20px; overflow: hidden">Dòng này<br>và dòng bị cắt</p>
      <p style="margin-bottom: -14px">Chữ nằm dưới</p><p style="margin-top: 0">Chữ nằm trên</p>
      <p style="white-space: nowrap">${'Một câu dài hơn chiều ngang của máy. '.repeat(4)}</p>
      <p style="overflow-x: auto; white-space: nowrap">${'Câu này được kéo ngang. '.repeat(8)}</p>
      <p class="unseen" style="position: absolute; width: 1px; height: 1px; overflow: hidden">Chỉ để nghe</p>
    </main>`);
  const faults = (await layoutFaults(page)).join('\n');
  for (const said of [
    /wider than the phone/,
    /cut off .*và dòng bị cắt/,
    /Chữ nằm dưới.*Chữ nằm trên/,
    /beyond.*Một câu/,
  ]) {
    expect(faults).toMatch(said);
  }
  expect(faults).not.toMatch(/kéo ngang|Chỉ để nghe|Dòng này/);
});

test('in the largest text, on a narrow phone, nothing is cut off, lies over something or scrolls sideways', async ({
  phone,
  stack,
  control,
  context,
}) => {
  const page = await context.newPage();
  await page.setViewportSize(narrow);
  await raiseToCitizen(stack, control, phone.person.id, page, CITIZEN);
  const { appId } = await control.ready();
  const open = async (path: string): Promise<void> => {
    const url = new URL(`${stack.phoneUrl}/zapps/${appId}${path}`);
    url.searchParams.set('zalo_phone', phone.id);
    await page.goto(url.href);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: /./ }).first().waitFor();
    await page.waitForLoadState('networkidle');
  };
  await open('/cai-dat');
  await page.getByRole('radio', { name: 'Lớn nhất' }).check();
  for (const path of [...roads, ...mine]) {
    await open(path);
    await expect(page.locator('html')).toHaveAttribute('data-text', 'largest');
    await expectFits(page, path);
  }

  await open(`/ho-so/nop/${BIRTH_PROCEDURE}`);
  await expectFits(page, 'before typing');
  await beginBirthDossier({ app: page });
  for (const { title, fill } of birthPages) {
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await fill(page);
    await expectFits(page, title);
    await goOn(page);
  }
  await addBirthNotice({ app: page });
  await expectFits(page, 'papers');
  await reviewAndDeclare({ app: page });
  await expectFits(page, 'review');
  await send({ app: page });
  await expect(page.getByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' })).toBeVisible({ timeout: 20_000 });
  await expectFits(page, 'receipt');
});
