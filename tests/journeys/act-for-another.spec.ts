import { choose, completeAddress, goOn } from '../support/birth-dossier.ts';
import { expect, test } from '../support/journey.ts';
import { procedureForAnother } from '../support/province.ts';
import { needed } from '../support/province-samples.ts';
import { raiseToCitizen } from '../support/raise-level.ts';

const CITIZEN = '072188000001';
const FATHER = { name: 'Trần Văn Bình', day: '2', month: '11', year: '1961', number: '072061000002' };
const NAME = 'Họ, chữ đệm, tên';
const NUMBER = 'Số định danh cá nhân';

/** The form of a procedure that is asked for in another's name: its pages, and how one says so. */
function inAnothersName() {
  const { code, form } = needed(procedureForAnother, 'procedure that is asked for in the name of somebody else');
  const about = needed(
    form.pages.find((page) => page.about === 'subject'),
    'page about that person',
  );
  const { field, value } = about.when as { field: string; value: string };
  const asked = form.pages.flatMap(({ fields }) => fields).find(({ id }) => id === field);
  const label = (type: string): string => about.fields.find((one) => one.type === type)?.label ?? '';
  return {
    code,
    firstPage: form.pages[0]?.title ?? '',
    question: asked?.label ?? '',
    answer: asked?.options?.find((option) => option.value === value)?.label ?? '',
    page: { title: about.title, name: label('personName'), number: label('idNumber') },
  };
}

test('a daughter acts for her father: agreed to, begun for him, nothing of him in what she begins for herself', async ({
  phone,
  stack,
}) => {
  test.setTimeout(120_000);
  const form = inAnothersName();
  const { app } = phone;
  const page = await phone.page.context().newPage();
  await raiseToCitizen(stack, phone.control, phone.person.id, page, CITIZEN);
  await page.close();
  const { appId } = await phone.control.ready();
  const link = `https://zalo.me/s/${appId}/ho-so/nop/${form.code}`;
  await phone.openLink(link);

  await expect(app.getByRole('radio', { name: 'Cho tôi' })).toBeChecked();
  await app.getByRole('link', { name: 'Thêm người tôi làm giúp' }).click();
  await choose(app, 'Người này là ai?', 'Cha hoặc mẹ');
  await app.getByLabel(NAME).fill(FATHER.name);
  const born = app.getByRole('group', { name: 'Ngày sinh' });
  await born.getByLabel('Ngày', { exact: true }).fill(FATHER.day);
  await born.getByLabel('Tháng', { exact: true }).fill(FATHER.month);
  await born.getByLabel('Năm', { exact: true }).fill(FATHER.year);
  await app.getByLabel(NUMBER).fill(FATHER.number);
  await app.getByRole('button', { name: 'Thêm người này' }).click();
  await expect(app.getByText(/Đánh dấu vào lời cam đoan thì mới thêm được/)).toBeVisible();
  await app.getByRole('checkbox', { name: /đã biết và đồng ý để tôi nộp hồ sơ thay/ }).check();
  await app.getByRole('button', { name: 'Thêm người này' }).click();

  await expect(app.getByRole('radio', { name: new RegExp(FATHER.name) })).toBeChecked();
  await app.getByRole('button', { name: 'Bắt đầu ghi' }).click();
  const reminder = app.getByText(`Đang làm giúp: ${FATHER.name}`);
  await expect(app.getByRole('heading', { level: 1, name: form.firstPage })).toBeVisible();
  await expect(reminder).toBeVisible();
  await completeAddress(app);
  await goOn(app);
  await expect(app.getByRole('heading', { level: 1, name: form.page.title })).toBeVisible();
  await expect(reminder).toBeVisible();
  await expect(app.getByLabel(form.page.name)).toHaveValue(FATHER.name);
  await expect(app.getByLabel(form.page.number)).toHaveValue(FATHER.number);
  await expect(app.getByText(/Đã lưu trên máy chủ lúc/)).toBeVisible();

  await phone.killApp();
  await phone.openLink(link);
  await expect(app.getByRole('radio', { name: 'Cho tôi' })).toBeChecked();
  await app.getByRole('button', { name: 'Bắt đầu ghi' }).click();
  await expect(app.getByRole('heading', { level: 1, name: form.firstPage })).toBeVisible();
  await expect(app.getByText(/Đang làm giúp/)).toHaveCount(0);
  await completeAddress(app);
  await choose(app, form.question, form.answer);
  await goOn(app);
  await expect(app.getByRole('heading', { level: 1, name: form.page.title })).toBeVisible();
  await expect(app.getByLabel(form.page.name)).toHaveValue('');
  await expect(app.getByLabel(form.page.number)).toHaveValue('');
  await expect(app.getByText(FATHER.name)).toHaveCount(0);
  await expect(app.getByText(/Đã lưu trên máy chủ lúc/)).toBeVisible();

  await phone.killApp();
  await phone.openLink(`https://zalo.me/s/${appId}/ho-so`);
  await expect(app.getByRole('list', { name: `Đang làm giúp: ${FATHER.name}` })).toBeVisible();
  await expect(app.getByRole('list', { name: 'Của tôi' })).toBeVisible();
  await app.getByRole('link', { name: /Làm giúp người khác/ }).click();
  await app.getByRole('button', { name: `Dừng làm giúp ${FATHER.name}` }).click();
  await app.getByRole('button', { name: `Dừng làm giúp ${FATHER.name}` }).click();
  await expect(app.getByText('Bạn chưa làm giúp ai.')).toBeVisible();
});
