import type { Page } from '@playwright/test';
import { BIRTH_PROCEDURE, photographedPaper } from '../support/birth-dossier.ts';
import { expect, test } from '../support/journey.ts';
import { keyboardFaults, targetFaults } from '../support/keyboard-faults.ts';
import { formOf, renamedCommune, someCommune } from '../support/province.ts';
import { raiseToCitizen } from '../support/raise-level.ts';

const CITIZEN = '080075000004';
const { pages, declaration } = formOf(BIRTH_PROCEDURE);

/** What the focus stands on, as a screen reader names it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement)) return '';
    const { labels } = at as HTMLInputElement;
    const words = at.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? at.textContent;
    return words.replace(/\s+/g, ' ').trim();
  });

/** Goes on with Tab, never back, until the focus is on something of this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now);
  }
  throw new Error(`never came to ${String(name)}; passed: ${passed.join(' | ')}`);
}

async function typeInto(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

/** A date's three boxes follow each other; the last one is where the focus stays. */
async function typeDate(page: Page, [day, month, year]: [string, string, string]): Promise<void> {
  await typeInto(page, /^Ngày$/, day);
  await typeInto(page, /^Tháng$/, month);
  await typeInto(page, /^Năm$/, year);
}

/** One of a group of radios: Tab leads to the group, arrows to the answer. */
async function pick(page: Page, first: RegExp, arrows: number): Promise<void> {
  await tabTo(page, first);
  await page.keyboard.press('Space');
  for (let at = 0; at < arrows; at += 1) await page.keyboard.press('ArrowDown');
}

