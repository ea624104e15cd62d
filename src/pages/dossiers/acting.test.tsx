import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { bindSession, forgetPrivateAnswers } from '#api';
import { installFakeServer, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import procedure from '../../../provinces/tay-ninh/procedures/1.004873.json';
import DossierListScreen from './dossier-list-screen';
import SubmitScreen from './submit-screen';

const code = '1.004873';
const father = { delegationId: '5d0c7b1e-0000-4000-8000-0000000000f1', fullName: 'Trần Văn Bình' };
const aunt = { delegationId: '5d0c7b1e-0000-4000-8000-0000000000f2', fullName: 'Lê Sen Ti Nên' };

function delegation({ delegationId, fullName }: Schemas['ActingFor'], birthDate: string): Schemas['Delegation'] {
  return {
    id: delegationId,
    fullName,
    birthDate,
    idNumber: null,
    relationship: 'parent',
    evidence: null,
    consent: { version: '2026-11-25', text: 'Người này đã biết và đồng ý.' },
    givenAt: '2026-11-23T03:24:00.000Z',
    endsOn: '2027-11-23',
    endedAt: null,
  };
}

function draft(number: number, over: Partial<Schemas['Draft']>): Schemas['Draft'] {
  return {
    id: `3f0b7a0e-0000-4000-8000-${String(number).padStart(12, '0')}`,
    procedureCode: code,
    procedureName: 'Giấy độc thân',
    formVersion: procedure.form.version,
    answers: {},
    page: 'nguoi-duoc-xac-nhan',
    rev: 1,
    savedAt: '2026-11-23T03:24:00.000Z',
    expiresAt: '2027-01-22T03:24:00.000Z',
    files: [],
    prefilled: [],
    movedFrom: null,
    oldAnswers: [],
    ...over,
  };
}

const secrets = ['Lê Sen Ti Nên', '072051007777', 'SENTINEL'];
const ofAunt = draft(1, {
  actingFor: aunt,
  answers: { filingAs: 'uy-quyen', subjectName: 'Lê Sen Ti Nên', subjectId: '072051007777', purposeOther: 'SENTINEL' },
});
const ofFather = draft(2, { actingFor: father, answers: { filingAs: 'uy-quyen', subjectName: 'Trần Văn Bình' } });
const mine = draft(3, { page: 'nguoi-yeu-cau' });
const summary = ({ id, procedureCode, procedureName, page, savedAt, expiresAt, actingFor }: Schemas['Draft']) => ({
  ...{ id, procedureCode, procedureName, page, savedAt, expiresAt, step: 2, steps: 7, files: 0 },
  ...(actingFor === undefined ? {} : { actingFor }),
});

let server: FakeServer;
let go: (path: string) => void;
let place = '';
function Where() {
  const { pathname, search } = useLocation();
  place = pathname + search;
  return null;
}

function open(path: string): void {
  const shown = render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[path]}>
        <Where />
        <Routes>
          <Route path="/ho-so/nop/:procedureCode" element={<SubmitScreen />} />
          <Route path="/ho-so" element={<DossierListScreen />} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
  go = (next) => {
    shown.unmount();
    open(next);
  };
}

/** Everything the document says, in text and in its controls. */
function everything(): string {
  const controls = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(
    ({ value, defaultValue }) => `${value} ${defaultValue}`,
  );
  return `${document.documentElement.outerHTML} ${controls.join(' ')}`;
}

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  installFakeZalo();
  server = installFakeServer();
  server.on(`GET /procedures/${code}`, { ...procedure.guide, code, formVersion: procedure.form.version });
  server.on(`GET /procedures/${code}/forms/${procedure.form.version}`, procedure.form);
  server.on('GET /drafts', { items: [ofAunt, ofFather].map(summary) });
  server.on('GET /dossiers', { items: [], next: null });
  server.on('GET /delegations', {
    items: [delegation(father, '1961-11-02'), delegation(aunt, '1951-07-19')],
    toMe: [],
    consent: { version: '1', guardian: { vi: '', en: '' }, adult: { vi: '', en: '' } },
  });
  for (const one of [ofAunt, ofFather, mine]) {
    server.on(`GET /drafts/${one.id}`, one);
    server.on(`PUT /drafts/${one.id}`, ({ body }) => ({ ...one, ...(body as object), rev: one.rev + 1 }));
  }
  forgetPrivateAnswers();
  return bindSession({
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
    levelDoubted: () => undefined,
  });
});

