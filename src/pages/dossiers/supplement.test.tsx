import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { bindSession, forgetPrivateAnswers } from '#api';
import { installFakeServer, problem, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import SupplementScreen from './supplement-screen';

const dossierId = '5d0c7b1e-0000-4000-8000-000000000009';
const place = `/dossiers/${dossierId}/supplement`;
const answer = { id: 'bs1_1', kind: 'answer', title: 'Ai đưa bé đi đăng ký?', reason: 'Để phường gọi lại.' } as const;
const paper = { id: 'bs1-2', kind: 'paper', title: 'Giấy chứng sinh', reason: 'Ảnh thiếu mặt sau.' } as const;

let requests = 0;
function task(items: Schemas['SupplementItem'][], answers: Schemas['Answers'] = {}): Schemas['SupplementTask'] {
  requests += 1;
  const isAnswer = (item: Schemas['SupplementItem']) => item.kind === 'answer';
  const fields = items
    .filter(isAnswer)
    .map(({ id, title, reason }) => ({ id, type: 'longText', label: title, hint: reason, required: true }));
  const draft: Schemas['Draft'] = {
    id: `3f0b7a0e-0000-4000-9000-${String(requests).padStart(12, '0')}`,
    procedureCode: '1.001193',
    procedureName: 'Làm giấy khai sinh',
    formVersion: '2026-11-01.1',
    movedFrom: null,
    answers,
    oldAnswers: [],
    page: 'bo-sung',
    rev: 1,
    savedAt: '2026-11-23T03:24:00.000Z',
    expiresAt: '2027-01-22T03:24:00.000Z',
    files: [],
    prefilled: [],
  };
  return {
    supplement: {
      number: 1,
      state: 'open',
      by: 'Phường Tân Ninh',
      note: 'Cần thêm ít thông tin',
      askedAt: '2026-11-23T03:20:00.000Z',
      answerBy: '2026-12-04',
      items,
      sentAt: null,
      receipt: null,
    },
    code: '000.00.00.H53-261123-0042',
    form: {
      procedureCode: '1.001193',
      version: '2026-11-01.1',
      title: 'Khai sinh',
      sample: false,
      pages: fields.length === 0 ? [] : [{ id: 'bo-sung', title: 'Câu cần trả lời', fields }],
      papers: items
        .filter((item) => !isAnswer(item))
        .map(({ id, title, reason }) => ({
          ...{ id, name: title, note: reason, handling: 'upload', required: true, maxFiles: 10 },
        })),
      declaration: [],
      lists: {},
    },
    draft,
  };
}

let server: FakeServer;
let where = '';
function Where() {
  where = useLocation().pathname;
  return null;
}

function open(asked: Schemas['SupplementTask']): void {
  server.on(`GET ${place}`, asked);
  server.on(`PUT ${place}`, ({ body }) => ({ ...asked.draft, ...(body as object), rev: 2 }));
  show();
}

function show(): void {
  render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[`/ho-so/${dossierId}/bo-sung`]}>
        <Where />
        <Routes>
          <Route path="/ho-so/:id/bo-sung" element={<SupplementScreen />} />
          <Route path="/ho-so/:id" element={<p>Hồ sơ</p>} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
}

const receipt = { dossierId, code: '000.00.00.H53-261123-0042', number: 1, receivedAt: '', answersHash: '', files: [] };
const posts = () => server.asked.filter(({ method }) => method === 'POST');
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  installFakeZalo();
  server = installFakeServer();
  forgetPrivateAnswers();
  return bindSession({
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
    levelDoubted: () => undefined,
  });
});

describe('supplement', () => {
  test('just what is asked for, each with its reason, and until when', async () => {
    open(task([answer, paper]));
    expect(await screen.findByLabelText('Ai đưa bé đi đăng ký?')).toHaveAccessibleDescription('Để phường gọi lại.');
    expect(screen.getByRole('heading', { name: 'Giấy chứng sinh' })).toBeVisible();
    expect(screen.getByText('Ảnh thiếu mặt sau.')).toBeVisible();
    expect(screen.getByText(/Hạn gửi: hết thứ.sáu,.04\/12\/2026\./)).toBeVisible();
  });

  test('an early tap sends nothing and says what is missing', async () => {
    open(task([answer, paper]));
    await screen.findByLabelText('Ai đưa bé đi đăng ký?');
    await press('Gửi phần bổ sung');
    const summary = await screen.findByRole('alert');
    expect(summary).toHaveTextContent('Có 2 chỗ cần sửa');
    expect(summary).toHaveTextContent('Ai đưa bé đi đăng ký?');
    expect(summary).toHaveTextContent('Giấy chứng sinh');
    expect(summary).toHaveFocus();
    expect(posts()).toEqual([]);
  });

  test('written, saved, sent once under a key of its own; then the dossier', async () => {
    open(task([answer]));
    await userEvent.type(await screen.findByLabelText('Ai đưa bé đi đăng ký?'), 'Bà ngoại');
    server.on(`POST ${place}`, { ...receipt, jws: '' });
    await press('Gửi phần bổ sung');
    await waitFor(() => expect(where).toBe(`/ho-so/${dossierId}`));
    expect(posts()).toHaveLength(1);
    expect(posts()[0]?.body).toMatchObject({ rev: 2, files: [] });
    const saves = server.asked.filter(({ method }) => method === 'PUT');
    expect(saves.at(-1)?.body).toMatchObject({ answers: { bs1_1: 'Bà ngoại' } });
  });

  test('the answer is lost: asked, it has arrived', async () => {
    open(task([answer], { bs1_1: 'Bà ngoại' }));
    await screen.findByLabelText('Ai đưa bé đi đăng ký?');
    server.on(`POST ${place}`, problem(500, 'server-error'));
    await press('Gửi phần bổ sung');
    expect(await screen.findByText('Chúng tôi chưa biết phần bổ sung đã tới nơi chưa')).toBeVisible();
    server.on(`GET ${place}`, problem(409, 'draft-sent', { dossierId }));
    await press('Kiểm tra');
    await waitFor(() => expect(where).toBe(`/ho-so/${dossierId}`));
  });

  test('sent already: the dossier itself', async () => {
    server.on(`GET ${place}`, problem(409, 'draft-sent', { dossierId }));
    show();
    await waitFor(() => expect(where).toBe(`/ho-so/${dossierId}`));
  });

  test('nothing asked, or not mine: said so, with a way on', async () => {
    server.on(`GET ${place}`, problem(404, 'not-found'));
    show();
    expect(await screen.findByRole('heading', { level: 1, name: 'Không có gì cần bổ sung' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Xem hồ sơ của tôi' })).toBeVisible();
  });
});
