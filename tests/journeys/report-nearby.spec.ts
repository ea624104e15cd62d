import { expect, test } from '../support/journey.ts';
import { raiseToContact } from '../support/raise-level.ts';
import { choosePothole, codeShown, openReportForm, reportDesk, takePhoto, writeWords } from '../support/report.ts';

test('somebody has reported this pothole: seen with its photo, followed instead, and told the result', async ({
  phone,
  anotherPhone,
  stack,
  control,
}) => {
  test.setTimeout(120_000);
  await raiseToContact(stack, control, phone.person.id);
  await openReportForm(phone);
  await takePhoto(phone);
  await choosePothole(phone);
  await writeWords(phone, 'Ổ gà');
  await phone.app.getByRole('button', { name: 'Gửi phản ánh' }).click();
  const code = await codeShown(phone);
  const desk = reportDesk(stack);
  await expect.poll(async () => (await desk.read(code)).files.map(({ state }) => state)).toEqual(['ready']);
  const { files } = await desk.read(code);
  await desk.publish(code, { title: 'Ổ gà ngã tư', photos: [{ id: files[0]?.id ?? '', regions: [] }] });

  const other = await anotherPhone();
  await raiseToContact(stack, control, other.person.id);
  await openReportForm(other);
  await takePhoto(other, 2);
  await choosePothole(other);
  await other.app.getByRole('button', { name: 'Gửi phản ánh' }).click();
  await expect(other.app.getByRole('heading', { level: 1, name: 'Chỗ này có người phản ánh rồi?' })).toBeVisible();
  await expect(other.app.getByText(/cách 0 m/)).toBeVisible();
  await expect(other.app.getByRole('img', { name: 'Ảnh: Ổ gà ngã tư' })).toBeVisible();
  await other.app.getByRole('button', { name: 'Theo dõi phản ánh này' }).click();
  await expect(other.app.getByText(/Bạn đang theo dõi phản ánh này/)).toBeVisible();
  await other.app.getByRole('link', { name: 'Phản ánh của tôi' }).click();
  const followed = other.app.getByRole('link', { name: /Ổ gà ngã tư/ });
  await expect(followed).toContainText('Bạn đang theo dõi');
  await desk.move(code, 'resolved', 'Đã vá xong.');
  await followed.click();
  await expect(other.app.getByText('Đã vá xong.')).toBeVisible();
  const { items } = await desk.all();
  expect(items.filter(({ words }) => words === 'Ổ gà' || words === '')).toHaveLength(1);
});
