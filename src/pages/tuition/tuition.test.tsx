import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { bindSession, forgetPrivateAnswers } from '#api';
import { setClock } from '#lib/clock';
import { installFakeServer, problem, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import BillScreen from './bill-screen';
import TuitionScreen from './tuition-screen';

const id = (n: number) => `5d0c7b1e-0000-4000-8000-00000000000${String(n)}`;
const bill = (n: number, over: Partial<Schemas['TuitionBill']> = {}): Schemas['TuitionBill'] => ({
  id: id(n),
  studentId: id(9),
  title: `Các khoản thu tháng ${String(n)}/2026`,
  lines: [{ title: 'Tiền ăn bán trú', note: null, amountVnd: 100_000 * n }],
  totalVnd: 100_000 * n,
  dueDate: '2026-11-30',
  state: 'unpaid',
  orderId: null,
  ...over,
});
const student = (name: string, school: string, bills: Schemas['TuitionBill'][]): Schemas['Student'] => ({
  id: id(9),
  fullName: name,
  className: '3A2',
  school: { name: school, phone: '02763822000' },
  bills,
});

let server: FakeServer;

function open(path: string): void {
  render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="/hoc-phi" element={<TuitionScreen />} />
          <Route path="/hoc-phi/:billId" element={<BillScreen />} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const orders = () => server.asked.filter(({ path }) => path === '/tuition/orders');

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  installFakeZalo();
  server = installFakeServer();
  forgetPrivateAnswers();
  const unset = setClock({ now: () => new Date('2026-11-26T03:00:00Z') });
  const unbind = bindSession({
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
    levelDoubted: () => undefined,
  });
  return () => {
    unset();
    unbind();
  };
});

describe('finding a child', () => {
  test('nobody followed yet: the two facts are asked at once; what does not fit is one sentence, and what was written stays', async () => {
    server.on('GET /tuition/students', { items: [] });
    server.on('POST /tuition/students', problem(404, 'not-found'));
    open('/hoc-phi');
    await press('Tìm khoản thu');
    expect((await screen.findByRole('alert')).textContent).toContain('Mã học sinh');
    expect(server.asked.filter(({ method }) => method === 'POST')).toEqual([]);
    await userEvent.type(screen.getByLabelText('Mã học sinh'), 'hs-0001');
    const born = within(screen.getByRole('group', { name: /Ngày sinh của con/ }));
    await userEvent.type(born.getByLabelText('Ngày'), '1');
    await userEvent.type(born.getByLabelText('Tháng'), '5');
    await userEvent.type(born.getByLabelText('Năm'), '2018');
    await press('Tìm khoản thu');
    expect(await screen.findByText('Chưa tìm thấy học sinh này')).toBeVisible();
    expect(server.asked.at(-1)?.body).toEqual({ studentCode: 'hs-0001', birthDate: '2018-05-01' });
    expect(screen.getByLabelText('Mã học sinh')).toHaveValue('hs-0001');
  });
});

describe('paying', () => {
  test('each bill says how much, until when and how it stands; a paid or withdrawn one is not offered', async () => {
    const bills = [bill(1), bill(2, { state: 'paid', orderId: id(5) }), bill(3, { state: 'withdrawn' }), bill(4)];
    server.on('GET /tuition/students', { items: [student('Gia Hân', 'Kim Đồng', bills)] });
    open('/hoc-phi');
    const first = await screen.findByRole('link', { name: /tháng 1\/2026/ });
    expect(first).toHaveTextContent('100.000 đồng');
    expect(first).toHaveTextContent('Hạn: 30/11/2026, còn 4 ngày');
    expect(screen.getByRole('link', { name: /tháng 2\/2026/ })).toHaveTextContent('Đã đóng');
    await press('Đóng nhiều khoản một lần');
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
  });

  test('two schools are not one payment; said before anything is asked of the server', async () => {
    const students = [
      student('Gia Hân', 'Kim Đồng', [bill(1)]),
      { ...student('Khôi', 'Lê Lợi', [bill(2)]), id: id(8) },
    ];
    server.on('GET /tuition/students', { items: students });
    open('/hoc-phi');
    await press('Đóng nhiều khoản một lần');
    await press('Chọn khoản muốn đóng');
    expect(await screen.findByRole('alert')).toHaveTextContent('Chọn ít nhất một khoản');
    for (const box of screen.getAllByRole('checkbox')) await userEvent.click(box);
    await press(/^Đóng 2 khoản/);
    expect(screen.getByRole('alert')).toHaveTextContent('hai trường khác nhau');
    expect(orders()).toEqual([]);
  });

  test('the answer is lost: the next tap carries the same key; then the order opens', async () => {
    server.on(`GET /tuition/bills/${id(1)}`, { bill: bill(1), student: student('Gia Hân', 'Kim Đồng', [bill(1)]) });
    server.on('POST /tuition/orders', new TypeError('reset'));
    open(`/hoc-phi/${id(1)}`);
    await press('Đóng 100.000 đồng');
    expect(await screen.findByRole('alert')).toBeVisible();
    server.on('POST /tuition/orders', { id: id(7) });
    await press('Đóng 100.000 đồng');
    const keys = orders().map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  test('under way already: the way to that order, if it is mine', async () => {
    server.on(`GET /tuition/bills/${id(1)}`, { bill: bill(1), student: student('Gia Hân', 'Kim Đồng', [bill(1)]) });
    server.on('POST /tuition/orders', problem(409, 'payment-open', { orderId: id(7) }));
    open(`/hoc-phi/${id(1)}`);
    await press('Đóng 100.000 đồng');
    expect(await screen.findByRole('link', { name: 'Xem kết quả' })).toHaveAttribute('href', `/thanh-toan/${id(7)}`);
  });

  test('paid by another account just now: said so, and no button', async () => {
    const taken = bill(1, { state: 'paying' });
    server.on(`GET /tuition/bills/${id(1)}`, { bill: taken, student: student('Gia Hân', 'Kim Đồng', [taken]) });
    open(`/hoc-phi/${id(1)}`);
    expect(await screen.findByText(/Có người khác đang đóng khoản này/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Đóng/ })).toBeNull();
  });
});
