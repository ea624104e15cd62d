import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { bindSession, forgetPrivateAnswers } from '#api';
import { installFakeServer, json, problem, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import procedure from '../../../provinces/tay-ninh/procedures/2.000635.json';
import DossierScreen from './dossier-screen';
import SubmitScreen from './submit-screen';

const dossierId = '5d0c7b1e-0000-4000-8000-000000000009';
const allAnswers = {
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

let drafts = 0;
function draftWith(over: Partial<Schemas['Draft']> = {}): Schemas['Draft'] {
  drafts += 1;
  return {
    id: `3f0b7a0e-0000-4000-8000-${String(drafts).padStart(12, '0')}`,
    procedureCode: '2.000635',
    procedureName: 'Xin bản sao khai sinh',
    formVersion: procedure.form.version,
    answers: allAnswers,
    page: 'review',
    rev: 3,
    savedAt: '2026-11-23T03:24:00.000Z',
    expiresAt: '2027-01-22T03:24:00.000Z',
    files: [],
    prefilled: [],
    movedFrom: null,
    oldAnswers: [],
    ...over,
  };
}

const receipt: Schemas['Receipt'] = {
  dossierId,
  code: '000.00.00.H53-261123-0042',
  procedureCode: '2.000635',
  procedureName: 'Xin bản sao khai sinh',
  formVersion: procedure.form.version,
  office: 'Ủy ban nhân dân phường Tân Ninh',
  receivedAt: '2026-11-23T03:31:08.000Z',
  answersHash: '0'.repeat(64),
  files: [],
  declaration: ['Tôi cam đoan'],
  jws: 'e30.e30.e30',
};

let server: FakeServer;
let place = '';
function Where() {
  const { pathname, search } = useLocation();
  place = pathname + search;
  return null;
}

/** Opens a draft as a tap on it would; the server knows it, its form and, afterwards, its receipt. */
function open(draft: Schemas['Draft'], step = draft.page): void {
  server.on(`GET /drafts/${draft.id}`, draft);
  server.on(`PUT /drafts/${draft.id}`, ({ body }) => ({ ...draft, ...(body as object), rev: draft.rev + 1 }));
  render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[`/ho-so/nop/2.000635?nhap=${draft.id}&buoc=${step}`]}>
        <Where />
        <Routes>
          <Route path="/ho-so/nop/:procedureCode" element={<SubmitScreen />} />
          <Route path="/ho-so/:id" element={<DossierScreen />} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
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
  server.on(`GET /dossiers/${dossierId}/receipt`, receipt);
  server.on(`GET /dossiers/${dossierId}`, problem(503, 'server-busy'));
  server.on('GET /.well-known/jwks.json', { keys: [] });
  forgetPrivateAnswers();
  const release = bindSession({
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
    levelDoubted: () => undefined,
  });
  return release;
});

