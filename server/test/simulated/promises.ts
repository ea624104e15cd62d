import { readFileSync } from 'node:fs';
import { days, hours, minutes } from '../../src/core/clock.ts';
import type { SimulatedWorld } from './world.ts';

const file = new URL('../../../provinces/tay-ninh/holidays.json', import.meta.url);
const listed = (JSON.parse(readFileSync(file, 'utf8')) as { days: { date: string; kind: string }[] }).days;
const madeUp = new Set(listed.filter(({ kind }) => kind === 'make-up-workday').map(({ date }) => date));
const daysOff = new Set(listed.filter(({ kind }) => kind !== 'make-up-workday').map(({ date }) => date));

/** Read from the list itself, not with the code that is on trial. */
export function isDayOff(date: string): boolean {
  if (madeUp.has(date)) return false;
  return daysOff.has(date) || [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());
}

const DRAFT_LASTS = days(60);
const DRAFT_WARNING = days(7);
/** Periodic work of an hour may be an hour late, and a step of ours later than that. */
const LATE = hours(2);
const inVietnam = (at: number): string => new Date(at + hours(7)).toISOString();

type Row = Record<string, string | number | null>;

/** Looks at everything that must be true at any hour; answers what is not. */
export async function brokenPromises(world: SimulatedWorld): Promise<string[]> {
  const { server, people } = world;
  const now = world.now();
  const found: string[] = [];
  const ask = async (sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    (await server.deps.db.query<Row>(sql, parameters)).rows;
  const none = async (what: string, sql: string, parameters: unknown[] = []): Promise<void> => {
    for (const row of await ask(sql, parameters)) found.push(`${what}: ${JSON.stringify(row)}`);
  };

  // Nothing lost.
  const kept = async (table: string, column: string, wanted: Iterable<string>): Promise<void> => {
    const all = [...wanted];
    const rows = await ask(`select ${column} as it from ${table} where ${column}::text = any($1::text[])`, [all]);
    const there = new Set(rows.map(({ it }) => String(it)));
    for (const it of all) if (!there.has(it)) found.push(`lost from ${table}: ${it}`);
  };
  await kept(
    'dossiers',
    'code',
    people.flatMap(({ dossiers }) => [...dossiers]),
  );
  await kept(
    'reports',
    'code',
    people.flatMap(({ reports }) => [...reports]),
  );
  await kept(
    'questions',
    'code',
    people.flatMap(({ questions }) => [...questions]),
  );
  await kept(
    'appointments',
    'id',
    people.flatMap(({ appointments }) => [...appointments]),
  );

  await kept(
    'stores',
    'code',
    people.flatMap(({ stores }) => [...stores]),
  );

  // Who acts for somebody does so to the last day, and no longer.
  const acting = await ask('select id, ended_at from delegations');
  const ended = new Map(acting.map(({ id, ended_at: at }) => [String(id), at] as const));
  for (const [id, endsOn] of people.flatMap(({ delegations }) => [...delegations])) {
    const isOver = ended.get(id) !== null;
    const lastMoment = Date.parse(`${endsOn}T24:00:00+07:00`);
    if (isOver && now.getTime() < lastMoment) found.push(`acting ended before ${endsOn}: ${id}`);
    if (!isOver && now.getTime() > lastMoment + LATE) found.push(`acting goes on after ${endsOn}: ${id}`);
  }

  // A draft is there for sixty days, and its owner is told once, a week before.
  const warnings = await ask(`select key from notifications where key like 'draft:%:expires:%'`);
  const drafts = new Set((await ask('select id from drafts')).map(({ id }) => String(id)));
  for (const { drafts: mine } of people) {
    for (const [id, savedAt] of mine) {
      const age = now.getTime() - savedAt;
      if (age < DRAFT_LASTS && !drafts.has(id)) found.push(`draft gone after ${age / days(1)} days: ${id}`);
      if (age > DRAFT_LASTS + LATE && drafts.has(id)) found.push(`draft still there: ${id}`);
      const day = inVietnam(savedAt + DRAFT_LASTS).slice(0, 10);
      const told = warnings.filter(({ key }) => key === `draft:${id}:expires:${day}`).length;
      if (age < DRAFT_LASTS - DRAFT_WARNING - LATE && told !== 0) found.push(`warned too early: ${id}`);
      if (age > DRAFT_LASTS - DRAFT_WARNING + LATE && told !== 1) found.push(`warned ${told} times: ${id}`);
    }
  }

  // Nothing is promised for a day on which nobody works.
  const promised = await ask(
    `select code as what, due_date::text as day from dossiers where due_date is not null
     union all select code, answer_by::text from reports where account_id is not null and answer_by is not null
     union all select code, resolve_by::text from reports where account_id is not null
     union all select id::text, day::text from appointments
     union all select code, to_char(due_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') from questions where not sample`,
  );
  for (const { what, day } of promised) if (isDayOff(String(day))) found.push(`promised for a day off: ${what} ${day}`);

  // Sessions end.
  const over = new Date(now.getTime() - LATE);
  await none('session kept after its end', 'select created_at::text from sessions where expires_at < $1', [over]);

  // Each notice once.
  await none(
    'told twice',
    `select title, body, count(*)::int as times from notifications group by account_id, key, title, body, path having count(*) > 1`,
  );
  const messages = server.emulator.world.log
    .find()
    .filter(({ endpoint, status }) => /message|sms-gateway/.test(endpoint) && status === 200);
  const sent = new Set<string>();
  for (const { endpoint, body, at } of messages) {
    const name = `${endpoint} ${body}`;
    if (sent.has(name)) found.push(`message sent twice: ${name.slice(0, 300)}`);
    sent.add(name);
    const hour = Number(inVietnam(at).slice(11, 13));
    if (hour >= 22 || hour < 6) found.push(`message in the quiet at ${inVietnam(at)}: ${name.slice(0, 200)}`);
  }

  // An appointment is reminded of before it begins, once.
  const begun = await ask(
    `select a.id, a.day::text as day, a.slot, a.booked_at::text as booked,
            (select count(*)::int from notifications n where n.key = 'appointment:' || a.id || ':reminder:' || a.day || ':' || a.slot) as told
       from appointments a where a.state in ('booked', 'past')`,
  );
  for (const { id, day, slot, booked, told } of begun) {
    const begins = Date.parse(`${day}T${slot}:00+07:00`);
    const wasAhead = begins - Date.parse(String(booked)) > hours(2) + minutes(1);
    if (now.getTime() > begins && wasAhead && told !== 1) found.push(`reminded ${told} times of ${id}`);
  }

  // Jobs do not pile up, and none was given up.
  await none('job overdue', `select kind, last_error from jobs where state = 'queued' and run_at < $1`, [over]);
  await none('job dead', `select kind, last_error from jobs where state = 'dead'`);

  // Money that was paid is seen, called back or not; an order nobody paid for ends.
  const orders = new Map(
    (await ask('select id, state, money from payment_orders')).map((row) => [String(row['id']), row] as const),
  );
  for (const [id, { at, paidAt, isUnheard }] of people.flatMap((person) => [...person.orders])) {
    const { state, money } = orders.get(id) ?? {};
    if (now.getTime() - at < LATE) continue;
    // What nobody heard of is not known; it must not be called unpaid.
    if (isUnheard && money === 'none') found.push(`paid, and called unpaid: ${id}`);
    if (paidAt !== undefined && !isUnheard && state !== 'paid')
      found.push(`paid, and the order is ${String(state)}: ${id}`);
    if (paidAt === undefined && state !== 'expired') found.push(`not paid, and the order is ${String(state)}: ${id}`);
  }
  return found.map((what) => `${now.toISOString()} ${what}`);
}
