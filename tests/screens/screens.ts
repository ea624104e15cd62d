import { randomBytes } from 'node:crypto';
import { beginLinking, logInInBrowser, raiseToContact } from '../support/raise-level.ts';
import { actingShots } from './acting-scene.ts';
import { dossierShots } from './dossier-scene.ts';
import { draftShots } from './draft-scene.ts';
import { paymentShots } from './payment-scene.ts';
import { publicReportShots, reportShots } from './report-scene.ts';
import { storeShots } from './store-scene.ts';
import { at, type Scene, type Shot, type Stage } from './stage.ts';

const GUIDE = '/thu-tuc/1.001193';

/** The server has a bad day: every question about this part of it is answered 503. */
async function breakServer({ page, stack }: Stage, path: string): Promise<void> {
  await page.route(
    (url) => url.origin === stack.serverUrl && url.pathname.startsWith(path),
    (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        headers: { 'access-control-allow-origin': '*', 'x-request-id': randomBytes(4).toString('hex') },
        body: JSON.stringify({ type: 'about:blank', title: 'busy', status: 503, code: 'unavailable' }),
      }),
  );
}

const mend = ({ page }: Stage): Promise<void> => page.unrouteAll({ behavior: 'ignoreErrors' });

/** What anybody sees. */
const reading: Shot[] = [
  at('home', '/'),
  { name: 'home-offline', go: ({ control, phoneId }) => control.setNetwork(phoneId, 'none') },
  {
    name: 'procedures',
    go: async ({ control, phoneId, open }) => {
      await control.setNetwork(phoneId, '4g');
      await open('/thu-tuc');
    },
  },
  at('search', '/tim-kiem?q=khai+sinh'),
  at('search-begin', '/tim-kiem'),
  at('search-no-match', '/tim-kiem?q=zzzqqq'),
  at('directory', '/tien-ich/health'),
  at('directory-hotlines', '/tien-ich/hotline'),
  at('directory-place', '/tien-ich/tourism/nui-ba-den'),
  at('authorities', '/co-quan'),
  at('authorities-split', '/co-quan?q=suoi+da'),
  at('authority', '/co-quan/25480'),
  at('procedure', GUIDE),
  { name: 'procedure-offline', go: ({ control, phoneId }) => control.setNetwork(phoneId, 'none') },
  {
    name: 'procedure-copy',
    go: async ({ control, phoneId, open }) => {
      await control.setNetwork(phoneId, '4g');
      await open('/thu-tuc/2.000635');
    },
  },
  at('procedure-unknown', '/thu-tuc/9.999999'),
  {
    name: 'procedures-loading',
    go: async (stage) => {
      await stage.page.route('**/procedures**', () => undefined);
      await stage.page.goto(stage.page.url().replace(/thu-tuc\/9.999999/, 'thu-tuc'));
      await stage.page.getByText('Lâu hơn thường lệ.').waitFor();
    },
  },
  {
    name: 'procedures-error',
    go: async (stage) => {
      await mend(stage);
      await breakServer(stage, '/procedures');
      await stage.open('/thu-tuc');
      await stage.page.getByRole('alert').waitFor();
    },
  },
  { name: 'settings', go: (stage) => mend(stage).then(() => stage.open('/cai-dat')) },
  at('about', '/gioi-thieu'),
  at('terms', '/dieu-khoan'),
  at('numbers', '/so-lieu'),
  at('digital-citizen', '/cong-dan-so'),
  at('unknown-path', '/khong-co-trang-nay'),
  at('tracking', '/tra-cuu'),
  { name: 'tracking-faults', go: ({ app }) => app.getByRole('button', { name: 'Tra cứu', exact: true }).click() },
  {
    name: 'tracking-not-found',
    go: async ({ app }) => {
      await app.getByLabel('Mã hồ sơ').fill('000.00.00.H53-261123-0042');
      await app.getByLabel('4 số cuối').fill('4821');
      await app.getByRole('button', { name: 'Tra cứu', exact: true }).click();
      await app.getByText(/^Không tìm thấy hồ sơ/).waitFor();
    },
  },
  at('news', '/tin-tuc'),
  at('article', '/tin-tuc/dua-tre-di-tiem-mang-theo-nhung-gi-90a7c1e0'),
  at('radio', '/phat-thanh'),
  at('tv', '/truyen-hinh'),
  {
    name: 'tv-playing',
    go: async ({ app }) => {
      await app.getByText('Lịch phát hôm nay').click();
      await app.getByRole('button', { name: /^Xem,/ }).click();
      await app.getByText('Đang phát trực tiếp').waitFor();
    },
  },
  {
    name: 'playing-elsewhere',
    go: async ({ app }) => {
      await app.getByRole('link', { name: 'Phát thanh' }).click();
      await app.getByRole('button', { name: 'Quay lại' }).click();
      await app.getByRole('button', { name: 'Quay lại' }).click();
      await app.getByRole('region', { name: 'Đang phát' }).waitFor();
    },
  },
  at('stores', '/cua-hang'),
  at('stores-map', '/cua-hang?xem=ban-do'),
  at('stores-of-commune', '/cua-hang?xa=25459'),
  at('store', '/cua-hang?xem=5a3b1e00-0000-4000-8000-000000000001'),
  at('questions', '/hoi-dap'),
  at('questions-found', '/hoi-dap?q=khai+sinh'),
  at('question', '/hoi-dap/5e0f1a10-0000-4000-8000-000000000001'),
  at('step-up', '/ho-so'),
  {
    name: 'step-up-refused',
    go: async ({ page, control, phoneId }) => {
      await control.answer(phoneId, 'authorize', 'deny', 1);
      await page.getByRole('button', { name: 'Cho số điện thoại' }).click();
      await page.getByText('Bạn chưa cho số điện thoại').waitFor();
    },
  },
];

