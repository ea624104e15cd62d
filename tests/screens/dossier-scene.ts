import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import {
  addBirthNotice,
  beginBirthDossier,
  BIRTH_PROCEDURE,
  birthPages,
  choose,
  goOn,
  photographedPaper,
  send,
} from '../support/birth-dossier.ts';
import {
  afterwardsShots,
  asked,
  byOfficer,
  leaveLate,
  showLate,
  supplementShots,
  trackFromElsewhere,
} from './after-scene.ts';
import { at, type Shot, type Stage } from './stage.ts';

const SUBMIT = `/ho-so/nop/${BIRTH_PROCEDURE}`;
const isSubmission = (url: URL): boolean => url.pathname === '/dossiers';

const next = ({ app }: Stage) => goOn(app);
const untilPage = ({ app }: Stage, title: string) => app.getByRole('heading', { level: 1, name: title }).waitFor();

/** Fills the page that is open and goes on to the one named. */
async function fillAndGo(stage: Stage, page: number, to: string): Promise<void> {
  await birthPages[page]?.fill(stage.app);
  await next(stage);
  await untilPage(stage, to);
}

/** The form of a birth dossier, page by page, with what goes wrong on it. */
const form: Shot[] = [
  at('before-typing', SUBMIT),
  { name: 'form-applicant', go: beginBirthDossier },
  { name: 'form-child', go: (stage) => fillAndGo(stage, 0, 'Về bé') },
  { name: 'form-faults', go: (stage) => next(stage).then(() => stage.page.getByRole('alert').waitFor()) },
  {
    name: 'form-commune',
    go: async ({ app }) => {
      await choose(app, 'Bé sinh ở đâu?', 'Bệnh viện, trạm y tế');
      await app.getByRole('combobox', { name: 'Xã, phường nơi bé sinh' }).fill('tan');
      await app.getByRole('option', { name: /Tân/ }).first().waitFor();
    },
  },
  { name: 'form-child-filled', go: async ({ app }) => birthPages[1]?.fill(app) },
  { name: 'form-proof', go: (stage) => next(stage).then(() => untilPage(stage, 'Giấy tờ chứng minh việc sinh')) },
  { name: 'form-witnesses', go: ({ app }) => choose(app, 'Bạn có giấy nào?', 'Văn bản của người làm chứng') },
  { name: 'form-mother', go: (stage) => fillAndGo(stage, 2, 'Về mẹ') },
  {
    name: 'form-mother-again',
    go: async ({ app }) => {
      await choose(app, 'Có thông tin của mẹ?', 'Có');
      await app.getByRole('button', { name: 'Lấy lại, khỏi ghi lần nữa' }).first().waitFor();
    },
  },
  {
    name: 'form-mother-taken',
    go: ({ app }) => app.getByRole('button', { name: 'Lấy lại, khỏi ghi lần nữa' }).first().click(),
  },
  { name: 'form-father', go: (stage) => fillAndGo(stage, 3, 'Về cha') },
  { name: 'form-father-married', go: ({ app }) => choose(app, 'Cha mẹ bé đã đăng ký kết hôn?', 'Có') },
  { name: 'form-copies', go: (stage) => fillAndGo(stage, 4, 'Bản sao') },
  { name: 'form-copies-wanted', go: ({ app }) => choose(app, 'Bạn cần thêm bản sao giấy khai sinh?', 'Có') },
  {
    name: 'form-delivery',
    go: async (stage) => {
      await choose(stage.app, 'Bạn cần thêm bản sao giấy khai sinh?', 'Không');
      await fillAndGo(stage, 5, 'Nhận kết quả');
    },
  },
];

const papers: Shot[] = [
  { name: 'papers', go: (stage) => fillAndGo(stage, 6, 'Giấy tờ kèm theo') },
  { name: 'papers-missing', go: (stage) => next(stage).then(() => stage.page.getByRole('alert').first().waitFor()) },
  {
    name: 'papers-refused',
    go: async ({ app }) => {
      const file = { name: 'giay-chung-sinh.jpg', mimeType: 'image/jpeg', buffer: await readFile('index.html') };
      await app.getByLabel('Chọn ảnh, PDF: Giấy chứng sinh').setInputFiles(file);
      await app
        .getByText(/chưa đọc được|bị hỏng/)
        .first()
        .waitFor({ timeout: 20_000 });
    },
  },
  { name: 'papers-ready', go: addBirthNotice },
  {
    name: 'papers-pages',
    go: async ({ app }) => {
      const page = await photographedPaper(2);
      const blurred = await sharp(page).blur(9).jpeg().toBuffer();
      const files = [page, blurred].map((buffer, at) => ({
        name: `${String(at)}.jpg`,
        mimeType: 'image/jpeg',
        buffer,
      }));
      await app.getByLabel('Chọn ảnh, PDF: Giấy chứng sinh').setInputFiles(files);
      await app.getByText('Chưa gửi: ảnh mờ').waitFor({ timeout: 20_000 });
      await app.getByText('Xong: đã có trên máy chủ').nth(1).waitFor({ timeout: 20_000 });
    },
  },
  {
    name: 'papers-tidied',
    go: async ({ app }) => {
      await app.getByRole('button', { name: 'Xóa trang 3' }).click();
      await app.getByRole('button', { name: 'Xóa trang 2' }).click();
      await app.getByRole('button', { name: 'Xóa tệp này' }).click();
      await app.getByRole('heading', { level: 3, name: 'giay-chung-sinh.jpg' }).waitFor();
    },
  },
  {
    name: 'papers-remove',
    go: ({ app }) =>
      app
        .getByRole('button', { name: /^Xóa tệp/ })
        .last()
        .click(),
  },
];

