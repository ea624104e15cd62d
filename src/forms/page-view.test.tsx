import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { setClock } from '#lib/clock';
import { communeIndex, type CommuneIndex } from './communes';
import { FormPageView, useAnswers, useFilling, type Filling } from './index';
import procedure from '../../provinces/tay-ninh/procedures/1.001193.json';

const form = procedure.form as unknown as FormDefinition;
let communes: CommuneIndex;
let filling: Filling;
let answers: Answers;

function Page({ id, start, prefilled }: { id: string; start: Answers; prefilled: readonly string[] }) {
  filling = useFilling({ form, communes, answers: start, prefilled });
  answers = useAnswers(filling);
  const page = form.pages.find((one) => one.id === id);
  if (page === undefined) throw new Error(`no page ${id}`);
  return (
    <>
      <FormPageView filling={filling} page={page} />
      <button type="button" onClick={() => filling.check(page)}>
        Tiếp tục
      </button>
    </>
  );
}

const open = (id: string, start: Answers = {}, prefilled: readonly string[] = []) =>
  render(<Page id={id} start={start} prefilled={prefilled} />);
const goOn = () => userEvent.click(screen.getByRole('button', { name: 'Tiếp tục' }));

beforeAll(async () => {
  communes = await communeIndex();
  Element.prototype.scrollIntoView = () => undefined;
});
beforeEach(() => setClock({ now: () => new Date('2026-11-23T03:00:00Z') }));

describe('a page of a form', () => {
  test('checks nothing before the person asks to go on; then says everything, and takes focus', async () => {
    open('be');
    await userEvent.type(screen.getByLabelText('Họ, chữ đệm, tên của bé'), '123');
    await userEvent.tab();
    expect(screen.queryByRole('alert')).toBeNull();
    await goOn();
    const summary = screen.getByRole('alert');
    expect(summary).toHaveFocus();
    expect(within(summary).getByRole('link', { name: /tên của bé: chỉ gồm chữ cái/ })).toBeVisible();
    expect(screen.getByLabelText('Họ, chữ đệm, tên của bé')).toHaveAccessibleDescription(/chỉ gồm chữ cái/);
  });

  test('faults of another page are not said on this one', async () => {
    const { rerender } = open('be');
    await goOn();
    expect(screen.getByRole('alert')).toBeVisible();
    rerender(<Page id="nguoi-yeu-cau" start={{}} prefilled={[]} />);
    expect(screen.queryByRole('alert')).toBeNull();
    rerender(<Page id="be" start={{}} prefilled={[]} />);
    expect(screen.getByRole('alert')).toBeVisible();
  });

  test('then follows the field being corrected, and only that one', async () => {
    open('be');
    await goOn();
    const before = screen.getAllByRole('link').length;
    await userEvent.type(screen.getByLabelText('Họ, chữ đệm, tên của bé'), 'Bảo An');
    expect(screen.getAllByRole('link')).toHaveLength(before - 1);
    expect(screen.getByLabelText('Họ, chữ đệm, tên của bé')).not.toHaveAttribute('aria-invalid');
    await userEvent.clear(screen.getByLabelText('Họ, chữ đệm, tên của bé'));
    expect(screen.getAllByRole('link')).toHaveLength(before - 1);
  });

  test('a line of the summary leads to its field', async () => {
    open('be');
    await goOn();
    await userEvent.click(screen.getByRole('link', { name: /Ngày sinh/ }));
    expect(screen.getByLabelText('Ngày')).toHaveFocus();
  });

  test('shows a question when its answer calls for it, keeps what was written when it hides', async () => {
    open('be');
    expect(screen.queryByLabelText('Tên bệnh viện, trạm y tế')).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'Bệnh viện, trạm y tế' }));
    await userEvent.type(screen.getByLabelText('Tên bệnh viện, trạm y tế'), 'Bệnh viện mẫu');
    await userEvent.click(screen.getByRole('radio', { name: 'Nơi khác' }));
    expect(screen.queryByLabelText('Tên bệnh viện, trạm y tế')).toBeNull();
    expect(answers.birthFacility).toBe('Bệnh viện mẫu');
  });

  test('an answer taken from the provincial ID says so', () => {
    open('nguoi-yeu-cau', { requesterName: 'Nguyễn Thị Mai' }, ['requesterName']);
    expect(screen.getByLabelText('Họ, chữ đệm, tên của bạn')).toHaveAccessibleDescription(/Lấy từ Tây Ninh ID/);
    expect(screen.getByLabelText('Số định danh cá nhân của bạn')).toHaveAccessibleDescription(
      '12 số, in trên thẻ căn cước.',
    );
  });
});

describe('a date in three boxes', () => {
  test('names the part that is missing and marks only that box', async () => {
    open('be');
    await userEvent.type(screen.getByLabelText('Ngày'), '19');
    await userEvent.type(screen.getByLabelText('Tháng'), '11');
    await goOn();
    expect(screen.getByRole('link', { name: 'Ngày sinh: hãy điền thêm năm.' })).toBeVisible();
    expect(screen.getByLabelText('Năm')).toHaveAttribute('aria-invalid', 'true');
    expect(screen.getByLabelText('Ngày')).not.toHaveAttribute('aria-invalid');
    await userEvent.type(screen.getByLabelText('Năm'), '2027');
    expect(screen.getByRole('link', { name: 'Ngày sinh không thể sau hôm nay.' })).toBeVisible();
    await userEvent.clear(screen.getByLabelText('Năm'));
    await userEvent.type(screen.getByLabelText('Năm'), '2026');
    expect(screen.queryByRole('link', { name: /Ngày sinh/ })).toBeNull();
    expect(answers.childDob).toBe('2026-11-19');
  });
});

