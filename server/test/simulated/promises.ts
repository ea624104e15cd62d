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

/** As it stands in a body of JSON. */
const written = (text: unknown): string => JSON.stringify(text).slice(1, -1);

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
    people.flatMap(({ dossiers }) => [...dossiers.keys()]),
  );
  await kept(
    'reports',
    'code',
    people.flatMap(({ reports }) => [...reports.keys()]),
  );
  await kept(
    'questions',
    'code',
    people.flatMap(({ questions }) => [...questions.keys()]),
  );
  await kept(
    'appointments',
    'id',
    people.flatMap(({ appointments }) => [...appointments.keys()]),
  );

  await kept(
    'stores',
    'code',
    people.flatMap(({ stores }) => [...stores]),
  );

  // And nothing there that nobody sent, however often it was sent.
  for (const table of ['dossiers', 'reports', 'questions'] as const) {
    const of = table === 'dossiers' ? 'citizen_id' : 'account_id';
    const [counted] = await ask(`select count(*)::int as there from ${table} where ${of} is not null`);
    const known = people.reduce((sum, person) => sum + person[table].size, 0);
    if (counted?.['there'] !== known) found.push(`${table}: ${String(counted?.['there'])} instead of ${known}`);
  }

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
  // Some things happen to one person several times, and are told in the same words each time.
  const notices = await ask(
    `select title, max(times)::int as times
       from (select title, count(*) as times from notifications group by account_id, title) as of_one group by title`,
  );
  const mayCome = (body: string): number =>
    Math.max(1, ...notices.filter(({ title }) => body.includes(written(title))).map(({ times }) => Number(times)));
  // A flood does not wait for the morning.
  const urgent = await ask('select distinct title from notifications where urgent');
  const messages = server.emulator.world.log
    .find()
    .filter(({ endpoint, status }) => /message|sms-gateway/.test(endpoint) && status === 200);
  const sent = new Map<string, number>();
  for (const { endpoint, body, at } of messages) {
    const name = `${endpoint} ${body}`;
    const times = (sent.get(name) ?? 0) + 1;
    sent.set(name, times);
    if (times > 1 && times > mayCome(body)) found.push(`message sent ${times} times: ${name.slice(0, 300)}`);
    const hour = Number(inVietnam(at).slice(11, 13));
    const isQuiet = (hour >= 22 || hour < 6) && !urgent.some(({ title }) => body.includes(written(title)));
    if (isQuiet) found.push(`message in the quiet at ${inVietnam(at)}: ${name.slice(0, 200)}`);
  }

  // An appointment is reminded of before it begins, once.
  const begun = await ask(
    `select a.id, a.day::text as day, a.slot,
            (select count(*)::int from notifications n where n.key = 'appointment:' || a.id || ':reminder:' || a.day || ':' || a.slot) as told
       from appointments a where a.state in ('booked', 'past')`,
  );
  const bookedAt = new Map(people.flatMap(({ appointments }) => [...appointments]));
  for (const { id, day, slot, told } of begun) {
    const begins = Date.parse(`${day}T${slot}:00+07:00`);
    // Whoever books or moves to what begins within two hours has it before them.
    const wasAhead = begins - (bookedAt.get(String(id)) ?? 0) > hours(2) + minutes(1);
    if (now.getTime() > begins && wasAhead && told !== 1) found.push(`reminded ${told} times of ${id}`);
  }

  // Jobs do not pile up, and none was given up.
  await none('job overdue', `select kind, last_error from jobs where state = 'queued' and run_at < $1`, [over]);
  await none('job dead', `select kind, last_error from jobs where state = 'dead'`);

  // Money that was paid is seen, called back or not; an order nobody paid for ends.
  const orders = new Map(
    (await ask('select id, state, money from payment_orders')).map((row) => [String(row['id']), row] as const),
  );
  for (const [id, { at, isFee, paidAt, isUnheard, refundedAt }] of people.flatMap((person) => [...person.orders])) {
    const { state, money } = orders.get(id) ?? {};
    if (now.getTime() - at < LATE) continue;
    // What nobody heard of is not known; it must not be called unpaid.
    if (isUnheard && money === 'none') found.push(`paid, and called unpaid: ${id}`);
    const isBack = refundedAt !== undefined || (isFee && state === 'refunded');
    if (isBack && refundedAt !== undefined && now.getTime() - refundedAt < LATE) continue;
    if (isBack && (state !== 'refunded' || money !== 'returned'))
      found.push(`given back, and the order is ${String(state)}, its money ${String(money)}: ${id}`);
    if (paidAt !== undefined && !isUnheard && !isBack && state !== 'paid')
      found.push(`paid, and the order is ${String(state)}: ${id}`);
    if (paidAt === undefined && state !== 'expired') found.push(`not paid, and the order is ${String(state)}: ${id}`);
  }
  for (const { order, sum } of await ask(
    `select p.order_id as order, sum(l.amount_vnd)::bigint as sum from ledger_lines l join ledger_postings p on p.id = l.posting_id
      group by p.order_id having sum(l.amount_vnd) <> 0`,
  ))
    found.push(`books uneven by ${String(sum)}: ${String(order)}`);

  // Whoever is asked something about a report is waited for to the end of a day, and not for ever.
  await none(
    'waited for too long',
    `select code, clarify_by::text as by from reports where state = 'clarifying' and clarify_by < $1::date`,
    [inVietnam(now.getTime() - LATE).slice(0, 10)],
  );

  return found.map((what) => `${now.toISOString()} ${what}`);
}
