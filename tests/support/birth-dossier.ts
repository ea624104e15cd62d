import { expect, type FrameLocator } from '@playwright/test';
import sharp from 'sharp';

/** The mini app, framed by the phone or bare in a page of its own. */
type App = Pick<FrameLocator, 'getByRole' | 'getByLabel' | 'getByText'>;

/** Whatever shows the mini app. */
interface AppInHand {
  app: App;
}

/** A date the law allows whatever day the test runs. */
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

export const BIRTH_PROCEDURE = '1.001193';

/** A photographed paper: text-like stripes with noise, so that it weighs what a photo weighs. */
export function photographedPaper(seed = 1, { width = 1600, height = 1200 } = {}): Promise<Buffer> {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#f4f1ea',
      noise: { type: 'gaussian', mean: 120 + seed, sigma: 24 },
    },
  })
    .withExif({ IFD0: { Make: 'Sample', Model: `Phone ${String(seed)}` } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

export async function choose(app: App, question: string, answer: string): Promise<void> {
  await app.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check();
}

async function typeDate(app: App, question: string, [year, month, day]: [string, string, string]): Promise<void> {
  const group = app.getByRole('group', { name: question });
  await group.getByLabel('Ngày', { exact: true }).fill(day);
  await group.getByLabel('Tháng', { exact: true }).fill(month);
  await group.getByLabel('Năm', { exact: true }).fill(year);
}

export async function pickCommune(app: App, question: string, typed: string, commune: RegExp): Promise<void> {
  await app.getByRole('combobox', { name: question }).fill(typed);
  await app.getByRole('option', { name: commune }).click();
}

async function expectPage(app: App, title: string): Promise<void> {
  await expect(app.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

export async function goOn(app: App): Promise<void> {
  await app.getByRole('button', { name: 'Tiếp tục' }).click();
}

/** From the list of services to the first page of the form. */
export async function beginBirthDossier({ app }: AppInHand): Promise<void> {
  // The second name: the same citizen left a draft behind in an earlier journey.
  await app.getByRole('button', { name: /^Bắt đầu (ghi|hồ sơ mới)$/ }).click();
  await expectPage(app, 'Người đi đăng ký');
}

/** The pages of the form, each filled and left; the next one does not show before the one before was right. */
export const birthPages: { title: string; fill: (app: App) => Promise<void> }[] = [
  {
    title: 'Người đi đăng ký',
    fill: (app) => choose(app, 'Bạn là gì của bé?', 'Mẹ'),
  },
  {
    title: 'Về bé',
    fill: async (app) => {
      const [year = '', month = '', day = ''] = today.split('-');
      await app.getByLabel('Họ, chữ đệm, tên của bé').fill('Nguyễn Ngọc Bảo An');
      await typeDate(app, 'Ngày sinh', [year, month, day]);
      await choose(app, 'Giới tính', 'Nữ');
      await app.getByLabel('Dân tộc').selectOption({ label: 'Kinh' });
      await choose(app, 'Bé sinh ở đâu?', 'Bệnh viện, trạm y tế');
      await app.getByLabel('Tên bệnh viện, trạm y tế').fill('Bệnh viện Đa khoa mẫu');
      await pickCommune(app, 'Xã, phường nơi bé sinh', 'tan khanh', /Phường Khánh Hậu/);
      await pickCommune(app, 'Quê quán của bé', 'tan bien', /Xã Tân Biên/);
    },
  },
  {
    title: 'Giấy tờ chứng minh việc sinh',
    fill: (app) => choose(app, 'Bạn có giấy nào?', 'Giấy chứng sinh'),
  },
  {
    title: 'Về mẹ',
    fill: async (app) => {
      await app.getByLabel('Họ, chữ đệm, tên mẹ').fill('Nguyễn Thị Ánh');
      await app.getByLabel('Số định danh cá nhân của mẹ').fill('072188000001');
      await typeDate(app, 'Ngày sinh của mẹ', ['1988', '3', '12']);
      await app.getByLabel('Dân tộc').selectOption({ label: 'Kinh' });
      await pickCommune(app, 'Xã, phường', 'tan bien', /Xã Tân Biên/);
      await app.getByLabel('Ấp, khu phố, số nhà').fill('Ấp mẫu, số 1');
    },
  },
  { title: 'Về cha', fill: (app) => choose(app, 'Cha mẹ bé đã đăng ký kết hôn?', 'Không') },
  { title: 'Bản sao', fill: () => Promise.resolve() },
  {
    title: 'Nhận kết quả',
    fill: (app) => choose(app, 'Bạn muốn nhận giấy khai sinh thế nào?', 'Bản điện tử trong ứng dụng'),
  },
];

/** Fills the pages from `from` on, up to the papers. */
export async function fillBirthPages({ app }: AppInHand, from = 0): Promise<void> {
  for (const { title, fill } of birthPages.slice(from)) {
    await expectPage(app, title);
    await fill(app);
    await goOn(app);
  }
  await expectPage(app, 'Giấy tờ kèm theo');
}

/** Photographs the birth notice and waits until the server has checked it. */
export async function addBirthNotice({ app }: AppInHand, photo?: Buffer): Promise<void> {
  await app.getByLabel('Chọn ảnh, PDF: Giấy chứng sinh').setInputFiles({
    name: 'giay-chung-sinh.jpg',
    mimeType: 'image/jpeg',
    buffer: photo ?? (await photographedPaper()),
  });
  await expect(app.getByText('Xong: đã có trên máy chủ')).toBeVisible({ timeout: 30_000 });
}

/** From the papers to the review, with both statements ticked. */
export async function reviewAndDeclare({ app }: AppInHand): Promise<void> {
  await goOn(app);
  await expectPage(app, 'Xem lại và gửi');
  await app.getByRole('checkbox', { name: /Tôi cam đoan/ }).check();
  await app.getByRole('checkbox', { name: /Tôi đồng ý/ }).check();
}

export async function send({ app }: AppInHand): Promise<void> {
  await app.getByRole('button', { name: 'Gửi hồ sơ' }).click();
}