const fill = (one: Schemas['Draft']) => `/ho-so/nop/${code}?nhap=${one.id}&buoc=${one.page}`;

describe('acting for another person', () => {
  test('every step says for whom; nothing of the first person is in the second one’s form: the leak test', async () => {
    open(fill(ofAunt));
    expect(await screen.findByText('Đang làm giúp: Lê Sen Ti Nên')).toBeVisible();
    expect(screen.getByLabelText('Họ, chữ đệm, tên')).toHaveValue('Lê Sen Ti Nên');
    await userEvent.type(screen.getByLabelText('Số định danh cá nhân'), ' SENTINEL');
    for (const secret of secrets) if (secret !== 'SENTINEL') expect(everything()).toContain(secret);

    go(fill(ofFather));
    expect(await screen.findByText('Đang làm giúp: Trần Văn Bình')).toBeVisible();
    expect(screen.getByLabelText('Họ, chữ đệm, tên')).toHaveValue('Trần Văn Bình');
    expect(screen.getByLabelText('Số định danh cá nhân')).toHaveValue('');
    for (const secret of secrets) expect(everything()).not.toContain(secret);

    go(`/ho-so/nop/${code}?nhap=${ofFather.id}&buoc=review`);
    expect(await screen.findByText('Đang làm giúp: Trần Văn Bình')).toBeVisible();
    for (const secret of secrets) expect(everything()).not.toContain(secret);

    go(fill(mine));
    expect(await screen.findByRole('heading', { level: 1, name: 'Người nộp' })).toBeVisible();
    expect(screen.queryByText(/Đang làm giúp/)).toBeNull();
    for (const secret of [...secrets, 'Trần Văn Bình']) expect(everything()).not.toContain(secret);
  });

  test('asked before anything is typed; the draft is begun for the one who was chosen, and only their drafts are offered', async () => {
    const begun: unknown[] = [];
    server.on('POST /drafts', ({ body }) => {
      begun.push(body);
      return ofFather;
    });
    open(`/ho-so/nop/${code}`);
    const ask = await screen.findByRole('group', { name: 'Nộp cho ai?' });
    expect(ask).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Cho tôi' })).toBeChecked();
    // One's own: the drafts of others are not offered here.
    expect(screen.queryByRole('link', { name: 'Làm tiếp' })).toBeNull();
    await userEvent.click(await screen.findByRole('radio', { name: /Trần Văn Bình/ }));
    expect(await screen.findByRole('link', { name: 'Làm tiếp' })).toHaveAttribute(
      'href',
      expect.stringContaining(ofFather.id),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Bắt đầu hồ sơ mới' }));
    await waitFor(() => {
      expect(place).toContain(ofFather.id);
    });
    expect(begun).toEqual([expect.objectContaining({ procedureCode: code, delegationId: father.delegationId })]);
  });

  test('the list keeps people apart', async () => {
    server.on('GET /drafts', { items: [ofAunt, mine, ofFather].map(summary) });
    open('/ho-so');
    const lists = await screen.findAllByRole('list', { name: /Của tôi|Đang làm giúp/ });
    expect(lists.map((list) => list.getAttribute('aria-label'))).toEqual([
      'Của tôi',
      'Đang làm giúp: Lê Sen Ti Nên',
      'Đang làm giúp: Trần Văn Bình',
    ]);
  });
});
