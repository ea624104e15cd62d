import sharp from 'sharp';
import { expect, test } from '../support/journey.ts';
import { officer } from '../support/officer.ts';
import { someCommune, withoutMarks } from '../support/province.ts';
import { answered, needed } from '../support/province-samples.ts';
import { photographedPaper } from '../support/birth-dossier.ts';
import { raiseToContact } from '../support/raise-level.ts';
import { partsBeingWritten } from '../support/report.ts';

test('asked, kept through a kill, answered, rated, published masked and found by another person', async ({
  phone,
  anotherPhone,
  stack,
}) => {
  test.setTimeout(90_000);
  const sample = needed(answered, 'answered question');
  /** Nearly what somebody asked before. */
  const wanted = `${sample.title.replace(/ ở .*|[?]/, '')} cho con`;
  const title = `${wanted} ở đâu?`;
  const { app } = phone;
  await raiseToContact(stack, phone.control, phone.person.id);
  const { appId } = await phone.control.ready();
  const ask = `https://zalo.me/s/${appId}/hoi-dap/gui`;
  await phone.openLink(ask);
  await app.getByLabel('Câu hỏi, ghi ngắn').fill(title);
  // Somebody asked nearly this before.
  await expect(app.getByRole('list', { name: 'Có thể đã có câu trả lời' })).toContainText(sample.title);
  await app.getByRole('radio', { name: new RegExp(`^${sample.field}`) }).check();
  await app.getByLabel('Kể rõ hơn').fill('Tôi là Nguyễn Thị Hạnh, số 0987654321. Con tôi sinh ở xã khác, nộp ở đâu?');
  await app.getByRole('checkbox').check();
  await app.getByLabel('Chọn ảnh, PDF', { exact: true }).setInputFiles({
    name: 'giay-bao.jpg',
    mimeType: 'image/jpeg',
    buffer: await photographedPaper(2),
  });
  await expect(app.getByText('Xong: đã có trên máy chủ')).toBeVisible({ timeout: 30_000 });
  await expect(app.getByText(/Đã lưu trên máy chủ lúc/)).toBeVisible();

  await phone.killApp();
  await phone.openLink(ask);
  await expect(app.getByLabel('Câu hỏi, ghi ngắn')).toHaveValue(title);
  await expect(app.getByText('Xong: đã có trên máy chủ')).toBeVisible();
  await app.getByRole('button', { name: 'Gửi câu hỏi' }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Đã gửi câu hỏi' })).toBeVisible();
  const [code = ''] = /HD-[0-9A-Z]{8}/.exec((await app.getByRole('status').first().textContent()) ?? '') ?? [];
  await app.getByRole('link', { name: 'Xem câu hỏi này' }).click();
  await expect(app.getByText('Chờ trả lời')).toBeVisible();
  await expect(app.getByRole('heading', { name: 'Đã gửi kèm' })).toBeVisible();

  const saved = test.info().outputPath('giay.jpg');
  const [, fileId = ''] = /Gửi kèm: +(\S+)/.exec(await officer(stack, 'question', code, '--purpose', 'Trả lời')) ?? [];
  expect(await officer(stack, 'question-file', code, fileId, '--purpose', 'Trả lời', '--out', saved)).toContain(
    'Đã lưu',
  );
  expect((await sharp(saved).metadata()).format).toBe('jpeg');

  const openMine = async (): Promise<void> => {
    await phone.killApp();
    await phone.openLink(`https://zalo.me/s/${appId}/hoi-dap/cua-toi`);
    await app.getByRole('link', { name: new RegExp(wanted) }).click();
  };
  await officer(stack, 'clarify', code, '--text', 'Con của bạn sinh ở xã nào?');
  await openMine();
  await expect(app.getByText('Con của bạn sinh ở xã nào?')).toBeVisible();
  await app.getByLabel('Điều cơ quan hỏi thêm').fill(someCommune.name);
  await expect.poll(() => partsBeingWritten(phone, 'question-clarification')).toBe(1);
  await openMine();
  await expect(app.getByLabel('Điều cơ quan hỏi thêm')).toHaveValue(someCommune.name);
  await app.getByRole('button', { name: 'Gửi thêm' }).click();
  await expect(app.getByText('Chờ trả lời')).toBeVisible();
  await expect.poll(() => partsBeingWritten(phone, 'question-clarification')).toBe(0);

  await officer(stack, 'answer', code, '--by', sample.authority, '--text', 'Nộp ở phường nơi bạn đang ở.');
  const proposed = await officer(stack, 'publish', code);
  expect(proposed).toContain('CHƯA ĐĂNG');
  for (const leak of ['Hạnh', '0987654321']) expect(proposed).not.toContain(leak);
  await officer(stack, 'publish', code, '--confirm', 'đúng');

  await openMine();
  await expect(app.getByText('Nộp ở phường nơi bạn đang ở.')).toBeVisible();
  await app.getByRole('radio', { name: /^Rất rõ/ }).check();
  await app.getByRole('button', { name: 'Gửi đánh giá' }).click();
  await expect(app.getByText('Đã ghi đánh giá của bạn.')).toBeVisible();

  const other = await anotherPhone();
  await other.openLink(`https://zalo.me/s/${appId}/hoi-dap`);
  await other.app.getByLabel('Tìm câu đã trả lời').fill(withoutMarks(wanted));
  await other.app.getByRole('link', { name: new RegExp(wanted) }).click();
  await expect(other.app.getByRole('heading', { name: `${sample.authority} trả lời` })).toBeVisible();
  await expect(other.app.getByText('Hạnh')).toHaveCount(0);
  await expect(other.app.getByText('0987654321')).toHaveCount(0);
});
