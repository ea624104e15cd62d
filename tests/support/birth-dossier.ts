import { expect, type FrameLocator } from '@playwright/test';
import sharp from 'sharp';
import { formOf, renamedCommune, someCommune, type PickedCommune } from './province.ts';

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

/** Chooses one of the province's communes by what is typed of its name, new or gone. */
export async function pickCommune(app: App, question: string, { name, typed }: PickedCommune): Promise<void> {
  await app.getByRole('combobox', { name: question }).fill(typed);
  await app.getByRole('option', { name: new RegExp(name) }).click();
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
  await expectPage(app, birthPages[0]?.title ?? '');
}

/** An address the provincial ID did not give, or gave with a commune of elsewhere. */
export async function completeAddress(app: App): Promise<void> {
  await expect(app.getByLabel('Họ, chữ đệm, tên của bạn')).toHaveValue(/./);
  if ((await app.getByRole('combobox', { name: 'Xã, phường' }).inputValue()) !== '') return;
  await pickCommune(app, 'Xã, phường', someCommune);
  await app.getByLabel('Ấp, khu phố, số nhà').fill('Ấp mẫu, số 1');
}

/** What is answered to a question of the form, by its id: provinces ask different ones, in an order of their own. */
const answers: Record<string, (app: App, label: string) => Promise<unknown>> = {
  requesterAddress: completeAddress,
  filingAs: (app, label) => choose(app, label, 'Mẹ'),
  childName: (app, label) => app.getByLabel(label).fill('Nguyễn Ngọc Bảo An'),
  childDob: (app, label) => {
    const [year = '', month = '', day = ''] = today.split('-');
    return typeDate(app, label, [year, month, day]);
  },
  childGender: (app, label) => choose(app, label, 'Nữ'),
  childEthnic: (app, label) => app.getByLabel(label).selectOption({ label: 'Kinh' }),
  birthPlaceKind: (app, label) => choose(app, label, 'Bệnh viện, trạm y tế'),
  birthFacility: (app, label) => app.getByLabel(label).fill('Bệnh viện Đa khoa mẫu'),
  birthCommune: (app, label) => pickCommune(app, label, renamedCommune),
  hometown: (app, label) => pickCommune(app, label, someCommune),
  birthProof: (app, label) => choose(app, label, 'Giấy chứng sinh'),
  motherName: (app, label) => app.getByLabel(label).fill('Nguyễn Thị Ánh'),
  motherId: (app, label) => app.getByLabel(label).fill('072188000001'),
  motherDob: (app, label) => typeDate(app, label, ['1988', '3', '12']),
  motherEthnic: (app, label) => app.getByLabel(label).selectOption({ label: 'Kinh' }),
  motherAddress: async (app) => {
    await pickCommune(app, 'Xã, phường', someCommune);
    await app.getByLabel('Ấp, khu phố, số nhà').fill('Ấp mẫu, số 1');
  },
  parentsMarried: (app, label) => choose(app, label, 'Không'),
  delivery: (app, label) => choose(app, label, 'Bản điện tử trong ứng dụng'),
};

const form = formOf(BIRTH_PROCEDURE);

/** The pages of the province's form, each filled and left; the next one does not show before the one before was right. */
export const birthPages = form.pages.map(({ title, fields }) => ({
  title,
  fill: async (app: App): Promise<void> => {
    for (const { id, label } of fields) await answers[id]?.(app, label);
  },
}));

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

/** From the papers to the review, with every statement ticked. */
export async function reviewAndDeclare({ app }: AppInHand): Promise<void> {
  await goOn(app);
  await expectPage(app, 'Xem lại và gửi');
  for (const { label } of form.declaration) await app.getByRole('checkbox', { name: label }).check();
}

export async function send({ app }: AppInHand): Promise<void> {
  await app.getByRole('button', { name: 'Gửi hồ sơ' }).click();
}
