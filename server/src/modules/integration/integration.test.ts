import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { DossierState, Problem, Schemas } from '@dvc/contract';
import { dossierState, dossierStates, officeMoves } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { days } from '#core/clock';
import { citizenPhone, listen, readyDraft, submitDraft } from '../../../test/support/birth-draft.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

type Dossier = Schemas['Dossier'];
interface ForOffice {
  dossier: Dossier;
  submitter: { fullName: string; idNumber: string; phone: string | null };
  answers: Schemas['Answers'];
  receipt: Schemas['Receipt'];
}

const OFFICE = 'Trung tâm Phục vụ hành chính công phường Tân Ninh';
const states = dossierStates.map(({ code }) => code);

describe.each(databaseKinds)('offices on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100' } });
    // A Monday without holidays near it.
    server.clock.set(new Date('2026-11-09T02:00:00Z'));
    url = await listen(server);
  });
  afterAll(() => server.close());

  async function send(): Promise<Schemas['Receipt']> {
    anh = await citizenPhone(server, 'anh');
    const { submission } = await readyDraft(server, url, anh);
    return (await submitDraft(anh, submission)).body;
  }

  async function ask<T = Problem>(method: 'GET' | 'POST', path: string, body?: object, key: string = randomUUID()) {
    const response = await server.app.inject({
      method,
      url: `/integration${path}`,
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}`, 'idempotency-key': key },
      ...(body ? { payload: body } : {}),
    });
    return { status: response.statusCode, text: response.body, body: JSON.parse(response.body) as T };
  }

  function move<T = Dossier>(code: string, to: DossierState, note?: string, key?: string) {
    // Notices of one moment have no order.
    server.clock.advance(1);
    // What this procedure costs stands in no form, so the office says it.
    const fee = to === 'paymentRequired' ? { fee: { amountVnd: 8000 } } : {};
    return ask<T>('POST', `/dossiers/${code}/transitions`, { to, by: OFFICE, ...(note ? { note } : {}), ...fee }, key);
  }

  const toldAbout = async (dossierId: string) => {
    const { body } = await anh.call<{ items: Schemas['Notification'][] }>('GET', '/notifications?limit=100');
    return body.items.filter(({ path }) => path?.startsWith(`/ho-so/${dossierId}`));
  };

  test('acceptance sets the due date, registers the dossier, and the citizen is told', async () => {
    const { code, dossierId } = await send();
    const { status, body } = await move(code, 'accepted');
    expect([status, body.state, body.clock, body.turn]).toEqual([200, 'accepted', 'running', 'authority']);
    // Birth registration: one working day; the 9th is a Monday.
    expect([body.dueDate, body.workingDaysLeft]).toEqual(['2026-11-10', 1]);
    expect(body.acknowledgements.registeredAt).toBe(server.clock.now().toISOString());
    expect(body.events).toEqual([
      expect.objectContaining({ state: 'submitted', by: null }),
      expect.objectContaining({ state: 'accepted', by: OFFICE, note: null }),
    ]);
    expect((await anh.call<Dossier>('GET', `/dossiers/${dossierId}`)).body).toEqual(body);
    const [latest] = await toldAbout(dossierId);
    expect(latest?.body).toBe(`Hồ sơ đã hợp lệ. Hẹn trả kết quả ngày thứ ba, 10/11/2026. Mã hồ sơ: ${code}.`);
  });

  test('the whole road, with a supplement on the way: the clock stands and the new day is told', async () => {
    const { code, dossierId } = await send();
    await move(code, 'accepted');
    const stopped = await move(code, 'supplementRequired', 'Ảnh giấy chứng sinh bị mờ. Hãy chụp lại.');
    expect([stopped.body.dueDate, stopped.body.clock, stopped.body.turn]).toEqual([null, 'stopped', 'citizen']);
    expect((await toldAbout(dossierId))[0]?.body).toContain('Ảnh giấy chứng sinh bị mờ. Hãy chụp lại.');
    server.clock.advance(days(2));
    const going = await move(code, 'processing');
    expect([going.body.dueDate, going.body.clock]).toEqual(['2026-11-12', 'running']);
    const done = await move(code, 'completed');
    expect([done.body.clock, done.body.nextStates]).toEqual(['ended', ['handedOver']]);
    const over = await move(code, 'handedOver');
    expect(over.body.events.map(({ state }) => state)).toEqual([
      'submitted',
      'accepted',
      'supplementRequired',
      'processing',
      'completed',
      'handedOver',
    ]);
    anh = await citizenPhone(server, 'anh');
    expect(await toldAbout(dossierId)).toHaveLength(6);
    server.clock.advance(-days(2));
  });

  test('late shows as negative working days', async () => {
    const { code, dossierId } = await send();
    await move(code, 'accepted');
    server.clock.advance(days(4));
    anh = await citizenPhone(server, 'anh');
    const { body } = await anh.call<Dossier>('GET', `/dossiers/${dossierId}`);
    expect(body.workingDaysLeft).toBe(-3);
    server.clock.advance(-days(4));
  });

  test.each(['refused', 'supplementRequired', 'suspended'] as const)('%s needs a reason in words', async (to) => {
    const { code } = await send();
    if (to === 'suspended') await move(code, 'accepted');
    for (const note of [undefined, '   ']) {
      const { status, body } = await move<Problem>(code, to, note);
      expect([status, body.errors?.[0]?.path, body.errors?.[0]?.code]).toEqual([422, 'note', 'required']);
    }
    expect((await move(code, to, 'Thiếu giấy.')).body.state).toBe(to);
  });

  test('the same act twice is one act, word for word; another under its key is a conflict', async () => {
    const { code, dossierId } = await send();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => move(code, 'accepted', undefined, key)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.body.events).toHaveLength(2);
    expect(await toldAbout(dossierId)).toHaveLength(2);
    expect((await move<Problem>(code, 'processing', undefined, key)).body.code).toBe('idempotency-conflict');
  });

  test('two officers at once: one moves it, the other hears where it is', async () => {
    const { code } = await send();
    const answers = await Promise.all([
      move<Dossier & Problem>(code, 'accepted'),
      move<Dossier & Problem>(code, 'refused', 'Sai nơi nộp.'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({
      code: 'transition-refused',
      detail: expect.stringContaining('Hồ sơ đang ở bước'),
    });
  });

  test('property: exactly the transitions of the contract, whatever is tried', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 8 }), async (tries) => {
        const { code } = await send();
        let state: DossierState = 'submitted';
        for (const to of tries) {
          const { status, body } = await move<Dossier & Problem>(code, to, 'Lý do.');
          expect([state, to, status]).toEqual([state, to, officeMoves(state).includes(to) ? 200 : 409]);
          if (status === 200) state = to;
          else expect(body.code).toBe('transition-refused');
        }
        const { body } = await ask<ForOffice>('GET', `/dossiers/${code}?purpose=test`);
        expect([body.dossier.state, body.dossier.turn]).toEqual([state, dossierState(state).turn]);
      }),
      { numRuns: 12 },
    );
  });

  test('reading answers needs a purpose and is written down', async () => {
    const { code, dossierId } = await send();
    expect((await ask('GET', `/dossiers/${code}`)).body.code).toBe('bad-request');
    const purpose = 'Thụ lý hồ sơ khai sinh';
    const { body } = await ask<ForOffice>('GET', `/dossiers/${code}?purpose=${encodeURIComponent(purpose)}`);
    expect(body.answers['childName']).toBe('Nguyễn Văn An');
    expect(body.submitter).toEqual({ fullName: 'Nguyễn Thị Ánh', idNumber: '072188000001', phone: '0900000001' });
    expect(body.receipt.dossierId).toBe(dossierId);
    const { rows } = await server.deps.db.query('select system, purpose from dossier_reads where dossier_id = $1', [
      dossierId,
    ]);
    expect(rows).toEqual([{ system: 'test', purpose }]);
    expect((await ask('GET', '/dossiers/000.00.00.H53-000000-0000?purpose=test')).status).toBe(404);
  });

  test('all dossiers of a state, oldest change first, page by page', async () => {
    const sent = [await send(), await send(), await send()].map(({ code }) => code);
    const seen: string[] = [];
    let cursor = '';
    for (;;) {
      const path = `/dossiers?state=submitted&limit=2${cursor ? `&cursor=${cursor}` : ''}`;
      const { body } = await ask<{ items: Schemas['DossierSummary'][]; next: string | null }>('GET', path);
      expect(body.items.every(({ state }) => state === 'submitted')).toBe(true);
      seen.push(...body.items.map(({ code }) => code));
      if (body.next === null) break;
      cursor = body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    for (const code of sent) expect(seen).toContain(code);
  });

  test('whoever is unlinked is not told, and finds it all after linking again', async () => {
    const { code, dossierId } = await send();
    const before = (await toldAbout(dossierId)).length;
    await anh.call('DELETE', '/identity/links/mine');
    await move(code, 'accepted');
    expect(await toldAbout(dossierId)).toHaveLength(before);
    await anh.link('072188000001');
    expect((await anh.call<Dossier>('GET', `/dossiers/${dossierId}`)).body.state).toBe('accepted');
  });
});
