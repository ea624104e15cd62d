import { randomUUID } from 'node:crypto';
import type { Problem, Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minutes } from '#core/clock';
import type { Sql } from '#db';
import { asOffice, bill, billsFor, pay, payFor, schoolBills } from '../../../test/support/payments.ts';
import { textOfPaper } from '../../../test/support/read-paper.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

type Student = Schemas['Student'];
interface Imported {
  created: number;
  changed: number;
  unchanged: number;
  refused: { row: number; billCode: string; errors: { code: string }[] }[];
}

describe.each(databaseKinds)('tuition on %s', (kind) => {
  let server: TestServer;
  let mother: TestPhone;
  let father: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind });
    mother = await (await server.phone('anh').open()).giveContact();
    father = await (await server.phone('binh').open()).giveContact();
  });
  afterAll(() => server.close());

  const bring = async (...bills: Schemas['ImportedBill'][]) =>
    (await asOffice<Imported>(server, 'POST', '/tuition/bills', schoolBills(bills))).body;
  const find = (phone: TestPhone, studentCode: string, birthDate = '2018-05-01') =>
    phone.call<Student & Problem>('POST', '/tuition/students', { body: { studentCode, birthDate } });
  async function later(): Promise<void> {
    server.clock.advance(minutes(15));
    await mother.open();
    await father.open();
  }

  test('several children are remembered on the server, each with what is to be paid first', async () => {
    const [an, binh] = [bill({ fullName: 'An', className: '1A' }), bill({ fullName: 'Bình', className: '4B' })];
    const second = bill({ ...an, billCode: randomUUID(), title: 'Các khoản thu tháng 12/2026', dueDate: '2026-12-31' });
    expect(await bring(an, binh, second)).toMatchObject({ created: 3, refused: [] });
    expect((await find(mother, an.studentCode.toLowerCase())).body).toMatchObject({ fullName: 'An' });
    // Children of one moment have no order.
    server.clock.advance(1);
    await find(mother, binh.studentCode);
    await find(mother, binh.studentCode);
    const { body } = await mother.call<{ items: Student[] }>('GET', '/tuition/students');
    expect(body.items.map(({ fullName, bills }) => [fullName, bills.map(({ title }) => title)])).toEqual([
      ['An', [an.title, second.title]],
      ['Bình', [binh.title]],
    ]);
    expect(body.items[0]?.bills[0]).toMatchObject({ totalVnd: 805_000, state: 'unpaid', orderId: null });
    const [{ id } = { id: '' }] = body.items;
    expect((await mother.call('DELETE', `/tuition/students/${id}`)).status).toBe(204);
    expect((await mother.call('GET', `/tuition/bills/${body.items[0]?.bills[0]?.id ?? ''}`)).status).toBe(404);
  });

  test('a wrong date and a code that does not exist are one answer, by the same questions; who tries is stopped', async () => {
    await later();
    const one = bill();
    await bring(one);
    const asked: string[] = [];
    const { db } = server.deps;
    const query = db.query.bind(db);
    db.query = async (text: string, values?: unknown[]) => {
      asked.push(text);
      return query(text, values);
    };
    const wrong = await find(mother, one.studentCode, '2018-05-02');
    const forWrong = asked.splice(0);
    const none = await find(mother, 'HS NOBODY');
    db.query = query;
    expect(asked).toEqual(forWrong);
    const plain = (text: string) => text.replace(/"requestId":"[^"]+"/, '');
    expect([wrong.status, plain(wrong.text)]).toEqual([404, plain(none.text)]);
    const answers: number[] = [];
    for (let at = 0; at < 10; at += 1)
      answers.push((await find(at % 2 ? mother : father, one.studentCode, `2017-01-0${(at % 9) + 1}`)).status);
    expect(answers.filter((status) => status === 429)).toHaveLength(1);
    expect((await find(father, one.studentCode)).status).toBe(429);
    await later();
    expect((await find(father, one.studentCode)).status).toBe(200);
  });

  test('one order for several terms; while it may be paid nobody else pays them', async () => {
    await later();
    const one = bill();
    const two = bill({ studentCode: one.studentCode, title: 'Các khoản thu tháng 12/2026' });
    const ids = (await billsFor(server, mother, [one, two])).filter(({ state }) => state === 'unpaid').slice(0, 2);
    await find(father, one.studentCode);
    const own = (await mother.call<{ items: Student[] }>('GET', '/tuition/students')).body.items.at(-1);
    const wanted = own?.bills.map(({ id }) => id) ?? [];
    expect(ids.length).toBeGreaterThan(0);
    const { body: order } = await payFor(mother, wanted);
    expect(order).toMatchObject({ amountVnd: 1_610_000, items: [{ amountVnd: 805_000 }, { amountVnd: 805_000 }] });
    await mother.call('POST', `/payments/${order.id}/checkout`, { headers: { 'idempotency-key': randomUUID() } });
    const his = await payFor(father, wanted.slice(0, 1));
    expect(his.body).toMatchObject({ status: 409, code: 'payment-open' });
    expect(his.body).not.toHaveProperty('orderId');
    expect((await payFor(father, [randomUUID()])).status).toBe(404);
  });

  test('the receipt is a PDF with form, symbol and number, at an address that works once', async () => {
    await later();
    const bills = await billsFor(server, mother, [bill({ fullName: 'Lê Thị Thu' })]);
    const order = await pay(server, mother, [bills.find(({ state }) => state === 'unpaid')?.id ?? '']);
    expect((await payFor(mother, [bills.find(({ state }) => state === 'unpaid')?.id ?? ''])).body.code).toBe(
      'already-paid',
    );
    const { body: opening } = await mother.call<{ url: string }>('POST', `/payments/${order.id}/receipt`);
    const { pathname } = new URL(opening.url);
    const first = await server.app.inject({ method: 'GET', url: pathname });
    expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'application/pdf']);
    const text = textOfPaper(first.rawPayload);
    for (const words of ['01BLP0-001', 'BL-26E', order.receipt?.number ?? '?', '805.000 đồng', order.code])
      expect(text).toContain(words);
    expect((await server.app.inject({ method: 'GET', url: pathname })).statusCode).toBe(410);
    expect((await father.call('POST', `/payments/${order.id}/receipt`)).status).toBe(404);
  });

  test('a school brings the same again, mends what nobody pays, and hears of each row what is wrong', async () => {
    await later();
    const [kept, changed, paid] = [bill(), bill(), bill()];
    await bring(kept, changed, paid);
    const bills = await billsFor(server, mother, [paid]);
    await pay(server, mother, [bills.find(({ state, title }) => state === 'unpaid' && title === paid.title)?.id ?? '']);
    const outcome = await bring(
      kept,
      { ...changed, lines: [{ title: 'Tiền ăn', amountVnd: 100_000 }] },
      { ...bill(), birthDate: '2030-01-01' },
      { ...kept, title: 'Hai dòng một mã' },
    );
    expect(outcome).toMatchObject({ created: 0, changed: 1 });
    expect(outcome.refused.map(({ row, errors }) => [row, errors[0]?.code])).toEqual([
      [1, 'twice'],
      [3, 'date-impossible'],
      [4, 'twice'],
    ]);
  });

  test('neither code nor birth date stands readable where it is found by', async () => {
    const { rows } = await server.deps.db.query('select key from student_keys');
    expect(rows.length).toBeGreaterThan(0);
    // The whole code: its two letters alone stand in a random key now and then.
    expect(JSON.stringify(rows)).not.toMatch(/2018-05-01|HS ?[\dA-F]{8}/i);
    expect(server.logLines.join('\n')).not.toContain('2018-05-01');
  });

  // The embedded database has one connection: there nobody meets anybody.
  if (kind !== 'pg') return;

  test('who pays two bills and the school that brings them again wait in line, not for each other', async () => {
    const two = [bill(), bill()];
    await bring(...two);
    const { db } = server.deps;
    const { rows } = await db.query<{ id: string; bill_code: string }>(
      'select id, bill_code from tuition_bills where bill_code = any($1::text[]) order by id desc',
      [two.map(({ billCode }) => billCode)],
    );
    const lock = (tx: Sql, at: number) =>
      tx.query('select 1 from tuition_bills where id = $1 for update', [rows.at(at)?.id]);
    const gate = () => {
      let open = (): void => undefined;
      return Object.assign(new Promise<void>((done) => (open = done)), { open: () => open() });
    };
    const [holds, goesOn] = [gate(), gate()];
    const payer = db.tx(async (tx) => {
      await lock(tx, 1);
      holds.open();
      await goesOn;
      await lock(tx, 0);
    });
    await holds;
    const asked = { for: 0, begun: 0 };
    const tx = db.tx.bind(db);
    db.tx = (run, options) => {
      asked.for += 1;
      return tx((inside) => {
        asked.begun += 1;
        return run(inside);
      }, options);
    };
    // In the file they stand the other way round.
    const importing = bring(...rows.flatMap(({ bill_code: code }) => two.filter(({ billCode }) => billCode === code)));
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await db.query(waiting)).count, { timeout: 10_000 }).toBe(1);
    goesOn.open();
    await Promise.all([payer, importing]);
    db.tx = tx;
    // Of two that wait for each other the database ends one, which then begins anew.
    expect(asked.begun).toBe(asked.for);
    expect(await importing).toMatchObject({ unchanged: 2, refused: [] });
  });
});
