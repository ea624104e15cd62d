import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { beforeEach, describe, expect, test } from 'vitest';
import { bindSession, forgetAnswers, forgetPrivateAnswers } from '#api';
import { setPreferences } from '#config';
import { installFakeServer, problem, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import copies from '../../../provinces/tay-ninh/procedures/2.000815.json';
import permit from '../../../provinces/tay-ninh/procedures/1.013225.json';
import SubmitScreen from './submit-screen';

let server: FakeServer;

function open({ guide, form }: { guide: { code: string }; form: { version: string } }): void {
  server.on(`GET /procedures/${guide.code}`, guide);
  server.on(`GET /procedures/${guide.code}/forms/${form.version}`, form);
  render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[`/ho-so/nop/${guide.code}`]}>
        <Routes>
          <Route path="/ho-so/nop/:procedureCode" element={<SubmitScreen />} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
}

const choose = async (question: string | RegExp, answer: string) =>
  userEvent.click(within(await screen.findByRole('group', { name: question })).getByRole('radio', { name: answer }));
const begin = () => screen.queryByRole('button', { name: 'Bắt đầu ghi' });

beforeEach(() => {
  installFakeZalo();
  server = installFakeServer();
  server.on('GET /drafts', { items: [] });
  forgetAnswers();
  forgetPrivateAnswers();
  setPreferences({ language: 'vi' });
  return bindSession({
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
    levelDoubted: () => undefined,
  });
});

describe('before anything is typed', () => {
  test('the right office and the papers are named, and one may begin without answering', async () => {
    open(permit);
    expect(await screen.findByRole('group', { name: 'Đất là đất ở?' })).toBeVisible();
    expect(screen.getByText('Ủy ban nhân dân xã, phường nơi có đất')).toBeVisible();
    expect(screen.getByText(/^Bản vẽ thiết kế xây dựng/)).toBeVisible();
    expect(screen.queryByText('Đơn đề nghị cấp giấy phép xây dựng')).toBeNull();
    expect(begin()).toBeVisible();
  });

  test('an answer that makes it not for them says why and the right way; another answer opens the way again', async () => {
    open(permit);
    await choose('Nhà từ 7 tầng, hoặc tổng diện tích sàn từ 500 m²?', 'Không');
    await choose('Đất nằm ở khu vực nào?', 'Ngoài các khu vực đó');
    expect(screen.getByText(/Có thể bạn không cần giấy phép/)).toBeVisible();
    expect(screen.queryByRole('group', { name: /bản vẽ/ })).toBeNull();
    expect(begin()).toBeNull();
    expect(screen.getByRole('link', { name: 'Xem lại hướng dẫn' })).toHaveAttribute('href', '/thu-tuc/1.013225');
    await choose('Đất nằm ở khu vực nào?', 'Tôi không rõ');
    expect(screen.getByText(/có thể bạn được miễn giấy phép/)).toBeVisible();
    expect(begin()).toBeVisible();
    expect(screen.getByRole('group', { name: /bản vẽ/ })).toBeVisible();
  });

  test('where another procedure is the right one, it is a tap away', async () => {
    open(copies);
    await choose('Bạn đang giữ bản chính?', 'Không');
    expect(screen.getByRole('link', { name: 'Xem thủ tục phù hợp' })).toHaveAttribute('href', '/thu-tuc/2.000635');
  });

  test('in English the questions are English', async () => {
    setPreferences({ language: 'en' });
    open(permit);
    expect(await screen.findByRole('group', { name: 'Is the land residential?' })).toBeVisible();
  });

  test('without the form there are still the points to look at, and the way on', async () => {
    server.on(`GET /procedures/1.013225/forms/${permit.form.version}`, problem(503, 'server-busy'));
    server.on('GET /procedures/1.013225', permit.guide);
    render(
      <RecoilRoot>
        <MemoryRouter initialEntries={['/ho-so/nop/1.013225']}>
          <Routes>
            <Route path="/ho-so/nop/:procedureCode" element={<SubmitScreen />} />
          </Routes>
        </MemoryRouter>
      </RecoilRoot>,
    );
    expect(await screen.findByText('Đất là đất ở?')).toBeVisible();
    expect(begin()).toBeVisible();
  });
});