/** What a Zalo account with its number sees on the way to the provincial ID and back. */
const linking: Shot[] = [
  at('inbox-empty', '/thong-bao'),
  at('notice-choices', '/thong-bao/lua-chon'),
  at('privacy', '/quyen-rieng-tu'),
  {
    name: 'privacy-before-deleting',
    go: ({ app }) => app.getByRole('button', { name: 'Xem trước khi xóa' }).click(),
  },
  at('privacy-deleted', '/quyen-rieng-tu/da-xoa'),
  at('my-questions-empty', '/hoi-dap/cua-toi'),
  at('ask', '/hoi-dap/gui'),
  {
    name: 'ask-throw-away',
    go: async ({ app }) => {
      await app.getByLabel('Kể rõ hơn').fill('Con tôi sinh ở xã khác.');
      await app.getByText(/^Đã lưu trên máy chủ lúc/).waitFor();
      await app.getByRole('button', { name: 'Xóa câu đang ghi' }).click();
    },
  },
  {
    name: 'ask-sent',
    go: async ({ app }) => {
      await app.getByLabel('Câu hỏi, ghi ngắn').fill('Xin bản sao khai sinh cho con ở đâu?');
      await app.getByRole('radio', { name: /^Hộ tịch, giấy tờ/ }).check();
      await app.getByLabel('Kể rõ hơn').fill('Con tôi sinh ở xã khác, nay nhà tôi ở phường Tân Ninh.');
      await app.getByRole('button', { name: 'Gửi câu hỏi' }).click();
      await app.getByRole('heading', { name: 'Đã gửi câu hỏi' }).waitFor();
    },
  },
  {
    name: 'my-question',
    go: async ({ app, settle }) => {
      await app.getByRole('link', { name: 'Xem câu hỏi này' }).click();
      await app.getByText('Chờ trả lời').waitFor();
      await settle();
    },
  },
  at('my-questions', '/hoi-dap/cua-toi'),
  at('appointments-empty', '/dat-lich'),
  at('book-office', '/dat-lich/moi'),
  at('book-day', '/dat-lich/moi?co-quan=hcc-tan-ninh&viec=chung-thuc'),
  {
    name: 'book-time',
    go: ({ app }) => app.getByRole('list', { name: 'Ngày nào?' }).getByRole('button').nth(2).click(),
  },
  {
    name: 'ticket',
    go: async ({ app, settle }) => {
      await app.getByRole('radio', { name: /^09:00/ }).check();
      await app.getByRole('button', { name: 'Đặt lịch 09:00' }).click();
      await app.getByRole('heading', { name: 'Phiếu hẹn' }).waitFor();
      await settle();
    },
  },
  { name: 'ticket-move', go: ({ app }) => app.getByRole('link', { name: 'Đổi giờ' }).click() },
  at('digital-citizen-contact', '/cong-dan-so'),
  at('step-up-citizen', '/ho-so'),
  {
    name: 'step-up-citizen-failed',
    go: async (stage) => {
      await breakServer(stage, '/identity');
      await stage.page.getByRole('button', { name: /^Liên kết/ }).click();
      await stage.page.getByRole('alert').waitFor();
    },
  },
  { name: 'link-not-linked', go: (stage) => mend(stage).then(() => stage.open('/lien-ket?ket-qua=chua-lien-ket')) },
  {
    name: 'link-foreign',
    go: async (stage) => {
      const attacker = await stage.control.createPerson({ name: 'Người lạ' });
      const token = await raiseToContact(stage.stack, stage.control, attacker.id);
      const { url } = await beginLinking(stage.stack, token);
      const elsewhere = await stage.page.context().newPage();
      const back = await logInInBrowser(elsewhere, url, '072301000003');
      await elsewhere.close();
      await stage.open(`/lien-ket${back.search}`);
      await stage.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'link-failed',
    go: async (stage) => {
      await breakServer(stage, '/identity');
      await stage.open(`/lien-ket?ma=${randomBytes(32).toString('base64url')}`);
    },
  },
];

/** From now on the page is an ordinary browser: without native's bridge, and not calling itself Zalo. */
async function leaveZalo({ page }: Stage): Promise<void> {
  // As text: a compiled function would look for its compiler's helpers in the page.
  const content = `
    Object.defineProperty(window, 'ZaloJavaScriptInterface', { get() {}, set() {} });
    Object.defineProperty(navigator, 'userAgent', { get: () => 'Mozilla/5.0 (Windows NT 10.0) Chrome/142.0.0.0' });`;
  await page.addInitScript({ content });
}

const outsideZalo: Shot[] = [
  {
    name: 'home-outside-zalo',
    go: async (stage) => {
      await leaveZalo(stage);
      await stage.open('/');
      await stage.app.getByRole('img', { name: /^Mã QR/ }).waitFor();
    },
  },
  at('gate-outside-zalo', '/ho-so'),
];

/** Every screen `npm run screens` takes pictures of. A new screen is one more line. */
export const scenes: readonly Scene[] = [
  { viewer: 'visitor', shots: reading },
  { viewer: 'contact', shots: linking },
  { viewer: 'citizen', citizen: '072195000007', shots: actingShots },
  { viewer: 'contact', shots: storeShots },
  { viewer: 'contact', shots: reportShots },
  { viewer: 'contact', shots: paymentShots },
  { viewer: 'visitor', shots: publicReportShots },
  { viewer: 'citizen', citizen: '072188000001', shots: dossierShots },
  { viewer: 'citizen', citizen: '080075000004', shots: draftShots },
  {
    viewer: 'visitor',
    zaloIsDead: true,
    shots: [
      {
        name: 'home-unrecognised',
        go: (stage) => stage.open('/').then(() => stage.page.getByRole('button', { name: /^Thử lại/ }).waitFor()),
      },
    ],
  },
  { viewer: 'visitor', shots: outsideZalo },
];
