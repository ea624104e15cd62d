// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { bindSession } from '#api';
import { installFakeServer, problem, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo, type FakeZalo } from '../../../tests/support/fake-zalo';
import { readScanned } from './scanned';
import TrackingScreen from './tracking-screen';

const code = '000.00.00.H53-261123-0042';
const seal = 'a'.repeat(43);
const link = `https://zalo.me/s/1234567890123456789/tra-cuu?ma=${code}&dau=${seal}`;
const dossier: Schemas['TrackedDossier'] = {
  code,
  procedureName: 'Làm giấy khai sinh',
  about: 'N••• T••• Mai',
  state: 'processing',
  turn: 'authority',
  submittedAt: '2026-11-23T03:31:08.000Z',
  changedAt: '2026-11-24T03:31:08.000Z',
  dueDate: '2026-11-30',
  office: 'Ủy ban nhân dân phường Tân Ninh',
};

let server: FakeServer;
let zalo: FakeZalo;
let unbind: () => void;
// The SDK reports what it did every few seconds; nobody listens here.
const { send } = XMLHttpRequest.prototype;

beforeEach(() => {
  XMLHttpRequest.prototype.send = () => undefined;
  unbind = bindSession({
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
    levelDoubted: () => undefined,
  });
  zalo = installFakeZalo();
  server = installFakeServer();
  server.on('POST /tracked-dossiers', dossier);
});

afterEach(() => {
  unbind();
  XMLHttpRequest.prototype.send = send;
});

function open(path = '/tra-cuu'): void {
  render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="/tra-cuu" element={<TrackingScreen />} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
}

const type = async (label: string, text: string) => userEvent.type(screen.getByLabelText(label), text);
const track = () => userEvent.click(screen.getByRole('button', { name: 'Tra cứu' }));
const questions = () => server.asked.filter(({ path }) => path === '/tracked-dossiers').map(({ body }) => body);

describe('by code and four digits', () => {
  test('typed carelessly, it is found; the way back keeps the code', async () => {
    open();
    await type('Mã hồ sơ', '0000000h53 261123 0042');
    await type('4 số cuối', '4821');
    await track();
    expect(await screen.findByRole('heading', { level: 1, name: 'Làm giấy khai sinh' })).toBeVisible();
    expect(screen.getByText('Đang xử lý')).toBeVisible();
    expect(screen.getByText('N••• T••• Mai')).toBeVisible();
    expect(questions()).toEqual([{ code, lastFour: '4821' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Tra cứu hồ sơ khác' }));
    expect(screen.getByLabelText('Mã hồ sơ')).toHaveValue('');
  });

  test('it is found while Zalo’s login is dead: nobody is asked for a session', async () => {
    const token = (): Promise<string> => Promise.reject(new Error('Zalo does not answer'));
    unbind();
    unbind = bindSession({ token, renew: token, levelDoubted: () => undefined });
    open();
    await type('Mã hồ sơ', code);
    await type('4 số cuối', '4821');
    await track();
    expect(await screen.findByRole('heading', { level: 1, name: 'Làm giấy khai sinh' })).toBeVisible();
  });

  test('an early tap says what is missing and asks nothing', async () => {
    open();
    await track();
    expect(screen.getByLabelText('Mã hồ sơ')).toHaveFocus();
    expect(screen.getByLabelText('Mã hồ sơ')).toHaveAccessibleDescription(/Ghi mã hồ sơ trên biên nhận/);
    await type('Mã hồ sơ', code);
    await type('4 số cuối', '48');
    await track();
    expect(screen.getByLabelText('4 số cuối')).toHaveFocus();
    expect(questions()).toEqual([]);
  });

  test('not found and too many tries, in words; what was typed stays', async () => {
    server.on('POST /tracked-dossiers', problem(404, 'not-found'));
    open();
    await type('Mã hồ sơ', code);
    await type('4 số cuối', '4821');
    await track();
    expect(await screen.findByRole('alert')).toHaveTextContent('Không tìm thấy hồ sơ với mã và 4 số cuối này');
    expect(screen.getByLabelText('Mã hồ sơ')).toHaveValue(code);
    server.on('POST /tracked-dossiers', problem(429, 'too-many-requests', { retryAfter: 840 }));
    await track();
    expect(await screen.findByText(/chờ 14 phút rồi thử lại/)).toBeVisible();
  });
});

describe('by the receipt', () => {
  test('a link from a camera is looked up at once', async () => {
    open(`/tra-cuu?ma=${code}&dau=${seal}`);
    expect(await screen.findByRole('heading', { level: 1, name: 'Làm giấy khai sinh' })).toBeVisible();
    expect(questions()).toEqual([{ code, seal }]);
  });

  test('a link that was cut asks nothing and keeps the code', () => {
    open(`/tra-cuu?ma=${code}&dau=abc`);
    expect(screen.getByLabelText('Mã hồ sơ')).toHaveValue(code);
    expect(questions()).toEqual([]);
  });

  test('scanned in the app, it is found', async () => {
    zalo.answer('action.open.qr', { data: { content: link } });
    open();
    await userEvent.click(screen.getByRole('button', { name: 'Quét mã trên biên nhận' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Làm giấy khai sinh' })).toBeVisible();
  });

  test.each([
    ['the code of something else', { data: { content: 'https://example.com/?ma=1' } }, /không phải mã trên biên nhận/],
    ['a scanner that may not be used', { error: -1403 }, /Chưa quét được mã/],
  ])('%s leaves typing', async (_, answer, words) => {
    zalo.answer('action.open.qr', answer);
    open();
    await userEvent.click(screen.getByRole('button', { name: 'Quét mã trên biên nhận' }));
    expect(await screen.findByText(words)).toBeVisible();
    expect(questions()).toEqual([]);
  });

  test('only what a receipt carries is read out of a scanned text', () => {
    expect(readScanned(link)).toEqual({ question: { code, seal }, code });
    expect(readScanned(code)).toEqual({ code });
    for (const text of ['', 'javascript:alert(1)', 'x'.repeat(9000), `https://a.b/?ma=${code}&dau=<script>`]) {
      expect(readScanned(text).question).toBeUndefined();
    }
  });
});
