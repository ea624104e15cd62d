import { writeFile } from 'node:fs/promises';
import { dayOf } from '../../src/lib/dates.ts';
import { bringPupil, cashier } from '../support/cashier.ts';
import { expect, test } from '../support/journey.ts';
import { raiseToContact } from '../support/raise-level.ts';
import { findChild } from '../support/tuition.ts';

test('a parent finds a child, pays one month and then the other, and opens the receipt', async ({
  phone,
  stack,
  control,
}) => {
  await raiseToContact(stack, control, phone.person.id);
  await control.changePerson(phone.person.id, { followsOfficialAccount: true });
  const child = await bringPupil(stack);
  const { app, browser } = phone;

  await test.step('two facts, once: the server remembers', async () => {
    await phone.findApp();
    await app.getByRole('link', { name: 'Đóng học phí' }).click();
    await findChild(app, child);
    await app.getByRole('link', { name: /tháng 11\/2026/ }).click();
    await expect(app.getByText('20 ngày × 32.000 đồng')).toBeVisible();
    await expect(app.getByText('Không thu tiền')).toBeVisible();
  });

  await test.step('one tap makes an order, one opens Zalo’s sheet; the bank’s yes comes from the server', async () => {
    await app.getByRole('button', { name: 'Đóng 805.000 đồng' }).click();
    await expect(app.getByRole('heading', { level: 1, name: 'Đóng tiền' })).toBeVisible();
    await app.getByRole('button', { name: 'Đóng 805.000 đồng' }).click();
    await browser.getByRole('button', { name: 'Đóng 805.000 đồng' }).click();
    await expect(app.getByRole('heading', { level: 1, name: 'Đã đóng 805.000 đồng' })).toBeVisible();
    await expect(app.getByText('01BLP0-001')).toBeVisible();
  });

  await test.step('the receipt opens in Zalo’s viewer, by an address that works once', async () => {
    const fetched = phone.page.waitForResponse((answer) => answer.url().includes('/payments/receipts/'));
    await app.getByRole('button', { name: 'Mở biên lai' }).click();
    const answer = await fetched;
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
    await phone.page.getByRole('button', { name: 'Đóng tài liệu' }).click();
    expect((await fetch(answer.url().replace('h5.zdn.vn.localhost', '127.0.0.1'))).status).toBe(410);
  });

  await test.step('the bill says so, and a message came', async () => {
    await app.getByRole('link', { name: 'Về khoản học phí' }).click();
    await expect(app.getByText('Khoản này đã đóng')).toBeVisible();
    await expect
      .poll(async () => (await phone.messages()).map(({ text }) => text).join('\n'), { timeout: 20_000 })
      .toContain('Đã đóng 805.000 đồng');
  });

  await test.step('another day: the child is there without asking; a second child, and both pay together', async () => {
    const brother = await bringPupil(stack, 'Trần Minh Khôi');
    await phone.killApp();
    await phone.openLink(`https://zalo.me/s/${(await control.ready()).appId}/hoc-phi`);
    await expect(app.getByRole('heading', { level: 2, name: child.name })).toBeVisible();
    await app.getByRole('link', { name: 'Thêm con' }).click();
    await findChild(app, brother);
    await app.getByRole('button', { name: 'Đóng nhiều khoản một lần' }).click();
    const months = app.getByRole('checkbox', { name: /tháng 12\/2026/ });
    await expect(months).toHaveCount(2);
    for (const month of await months.all()) await month.check();
    await app.getByRole('button', { name: 'Đóng 2 khoản: 1.408.000 đồng' }).click();
    await app.getByRole('button', { name: 'Đóng 1.408.000 đồng' }).click();
    await browser.getByRole('button', { name: 'Đóng 1.408.000 đồng' }).click();
    await expect(app.getByRole('heading', { level: 1, name: 'Đã đóng 1.408.000 đồng' })).toBeVisible();
    await app.getByRole('link', { name: 'Xem các lần đóng tiền' }).click();
    await expect(app.getByRole('listitem')).toHaveCount(2);
  });

  await test.step('the gate’s statement of yesterday knows a payment we do not: somebody looks at it; the books balance', async () => {
    const transaction = `GD-${child.code}`;
    const day = (offset: number) => dayOf(new Date(Date.now() + offset * 86_400_000));
    const file = test.info().outputPath('sao-ke.csv');
    const rows = ['Loại,Mã đơn ở cổng,Mã giao dịch,Số tiền,Mã đơn', `thu,CO-${child.code},${transaction},99.000,`];
    await writeFile(file, rows.join('\n'));
    const span = ['--provider', 'checkout', '--from', day(-1), '--until', day(0)];
    expect(await cashier(stack, 'statement', file, ...span)).toContain('Đã đọc 1 dòng: 1 khoản trước đó chưa biết');
    expect(await cashier(stack, 'statement', file, ...span)).toContain('Đã đọc 1 dòng: 0 khoản trước đó chưa biết');
    const [mismatch = ''] = /\S+(?=  .*nhận 99.000 đồng)/.exec(await cashier(stack, 'mismatches')) ?? [];
    await cashier(stack, 'settle', mismatch, '--decision', 'noted', '--note', 'Cổng thu nhầm, đã báo');
    expect(await cashier(stack, 'mismatches')).not.toContain(mismatch);
    expect(await cashier(stack, 'ledger')).toContain('Sổ cân.');
  });
});
