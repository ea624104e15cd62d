import { vietQr } from '../../contract/vietqr/index.ts';
import { goOn, pickCommune } from '../support/birth-dossier.ts';
import { officer } from '../support/officer.ts';
import { someCommune } from '../support/province.ts';
import { at, type Shot, type Stage } from './stage.ts';

const name = 'Bánh tráng phơi sương Sáu Ngon Trảng Bàng chợ Long Hoa';
let code = '';

const title = ({ page }: Stage, words: string) => page.getByRole('heading', { level: 1, name: words }).waitFor();

async function sendIt(stage: Stage): Promise<void> {
  const { page } = stage;
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Gửi đăng ký' }).click();
  await title(stage, name);
}

/** A shop from the first question to the public list. */
export const storeShots: readonly Shot[] = [
  at('store-mine-empty', '/cua-hang/dang-ky'),
  {
    name: 'store-owner',
    go: async (stage) => {
      await stage.page.getByRole('button', { name: 'Bắt đầu đăng ký' }).click();
      await title(stage, 'Chủ tiệm');
      await stage.page.getByLabel('Họ, chữ đệm, tên chủ tiệm').fill('Công Tằng Tôn Nữ Nguyễn Phúc Thị Sáu');
    },
  },
  {
    name: 'store-shop-missing',
    go: async (stage) => {
      await goOn(stage.page);
      await title(stage, 'Tiệm của bạn');
      await goOn(stage.page);
    },
  },
  {
    name: 'store-place',
    go: async (stage) => {
      const { page } = stage;
      await page.getByLabel('Tên tiệm').fill(name);
      await page.getByLabel('Nhóm hàng').selectOption({ label: 'Đặc sản địa phương' });
      await page.getByLabel('Bán những gì').fill('Bánh tráng, muối tôm');
      await goOn(page);
      await title(stage, 'Nơi bán');
    },
  },
  {
    name: 'store-account',
    go: async (stage) => {
      const { page, control, phoneId } = stage;
      await pickCommune(page, 'Xã, phường', someCommune);
      await page.getByLabel('Ấp, khu phố, số nhà').fill('Số 8, khu phố 3');
      await goOn(page);
      await title(stage, 'Tài khoản nhận tiền');
      const value = vietQr({ bin: '970405', accountNumber: '5710205001234' });
      await control.answer(phoneId, 'scan-qr', { kind: 'grant', value }, 1);
      await page.getByRole('button', { name: 'Quét mã QR ngân hàng của tiệm' }).click();
      await page.getByText(/^Đã ghi ngân hàng/).waitFor();
    },
  },
  {
    name: 'store-review',
    go: async (stage) => {
      await stage.page.getByLabel('Tên chủ tài khoản').fill('TRAN THI SAU');
      await goOn(stage.page);
      await title(stage, 'Xem lại và gửi');
    },
  },
  {
    name: 'store-sent',
    go: async (stage) => {
      await sendIt(stage);
      code = (await stage.page.getByText(/^Mã đăng ký: CH-/).innerText()).replace('Mã đăng ký: ', '').trim();
    },
  },
  {
    name: 'store-asked',
    go: async ({ page, stack }) => {
      await officer(stack, 'store-supplement', code, '--item', 'accountName: Tên không khớp với ngân hàng');
      await page.reload();
      await page.getByText('Tên không khớp với ngân hàng').waitFor();
    },
  },
  {
    name: 'store-approved',
    go: async (stage) => {
      await stage.page.getByRole('link', { name: 'Sửa và gửi lại' }).click();
      await title(stage, 'Tài khoản nhận tiền');
      await goOn(stage.page);
      await title(stage, 'Xem lại và gửi');
      await sendIt(stage);
      await officer(stage.stack, 'store-approve', code);
      await stage.page.reload();
      await stage.page.getByRole('link', { name: 'Xem tiệm như mọi người thấy' }).waitFor();
    },
  },
  {
    name: 'store-account-hidden',
    go: async ({ page }) => {
      await page.getByRole('button', { name: 'Không cho xem' }).click();
      await page.getByText(/^Tôi đồng ý để mọi người thấy/).waitFor();
    },
  },
  at('store-mine', '/cua-hang/dang-ky'),
  at('stores-found', '/cua-hang?q=banh+trang+sau'),
  at('stores-no-match', '/cua-hang?q=zzzqqq'),
];