describe('filling', () => {
  test('opens where the address says, tells the step and where the draft is', async () => {
    open(draftWith(), 'su-kien');
    expect(await screen.findByRole('heading', { level: 1, name: 'Giấy cần sao' })).toBeVisible();
    expect(screen.getByText('Bước 2/4')).toBeVisible();
    expect(screen.getByText('Đã lưu trên máy chủ lúc 10:24')).toBeVisible();
  });

  test('what is typed is saved by itself; going on is never waited for', async () => {
    const draft = draftWith();
    open(draft, 'su-kien');
    await userEvent.type(await screen.findByLabelText(/Dùng để làm gì/), 'nhập học');
    await userEvent.click(screen.getByRole('button', { name: 'Tiếp tục' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Nhận kết quả' })).toBeVisible();
    await waitFor(() => {
      const saves = server.asked.filter(({ method }) => method === 'PUT');
      expect(saves.at(-1)?.body).toMatchObject({ page: 'nhan-ket-qua', answers: { purpose: 'nhập học' } });
    });
    expect(place).toContain('buoc=nhan-ket-qua');
  });

  test('an early tap leads to what is missing; the screen stays', async () => {
    open(draftWith({ answers: { ...allAnswers, subjectName: '' } }), 'su-kien');
    await userEvent.click(await screen.findByRole('button', { name: 'Tiếp tục' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Họ tên người có tên trong giấy: hãy ghi vào ô này.');
    expect(screen.getByRole('heading', { level: 1, name: 'Giấy cần sao' })).toBeVisible();
  });

  test('saved meanwhile on another phone: both versions, and theirs can be taken', async () => {
    const draft = draftWith({ page: 'su-kien' });
    open(draft);
    const theirs = { ...draft, rev: 9, page: 'su-kien', answers: { ...allAnswers, purpose: 'làm hộ chiếu' } };
    server.on(`PUT /drafts/${draft.id}`, problem(409, 'draft-conflict', { draft: theirs }));
    await userEvent.type(await screen.findByLabelText(/Dùng để làm gì/), 'nhập học');
    expect(
      await screen.findByRole('heading', { level: 1, name: /vừa được sửa ở máy khác/ }, { timeout: 5000 }),
    ).toBeVisible();
    expect(screen.getByText('nhập học')).toBeVisible();
    expect(screen.getByText('làm hộ chiếu')).toBeVisible();
    expect(screen.getByText('Có 1 chỗ khác nhau.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Dùng bản ở máy kia' }));
    expect(await screen.findByLabelText(/Dùng để làm gì/)).toHaveValue('làm hộ chiếu');
  });

  test('a draft that is gone says so and offers a new one; one that was sent shows its receipt', async () => {
    const gone = draftWith();
    open(gone);
    server.on(`GET /drafts/${gone.id}`, problem(404, 'not-found'));
    expect(await screen.findByRole('heading', { level: 1, name: 'Bản nháp này không còn' })).toBeVisible();
    const sent = draftWith();
    open(sent);
    server.on(`GET /drafts/${sent.id}`, problem(409, 'draft-sent', { dossierId }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' })).toBeVisible();
  });
});

describe('reviewing and sending', () => {
  test('reads everything back in words, and what it costs', async () => {
    open(draftWith());
    expect(await screen.findByText('Khu phố 3, Phường Tân Ninh')).toBeVisible();
    expect(screen.getByText('năm 1988')).toBeVisible();
    expect(screen.getByText('16.000 đồng')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Sửa Nhận kết quả' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Nhận kết quả' })).toBeVisible();
  });

  test('the declaration is never ticked beforehand and is asked for', async () => {
    open(draftWith());
    for (const box of await screen.findAllByRole('checkbox')) expect(box).not.toBeChecked();
    await userEvent.click(screen.getByRole('button', { name: 'Gửi hồ sơ' }));
    expect(within(await screen.findByRole('alert')).getAllByRole('link')).toHaveLength(2);
    expect(posts()).toEqual([]);
  });

  test('"received" is said only with the receipt', async () => {
    open(draftWith());
    server.on('POST /dossiers', 'silence');
    await declareAndSend();
    expect(await screen.findByRole('button', { name: 'Đang gửi…' })).toBeVisible();
    expect(screen.queryByText(/Đã nhận hồ sơ|Đã gửi/)).toBeNull();
  });

  test('arrived: the receipt, with its code', async () => {
    open(draftWith());
    server.on('POST /dossiers', json(receipt, 201));
    await declareAndSend();
    expect(await screen.findByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' })).toBeVisible();
    expect(screen.getByText(/261123-0042/)).toBeVisible();
    expect(place).toBe(`/ho-so/${dossierId}?xem=phieu`);
    expect(await screen.findByText('Chữ ký của biên nhận này không đúng')).toBeVisible();
  });

  test('the reply is lost: nothing is claimed; asked, the receipt is there', async () => {
    const draft = draftWith();
    open(draft);
    server.on('POST /dossiers', new TypeError('reset'));
    await declareAndSend();
    expect(await screen.findByText('Chúng tôi chưa biết hồ sơ đã tới nơi chưa')).toBeVisible();
    expect(screen.queryByText(/Đã nhận hồ sơ|Đã gửi/)).toBeNull();
    server.on(`GET /drafts/${draft.id}`, problem(409, 'draft-sent', { dossierId }));
    await userEvent.click(screen.getByRole('button', { name: 'Kiểm tra' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' })).toBeVisible();
    expect(posts()).toHaveLength(1);
  });

  test('without network: said, everything kept, and the next tap sends it', async () => {
    open(draftWith());
    const network = vi.spyOn(navigator, 'onLine', 'get');
    server.on('POST /dossiers', () => {
      network.mockReturnValue(false);
      return new TypeError('Failed to fetch');
    });
    await declareAndSend();
    expect(await screen.findByRole('alert')).toHaveTextContent('Chưa có mạng nên hồ sơ chưa được gửi');
    for (const box of screen.getAllByRole('checkbox')) expect(box).toBeChecked();
    network.mockRestore();
    server.on('POST /dossiers', json(receipt, 201));
    await userEvent.click(screen.getByRole('button', { name: 'Gửi lại' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' })).toBeVisible();
    expect(new Set(posts().map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1);
  });

  test('the server never answers: after a while it is said, and asking is offered', async () => {
    open(draftWith());
    server.on('POST /dossiers', 'silence');
    for (const box of await screen.findAllByRole('checkbox')) await userEvent.click(box);
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      fireEvent.click(screen.getByRole('button', { name: 'Gửi hồ sơ' }));
      await waitFor(() => expect(posts()).toHaveLength(1));
      await vi.advanceTimersByTimeAsync(15_100);
      expect(await screen.findByText('Chúng tôi chưa biết hồ sơ đã tới nơi chưa')).toBeVisible();
      expect(screen.getByRole('button', { name: 'Kiểm tra' })).toBeVisible();
    } finally {
      vi.useRealTimers();
    }
  });

  test('the session is over and Zalo does not answer: said in words, and the next tap sends it', async () => {
    open(draftWith());
    server.on('POST /dossiers', problem(503, 'zalo-unavailable'));
    await declareAndSend();
    expect(await screen.findByRole('alert')).toHaveTextContent('Zalo đang bận nên chưa nhận ra bạn');
    server.on('POST /dossiers', json(receipt, 201));
    await userEvent.click(screen.getByRole('button', { name: 'Gửi hồ sơ' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' })).toBeVisible();
  });

  test('the request was lost: asked, it is not there; sent again under the same key', async () => {
    open(draftWith());
    server.on('POST /dossiers', new TypeError('reset'));
    await declareAndSend();
    await userEvent.click(await screen.findByRole('button', { name: 'Kiểm tra' }));
    expect(await screen.findByText('Hồ sơ chưa tới nơi')).toBeVisible();
    server.on('POST /dossiers', json(receipt, 201));
    await userEvent.click(screen.getByRole('button', { name: 'Gửi lại' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' })).toBeVisible();
    const [first, second] = posts();
    expect(first?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(second?.headers.get('idempotency-key')).toBe(first?.headers.get('idempotency-key'));
    expect(second?.body).toEqual(first?.body);
  });

  test('what the server refuses is said in its words, and its line leads to the page', async () => {
    open(draftWith());
    const errors = [
      { path: 'registeredCommune', code: 'commune', message: 'Nơi đã đăng ký: hãy chọn xã, phường trong danh sách.' },
    ];
    server.on('POST /dossiers', problem(422, 'invalid', { errors }));
    await declareAndSend();
    await userEvent.click(await screen.findByRole('link', { name: /Nơi đã đăng ký/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Giấy cần sao' })).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('Nơi đã đăng ký: hãy chọn xã, phường trong danh sách.');
    await waitFor(() => expect(screen.getByRole('combobox', { name: /Nơi đã đăng ký/ })).toHaveFocus());
  });

  test('two taps are one dossier', async () => {
    open(draftWith());
    server.on('POST /dossiers', json(receipt, 201));
    for (const box of await screen.findAllByRole('checkbox')) await userEvent.click(box);
    const button = screen.getByRole('button', { name: 'Gửi hồ sơ' });
    await Promise.all([userEvent.click(button), userEvent.click(button)]);
    expect(await screen.findByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' })).toBeVisible();
    expect(posts()).toHaveLength(1);
  });
});
