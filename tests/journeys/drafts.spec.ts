import { changingProvince, type ChangingProvince } from '../../server/test/support/changing-province.ts';
import {
  beginBirthDossier,
  birthPages,
  BIRTH_PROCEDURE,
  choose,
  completeAddress,
  goOn,
} from '../support/birth-dossier.ts';
import { expect, test as base } from '../support/journey.ts';
import { officer } from '../support/officer.ts';
import type { Phone } from '../support/phone.ts';
import { formOf, procedureOf, province as ours, renamedCommune } from '../support/province.ts';
import { raiseToCitizen } from '../support/raise-level.ts';
import { startStack, type Stack } from '../support/stack.ts';

const CITIZEN = '072188000001';
const SUBMIT = `/ho-so/nop/${BIRTH_PROCEDURE}`;
const NAME = 'Họ, chữ đệm, tên của bé';
const { shortName } = procedureOf(BIRTH_PROCEDURE).guide;

/** A question the newer form no longer asks, and what had been answered. */
const asksForHospital = formOf(BIRTH_PROCEDURE).pages.some(({ fields }) =>
  fields.some(({ id }) => id === 'birthFacility'),
);
const dropped = asksForHospital
  ? { id: 'birthFacility', answer: 'Bệnh viện Đa khoa mẫu' }
  : { id: 'birthCommune', answer: renamedCommune.name };

