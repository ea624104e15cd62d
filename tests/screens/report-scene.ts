import { reportDesk, streetPhoto } from '../support/report.ts';
import { at, type Shot, type Stage } from './stage.ts';

async function writeReport({ page, open }: Stage): Promise<void> {
  await open('/phan-anh/gui');
  const buffer = await streetPhoto();
  await page.getByLabel('Chụp ảnh').setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('img', { name: 'Ảnh 1' }).waitFor();
  await page.getByRole('radio', { name: 'Đường sá' }).check();
  await page.getByRole('radio', { name: 'Mặt đường hư, ổ gà' }).check();
  await page.getByRole('textbox', { name: /Nói thêm/ }).fill('Ổ gà sâu, trời mưa không thấy.');
}

let code = '';

/** A report from the first photo to the result, and one that waits. */
export const reportShots: readonly Shot[] = [
  at('report-form', '/phan-anh/gui'),
  {
    name: 'report-form-missing',
    go: async ({ page, open }) => {
      await open('/phan-anh/gui');
      await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
    },
  },
  {
    name: 'report-form-map',
    go: async ({ page }) => {
      await page.getByRole('button', { name: 'Chọn trên bản đồ' }).click();
      await page.getByRole('application').waitFor();
    },
  },
  { name: 'report-form-filled', go: writeReport },
  {
    name: 'report-arrived',
    go: async (stage) => {
      await stage.page.getByRole('button', { name: 'Gửi phản ánh' }).click();
      const line = stage.page.getByText(/^Mã: PA-/);
      await line.waitFor();
      code = (await line.innerText()).replace('Mã: ', '').trim();
    },
  },
  {
    name: 'report-mine',
    go: async ({ page, open, stack }) => {
      const desk = reportDesk(stack);
      await desk.move(code, 'clarifying', 'Ổ gà ở chiều đi hay chiều về?');
      await open('/phan-anh/cua-toi');
      await page.getByRole('link', { name: /Ổ gà sâu/ }).waitFor();
    },
  },
  {
    name: 'report-clarify',
    go: async ({ page }) => {
      await page.getByRole('link', { name: /Ổ gà sâu/ }).click();
      await page.getByRole('textbox', { name: /Bạn trả lời/ }).waitFor();
    },
  },
  {
    name: 'report-addition-waiting',
    go: async ({ page, control, phoneId }) => {
      await control.setNetwork(phoneId, 'none');
      await page.getByRole('textbox', { name: /Bạn trả lời/ }).fill('Chiều đi về chợ, ngay trước cổng trường.');
      await page.getByRole('button', { name: 'Gửi câu trả lời' }).click();
      await page.getByText('Đang chờ mạng').waitFor();
    },
  },
  {
    name: 'report-addition-drop',
    go: ({ page }) => page.getByRole('button', { name: 'Xóa phần gửi thêm này' }).click(),
  },
  {
    name: 'report-resolved',
    go: async ({ page, stack, control, phoneId }) => {
      await page.getByRole('button', { name: 'Xóa phần gửi thêm này' }).click();
      await control.setNetwork(phoneId, '4g');
      const desk = reportDesk(stack);
      await desk.move(code, 'inProgress');
      const { id } = await desk.handInPhoto(code, await streetPhoto(7));
      await desk.move(code, 'resolved', 'Đội đường bộ đã vá xong sáng nay.');
      const before = (await desk.read(code)).files.find(({ role }) => role === 'before');
      const photos = [before?.id, id].flatMap((photo) => (photo === undefined ? [] : [{ id: photo, regions: [] }]));
      await desk.publish(code, { title: 'Ổ gà sâu gần ngã tư', words: 'Ổ gà sâu, trời mưa không thấy.', photos });
      await page.reload();
      await page.getByRole('button', { name: 'Chưa được xử lý' }).click();
    },
  },
  {
    name: 'report-waiting',
    go: async (stage) => {
      await writeReport(stage);
      await stage.control.setNetwork(stage.phoneId, 'none');
      await stage.page.getByRole('button', { name: 'Lưu, tự gửi khi có mạng' }).click();
      await stage.page.getByText('Đang chờ mạng').waitFor();
    },
  },
];

/** What everybody sees of it. */
export const publicReportShots: readonly Shot[] = [
  at('reports', '/phan-anh'),
  {
    name: 'report-public',
    go: async ({ page }) => {
      // Of the samples, so that it needs no other picture before it.
      await page.getByRole('link', { name: /nắp cống đã đậy lại/ }).click();
      await page.getByRole('heading', { level: 1, name: /nắp cống đã đậy lại/ }).waitFor();
    },
  },
  at('reports-map', '/phan-anh?xem=ban-do'),
  at('reports-empty', '/phan-anh?linh-vuc=khac'),
];
