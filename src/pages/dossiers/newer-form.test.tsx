import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { beforeEach, expect, test } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { bindSession, forgetPrivateAnswers } from '#api';
import { installFakeServer, problem, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import procedure from '../../../provinces/tay-ninh/procedures/2.000635.json';
import SubmitScreen from './submit-screen';

const version = procedure.form.version;
const firstPage = procedure.form.pages[0]?.title ?? '';
const old = { version: '2020-01-01.1', path: 'nickname', value: 'Bé Na' };
const nickname = { id: 'nickname', type: 'text', label: 'Tên gọi ở nhà', required: false };
const olderForm = {
  ...procedure.form,
  version: old.version,
  pages: [{ id: 'cu', title: 'Trang cũ', fields: [nickname] }],
};

let drafts = 0;
function draftWith(over: Partial<Schemas['Draft']>): Schemas['Draft'] {
  drafts += 1;
  return {
    id: `3f0b7a0e-0000-4000-9000-${String(drafts).padStart(12, '0')}`,
    procedureCode: '2.000635',
    procedureName: 'Xin bản sao khai sinh',
    formVersion: version,
    movedFrom: null,
    answers: { requesterName: 'Nguyễn Thị Mai' },
    oldAnswers: [],
    page: 'nguoi-yeu-cau',
    rev: 3,
    savedAt: '2026-11-23T03:24:00.000Z',
    expiresAt: '2027-01-22T03:24:00.000Z',
    files: [],
    prefilled: [],
    ...over,
  };
}

let server: FakeServer;
const saves = () => server.asked.filter(({ method }) => method === 'PUT').map(({ body }) => body);

function open(draft: Schemas['Draft']): void {
  server.on(`GET /drafts/${draft.id}`, draft);
  server.on(`PUT /drafts/${draft.id}`, ({ body }) => ({ ...draft, ...(body as object), rev: draft.rev + 1 }));
  render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[`/ho-so/nop/2.000635?nhap=${draft.id}&buoc=${draft.page}`]}>
        <Routes>
          <Route path="/ho-so/nop/:procedureCode" element={<SubmitScreen />} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
}

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  installFakeZalo();
  server = installFakeServer();
  server.on(`GET /procedures/2.000635/forms/${version}`, procedure.form);
  server.on(`GET /procedures/2.000635/forms/${old.version}`, olderForm);
  forgetPrivateAnswers();
  return bindSession({
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
    levelDoubted: () => undefined,
  });
});

test('a draft that was moved says so, and the move is kept at once', async () => {
  open(draftWith({ movedFrom: old.version }));
  expect(await screen.findByText('Tờ khai này vừa có bản mới')).toBeVisible();
  await waitFor(() => {
    expect(saves()[0]).toMatchObject({ formVersion: version, rev: 3 });
  });
});

test('an answer without a place is shown in the words of its form, to copy; it goes only when the person says so', async () => {
  const user = userEvent.setup();
  open(draftWith({ movedFrom: old.version, oldAnswers: [old] }));
  expect(await screen.findByText('Tên gọi ở nhà')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Chép câu trả lời: Tên gọi ở nhà' }));
  expect(await screen.findByText(/^Đã chép/)).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('Bé Na');
  await user.click(screen.getByRole('button', { name: 'Bỏ câu trả lời: Tên gọi ở nhà' }));
  expect(screen.queryByText('Bé Na')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Lấy lại' }));
  expect(screen.getByText('Bé Na')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Bỏ câu trả lời: Tên gọi ở nhà' }));
  await waitFor(
    () => {
      expect(saves().at(-1)).toMatchObject({ oldAnswers: [] });
    },
    { timeout: 5000 },
  );
});

test('saved from the older form over the newer: the newer one is opened, and nothing typed is gone', async () => {
  const draft = draftWith({ formVersion: old.version, answers: { nickname: '' }, page: 'cu' });
  open(draft);
  const field = await screen.findByLabelText(/Tên gọi ở nhà/);
  server.on(`PUT /drafts/${draft.id}`, { ...draft, formVersion: version, answers: {}, oldAnswers: [old], rev: 9 });
  await userEvent.type(field, 'Bé Na');
  expect(await screen.findByRole('heading', { level: 1, name: firstPage }, { timeout: 5000 })).toBeVisible();
  expect(screen.getByText('Bé Na')).toBeInTheDocument();
});

test('another phone moved it meanwhile: both versions are read, each in the words of its own form', async () => {
  const draft = draftWith({ formVersion: old.version, answers: { nickname: '' }, page: 'cu' });
  open(draft);
  const theirs = draftWith({ id: draft.id, rev: 9, answers: { subjectName: 'Trần Văn Bình' } });
  const field = await screen.findByLabelText(/Tên gọi ở nhà/);
  server.on(`PUT /drafts/${draft.id}`, problem(409, 'draft-conflict', { draft: theirs }));
  await userEvent.type(field, 'Bé Na');
  expect(await screen.findByText('Bé Na', {}, { timeout: 5000 })).toBeVisible();
  expect(screen.getByText('Trần Văn Bình')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Dùng bản ở máy kia' }));
  expect(await screen.findByRole('heading', { level: 1, name: firstPage })).toBeVisible();
});
