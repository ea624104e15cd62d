import { randomUUID } from 'node:crypto';
import type { Problem, Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, asOffice } from '../../../test/support/ask-and-book.ts';
import { citizenPhone, listen, readyDraft, submitDraft } from '../../../test/support/birth-draft.ts';
import { sampleQuestion } from '../../../test/support/ask-samples.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

type Mine = Schemas['MyQuestion'];
type ForOffice = Schemas['OfficeQuestion'];
type Published = Schemas['PublishedQuestion'];

const BY = 'Sở Tư pháp';

describe.each(databaseKinds)('questions on %s', (kind) => {
  let server: TestServer;
  let anh: TestPhone;
  let gam: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100' } });
    anh = await citizenPhone(server, 'anh');
    gam = await (await server.phone('gam').open()).giveContact();
    // A Tuesday at nine in the morning; Monday to Friday are worked.
    server.clock.set(new Date('2026-12-01T02:00:00Z'));
    await server.deps.db.script(`update sessions set expires_at = '2027-12-01'`);
  });
  afterAll(() => server.close());

  const answer = (code: string, text = 'Nộp ở phường nơi bạn ở.', outcome = 'answered', key?: string) =>
    asOffice<ForOffice & Problem>(server, 'POST', `/questions/${code}/answer`, { outcome, by: BY, text }, key);
  const publish = (code: string, words: object) =>
    asOffice<Published & Problem>(server, 'PUT', `/questions/${code}/publication`, words);
  const notices = async (phone: TestPhone, id: string) => {
    const { body } = await phone.call<{ items: Schemas['Notification'][] }>('GET', '/notifications?limit=100');
    return body.items.filter(({ path }) => path?.includes(id)).map(({ title }) => title);
  };
  const find = async (query: string) =>
    (await anh.call<{ items: Published[]; next: string | null }>('GET', `/questions?${query}`)).body;

  test('asked by somebody with a phone number; due in eight working hours; sent again it is the same', async () => {
    const id = randomUUID();
    const { status, body } = await ask(gam, {}, id);
    expect([status, body.about.state, body.about.authority]).toEqual([201, 'sent', BY]);
    // Nine in the morning: 2.5 hours, then 3.5, then 2 on the next day from seven.
    expect(body.about.dueAt).toBe('2026-12-02T02:00:00.000Z');
    expect(body.events).toEqual([expect.objectContaining({ kind: 'sent', by: null })]);
    expect((await ask(gam, {}, id)).body).toEqual(body);
    expect((await ask(gam, { text: 'Một câu hỏi khác hẳn.' }, id)).body.code).toBe('idempotency-conflict');
    expect((await ask(anh, {}, id)).body.code).toBe('idempotency-conflict');
    expect((await anh.call('GET', `/my-questions/${id}`)).status).toBe(404);
  });

  test('an office says why it reads one; the asker sees who, when and why, also of whoever did something to it', async () => {
    const binh = await citizenPhone(server, 'binh');
    const { about } = (await ask(binh)).body;
    for (const purpose of ['', '?purpose=', '?purpose=%20%20%20%20', '?purpose=a%20']) {
      expect((await asOffice(server, 'GET', `/questions/${about.code}${purpose}`)).status, purpose).toBe(400);
    }
    const readings = async () => (await binh.call<Schemas['Privacy']>('GET', '/privacy')).body.readings;
    expect(await readings()).toEqual([]);
    await asOffice(server, 'GET', `/questions/${about.code}?purpose=%20Chuy%E1%BB%83n%20%C4%91%C3%BAng%20n%C6%A1i`);
    await answer(about.code);
    const seen = (await readings()).sort((a, b) => a.purpose.localeCompare(b.purpose, 'vi'));
    expect(seen).toEqual([
      expect.objectContaining({ purpose: 'Chuyển đúng nơi', path: `/hoi-dap/cua-toi?ma=${about.id}` }),
      expect.objectContaining({ system: 'test', purpose: `Trả lời câu hỏi: ${BY}`, about: about.code }),
    ]);
    expect((await gam.call<Schemas['Privacy']>('GET', '/privacy')).body.readings).toEqual([]);
  });

  test('twenty times at once it is one question', async () => {
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(gam, {}, id)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.about.code}`)).size).toBe(1);
    expect(answers[0]!.body.events).toHaveLength(1);
  });

  test('what is missing is said in the words of its field', async () => {
    const { status, body } = await ask(gam, { field: 'khong-co', title: ' ', text: 'ngắn' });
    expect(status).toBe(422);
    expect(body.errors?.map(({ path }) => path)).toEqual(['field', 'title', 'text']);
  });

  test('a draft is kept as it is typed, by account, and is gone when it was sent', async () => {
    const draft = { id: randomUUID(), ...sampleQuestion, dossierId: null, text: 'Đang ghi dở' };
    await gam.call('PUT', '/question-draft', { body: draft });
    const read = await gam.call<{ draft: Schemas['QuestionDraft'] | null }>('GET', '/question-draft');
    expect(read.body.draft).toEqual(draft);
    expect((await anh.call<{ draft: unknown }>('GET', '/question-draft')).body.draft).toBeNull();
    await ask(gam, {}, draft.id);
    expect((await gam.call<{ draft: unknown }>('GET', '/question-draft')).body.draft).toBeNull();
    // A saving that comes late, after the sending, brings nothing back.
    const late = await gam.call('PUT', '/question-draft', { body: draft });
    expect([late.status, late.body.code]).toEqual([409, 'draft-sent']);
    expect((await gam.call<{ draft: unknown }>('GET', '/question-draft')).body.draft).toBeNull();
  });

  test('written on two phones: the later saving does not overwrite what it has not seen', async () => {
    const draft = { id: randomUUID(), ...sampleQuestion, dossierId: null, text: 'Ở máy này' };
    const nothing = encodeURIComponent(new Date(0).toISOString());
    const save = (text: string, seen: string) =>
      gam.call<{ savedAt: string } & Problem>('PUT', `/question-draft?seen=${seen}`, { body: { ...draft, text } });
    const first = await save('Ở máy này', nothing);
    expect(first.status).toBe(200);
    const seen = encodeURIComponent(first.body.savedAt);
    // Its answer was lost: the very same again is taken.
    expect((await save('Ở máy này', nothing)).status).toBe(200);
    const other = await save('Ở máy kia', nothing);
    expect([other.status, other.body.code]).toEqual([409, 'draft-conflict']);
    const kept = await gam.call<{ draft: { text: string } }>('GET', '/question-draft');
    expect(kept.body.draft.text).toBe('Ở máy này');
    const before = server.clock.now();
    server.clock.set(new Date(before.getTime() + 5_000));
    expect((await save('Ở máy này, nữa', seen)).status).toBe(200);
    expect((await save('Ở máy kia, muộn', seen)).status).toBe(409);
    server.clock.set(before);
    await gam.call('DELETE', '/question-draft');
    // Thrown away, it stays away: neither a saving that comes late nor another phone writes it again.
    expect((await save('Ở máy này, nữa', seen)).status).toBe(404);
    expect((await gam.call<{ draft: unknown }>('GET', '/question-draft')).body.draft).toBeNull();
    expect((await save('Câu khác', nothing)).status).toBe(200);
    await gam.call('DELETE', '/question-draft');
  });

  test('only a dossier of one’s own can be named', async () => {
    const url = await listen(server);
    const { submission } = await readyDraft(server, url, anh);
    const { body: receipt } = await submitDraft(anh, submission);
    const named = await ask(anh, { dossierId: receipt.dossierId });
    expect([named.status, named.body.dossierCode]).toEqual([201, receipt.code]);
    const theirs = await ask(gam, { dossierId: receipt.dossierId });
    const none = await ask(gam, { dossierId: randomUUID() });
    expect([theirs.status, theirs.body.errors]).toEqual([422, none.body.errors]);
  });

  test('asked to say more the clock stands; what is said starts it anew; each step once and told', async () => {
    const { about } = (await ask(gam)).body;
    const key = randomUUID();
    const wish = { by: BY, text: 'Bạn đang ở xã nào?' };
    const path = `/questions/${about.code}/clarification-request`;
    const asked = await asOffice<ForOffice>(server, 'POST', path, wish, key);
    expect([asked.status, asked.body.question.about.state, asked.body.question.about.dueAt]).toEqual([
      200,
      'clarification',
      null,
    ]);
    expect((await asOffice(server, 'POST', path, wish, key)).body).toEqual(asked.body);
    expect((await asOffice(server, 'POST', path, wish)).body.code).toBe('question-moved');
    const say = (text: string, headers = { 'idempotency-key': randomUUID() }) =>
      gam.call<Mine & Problem>('POST', `/my-questions/${about.id}/clarification`, { body: { text }, headers });
    expect((await say(' ')).body.code).toBe('invalid');
    const headers = { 'idempotency-key': randomUUID() };
    const said = await say('Ở phường Tân Ninh.', headers);
    expect([said.body.about.state, said.body.about.dueAt]).toEqual(['sent', '2026-12-02T02:00:00.000Z']);
    expect((await say('Ở phường Tân Ninh.', headers)).body).toEqual(said.body);
    expect((await say('Nữa.')).body.code).toBe('question-moved');
    await answer(about.code);
    expect(await notices(gam, about.id)).toEqual(
      expect.arrayContaining(['Câu hỏi của bạn đã có trả lời', 'Cần bạn nói thêm về câu hỏi']),
    );
    const { body } = await gam.call<Mine>('GET', `/my-questions/${about.id}`);
    expect(body.events.map(({ kind: what }) => what)).toEqual(['sent', 'clarificationAsked', 'clarified', 'answered']);
  });

  test('rated once answered, and changeable; before that not', async () => {
    const { about } = (await ask(gam)).body;
    const rate = (score: number) =>
      gam.call<Mine & Problem>('PUT', `/my-questions/${about.id}/rating`, { body: { score } });
    expect((await rate(5)).body.code).toBe('question-moved');
    await answer(about.code);
    expect((await rate(2)).body.rating).toEqual({ score: 2, comment: null });
    expect((await rate(4)).body.rating).toEqual({ score: 4, comment: null });
  });

  test('a question that is not answered here says why', async () => {
    const { about } = (await ask(gam)).body;
    await answer(about.code, 'Việc này do Thuế tỉnh trả lời. Bạn gọi 1900 1234.', 'refused');
    const { body } = await gam.call<Mine>('GET', `/my-questions/${about.id}`);
    expect([body.about.state, body.mayRate, body.events.at(-1)?.text]).toEqual([
      'refused',
      false,
      'Việc này do Thuế tỉnh trả lời. Bạn gọi 1900 1234.',
    ]);
    expect((await answer(about.code)).body.code).toBe('question-moved');
  });

  describe('publishing', () => {
    const secret = {
      title: 'Bà Trần Thị Gấm hỏi khai sinh muộn',
      text: 'Tôi là Nguyễn Thị Ánh, CCCD 072188000001, ở ấp Long Bình. Gọi tôi 0900000001. Khai sinh muộn cho con thì cần gì?',
    };

    test('the machine masks, an officer confirms, and only then everybody reads it', async () => {
      const { about } = (await ask(anh, secret)).body;
      await answer(about.code);
      const seen = async () => (await find('q=khai%20sinh%20muon')).items.map(({ id }) => id);
      expect(await seen()).not.toContain(about.id);
      const everywhere = async (q: string) =>
        (await gam.call<{ items: Schemas['SearchHit'][] }>('GET', `/search?q=${q}`)).body.items.find(
          ({ kind: of, id }) => of === 'question' && id === about.id,
        );
      expect(await everywhere('khai%20sinh%20muon')).toBeUndefined();
      expect((await gam.call('GET', `/questions/${about.id}`)).status).toBe(404);
      const { masked, asker } = (
        await asOffice<ForOffice>(server, 'GET', `/questions/${about.code}?purpose=kiem%20tra`)
      ).body;
      expect(asker.phone).toMatch(/^0\d{9}$/);
      for (const leak of ['Ánh', '072188000001', '0900000001', 'Long Bình', 'Gấm']) {
        expect(`${masked.title} ${masked.text}`).not.toContain(leak);
      }
      expect(masked.found).toEqual(expect.arrayContaining(['name', 'idNumber', 'phone', 'address']));
      const { title, text, answer: said } = masked;
      const { status, body } = await publish(about.code, { title, text, answer: said });
      expect([status, body.authority]).toEqual([200, BY]);
      expect((await find('q=khai%20sinh%20muon')).items[0]).toEqual(body);
      expect((await gam.call<Published>('GET', `/questions/${about.id}`)).body).toEqual(body);
      expect(await notices(anh, about.id)).toContain('Câu hỏi của bạn đã đăng cho mọi người đọc');
      // Bettered words take the place of the old ones.
      await publish(about.code, { title: 'Đăng ký lại hộ tịch trễ hạn', text, answer: said });
      expect((await find('q=tre%20han')).items.map(({ id }) => id)).toEqual([about.id]);
      expect(await everywhere('ho%20tich%20tre%20han')).toEqual({
        kind: 'question',
        id: about.id,
        title: 'Đăng ký lại hộ tịch trễ hạn',
        meta: 'Sở Tư pháp trả lời thứ ba, 01/12/2026',
        also: null,
        path: `/hoi-dap/${about.id}`,
      });
      for (const leak of ['0900000001', '072188000001']) expect(await everywhere(leak)).toBeUndefined();
    });

    test('words that still say who asked are refused, whoever confirmed them', async () => {
      const { about } = (await ask(anh, secret)).body;
      await answer(about.code);
      const refused = await publish(about.code, { ...secret, answer: 'Gọi 0987654321.' });
      expect([refused.status, refused.body.errors?.map(({ path }) => path)]).toEqual([422, ['text', 'answer']]);
      expect((await gam.call('GET', `/questions/${about.id}`)).status).toBe(404);
    });

    test('without the asker’s consent, or before there is an answer: never', async () => {
      const words = { title: sampleQuestion.title, text: sampleQuestion.text, answer: 'Có.' };
      const { about } = (await ask(gam, { mayPublish: false })).body;
      expect((await publish(about.code, words)).body.code).toBe('question-moved');
      await answer(about.code);
      expect((await publish(about.code, words)).body.errors?.[0]?.code).toBe('no-consent');
    });
  });

  test('found without diacritics, by a beginning, in everyday words, the title first; by field; in pages', async () => {
    const first = async (query: string) => (await find(query)).items[0]?.title;
    expect(await first('q=ho%20kinh%20doanh')).toBe('Đăng ký hộ kinh doanh tại nhà cần giấy tờ gì?');
    expect(await first('q=H%E1%BB%98%20kinh%20doa')).toBe('Đăng ký hộ kinh doanh tại nhà cần giấy tờ gì?');
    const whole = encodeURIComponent('tôi muốn xin bản sao giấy khai sinh thì làm sao');
    expect((await find(`q=${whole}`)).items.map(({ title }) => title)).toContain(
      'Xin bản sao khai sinh ở xã khác nơi sinh được không?',
    );
    expect((await find('q=tau%20vu%20tru')).items).toEqual([]);
    expect((await find('field=y-te')).items.every(({ field }) => field === 'y-te')).toBe(true);
    const all = (await find('limit=100')).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const page = await find(`limit=2${cursor}`);
      paged.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(4);
    expect((await find('limit=100')).items.filter(({ sample }) => sample)).toHaveLength(4);
  });

  test('offices read in pages, oldest first', async () => {
    const page = (query: string) =>
      asOffice<{ items: Schemas['QuestionSummary'][]; next: string | null }>(server, 'GET', `/questions?${query}`);
    const all = (await page('state=sent&limit=100')).body.items.map(({ code }) => code);
    const { items, next } = (await page('state=sent&limit=1')).body;
    const second = (await page(`state=sent&limit=1&cursor=${next ?? ''}`)).body.items;
    expect([...items, ...second].map(({ code }) => code)).toEqual(all.slice(0, 2));
  });
});