const sending: Shot[] = [
  {
    name: 'review',
    go: async (stage) => {
      await stage.app.getByRole('button', { name: 'Giữ lại' }).click();
      await next(stage);
      await untilPage(stage, 'Xem lại và gửi');
    },
  },
  { name: 'review-undeclared', go: (stage) => send(stage).then(() => stage.page.getByRole('alert').waitFor()) },
  {
    name: 'review-declared',
    go: async ({ app }) => {
      await app.getByRole('checkbox', { name: /Tôi cam đoan/ }).check();
      await app.getByRole('checkbox', { name: /Tôi đồng ý/ }).check();
    },
  },
  {
    name: 'sending-offline',
    go: async (stage) => {
      await stage.control.setNetwork(stage.phoneId, 'none');
      await send(stage);
      await stage.page.getByText('Chưa có mạng nên hồ sơ chưa được gửi').waitFor();
    },
  },
  {
    name: 'sending-unknown',
    go: async (stage) => {
      await stage.control.setNetwork(stage.phoneId, '4g');
      await stage.page.route(isSubmission, async (route) => {
        if (route.request().method() !== 'POST') return route.fallback();
        await route.fetch();
        return route.abort('connectionreset');
      });
      await stage.page.getByRole('button', { name: 'Gửi lại' }).click();
      await stage.page.getByRole('button', { name: 'Kiểm tra' }).waitFor({ timeout: 40_000 });
    },
  },
  {
    name: 'receipt',
    go: async (stage) => {
      await stage.page.unroute(isSubmission);
      await stage.page.getByRole('button', { name: 'Kiểm tra' }).click();
      await untilPage(stage, 'Đã nhận hồ sơ');
      await stage.page.getByText('chữ ký đúng, biên nhận chưa bị sửa').waitFor();
    },
  },
];

const following: Shot[] = [
  {
    name: 'dossier-submitted',
    go: async (stage) => {
      await stage.page.getByRole('link', { name: 'Theo dõi hồ sơ' }).click();
      await untilPage(stage, 'Làm giấy khai sinh');
    },
  },
  {
    name: 'dossier-withdraw',
    go: ({ app }) => app.getByRole('button', { name: 'Rút hồ sơ', exact: true }).click(),
  },
  { name: 'tracking-found', go: trackFromElsewhere },
  { name: 'dossier-accepted', go: (stage) => byOfficer(stage, 'accept') },
  { name: 'dossier-late', go: showLate },
  { name: 'dossier-supplement', go: (stage) => leaveLate(stage).then(() => byOfficer(stage, 'supplement', ...asked)) },
  ...supplementShots,
  {
    name: 'dossiers',
    go: async (stage) => {
      await stage.open(SUBMIT);
      await beginBirthDossier(stage);
      await birthPages[0]?.fill(stage.app);
      await stage.page.getByText(/Đã lưu trên máy chủ lúc/).waitFor();
      await stage.open('/ho-so');
    },
  },
  {
    name: 'dossiers-delete',
    go: ({ app }) =>
      app
        .getByRole('button', { name: /^Xóa bản nháp/ })
        .first()
        .click(),
  },
  {
    name: 'dossiers-offline',
    go: async ({ open, control, phoneId }) => {
      await open('/ho-so');
      await control.setNetwork(phoneId, 'none');
    },
  },
  {
    name: 'home-waiting',
    go: async ({ page, settle, control, phoneId }) => {
      await control.setNetwork(phoneId, '4g');
      await settle();
      await page.getByRole('link', { name: 'Trang chủ' }).click();
      await page.getByRole('heading', { name: /^Cần bạn làm/ }).waitFor();
    },
  },
  at('draft-offered', SUBMIT),
  at('inbox', '/thong-bao'),
  at('digital-citizen-linked', '/cong-dan-so'),
  {
    name: 'digital-citizen-unlink',
    go: ({ app }) =>
      app
        .getByRole('button', { name: /^Gỡ liên kết/ })
        .first()
        .click(),
  },
  ...afterwardsShots,
  at('dossier-missing', '/ho-so/5d0c7b1e-0000-4000-8000-000000000009'),
];

/** A birth dossier from the first question to the message that asks for one more paper. */
export const dossierShots: readonly Shot[] = [...form, ...papers, ...sending, ...following];
