import { randomUUID } from 'node:crypto';
import type { Problem, Schemas } from '@dvc/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { days } from '#core/clock';
import { maskName } from '#core/masking';
import { citizenPhone, listen, sendPaper, submitDraft } from '../../../test/support/birth-draft.ts';
import { pdf } from '../../../test/support/sample-papers.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

type Delegation = Schemas['Delegation'];
type Draft = Schemas['Draft'];
interface Listed {
  items: Delegation[];
  toMe: Schemas['DelegationToMe'][];
  consent: Schemas['Consent'];
}

/** Giấy xác nhận tình trạng hôn nhân: its second page is about whom it is for. */
const MARRIAGE_STATE = '1.004873';
const SOCIAL_PENSION = '1.014027';
const BIRTH = '1.001193';

/** Two people Ánh acts for; every fact is found nowhere else. */
const father = { fullName: 'Trần Văn Bình', birthDate: '1961-11-02', idNumber: '072061000002', relationship: 'parent' };
const sentinel = {
  fullName: 'Lê Sen Ti Nên',
  birthDate: '1951-07-19',
  idNumber: '072051007777',
  relationship: 'grandparent',
};

describe.each(databaseKinds)('acting for another on %s', (kind) => {
  let server: TestServer;
  let anh: TestPhone;
  let dung: TestPhone;

  let url: string;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100' } });
    url = await listen(server);
  });
  beforeEach(async () => {
    anh = await citizenPhone(server, 'anh');
    dung = await citizenPhone(server, 'dung');
    await server.deps.db.query('update delegations set ended_at = given_at where ended_at is null');
  });
  afterAll(() => server.close());

  const list = async (phone: TestPhone) => (await phone.call<Listed>('GET', '/delegations')).body;
  const add = async (phone: TestPhone, facts: object) => {
    const { consent } = await list(phone);
    const body = { id: randomUUID(), months: 12, consentVersion: consent.version, ...facts };
    return phone.call<Delegation & Problem>('POST', '/delegations', { body });
  };
  const start = (
    phone: TestPhone,
    delegationId: string | undefined,
    procedureCode = MARRIAGE_STATE,
    id: string = randomUUID(),
  ) =>
    phone.call<Draft & Problem>('POST', '/drafts', {
      body: { id, procedureCode, ...(delegationId === undefined ? {} : { delegationId }) },
    });
  const notices = async (phone: TestPhone) =>
    (await phone.call<{ items: Schemas['Notification'][] }>('GET', '/notifications')).body.items.map(
      ({ title }) => title,
    );
  const faults = ({ body }: { body: Problem }) => body.errors?.map(({ path, code }) => `${path} ${code}`);

  const answersFor = (draft: Draft, facts: { fullName: string; idNumber: string; birthDate: string }) => ({
    ...draft.answers,
    requesterAddress: { commune: '25459', detail: 'Khu phố 3' },
    filingAs: 'uy-quyen',
    subjectName: facts.fullName,
    subjectId: facts.idNumber,
    subjectDob: facts.birthDate,
    subjectGender: 'nu',
    subjectEthnic: 'kinh',
    subjectAddress: { commune: '25459', detail: 'Khu phố 9' },
  });
  const save = async (phone: TestPhone, draft: Draft, answers: object) => {
    const { rev, formVersion, oldAnswers, page } = draft;
    const body = { rev, formVersion, answers, oldAnswers, page };
    return (await phone.call<Draft>('PUT', `/drafts/${draft.id}`, { body })).body;
  };
  const sending = ({ id: draftId, rev }: Draft) => ({
    draftId,
    rev,
    files: [],
    declaration: ['trueStatement', 'consentData'],
  });
  const send = (phone: TestPhone, draft: Draft) => submitDraft(phone, sending(draft));

  test('what was agreed to is kept word by word; both are told; the same request again is the same delegation', async () => {
    const binh = await citizenPhone(server, 'binh');
    const { consent } = await list(anh);
    const body = { id: randomUUID(), ...father, evidence: ' Sổ hộ khẩu ', months: 6, consentVersion: consent.version };
    const first = await anh.call<Delegation>('POST', '/delegations', { body });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      ...father,
      evidence: 'Sổ hộ khẩu',
      consent: { version: consent.version, text: consent.adult.vi },
      givenAt: server.clock.now().toISOString(),
      endedAt: null,
    });
    expect((await anh.call('POST', '/delegations', { body })).body).toEqual(first.body);
    expect((await anh.call('POST', '/delegations', { body: { ...body, months: 1 } })).body.code).toBe(
      'idempotency-conflict',
    );
    expect((await dung.call('POST', '/delegations', { body })).body.code).toBe('not-found');
    expect((await list(anh)).items).toEqual([first.body]);
    expect(await notices(anh)).toContain(`Bạn làm giúp ${father.fullName}`);
    expect(await notices(binh)).toContain('Nguyễn Thị Ánh làm giúp hồ sơ cho bạn');
    expect((await list(binh)).toMe).toEqual([
      expect.objectContaining({ id: first.body.id, fullName: 'Nguyễn Thị Ánh' }),
    ]);
  });

  test.each([
    ['no name', { ...father, fullName: ' ' }, 'fullName required'],
    ['a day that never was', { ...father, birthDate: '1947-02-30' }, 'birthDate date-unreal'],
    ['a number too short', { ...father, idNumber: '12345' }, 'idNumber id-number'],
    ['oneself', { ...father, idNumber: '072188000001' }, 'idNumber self'],
    ['a grown-up child', { ...father, relationship: 'child' }, 'birthDate grown-up'],
    ['a parent of ten years', { ...father, birthDate: '2016-01-01' }, 'birthDate not-grown-up'],
    ['words of another day', { ...father, consentVersion: '2020-01-01' }, 'consentVersion changed'],
  ])('refused: %s', async (_what, facts, fault) => {
    const answer = await add(anh, facts);
    expect([answer.status, ...(faults(answer) ?? [])]).toEqual([422, fault]);
    expect((await list(anh)).items).toEqual([]);
  });

  test('somebody who only knows the number is not told of anything', async () => {
    await add(dung, { ...father, birthDate: '1950-01-01' });
    const binh = await citizenPhone(server, 'binh');
    expect((await list(binh)).toMe).toEqual([]);
    expect((await notices(binh)).filter((title) => title.includes('Dũng'))).toEqual([]);
  });

  test('each of the two ends it, a stranger cannot; nothing new is begun by it, and both are told', async () => {
    const { body: one } = await add(anh, father);
    expect((await dung.call('DELETE', `/delegations/${one.id}`)).status).toBe(404);
    const binh = await citizenPhone(server, 'binh');
    expect((await binh.call('DELETE', `/delegations/${one.id}`)).status).toBe(204);
    expect((await anh.call('DELETE', `/delegations/${one.id}`)).status).toBe(204);
    expect((await list(anh)).items).toEqual([]);
    expect((await start(anh, one.id)).body.code).toBe('not-found');
    expect(await notices(anh)).toContain(`Đã dừng làm giúp ${father.fullName}`);
    expect(await notices(binh)).toContain('Nguyễn Thị Ánh không còn làm giúp bạn');
  });

  test('it ends by itself after its last day', async () => {
    const { body: one } = await add(anh, { ...father, months: 1 });
    server.clock.advance(days(33));
    anh = await citizenPhone(server, 'anh');
    expect((await list(anh)).items).toEqual([]);
    expect((await start(anh, one.id)).status).toBe(404);
    server.deps.jobs.start();
    await expect.poll(() => notices(anh), { timeout: 20_000 }).toContain(`Hết hạn làm giúp ${father.fullName}`);
    await server.deps.jobs.stop();
  });

  test('a form is begun with the record of the one it is for, and of nobody else: the leak test', async () => {
    const { body: forFather } = await add(anh, father);
    const { body: forOther } = await add(anh, sentinel);
    // Everything of the first person is in a draft, sent and unsent, before the second's is begun.
    const begun = (await start(anh, forOther.id)).body;
    await save(anh, begun, { ...answersFor(begun, sentinel), purposeOther: 'SENTINEL-TYPED' });
    await start(anh, undefined);
    const answer = await start(anh, forFather.id);
    expect(answer.status).toBe(201);
    expect(answer.body.actingFor).toEqual({ delegationId: forFather.id, fullName: father.fullName });
    expect(answer.body.answers).toMatchObject({
      filingAs: 'uy-quyen',
      requesterName: 'Nguyễn Thị Ánh',
      subjectName: father.fullName,
      subjectId: father.idNumber,
      subjectDob: father.birthDate,
    });
    const read = await anh.call('GET', `/drafts/${answer.body.id}`);
    for (const text of [answer.text, read.text]) {
      for (const leak of [sentinel.fullName, sentinel.birthDate, sentinel.idNumber, 'SENTINEL-TYPED', forOther.id]) {
        expect(text).not.toContain(leak);
      }
    }
    // The other way round, and for oneself.
    const back = await start(anh, forOther.id);
    const own = await start(anh, undefined);
    for (const leak of Object.values({ ...father, relationship: forFather.id })) {
      expect(back.text).not.toContain(leak);
      expect(own.text).not.toContain(leak);
    }
    expect(own.body.answers).not.toHaveProperty('subjectName');
    expect(own.body).not.toHaveProperty('actingFor');
    // And nobody else's phone sees a word of either.
    const listed = await Promise.all(['/drafts', '/dossiers', '/delegations'].map((url) => dung.call('GET', url)));
    for (const { text } of listed) expect(text).not.toMatch(/Trần Văn Bình|Sen Ti Nên/);
  });

  test('pages that describe the one who acts as the subject stay empty', async () => {
    const { body: one } = await add(anh, father);
    const { body } = await start(anh, one.id, SOCIAL_PENSION);
    expect(body.answers).toMatchObject({ requesterName: 'Nguyễn Thị Ánh', elderName: father.fullName });
    expect(body.answers).not.toHaveProperty('requesterDob');
    expect((await start(anh, undefined, SOCIAL_PENSION)).body.answers).toHaveProperty('requesterDob', '1988-03-14');
  });

  test('a form that knows no other person, a stranger’s delegation, another person under the same id: refused', async () => {
    const { body: one } = await add(anh, father);
    expect(faults(await start(anh, one.id, BIRTH))).toEqual(['delegationId self-only']);
    expect((await start(dung, one.id)).status).toBe(404);
    const { body: draft } = await start(anh, one.id);
    expect((await start(anh, one.id, MARRIAGE_STATE, draft.id)).body).toEqual(draft);
    expect((await start(anh, undefined, MARRIAGE_STATE, draft.id)).body.code).toBe('idempotency-conflict');
  });

  describe('sending', () => {
    const whole = (draft: Draft, facts = father) => ({
      ...answersFor(draft, facts),
      status: 'chua',
      again: 'khong',
      purpose: 'khac',
      purposeOther: 'Vay vốn',
      delivery: 'truc-tuyen',
      residences: [{ place: { commune: '25459', detail: 'Khu phố 9' }, from: '2000-01-', still: 'co' }],
    });

    test('the receipt names both; lists and notices say whom it is for', async () => {
      const { body: one } = await add(anh, father);
      const begun = (await start(anh, one.id)).body;
      await sendPaper(url, anh, { draftId: begun.id, bytes: pdf(), paperId: 'van-ban-uy-quyen' });
      await server.deps.jobs.drain();
      const saved = await save(anh, begun, whole(begun));
      const files = saved.files.map(({ id, sha256 }) => ({ id, sha256: sha256 ?? '' }));
      const { status, body: receipt } = await submitDraft(anh, { ...sending(saved), files });
      expect([status, receipt.errors]).toEqual([201, undefined]);
      expect(receipt.actingFor).toEqual({ submitter: 'Nguyễn Thị Ánh', subject: father.fullName });
      const { items } = (await anh.call<{ items: Schemas['DossierSummary'][] }>('GET', '/dossiers')).body;
      const actingFor = { delegationId: one.id, fullName: father.fullName };
      expect(items.find(({ id }) => id === receipt.dossierId)?.actingFor).toEqual(actingFor);
      const { body: dossier } = await anh.call<Schemas['Dossier']>('GET', `/dossiers/${receipt.dossierId}`);
      expect(dossier.actingFor).toEqual(actingFor);
      expect((await notices(anh)).some((title) => title.includes(`(làm giúp ${father.fullName})`))).toBe(true);
      const { body: wallet } = await anh.call<{ items: Schemas['DocumentSummary'][] }>('GET', '/wallet/documents');
      expect(wallet.items.find(({ dossierId }) => dossierId === receipt.dossierId)?.actingFor).toEqual(actingFor);
      // Whoever looks it up reads whom it is about, and only so much of the name.
      const lookUp = { body: { code: receipt.code, lastFour: '0001' } };
      const { body: tracked } = await anh.call<Schemas['TrackedDossier']>('POST', '/tracked-dossiers', lookUp);
      expect(tracked.about).toBe(maskName(father.fullName));
      // It is the submitter's dossier: the one it is for has an own space, and this is not in it.
      const binh = await citizenPhone(server, 'binh');
      expect((await binh.call('GET', `/dossiers/${receipt.dossierId}`)).status).toBe(404);
    });

    test('about another person, or for oneself after all: refused where it was written', async () => {
      const { body: one } = await add(anh, father);
      const begun = (await start(anh, one.id)).body;
      const other = await save(anh, begun, whole(begun, sentinel));
      expect(faults(await send(anh, other))).toContain('subjectName another-person');
      const self = await save(anh, other, { ...whole(begun), filingAs: 'ban-than' });
      expect(faults(await send(anh, self))).toContain('filingAs for-another');
    });

    test('ended meanwhile: not sent, kept; once the person is added again it can be', async () => {
      const { body: one } = await add(anh, father);
      const begun = (await start(anh, one.id)).body;
      const saved = await save(anh, begun, whole(begun));
      await anh.call('DELETE', `/delegations/${one.id}`);
      expect(faults(await send(anh, saved))).toContain('delegation ended');
      expect((await anh.call('GET', `/drafts/${saved.id}`)).status).toBe(200);
      await add(anh, father);
      expect(faults(await send(anh, saved))).not.toContain('delegation ended');
    });
  });
});