describe('a commune', () => {
  test('Suối Đá lies in two: both are offered, none is chosen', async () => {
    open('be');
    const box = screen.getByRole('combobox', { name: /Xã, phường nơi bé sinh/ });
    await userEvent.type(box, 'suoi da');
    const options = within(box.closest('.field') as HTMLElement).getAllByRole('option');
    const names = options.map((option) => option.textContent);
    expect(names.slice(0, 2).join()).toMatch(/Phường Bình Minh.*Xã Dương Minh Châu/);
    expect(screen.getByText(/Xã Suối Đá cũ nay thuộc 2 nơi/)).toBeVisible();
    expect(answers.birthCommune).toBeUndefined();
    await userEvent.click(options[1] ?? box);
    expect(box).toHaveValue('Xã Dương Minh Châu');
    expect(answers.birthCommune).toBe('25552');
  });

  test('is chosen with the keyboard too, and let go by typing on', async () => {
    open('be');
    const box = screen.getByRole('combobox', { name: /Quê quán/ });
    await userEvent.type(box, 'tan ninh{ArrowDown}{Enter}');
    expect(box).toHaveValue('Phường Tân Ninh');
    await userEvent.type(box, 'x');
    expect(answers.hometown).toBe('');
  });

  test('may lie in another province, in the person’s own words', async () => {
    open('be');
    const box = screen.getByRole('combobox', { name: /Quê quán/ });
    await userEvent.click(within(box.closest('.field') as HTMLElement).getByRole('button', { name: 'Ở tỉnh khác' }));
    await userEvent.type(screen.getByLabelText('Xã, phường và tỉnh'), 'phường Sài Gòn, TP Hồ Chí Minh');
    expect(answers.hometown).toBe('ngoai:phường Sài Gòn, TP Hồ Chí Minh');
    await userEvent.click(screen.getByRole('button', { name: 'Chọn trong Tây Ninh' }));
    expect(screen.getByRole('combobox', { name: /Quê quán/ })).toHaveValue('');
  });
});

describe('a repeated group', () => {
  const witnessPage = () => open('giay-to-viec-sinh', { birthProof: 'lam-chung', witnesses: [{}] });

  test('grows to its limit, and an item goes only when asked twice', async () => {
    witnessPage();
    expect(screen.getByRole('heading', { name: 'Người làm chứng 1' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Xóa người làm chứng 1' })).toBeNull();
    for (let count = 2; count <= 4; count += 1)
      await userEvent.click(screen.getByRole('button', { name: 'Thêm người làm chứng' }));
    expect(screen.queryByRole('button', { name: 'Thêm người làm chứng' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Xóa người làm chứng 4' }));
    expect(screen.getByRole('heading', { name: 'Người làm chứng 4' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Giữ lại' }));
    expect(screen.getByRole('heading', { name: 'Người làm chứng 4' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Xóa người làm chứng 4' }));
    await userEvent.click(screen.getByRole('button', { name: 'Xóa người làm chứng 4' }));
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Người làm chứng 4' })).toBeNull());
    expect(answers.witnesses).toHaveLength(3);
  });

  test('names the item in the summary and leads to its field', async () => {
    witnessPage();
    await userEvent.click(screen.getByRole('button', { name: 'Thêm người làm chứng' }));
    await goOn();
    await userEvent.click(screen.getByRole('link', { name: /^Người làm chứng 2, Số định danh cá nhân/ }));
    const second = screen.getByRole('heading', { name: 'Người làm chứng 2' }).closest('section') as HTMLElement;
    expect(within(second).getByLabelText('Số định danh cá nhân')).toHaveFocus();
    await userEvent.type(within(second).getByLabelText('Số định danh cá nhân'), '07909501234');
    expect(screen.getByRole('link', { name: /có 12 chữ số; bạn mới ghi 11/ })).toBeVisible();
  });
});

describe('what was written on an earlier page', () => {
  const mother: Answers = {
    filingAs: 'me',
    motherKnown: 'co',
    requesterName: 'Công Tằng Tôn Nữ Thiên Hương',
    requesterId: '072188000001',
    requesterAddress: { commune: '25459', detail: 'số 8' },
  };
  const takeOver = () => userEvent.click(screen.getByRole('button', { name: 'Lấy lại, khỏi ghi lần nữa' }));

  test('is taken over by one tap, stays to be corrected, and is then not offered again', async () => {
    open('me', mother);
    expect(screen.getByText(/^Bạn đã ghi ở bước trước: Họ, chữ đệm, tên của bạn; .*Nơi bạn đang ở\.$/)).toBeVisible();
    await takeOver();
    expect(answers).toMatchObject({ motherName: mother.requesterName, motherId: '072188000001' });
    await waitFor(() => expect(screen.getByLabelText('Họ, chữ đệm, tên mẹ')).toHaveFocus());
    expect(screen.queryByRole('button', { name: 'Lấy lại, khỏi ghi lần nữa' })).toBeNull();
    await userEvent.type(screen.getByLabelText('Ấp, khu phố, số nhà'), '{Enter}tổ 2');
    expect(answers).toMatchObject({ motherAddress: { commune: '25459', detail: 'số 8 tổ 2' } });
    expect(answers).toMatchObject({ requesterAddress: { commune: '25459', detail: 'số 8' } });
  });

  test('leaves alone what is written here already', async () => {
    open('me', { ...mother, motherName: 'Hương' });
    await takeOver();
    expect(answers).toMatchObject({ motherName: 'Hương', motherId: '072188000001' });
  });

  test('is not offered where it is somebody else’s', () => {
    open('me', { ...mother, filingAs: 'cha' });
    expect(screen.queryByRole('button', { name: 'Lấy lại, khỏi ghi lần nữa' })).toBeNull();
  });
});