async function pickCommune(page: Page, name: RegExp, typed: string): Promise<void> {
  await typeInto(page, name, typed);
  // A select's own options are no list that opened.
  const offered = page.getByRole('listbox').getByRole('option');
  await expect(offered.first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(offered).toHaveCount(0);
}

async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

async function goOn(page: Page, to: string): Promise<void> {
  await press(page, /^Tiếp tục$/);
  const heading = page.getByRole('heading', { level: 1, name: to });
  await expect(heading).toBeVisible();
  // Whoever listens is told where they are, and goes on from there.
  await expect(heading).toBeFocused();
}

test('the measure finds what Tab does not reach or show, what holds it fast, and what is too small', async ({
  page,
}) => {
  await page.setContent(`<style>button { width: 90px; height: 60px } :focus-visible { outline: 3px solid } .mute:focus { outline: 0 } div { width: 90px }</style>
    <button>Tốt</button><button tabindex="2">Chen hàng</button><button class="mute">Không thấy</button>
    <button style="height: 30px">Nhỏ</button><div style="overflow: hidden"><button>Bị cắt</button></div>
    <div id="tap">Chỉ để chạm</div><input aria-label="Giữ chặt" onkeydown="event.preventDefault()"><a href="#">Sau nữa</a>`);
  await page.evaluate(() => Object.assign(document.getElementById('tap') ?? {}, { __reactProps$1: { onClick: 1 } }));
  const faults = (await keyboardFaults(page)).join('\n');
  for (const said of [
    /Chen hàng” jumps the queue/,
    /Không thấy”: the focus on it cannot be seen/,
    /Bị cắt”: the ring of the focus is cut off/,
    /Chỉ để chạm” can only be tapped/,
    /the focus never leaves .*Giữ chặt/,
    /Sau nữa” is never reached/,
  ]) {
    expect(faults).toMatch(said);
  }
  expect(faults).not.toMatch(/Tốt/);
  expect((await targetFaults(page)).join('\n')).toMatch(/Nhỏ” is 90×30 px/);
});

const [year = '', month = '', day = ''] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
  .format(new Date())
  .split('-');

async function typeAddress(page: Page): Promise<void> {
  await pickCommune(page, /^Xã, phường/, someCommune.typed);
  await typeInto(page, /^Ấp, khu phố, số nhà/, 'Ấp mẫu, số 1');
}

/** What is typed for a question of the province's form, by its id: others ask less. */
const typed: Record<string, (page: Page, label: RegExp) => Promise<void>> = {
  requesterAddress: async (page) => {
    // The provincial ID may have said it.
    if ((await page.getByRole('combobox', { name: 'Xã, phường' }).inputValue()) === '') await typeAddress(page);
  },
  filingAs: (page) => pick(page, /^Cha$|^Mẹ$/, 0),
  // Where the focus stands already.
  childName: (page) => page.keyboard.type('Nguyễn Ngọc Bảo An'),
  childDob: (page) => typeDate(page, [day, month, year]),
  childGender: (page) => pick(page, /^Nam$/, 1),
  childEthnic: (page, label) => typeInto(page, label, 'Kinh'),
  birthPlaceKind: (page) => pick(page, /^Bệnh viện, trạm y tế$/, 0),
  birthFacility: (page, label) => typeInto(page, label, 'Bệnh viện Đa khoa mẫu'),
  birthCommune: (page, label) => pickCommune(page, label, renamedCommune.typed),
  hometown: (page, label) => pickCommune(page, label, someCommune.typed),
  birthProof: (page) => pick(page, /^Giấy chứng sinh$/, 0),
  motherName: (page, label) => typeInto(page, label, 'Nguyễn Thị Ánh'),
  motherId: (page, label) => typeInto(page, label, '072188000001'),
  motherDob: (page) => typeDate(page, ['12', '3', '1988']),
  motherEthnic: (page, label) => typeInto(page, label, 'Kinh'),
  motherAddress: typeAddress,
  parentsMarried: (page) => pick(page, /^Có$/, 1),
  delivery: (page) => pick(page, /^Bản điện tử trong ứng dụng$/, 0),
};

/** An early Enter leads to the summary, and from there to the first place to mend. */
async function enterTooEarly(page: Page): Promise<void> {
  await press(page, /^Tiếp tục$/);
  await expect(page.getByRole('alert').filter({ hasText: 'chỗ cần sửa' })).toBeFocused();
  await press(page, /^Họ, chữ đệm, tên của bé/);
  await expect(page.getByLabel('Họ, chữ đệm, tên của bé')).toBeFocused();
}

test('a dossier is filled, photographed and sent with a keyboard alone', async ({ phone, stack, control, context }) => {
  test.setTimeout(90_000);
  const page = await context.newPage();
  await raiseToCitizen(stack, control, phone.person.id, page, CITIZEN);
  const { appId } = await control.ready();
  await page.goto(`${stack.phoneUrl}/zapps/${appId}/ho-so/nop/${BIRTH_PROCEDURE}?zalo_phone=${phone.id}`);
  await expect(page.getByRole('button', { name: /^Bắt đầu (ghi|hồ sơ mới)$/ })).toBeVisible({ timeout: 30_000 });
  await press(page, /^Bắt đầu (ghi|hồ sơ mới)$/);
  await expect(page.getByRole('heading', { level: 1, name: pages[0]?.title ?? '' })).toBeFocused();

  for (const [at, { fields }] of pages.entries()) {
    if (fields.some(({ id }) => id === 'childName')) await enterTooEarly(page);
    for (const { id, label } of fields) await typed[id]?.(page, new RegExp(`^${label}`));
    await goOn(page, pages[at + 1]?.title ?? 'Giấy tờ kèm theo');
  }

  await tabTo(page, /^Chọn ảnh, PDF/);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (
    await chooser
  ).setFiles({ name: 'giay-chung-sinh.jpg', mimeType: 'image/jpeg', buffer: await photographedPaper() });
  await expect(page.getByText('Xong: đã có trên máy chủ')).toBeVisible({ timeout: 30_000 });
  await goOn(page, 'Xem lại và gửi');
  for (const { label } of declaration) {
    await tabTo(page, new RegExp(`^${label}`));
    await page.keyboard.press('Space');
  }
  await press(page, /^Gửi hồ sơ$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' })).toBeFocused({ timeout: 20_000 });
});
