import { choose } from '../support/birth-dossier.ts';
import { at, type Shot } from './stage.ts';

/** Long names must fit on every screen that shows one. */
const FATHER = 'Tôn Thất Nguyễn Phúc Bảo Hoàng Thiên Vĩnh Cảnh';
const PROCEDURE = '1.004873';

/** Acting for another person, from nobody to a father whose form is open. */
export const actingShots: readonly Shot[] = [
  at('dossiers-empty', '/ho-so'),
  at('wallet-empty', '/giay-to'),
  at('document-missing', '/giay-to/5d0c7b1e-0000-4000-8000-000000000009'),
  at('supplement-none', '/ho-so/5d0c7b1e-0000-4000-8000-000000000009/bo-sung'),
  at('acting-nobody', '/lam-giup'),
  at('acting-add', '/lam-giup?them=1'),
  {
    name: 'acting-add-faults',
    go: async ({ app }) => {
      await app.getByRole('button', { name: 'Thêm người này' }).click();
      await app.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'acting-add-filled',
    go: async ({ app }) => {
      await choose(app, 'Người này là ai?', 'Cha hoặc mẹ');
      await app.getByLabel('Họ, chữ đệm, tên').fill(FATHER);
      const born = app.getByRole('group', { name: 'Ngày sinh' });
      await born.getByLabel('Ngày', { exact: true }).fill('2');
      await born.getByLabel('Tháng', { exact: true }).fill('11');
      await born.getByLabel('Năm', { exact: true }).fill('1941');
      await app.getByRole('checkbox', { name: /đã biết và đồng ý/ }).check();
    },
  },
  {
    name: 'acting',
    go: async ({ app }) => {
      await app.getByRole('button', { name: 'Thêm người này' }).click();
      await app.getByRole('heading', { name: FATHER }).waitFor();
    },
  },
  { name: 'acting-end', go: ({ app }) => app.getByRole('button', { name: /^Dừng làm giúp/ }).click() },
  at('acting-before-typing', `/ho-so/nop/${PROCEDURE}`),
  {
    name: 'acting-form',
    go: async ({ app }) => {
      await app.getByRole('radio', { name: FATHER }).check();
      await app.getByRole('button', { name: 'Bắt đầu ghi' }).click();
      await app.getByText(`Đang làm giúp: ${FATHER}`).waitFor();
    },
  },
  at('acting-dossiers', '/ho-so'),
];
