import { accessibilityFaults, textSizes } from '../support/accessible.ts';
import { expect, test } from '../support/journey.ts';
import { keyboardFaults, targetFaults } from '../support/keyboard-faults.ts';
import { renamedCommune, someCommune } from '../support/province.ts';
import { article, shop, sight } from '../support/province-samples.ts';
import { raiseToCitizen, raiseToContact } from '../support/raise-level.ts';

const MAI = '072061000002';
const NOBODYS = '00000000-0000-4000-8000-000000000000';

/**
 * The smallest and the largest text; `npm run a11y` looks at all three sizes, and at every state of a screen besides (10 minutes).
 */
const sizes = { normal: textSizes.normal, largest: textSizes.largest };

/** Every path of the app, at the lowest level that may see it, and what stands there below it. */
const services = ['/', '/thu-tuc', '/tim-kiem?q=khai+sinh', '/thu-tuc/1.001193', '/thu-tuc/9.999999', '/tra-cuu'];
const finding = [
  '/tim-kiem',
  '/tim-kiem?q=zzz',
  '/tien-ich/hotline',
  `/tien-ich/tourism/${sight?.id ?? 'khong-co'}`,
  `/co-quan?q=${renamedCommune.typed.replaceAll(' ', '+')}`,
];
const shops = ['/cua-hang', '/cua-hang?xem=ban-do', `/cua-hang?xem=${shop?.id ?? NOBODYS}`];
const reading = ['/tin-tuc', article?.path ?? '/tin-tuc/khong-co', '/truyen-hinh', '/phat-thanh', '/so-lieu'];
const person = [
  '/cong-dan-so',
  '/lien-ket?ket-qua=chua-lien-ket',
  '/cai-dat',
  '/gioi-thieu',
  '/dieu-khoan',
  '/ho-so',
  '/quyen-rieng-tu/da-xoa',
];
const walks = [
  { who: 'anybody who looks for a service', level: 0, paths: services },
  { who: 'anybody who looks for a place', level: 0, paths: [...finding, '/co-quan', `/co-quan/${someCommune.code}`] },
  { who: 'anybody who looks around', level: 0, paths: person },
  { who: 'anybody who reads, watches and listens', level: 0, paths: reading },
  { who: 'anybody who looks at reports and questions', level: 0, paths: ['/phan-anh', '/hoi-dap'] },
  { who: 'anybody who looks for a shop', level: 0, paths: shops },
  {
    who: 'somebody with a phone number',
    level: 1,
    paths: ['/thong-bao', '/thong-bao/lua-chon', '/quyen-rieng-tu', '/ho-so', '/cua-hang/dang-ky'],
  },
  {
    who: 'somebody who reports, asks and books',
    level: 1,
    paths: ['/phan-anh/gui', '/phan-anh/cua-toi', '/hoi-dap/gui', '/hoi-dap/cua-toi', '/dat-lich', '/dat-lich/moi'],
  },
  {
    who: 'somebody who pays',
    level: 1,
    paths: ['/hoc-phi', `/hoc-phi/${NOBODYS}`, '/thanh-toan', `/thanh-toan/${NOBODYS}`],
  },
  {
    who: 'a citizen',
    level: 2,
    paths: ['/', '/ho-so', '/ho-so/nop/1.001193', '/ho-so/00000000-0000-4000-8000-000000000000', '/cong-dan-so'],
  },
  {
    who: 'a citizen with papers, or with somebody to act for',
    level: 2,
    paths: ['/lam-giup', '/lam-giup?them=1', '/giay-to', '/ho-so/00000000-0000-4000-8000-000000000000/bo-sung'],
  },
] as const;

test.describe('a machine finds no fault with any screen, in the smallest and the largest text', () => {
  for (const { who, level, paths } of walks) {
    test(`as ${who} sees it`, async ({ phone, stack, control, page, context }) => {
      if (level === 1) await raiseToContact(stack, control, phone.person.id);
      if (level === 2) {
        const elsewhere = await context.newPage();
        await raiseToCitizen(stack, control, phone.person.id, elsewhere, MAI);
        await elsewhere.close();
      }
      const { appId } = await control.ready();
      for (const path of paths) {
        // The app without the phone round it: the same document, quicker to look at.
        const url = new URL(`${stack.phoneUrl}/zapps/${appId}${path}`);
        url.searchParams.set('zalo_phone', phone.id);
        await page.goto(url.href);
        await page.waitForLoadState('networkidle');
        await page.getByRole('heading', { level: 1 }).filter({ hasText: /./ }).first().waitFor();
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        for (const [name, size] of Object.entries(sizes)) {
          await page.evaluate((text) => {
            if (text === undefined) delete document.documentElement.dataset.text;
            else document.documentElement.dataset.text = text;
          }, size);
          expect.soft(await accessibilityFaults(page), `${path}, ${name} text`).toEqual([]);
        }
        if (paths !== services) continue;
        // Of these alone, for the time it takes; `npm run a11y` walks all screens.
        await page.evaluate(() => delete document.documentElement.dataset.text);
        expect.soft(await targetFaults(page), path).toEqual([]);
        expect.soft(await keyboardFaults(page), path).toEqual([]);
      }
    });
  }
});
