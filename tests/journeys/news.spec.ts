import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { hostileArticle } from '../../contract/news/testing/hostile-html.ts';
import { expect, test } from '../support/journey.ts';
import { officer } from '../support/officer.ts';
import { article, needed, otherTopic } from '../support/province-samples.ts';

const idIn = (printed: string): string => /mã ([0-9a-f-]{36})/.exec(printed)?.[1] ?? '';

test('an alert is published, stands on home, is read without network, and taken back', async ({ phone, stack }) => {
  test.setTimeout(90_000);
  const sample = needed(article, 'sample article');
  const topic = needed(otherTopic, 'second topic of news');
  const { app } = phone;
  const folder = mkdtempSync(join(tmpdir(), 'news-'));
  const html = join(folder, 'bai.html');
  const picture = join(folder, 'anh.png');
  const title = `Mưa rất lớn, ${phone.id.slice(-4)}`;
  // An article as it should be, and everything hostile that can be sent, in a real browser.
  writeFileSync(
    html,
    `<p>Không qua <strong>cầu tràn</strong>.</p><p><a href="/tra-cuu">Tra cứu</a></p>${hostileArticle}`,
  );
  await sharp({ create: { width: 800, height: 450, channels: 3, background: '#48739b' } })
    .png()
    .toFile(picture);
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const words = ['--title', title, '--summary', 'Mưa đến sáng mai, nước lên nhanh.', '--topic', topic, '--file', html];
  const printed = await officer(
    stack,
    'news-publish',
    ...words,
    '--picture',
    picture,
    '--alt',
    'Cầu tràn',
    '--alert-until',
    until,
  );
  expect(printed).toContain('Đã bỏ phần không được phép: <script>');
  rmSync(folder, { recursive: true });

  let hits = 0;
  await phone.page.exposeFunction('hit', () => (hits += 1));
  await phone.findApp();
  const urgent = app.getByRole('region', { name: 'Tin khẩn' });
  await expect(urgent.getByRole('link', { name: title })).toBeVisible();
  await urgent.getByRole('link', { name: title }).click();
  await expect(app.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(app.getByText(/^Tin khẩn, đến/)).toBeVisible();
  const shown = app.getByRole('img', { name: 'Cầu tràn' });
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(200);
  await phone.answers('share', 'grant', 1);
  await app.getByRole('button', { name: 'Chia sẻ qua Zalo' }).click();
  await expect(app.getByText('Đã gửi đường dẫn bài này.')).toBeVisible();
  await app.getByRole('link', { name: 'Tra cứu' }).click();
  await phone.isAt('/tra-cuu');
  await app.getByRole('button', { name: 'Quay lại' }).click();
  await expect(app.getByRole('heading', { level: 1, name: title })).toBeVisible();
  expect(hits, 'nothing of the article ran').toBe(0);

  // By the list, a topic, and back to a sample.
  await app.getByRole('button', { name: 'Quay lại' }).click();
  await app.getByRole('link', { name: 'Xem tất cả tin' }).click();
  await app.getByRole('navigation', { name: 'Chủ đề' }).getByRole('link', { name: sample.topic }).click();
  await app.getByRole('link', { name: new RegExp(`^${sample.title.replace('?', '[?]')}.*Tin mẫu$`, 's') }).click();
  await expect(app.getByText(/không phải tin của tỉnh/)).toBeVisible();

  // The server is away and Zalo has ended the app: what was opened is there, and says from when.
  await phone.killApp();
  await stack.stopServer();
  const { appId } = await phone.control.ready();
  await phone.openLink(`https://zalo.me/s/${appId}${sample.path}`);
  await expect(app.getByText(/^Chưa có mạng\. Đây là bản đã lưu/)).toBeVisible({ timeout: 20_000 });
  await expect(app.getByRole('heading', { name: sample.heading })).toBeVisible();
  await stack.startServer();

  await officer(stack, 'news-withdraw', idIn(printed), '--note', 'Hết mưa');
  await phone.openLink(`https://zalo.me/s/${appId}/tin-tuc`);
  await expect(app.getByRole('heading', { level: 1, name: 'Tin tức' })).toBeVisible();
  await expect(app.getByText(sample.title).first()).toBeVisible();
  await expect(app.getByText(title)).toHaveCount(0);
});
