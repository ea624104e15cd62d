import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { beforeEach, expect, test } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { bindSession, forgetPrivateAnswers } from '#api';
import { installFakeServer, json, problem, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import procedure from '../../../provinces/tay-ninh/procedures/2.000635.json';
import SubmitScreen from './submit-screen';

type Draft = Schemas['Draft'];
const answers = {
  requesterName: 'Nguyễn Thị Mai',
  requesterId: '072188000001',
  requesterPhone: '0987654321',
  requesterAddress: { commune: '25459', detail: 'Khu phố 3' },
  filingAs: 'ban-than',
  extractKind: 'khai-sinh',
  subjectName: 'Nguyễn Thị Mai',
  subjectDob: '1988--',
  registeredCommune: '25459',
  copies: 2,
  delivery: 'truc-tuyen',
};
const paper: Draft['files'][number] = {
  ...{ id: '9d0c7b1e-0000-4000-8000-000000000001', paperId: 'van-ban-uy-quyen', name: 'tu-may-kia.pdf' },
  ...{ mediaType: 'application/pdf', size: 90_000, received: 90_000, state: 'ready', delayed: false, refusal: null },
  ...{ announcedSha256: null, sha256: 'ab'.repeat(32) },
};

let drafts = 0;
let server: FakeServer;

/** Opens a draft that is ready to be sent; `news` changes what the server has of it from then on. */
function open(page: string, more: Draft['answers'] = {}): { draft: Draft; news: (over: Partial<Draft>) => void } {
  drafts += 1;
  const draft: Draft = {
    id: `3f0b7a0e-0000-4000-a000-${String(drafts).padStart(12, '0')}`,
    procedureCode: '2.000635',
    procedureName: 'Xin bản sao khai sinh',
    formVersion: procedure.form.version,
    answers: { ...answers, ...more },
    page,
    rev: 3,
    savedAt: '2026-11-23T03:24:00.000Z',
    expiresAt: '2027-01-22T03:24:00.000Z',
    files: [],
    prefilled: [],
    movedFrom: null,
    oldAnswers: [],
  };
  const news = (over: Partial<Draft>): void => {
    server.on(`GET /drafts/${draft.id}`, { ...draft, ...over });
    server.on(`PUT /drafts/${draft.id}`, ({ body }) => ({
      ...draft,
      ...over,
      ...(body as object),
      rev: draft.rev + 1,
    }));
  };
  news({});
  render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[`/ho-so/nop/2.000635?nhap=${draft.id}&buoc=${page}`]}>
        <Routes>
          <Route path="/ho-so/nop/:procedureCode" element={<SubmitScreen />} />
          <Route path="/ho-so/:id" element={<p>Biên nhận</p>} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
  return { draft, news };
}

async function declareAndSend(): Promise<void> {
  for (const box of await screen.findAllByRole('checkbox')) await userEvent.click(box);
  await userEvent.click(screen.getByRole('button', { name: 'Gửi hồ sơ' }));
}
const posts = () => server.asked.filter(({ method, path }) => method === 'POST' && path === '/dossiers');

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  installFakeZalo();
  server = installFakeServer();
  server.on(`GET /procedures/2.000635/forms/${procedure.form.version}`, procedure.form);
  forgetPrivateAnswers();
  return bindSession({
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
    levelDoubted: () => undefined,
  });
});

test('changed on another phone before sending: theirs is shown here, declared anew, and only then sent', async () => {
  const { draft } = open('review');
  await screen.findByText('16.000 đồng');
  const theirs: Draft = { ...draft, rev: 9, page: 'su-kien', answers: { ...answers, subjectName: 'Trần Thị Bé' } };
  server.on('POST /dossiers', problem(409, 'draft-conflict', { draft: theirs }));
  await declareAndSend();
  expect(await screen.findByRole('alert')).toHaveTextContent('Vừa được sửa ở máy khác, nên chưa gửi');
  expect(screen.getByText('Trần Thị Bé')).toBeVisible();
  for (const box of screen.getAllByRole('checkbox')) expect(box).not.toBeChecked();
  expect(posts()).toHaveLength(1);
});

test('another phone only turned a page: it is sent all the same, under the newer revision', async () => {
  const { draft } = open('review');
  await screen.findByText('16.000 đồng');
  const receipt: Schemas['Receipt'] = {
    dossierId: '5d0c7b1e-0000-4000-8000-000000000009',
    code: '000.00.00.H53-261123-0042',
    procedureCode: draft.procedureCode,
    procedureName: draft.procedureName,
    formVersion: draft.formVersion,
    office: 'Ủy ban nhân dân phường Tân Ninh',
    receivedAt: '2026-11-23T03:31:08.000Z',
    answersHash: '0'.repeat(64),
    files: [],
    declaration: ['Tôi cam đoan'],
    jws: 'e30.e30.e30',
  };
  server.on('POST /dossiers', ({ body }) =>
    (body as { rev: number }).rev === 9
      ? json(receipt, 201)
      : problem(409, 'draft-conflict', { draft: { ...draft, rev: 9, page: 'su-kien' } }),
  );
  await declareAndSend();
  expect(await screen.findByText('Biên nhận')).toBeVisible();
  expect(posts().map(({ body }) => (body as { rev: number }).rev)).toEqual([expect.any(Number), 9]);
});

test('a paper sent from another phone is seen when the person comes back to the app, and with the next save', async () => {
  const { news } = open('papers', { filingAs: 'uy-quyen' });
  await screen.findByText('Giấy ủy quyền');
  expect(screen.queryByText('tu-may-kia.pdf')).toBeNull();
  news({ files: [paper] });
  document.dispatchEvent(new Event('visibilitychange'));
  expect(await screen.findByText('tu-may-kia.pdf')).toBeVisible();
  news({ files: [paper, { ...paper, id: paper.id.replace(/1$/, '2'), name: 'them-nua.pdf' }] });
  await userEvent.click(screen.getByRole('button', { name: 'Tiếp tục' }));
  expect(await screen.findByText('2 tệp')).toBeVisible();
});
