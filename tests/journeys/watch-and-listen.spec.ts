import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dateInVietnam } from '../../contract/calendar/working-days.ts';
import { expect, test } from '../support/journey.ts';
import { officer } from '../support/officer.ts';
import { province } from '../support/province.ts';
import { needed, tvChannel } from '../support/province-samples.ts';

test('TV plays on tap, goes on while one reads, and outlives a lost network, gone segments and a silent list', async ({
  phone,
  control,
  stack,
}) => {
  test.setTimeout(90_000);
  const { id, name } = needed(tvChannel, 'television');
  const { app } = phone;
  const folder = mkdtempSync(join(tmpdir(), 'lich-'));
  const schedule = join(folder, 'lich.txt');
  writeFileSync(schedule, '00:00 Lịch của đài\n6h30 Thời sự sáng\n');
  const day = dateInVietnam(new Date());
  expect(await officer(stack, 'programme', id, day, '--file', schedule)).toContain('06:30  Thời sự sáng');
  rmSync(folder, { recursive: true });

  const fetched: string[] = [];
  phone.page.on('request', (request) => fetched.push(request.url()));
  let gone = 0;
  phone.page.on('response', (response) => {
    if (response.status() === 404 && response.url().includes('/__media__/')) gone += 1;
  });
  const ofMedia = (): string[] => fetched.filter((url) => /\/__media__\/|hls/.test(url));
  const { appId } = await control.ready();
  await phone.openLink(`https://zalo.me/s/${appId}/truyen-hinh`);
  const channel = app.getByRole('region', { name });
  const watch = channel.getByRole('button', { name: 'Xem, khoảng 7,5 MB mỗi phút' });
  await expect(watch).toBeVisible();
  await channel.getByText('Lịch phát hôm nay').click();
  await expect(channel.getByRole('list', { name: `Lịch phát: ${name}` })).toContainText('06:30Thời sự sáng');
  expect(ofMedia(), 'nothing is fetched before a tap').toEqual([]);

  const picture = app.locator('video');
  const moment = (): Promise<number> => picture.evaluate((video: HTMLVideoElement) => video.currentTime);
  /** The broadcast moves on, not only the words. */
  const plays = async (): Promise<void> => {
    const from = await moment();
    await expect.poll(moment, { timeout: 20_000 }).not.toBe(from);
  };
  const live = channel.getByText('Đang phát trực tiếp');
  await watch.click();
  await expect(live).toBeVisible({ timeout: 20_000 });
  await plays();
  expect(await picture.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);

  const small = app.getByRole('region', { name: 'Đang phát' });
  await test.step('on home it plays on, small; without network it says so and goes on by itself', async () => {
    await app.getByRole('button', { name: 'Quay lại' }).click();
    await expect(app.getByRole('heading', { level: 1, name: province.appName })).toBeVisible();
    await expect(small.getByText('Trực tiếp')).toBeVisible();
    await plays();
    await phone.setNetwork('none');
    await expect(small.getByText('Mất mạng')).toBeVisible({ timeout: 20_000 });
    await phone.setNetwork('4g');
    await expect(small.getByText('Trực tiếp')).toBeVisible({ timeout: 20_000 });
    await plays();
    await small.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    await expect(small).toHaveCount(0);
    await expect(live).toBeVisible();
  });

  await test.step('sound only, without a picture; segments that are gone are jumped over', async () => {
    await channel.getByRole('button', { name: 'Chỉ nghe tiếng, khoảng 0,5 MB mỗi phút' }).click();
    await expect(live).toBeVisible({ timeout: 20_000 });
    await expect(channel.getByRole('img')).toHaveCount(0);
    expect(fetched.at(-1)).toMatch(/audio/);
    await control.addFault({ endpoint: 'media/segment', kind: 'error', code: 404, times: 3 });
    await expect.poll(() => gone, { timeout: 20_000 }).toBe(3);
    await plays();
    await expect(live).toBeVisible({ timeout: 20_000 });
  });

  await test.step('a list that does not come is waited for', async () => {
    await control.addFault({ endpoint: 'media/playlist', kind: 'down' });
    await expect(channel.getByText('Đang chờ sóng, sẽ tự phát tiếp')).toBeVisible({ timeout: 30_000 });
    await control.clearFaults();
    await expect(live).toBeVisible({ timeout: 30_000 });
  });

  await channel.getByRole('button', { name: 'Tạm dừng' }).click();
  await expect(channel.getByText('Đang dừng')).toBeVisible();
  await channel.getByRole('button', { name: 'Phát tiếp' }).click();
  await expect(live).toBeVisible({ timeout: 20_000 });
  await channel.getByRole('button', { name: 'Tắt' }).click();
  await expect(watch).toBeVisible();
});
