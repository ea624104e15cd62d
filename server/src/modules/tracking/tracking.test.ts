import type { Problem, Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minutes } from '#core/clock';
import { citizenPhone, listen, readyDraft, submitDraft } from '../../../test/support/birth-draft.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

type Tracked = Schemas['TrackedDossier'];

describe.each(databaseKinds)('tracking on %s', (kind) => {
  let server: TestServer;
  let receipt: Schemas['Receipt'];
  let dossier: Schemas['Dossier'];
  let stranger: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind });
    const url = await listen(server);
    const owner = await citizenPhone(server, 'anh');
    // The sample person's two numbers end alike; here they are to be told apart.
    await server.deps.db.query(`update accounts set phone = '0900005678' where phone = '0900000001'`);
    const { submission } = await readyDraft(server, url, owner);
    receipt = (await submitDraft(owner, submission)).body;
    dossier = (await owner.call<Schemas['Dossier']>('GET', `/dossiers/${receipt.dossierId}`)).body;
    stranger = await server.phone('phuc').open();
  });
  afterAll(() => server.close());

  const track = (body: object, phone = stranger) =>
    phone.call<Tracked & Problem>('POST', '/tracked-dossiers', { body });
  /** Counters start anew; sessions live half an hour. */
  async function later(): Promise<void> {
    server.clock.advance(minutes(15));
    await stranger.open();
  }

  test('code and the last four digits of the phone or of the ID: the state and a masked name, nothing else', async () => {
    const byId = await track({ code: receipt.code, lastFour: '0001' });
    expect(byId.status).toBe(200);
    expect(byId.body).toEqual({
      code: receipt.code,
      procedureName: receipt.procedureName,
      about: 'N••• T••• Ánh',
      state: 'submitted',
      turn: 'authority',
      submittedAt: receipt.receivedAt,
      changedAt: receipt.receivedAt,
      dueDate: null,
      office: receipt.office,
    });
    expect((await track({ code: receipt.code, lastFour: '5678' })).body).toEqual(byId.body);
    expect((await track({ code: receipt.code.toLowerCase().replaceAll('.', ' '), lastFour: '0001' })).status).toBe(200);
  });

  test('the link on the receipt is enough, and a changed one is nothing', async () => {
    const link = new URL(dossier.trackingLink);
    expect(link.pathname.endsWith('/tra-cuu')).toBe(true);
    const [code, seal] = [link.searchParams.get('ma') ?? '', link.searchParams.get('dau') ?? ''];
    expect((await track({ code, seal })).body.code).toBe(receipt.code);
    const other = `${seal.startsWith('A') ? 'B' : 'A'}${seal.slice(1)}`;
    expect((await track({ code, seal: other })).status).toBe(404);
    const neighbour = code.replace(/\d{4}$/, '9999');
    expect((await track({ code: neighbour, seal })).status).toBe(404);
    expect((await track({ code })).status).toBe(404);
  });

  test('nobody has to be anybody: it is answered without a session, and with one that is over', async () => {
    await later();
    const nobody = server.phone('phuc');
    expect((await track({ code: receipt.code, lastFour: '0001' }, nobody)).status).toBe(200);
    nobody.token = 'x'.repeat(43);
    expect((await track({ code: receipt.code, lastFour: '0001' }, nobody)).status).toBe(200);
  });

  test('wrong digits, another code and no code at all are one answer', async () => {
    await later();
    const { text: wrongDigits, headers } = await track({ code: receipt.code, lastFour: '9999' });
    const noSuchCode = await track({ code: receipt.code.replace(/\d{4}$/, '7777'), lastFour: '0001' });
    const noCode = await track({ code: 'không phải mã', lastFour: '0001' });
    const plain = (text: string) => text.replace(/"requestId":"[^"]+"/, '');
    expect(plain(noSuchCode.text)).toBe(plain(wrongDigits));
    expect(plain(noCode.text)).toBe(plain(wrongDigits));
    const names = (all: Record<string, unknown>) => Object.keys(all).sort();
    expect(names(noSuchCode.headers)).toEqual(names(headers));
  });

  test('the database is asked the same for a code that exists and one that does not', async () => {
    await later();
    const asked: string[] = [];
    const { db } = server.deps;
    const query = db.query.bind(db);
    db.query = async (text: string, values?: unknown[]) => {
      asked.push(text);
      return query(text, values);
    };
    await track({ code: receipt.code, lastFour: '9999' });
    const forWrongDigits = asked.splice(0);
    await track({ code: receipt.code.replace(/\d{4}$/, '7778'), lastFour: '9999' });
    db.query = query;
    expect(forWrongDigits.length).toBeGreaterThan(2);
    expect(asked).toEqual(forWrongDigits);
  });

  test('who tries is stopped, whoever else tries the same code too, and nobody for long', async () => {
    await later();
    const people = ['binh', 'chi', 'dung'].map((id) => server.phone(id));
    for (const person of people) await person.open();
    const answers: number[] = [];
    for (let at = 0; at < 12; at += 1) {
      const digits = String(1000 + at);
      answers.push((await track({ code: receipt.code, lastFour: digits }, people[at % 3])).status);
    }
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 404), 429, 429]);
    const right = await track({ code: receipt.code, lastFour: '0001' });
    expect(right.body).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(right.body.retryAfter).toBeGreaterThan(0);
    const link = new URL(dossier.trackingLink).searchParams;
    expect((await track({ code: link.get('ma') ?? '', seal: link.get('dau') ?? '' })).status).toBe(200);
    await later();
    expect((await track({ code: receipt.code, lastFour: '0001' })).status).toBe(200);
  });

  test('whoever goes through codes is stopped by where they are, with or without an account', async () => {
    await later();
    const nobody = server.phone('phuc');
    const answers: number[] = [];
    for (let at = 0; at < 102; at += 1) {
      const code = receipt.code.replace(/\d{4}$/, String(2000 + at));
      answers.push((await track({ code, lastFour: '0001' }, at % 2 === 0 ? nobody : stranger)).status);
    }
    expect(answers.filter((status) => status === 429)).toHaveLength(2);
  });

  test('nothing that was typed is in the log or, readable, in the table', async () => {
    const log = server.logLines.join('\n');
    expect(log).not.toContain(receipt.code);
    expect(log).not.toMatch(/lastFour/);
    const { rows } = await server.deps.db.query('select key from tracking_keys');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(receipt.code);
  });
});
