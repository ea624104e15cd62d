import { expect, test } from '../support/journey.ts';

test('TV plays on tap, goes on while one reads, survives a lost network, and is switched to sound only', async ({
  phone,
  control,
}) => {
  test.setTimeout(90_000);
  const { app } = phone;
  const { appId } = await control.ready();
  await phone.openLink(`https://zalo.me/s/${appId}/truyen-hinh`);
  const channel = app.getByRole('region', { name: 'Tây Ninh TV' });
  await expect(channel.getByRole('button', { name: 'Xem, khoảng 7,5 MB mỗi phút' })).toBeVisible();
  await expect(app.locator('video')).toHaveCount(0);
  await channel.getByRole('button', { name: /^Xem/ }).click();
  const moment = (): Promise<number> => app.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
  /** The broadcast moves on, not only the words. */
  const plays = async (): Promise<void> => {
    const from = await moment();
    await expect.poll(moment, { timeout: 20_000 }).not.toBe(from);
  };
  await expect(channel.getByText('Đang phát trực tiếp')).toBeVisible({ timeout: 20_000 });
  await plays();

  await app.getByRole('button', { name: 'Quay lại' }).click();
  const small = app.getByRole('region', { name: 'Đang phát' });
  await expect(small).toBeVisible();
  await expect(app.getByRole('heading', { level: 1, name: 'Tây Ninh Smart' })).toBeVisible();
  await plays();
  await phone.setNetwork('none');
  await phone.page.waitForTimeout(6_000);
  await phone.setNetwork('4g');
  await plays();
  await small.getByRole('link', { name: 'Tây Ninh TV' }).click();
  await expect(channel.getByText('Đang phát trực tiếp')).toBeVisible({ timeout: 20_000 });

  await channel.getByRole('button', { name: 'Chỉ nghe tiếng, khoảng 0,5 MB mỗi phút' }).click();
  await expect(channel.getByText('Đang phát trực tiếp')).toBeVisible({ timeout: 20_000 });
  await expect(channel.getByRole('img')).toHaveCount(0);
  await control.addFault({ endpoint: 'media/segment', kind: 'error', code: 404, times: 3 });
  await plays();
  await channel.getByRole('button', { name: 'Tắt' }).click();
  await expect(channel.getByRole('button', { name: /^Xem/ })).toBeVisible();
});