/** The system over a copy of the province's files, which change here. */
const test = base.extend<object, { province: ChangingProvince; stack: Stack }>({
  province: [
    async ({ playwright: _playwright }, use) => {
      const province = await changingProvince(ours.id);
      await use(province);
      await province.remove();
    },
    { scope: 'worker' },
  ],
  stack: [
    async ({ province }, use) => {
      const stack = await startStack({ server: { PROVINCES_DIR: province.folder } });
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

const heading = ({ app }: Phone, name: string) => app.getByRole('heading', { level: 1, name });

async function savedOnServer({ app }: Phone): Promise<void> {
  await expect(app.getByText(/Đã lưu trên máy chủ lúc/)).toBeVisible();
}

/** A draft of a citizen, open at the page about the child. */
async function beginDraft(phone: Phone, stack: Stack): Promise<void> {
  const page = await phone.page.context().newPage();
  await raiseToCitizen(stack, phone.control, phone.person.id, page, CITIZEN);
  await page.close();
  await phone.openLink(`https://zalo.me/s/${(await phone.control.ready()).appId}${SUBMIT}`);
  await beginBirthDossier(phone);
  await completeAddress(phone.app);
  await choose(phone.app, 'Bạn là gì của bé?', 'Mẹ');
  await goOn(phone.app);
  await expect(heading(phone, 'Về bé')).toBeVisible();
}

test('typed, killed, gone on with on another phone: both versions are shown, nothing is overwritten; discarded with a word', async ({
  phone,
  anotherPhone,
  stack,
}) => {
  test.setTimeout(120_000);
  await beginDraft(phone, stack);
  await phone.app.getByLabel(NAME).fill('Nguyễn Ngọc Bảo An');
  await savedOnServer(phone);
  // Whoever answers the phone is told the step, and nothing of what was typed.
  const number = (await phone.app.getByText(/^\d{5} \d{5}$/).textContent()) ?? '';
  const seen = await officer(stack, 'draft', number);
  expect(seen).toContain('Đang ở:     Về bé');
  expect(seen).not.toContain('Bảo An');
  await phone.killApp();

  const second = await anotherPhone({ of: phone.person });
  await second.findApp();
  await second.app.getByRole('link', { name: new RegExp(`Làm tiếp: ${shortName}`) }).click();
  await expect(heading(second, 'Về bé')).toBeVisible();
  await expect(second.app.getByLabel(NAME)).toHaveValue('Nguyễn Ngọc Bảo An');

  await phone.findApp();
  await expect(phone.app.getByLabel(NAME)).toHaveValue('Nguyễn Ngọc Bảo An');
  await second.app.getByLabel(NAME).fill('Nguyễn Bình An');
  await savedOnServer(second);
  await phone.app.getByLabel(NAME).fill('Nguyễn Ngọc Bảo Anh');
  await expect(heading(phone, 'Bản nháp vừa được sửa ở máy khác')).toBeVisible();
  await expect(phone.app.getByText('Có 1 chỗ khác nhau.')).toBeVisible();
  for (const version of ['Nguyễn Ngọc Bảo Anh', 'Nguyễn Bình An']) {
    await expect(phone.app.getByText(version, { exact: true })).toBeVisible();
  }
  await phone.app.getByRole('button', { name: 'Dùng bản ở máy kia' }).click();
  await expect(phone.app.getByLabel(NAME)).toHaveValue('Nguyễn Bình An');

  // The other way round: mine over theirs, and theirs follows.
  await phone.app.getByLabel(NAME).fill('Nguyễn Bảo An');
  await savedOnServer(phone);
  await second.app.getByLabel(NAME).fill('Nguyễn Thị Bình An');
  await second.app.getByRole('button', { name: 'Giữ bản ở máy này' }).click();
  await savedOnServer(second);
  await phone.killApp();
  await phone.findApp();
  await expect(phone.app.getByLabel(NAME)).toHaveValue('Nguyễn Thị Bình An');

  await second.killApp();
  await second.findApp();
  await expect(second.app.getByLabel(NAME)).toHaveValue('Nguyễn Thị Bình An');
  await second.app.getByRole('button', { name: 'Quay lại' }).click();
  await second.app.getByRole('link', { name: 'Hồ sơ', exact: true }).click();
  await second.app.getByRole('button', { name: `Xóa bản nháp ${shortName}` }).click();
  await expect(second.app.getByRole('alert')).toContainText('Xóa bản nháp này? Phần đã ghi sẽ mất.');
  await second.app.getByRole('button', { name: 'Giữ lại' }).click();
  await second.app.getByRole('button', { name: `Xóa bản nháp ${shortName}` }).click();
  await second.app.getByRole('button', { name: 'Xóa bản nháp này' }).click();
  await expect(second.app.getByText('Bạn chưa nộp hồ sơ nào')).toBeVisible();
  // The phone that still has it open says what became of it, and that what is typed now is nowhere else.
  await phone.app.getByLabel(NAME).fill('Nguyễn Thị Bình');
  await expect(phone.app.getByText(/bản nháp này đã bị xóa ở máy khác/)).toBeVisible();
});

test('the form gets a newer version: answers move over, one without a place is shown until it is dropped', async ({
  phone,
  stack,
  province,
}) => {
  await beginDraft(phone, stack);
  await birthPages[1]?.fill(phone.app);
  await savedOnServer(phone);
  await phone.killApp();
  await province.publish(BIRTH_PROCEDURE, '2099-01-01.1', (form) => {
    for (const page of form.pages) {
      page.fields = page.fields.filter(({ id }) => id !== dropped.id);
      for (const field of page.fields) if (field.id === 'childName') field.id = 'childFullName';
    }
    form.migrates = [{ from: form.version, rename: { childName: 'childFullName' } }];
  });
  await stack.restartServer();

  await phone.findApp();
  await expect(phone.app.getByText('Tờ khai này vừa có bản mới')).toBeVisible({ timeout: 20_000 });
  await expect(phone.app.getByLabel(NAME)).toHaveValue('Nguyễn Ngọc Bảo An');
  const old = phone.app.getByRole('group').filter({ hasText: 'Câu trả lời cũ chưa xếp được vào tờ khai mới (1)' });
  await expect(old.getByText(dropped.answer)).toBeVisible();
  await savedOnServer(phone);

  await phone.killApp();
  await phone.findApp();
  await phone.app.getByText('Câu trả lời cũ chưa xếp được vào tờ khai mới (1)').click();
  await expect(phone.app.getByText(dropped.answer)).toBeVisible();
  await phone.app.getByRole('button', { name: /^Bỏ câu trả lời/ }).click();
  await expect(phone.app.getByText(dropped.answer)).toHaveCount(0);
  await phone.app.getByRole('button', { name: 'Lấy lại' }).click();
  await phone.app.getByRole('button', { name: /^Bỏ câu trả lời/ }).click();
  await savedOnServer(phone);
  await phone.killApp();
  await phone.findApp();
  await expect(phone.app.getByLabel(NAME)).toHaveValue('Nguyễn Ngọc Bảo An');
  await expect(phone.app.getByText(/Câu trả lời cũ/)).toHaveCount(0);
});
