import { randomUUID } from 'node:crypto';
import type { Problem, Schemas } from '@dvc/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { days, hours } from '#core/clock';
import { asOffice, book, freeSlots, OFFICE, SERVICE } from '../../../test/support/ask-and-book.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { slotsIn } from './appointment-plan.ts';
import { remindAt } from './booking.ts';

type Ticket = Schemas['Appointment'];
type Day = Schemas['AppointmentDay'];

// A Monday at eight in the morning, no holiday near.
const MONDAY = new Date('2026-11-30T01:00:00Z');
const slot = { day: '2026-12-01', time: '08:00' };

describe.each(databaseKinds)('appointments on %s', (kind) => {
  let server: TestServer;
  let anh: TestPhone;
  let binh: TestPhone;
  let gam: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '1000' } });
    anh = await (await server.phone('anh').open()).giveContact();
    binh = await (await server.phone('binh').open()).giveContact();
    gam = await (await server.phone('gam').open()).giveContact();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    await server.deps.db.script('delete from appointments; delete from appointment_days; delete from jobs;');
    await server.deps.db.script("update sessions set expires_at = expires_at + interval '10 years'");
    server.clock.set(MONDAY);
  });

  const daysOf = async (service = SERVICE) =>
    (await anh.call<{ items: Day[] }>('GET', `/appointment-offices/${OFFICE}/services/${service}/days`)).body.items;
  const freeAt = async ({ day, time }: { day: string; time: string }) =>
    (await freeSlots(anh)).find((one) => one.day === day && one.time === time)?.free ?? 0;
  const move = (phone: TestPhone, id: string, body: object) =>
    phone.call<Ticket & Problem>('PUT', `/appointments/${id}`, { body });
  const cancel = (phone: TestPhone, id: string) => phone.call('DELETE', `/appointments/${id}`);
  const read = async (phone: TestPhone, id: string) => (await phone.call<Ticket>('GET', `/appointments/${id}`)).body;
  const told = async (phone: TestPhone, id: string) => {
    const { body } = await phone.call<{ items: Schemas['Notification'][] }>('GET', '/notifications?limit=100');
    return body.items.filter(({ path }) => path === `/dat-lich/${id}`).map(({ title }) => title);
  };
  const day = (body: object, at = slot.day) =>
    asOffice<{ cancelled: number }>(server, 'PUT', `/appointment-offices/${OFFICE}/days/${at}`, body);
  const call = (number: number, at = slot.day) =>
    asOffice<Schemas['OfficeAppointment'] & Problem>(
      server,
      'POST',
      `/appointment-offices/${OFFICE}/days/${at}/calls`,
      { number },
    );

  test('the coming working days, from half an hour on, with the places left', async () => {
    const items = await daysOf();
    expect(items.map((one) => one.day)).toEqual([
      ...['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'],
      ...['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-14'],
    ]);
    expect(items[0]!.slots[0]).toEqual({ time: '08:30', free: 2 });
    expect(items[1]!.slots.map(({ time }) => time)).toEqual(
      slotsIn(
        [
          ['07:00', '11:30'],
          ['13:30', '17:00'],
        ],
        30,
      ),
    );
  });

  test('a ticket with a number; the same booking again is the same ticket; other words under it are a conflict', async () => {
    const id = randomUUID();
    const { status, body } = await book(anh, slot, {}, id);
    expect([status, body.number, body.state, body.queue, body.mayChange]).toEqual([201, 1, 'booked', null, true]);
    expect(body.link).toMatch(new RegExp(`/dat-lich/${id}$`));
    expect((await book(anh, slot, {}, id)).body).toEqual(body);
    expect((await book(anh, { ...slot, time: '09:00' }, {}, id)).body.code).toBe('idempotency-conflict');
    expect((await book(binh, slot, {}, id)).body.code).toBe('idempotency-conflict');
    expect((await binh.call('GET', `/appointments/${id}`)).status).toBe(404);
    expect(await freeAt(slot)).toBe(1);
    expect(await told(anh, id)).toEqual(['Đã đặt lịch: 08:00 ngày 01/12/2026']);
  });

  test('one open booking a service and person; another service is another booking', async () => {
    const { body: first } = await book(anh, slot);
    expect((await book(anh, { ...slot, time: '10:00' })).body.code).toBe('already-booked');
    expect((await book(anh, slot, { serviceId: 'ho-tich' })).status).toBe(201);
    await cancel(anh, first.id);
    expect((await book(anh, slot)).status).toBe(201);
  });

  test('twice at once from two phones of one person: one booking', async () => {
    const answers = await Promise.all([book(anh, slot), book(anh, { ...slot, day: '2026-12-02' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test.each([
    ['a Sunday', { day: '2026-12-06', time: '08:00' }],
    ['a public holiday', { day: '2027-01-01', time: '08:00' }],
    ['yesterday', { day: '2026-11-27', time: '08:00' }],
    ['too far', { day: '2027-03-01', time: '08:00' }],
    ['a time between slots', { day: '2026-12-01', time: '08:10' }],
    ['in ten minutes', { day: '2026-11-30', time: '08:00' }],
    ['midday', { day: '2026-12-01', time: '12:00' }],
  ])('%s cannot be booked', async (_, at) => {
    expect((await book(anh, at)).body.code).toBe('slot-taken');
  });

  test('full is full; what is given back is free at once', async () => {
    await book(anh, slot);
    const { body: second } = await book(binh, slot);
    expect((await book(gam, slot)).body.code).toBe('slot-taken');
    expect((await cancel(binh, second.id)).status).toBe(204);
    expect((await cancel(binh, second.id)).status).toBe(204);
    expect((await book(gam, slot)).body.number).toBe(3);
  });

  test('moved: the old place is free, the ticket has a number of the new day; a full time keeps the old one', async () => {
    const { body: first } = await book(anh, slot);
    await book(binh, { day: '2026-12-02', time: '08:00' });
    const moved = await move(anh, first.id, { day: '2026-12-02', time: '08:00' });
    expect([moved.status, moved.body.day, moved.body.number]).toEqual([200, '2026-12-02', 2]);
    expect((await move(anh, first.id, { day: '2026-12-02', time: '08:00' })).body).toEqual(moved.body);
    expect(await freeAt(slot)).toBe(2);
    const { body: third } = await book(gam, slot);
    expect((await move(gam, third.id, { day: '2026-12-02', time: '08:00' })).body.code).toBe('slot-taken');
    expect((await read(gam, third.id)).day).toBe(slot.day);
    // A booking that comes again after it was moved is still the same booking.
    expect((await book(anh, slot, {}, first.id)).body).toEqual(moved.body);
  });

  test('the queue of the day: who is ahead, who was called, and the turn itself is told', async () => {
    const { body: later } = await book(anh, { ...slot, time: '09:00' });
    const { body: sooner } = await book(binh, slot);
    server.clock.set(new Date('2026-12-01T00:30:00Z'));
    expect((await read(anh, later.id)).queue).toEqual({ called: null, ahead: 1 });
    expect((await call(99)).status).toBe(422);
    expect((await call(sooner.number)).body).toMatchObject({ number: sooner.number, state: 'called' });
    expect((await read(anh, later.id)).queue).toEqual({ called: sooner.number, ahead: 0 });
    const called = await read(binh, sooner.id);
    expect([called.state, called.mayChange]).toEqual(['called', false]);
    expect((await told(binh, sooner.id))[0]).toBe(`Đến lượt bạn: số ${String(sooner.number)}`);
    expect((await move(binh, sooner.id, { day: '2026-12-02', time: '08:00' })).body.code).toBe('booking-fixed');
  });

  test('a reminder the day before, not for what was moved or cancelled', async () => {
    const { body: first } = await book(anh, slot);
    await move(anh, first.id, { day: '2026-12-03', time: '08:00' });
    const { body: gone } = await book(binh, slot);
    await cancel(binh, gone.id);
    server.clock.set(new Date('2026-11-30T09:30:00Z'));
    await server.deps.jobs.drain();
    expect([await told(anh, first.id), await told(binh, gone.id)].flat().filter((one) => /Nhắc/.test(one))).toEqual([]);
    server.clock.set(new Date('2026-12-02T09:30:00Z'));
    await server.deps.jobs.drain();
    await server.deps.jobs.drain();
    expect((await told(anh, first.id)).filter((title) => /Nhắc/.test(title))).toEqual([
      'Nhắc lịch hẹn: 08:00 ngày 03/12/2026',
    ]);
  });

  test('when a reminder comes', () => {
    const at = (now: string) => remindAt('2026-12-01', '08:00', new Date(now))?.toISOString();
    expect(at('2026-11-28T01:00:00Z')).toBe('2026-11-30T09:00:00.000Z');
    expect(at('2026-11-30T10:00:00Z')).toBe('2026-11-30T23:00:00.000Z');
    expect(at('2026-12-01T00:00:00Z')).toBeUndefined();
  });

  test('a day closed by the office: those booked are told and may book again; the day offers nothing', async () => {
    const { body: first } = await book(anh, slot);
    expect((await day({ closed: 'Mất điện cả ngày', capacity: null })).body).toEqual({ cancelled: 1 });
    expect((await read(anh, first.id)).state).toBe('closed');
    expect(await told(anh, first.id)).toContain('Cơ quan không nhận lịch ngày 01/12/2026');
    expect((await daysOf())[1]).toEqual({ day: slot.day, closed: 'Mất điện cả ngày', slots: [] });
    const refused = await book(anh, slot);
    expect([refused.body.code, refused.body.detail]).toEqual(['slot-taken', 'Mất điện cả ngày']);
    expect((await book(anh, { ...slot, day: '2026-12-02' })).status).toBe(201);
  });

  test('an office may widen or narrow a day; those who are in stay in', async () => {
    await day({ closed: null, capacity: 3 });
    for (const phone of [anh, binh]) expect((await book(phone, slot)).status).toBe(201);
    await day({ closed: null, capacity: 1 });
    expect(await freeAt(slot)).toBe(0);
    expect((await book(gam, slot)).body.code).toBe('slot-taken');
    const seen = await asOffice<{ items: Schemas['OfficeAppointment'][] }>(
      server,
      'GET',
      `/appointment-offices/${OFFICE}/days/${slot.day}`,
    );
    expect(seen.body.items.map(({ number }) => number)).toEqual([1, 2]);
    for (const { name } of seen.body.items) expect(name ?? '•••').toContain('•••');
  });

  test('what went by is over, and does not stand in the way of the next', async () => {
    const { body: first } = await book(anh, slot);
    server.clock.advance(days(2));
    expect((await read(anh, first.id)).state).toBe('past');
    expect((await cancel(anh, first.id)).status).toBe(409);
    expect((await book(anh, { day: '2026-12-04', time: '08:00' })).status).toBe(201);
    server.clock.advance(hours(1));
    const list = (await anh.call<{ items: Ticket[]; next: string | null }>('GET', '/appointments?limit=1')).body;
    expect(list.items.map((one) => one.day)).toEqual(['2026-12-04']);
    const older = await anh.call<{ items: Ticket[] }>('GET', `/appointments?limit=1&cursor=${list.next ?? ''}`);
    expect(older.body.items.map(({ id }) => id)).toEqual([first.id]);
  });
});
