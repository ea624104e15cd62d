import { expect, test } from '../support/journey.ts';
import { procedureOf, province } from '../support/province.ts';
import { needed, numberWeeks } from '../support/province-samples.ts';

test('an opening is counted without a person; the numbers read as charts and as tables, by keyboard, and go along as a file', async ({
  phone,
  stack,
}) => {
  const weeks = needed(numberWeeks, 'sample weeks of numbers');
  const { app, page } = phone;
  const counted = page.waitForResponse((answer) => answer.url() === `${stack.serverUrl}/number-counts`);
  await phone.findApp();
  await expect(app.getByRole('heading', { level: 1, name: province.appName })).toBeVisible();
  // Counting begins a while after home has been painted, and is sent when the app goes out of sight.
  await expect
    .poll(async () => {
      await phone.frame()?.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        Reflect.deleteProperty(document, 'visibilityState');
      });
      return Promise.race([counted.then((answer) => answer.status()), page.waitForTimeout(500)]);
    })
    .toBe(204);
  const request = (await counted).request();
  expect(request.headers()['authorization']).toBeUndefined();
  expect(Object.keys(request.postDataJSON() as object).sort()).toEqual(['batch', 'counts']);

  // By the way there is from home.
  await app.getByRole('link', { name: 'Giới thiệu, liên hệ' }).click();
  await app.getByRole('link', { name: /^Số liệu của tỉnh/ }).click();
  await phone.isAt('/so-lieu');
  await expect(app.getByText('Số liệu mẫu')).toBeVisible();
  await expect(app.getByText('Trên 45 tuổi')).toBeVisible();

  // A screen reader hears the table while the bars are shown; one key makes it visible.
  const index = app.getByRole('table', { name: 'Chỉ số phục vụ' });
  const sum = (part: string): number => weeks.reduce((whole, { promise }) => whole + (promise?.[part] ?? 0), 0);
  // Rounded down: 99.6 % is not all.
  const percent = Math.floor((100 * sum('onTime')) / (sum('onTime') + sum('late')));
  await expect(index.getByRole('row', { name: new RegExp(`^Hồ sơ xong đúng hẹn ${percent}% \\(`) })).toBeAttached();
  const swap = app.getByRole('button', { name: 'Xem bảng : Chỉ số phục vụ' });
  await swap.focus();
  await page.keyboard.press('Enter');
  const height = async (): Promise<number> => (await index.boundingBox())?.height ?? 0;
  const back = app.getByRole('button', { name: 'Xem biểu đồ : Chỉ số phục vụ' });
  await expect(back).toBeFocused();
  expect(await height(), 'the table is to be seen').toBeGreaterThan(200);
  await page.keyboard.press('Enter');
  await expect(swap).toBeFocused();
  await expect(
    app.getByRole('heading', { name: `Từng bước: ${procedureOf('1.001193').guide.shortName}` }),
  ).toBeVisible();
  await expect(app.getByText(/dừng trước bước này/).first()).toBeVisible();

  // The file, as it comes to anybody.
  await app.getByRole('button', { name: 'Tải bảng về máy' }).click();
  await expect(app.getByText('Đã tải về máy.').or(app.getByText(/Mở đường dẫn này bằng trình duyệt/))).toBeVisible();
  const file = await fetch(`${stack.serverUrl}/numbers/so-lieu.csv`);
  expect(file.headers.get('content-type')).toContain('text/csv');
  expect(await file.text()).toMatch(/^measure,about,count,sample\r\nusers,,\d+,1\r\n/);

  // What was read once is there without a network.
  await phone.control.setNetwork(phone.id, 'none');
  await app.getByRole('button', { name: 'Quay lại' }).click();
  await app.getByRole('link', { name: /^Số liệu của tỉnh/ }).click();
  await expect(app.getByRole('heading', { name: 'Lượt mở mỗi tuần' })).toBeVisible();
});
