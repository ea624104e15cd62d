import type { Schemas } from '@dvc/contract';
import { hours, later, minutes } from '../../src/core/clock.ts';
import { ask, asOffice, book, freeSlots } from '../support/ask-and-book.ts';
import { readyDraft, saveDraft, startDraft, submitDraft } from '../support/birth-draft.ts';
import { sentWithPhoto } from '../support/field-report.ts';
import {
  bill,
  billsFor,
  callBack,
  callbackBody,
  openCheckout,
  payFor,
  report as tellOfCheckout,
  settleAtZalo,
} from '../support/payments.ts';
import { sentStore } from '../support/store-registration.ts';
import { newId, type Person, type SimulatedWorld } from './world.ts';

const SESSION_LASTS = minutes(30);

function expectStatus(world: SimulatedWorld, what: string, status: number, wanted: readonly number[]): boolean {
  const isAsWanted = wanted.includes(status);
  if (!isAsWanted) world.broken.push(`${world.now().toISOString()} ${what}: ${status}`);
  world.count(what);
  return isAsWanted;
}

/** A session that is over opens nothing; one that is not still does. Afterwards there is one. */
export async function enter(world: SimulatedWorld, person: Person): Promise<void> {
  const age = world.now().getTime() - person.openedAt;
  if (person.openedAt > 0) {
    const { status } = await person.phone.call('GET', '/session');
    expectStatus(world, age < SESSION_LASTS ? 'session used again' : 'session over', status, [
      age < SESSION_LASTS ? 200 : 401,
    ]);
  }
  if (age < SESSION_LASTS) return;
  await person.phone.open();
  person.openedAt = world.now().getTime();
}

async function writeDraft(world: SimulatedWorld, { phone, drafts }: Person): Promise<void> {
  const draft = await startDraft(phone);
  const { status } = await saveDraft(phone, draft);
  if (expectStatus(world, 'draft saved', status, [200])) drafts.set(draft.id, world.now().getTime());
}

async function writeOn(world: SimulatedWorld, { phone, drafts }: Person): Promise<void> {
  const [id] = [...drafts.keys()];
  if (id === undefined) return;
  const { status, body } = await phone.call<Parameters<typeof saveDraft>[1]>('GET', `/drafts/${id}`);
  if (status !== 200) return;
  const saved = await saveDraft(phone, body);
  if (expectStatus(world, 'draft saved again', saved.status, [200])) drafts.set(id, world.now().getTime());
}

async function sendDossier(world: SimulatedWorld, { phone, dossiers }: Person): Promise<void> {
  const { submission } = await readyDraft(world.server, world.url, phone);
  const key = newId();
  const { status, body } = await submitDraft(phone, submission, key);
  if (!expectStatus(world, 'dossier sent', status, [201])) return;
  dossiers.add(body.code);
  // A nervous thumb.
  if (world.random.chance(0.3)) {
    const again = await submitDraft(phone, submission, key);
    if (again.body.code !== body.code) world.broken.push(`sent twice: ${body.code} and ${again.body.code}`);
  }
}

async function bookSomething(world: SimulatedWorld, { phone, appointments }: Person): Promise<void> {
  const slots = await freeSlots(phone);
  if (slots.length === 0) return;
  const { day, time } = world.random.oneOf(slots);
  const { status, body } = await book(phone, { day, time });
  if (expectStatus(world, 'appointment asked for', status, [201, 409]) && status === 201) appointments.add(body.id);
}

async function cancelSomething(world: SimulatedWorld, { phone, appointments }: Person): Promise<void> {
  const [id] = [...appointments];
  if (id === undefined) return;
  const { status } = await phone.call('DELETE', `/appointments/${id}`);
  expectStatus(world, 'appointment given back', status, [204, 409]);
}

async function report(world: SimulatedWorld, { phone, reports }: Person): Promise<void> {
  const writtenAt = world.now().toISOString();
  const { code } = await sentWithPhoto(world.server, world.url, phone, { writtenAt });
  world.count('report sent');
  reports.add(code);
}

async function askSomething(world: SimulatedWorld, { phone, questions }: Person): Promise<void> {
  const { status, body } = await ask(phone);
  if (expectStatus(world, 'question asked', status, [201])) questions.add(body.about.code);
}

async function paySomething(world: SimulatedWorld, { phone, orders }: Person): Promise<void> {
  const [unpaid] = await billsFor(world.server, phone, [bill()]).then((bills) => bills.slice(-1));
  if (unpaid === undefined) return;
  const { status, body: order } = await payFor(phone, [unpaid.id]);
  if (!expectStatus(world, 'order made', status, [200, 201, 409]) || status === 409) return;
  const at = world.now().getTime();
  const mood = world.random.next();
  // Begun and forgotten.
  if (mood < 0.3) return void orders.set(order.id, { at });
  const checkout = await openCheckout(world.server, phone, order.id);
  if (mood < 0.5) return void orders.set(order.id, { at });
  const settled = settleAtZalo(world.server, checkout);
  orders.set(order.id, { at, paidAt: at });
  world.count('paid');
  // Zalo tells us, or the phone does; seldom neither does, and then a statement has to.
  if (mood < 0.75) await callBack(world.server, callbackBody(world.server, settled));
  else if (mood < 0.95) {
    const told = { seen: 'opened', checkoutOrderId: checkout.id };
    expectStatus(world, 'checkout told of', (await tellOfCheckout(phone, order.id, told)).status, [200]);
  } else orders.set(order.id, { at, paidAt: at, isUnheard: true });
}

async function openShop(world: SimulatedWorld, { phone, stores }: Person): Promise<void> {
  const { code } = await sentStore(phone);
  world.count('shop sent');
  stores.add(code);
}

const CHILDREN = ['An', 'Bình', 'Chi', 'Dũng', 'Hà', 'Khoa', 'Lan', 'Minh', 'Nga', 'Oanh'];

/** Each child once: who agrees to the same twice is told the same twice. */
async function actForChild(world: SimulatedWorld, { phone, delegations }: Person): Promise<void> {
  const child = CHILDREN[delegations.size];
  if (child === undefined) return;
  const { body: known } = await phone.call<{ consent: { version: string } }>('GET', '/delegations');
  const { status, body } = await phone.call<Schemas['Delegation']>('POST', '/delegations', {
    body: {
      ...{ id: newId(), fullName: `Nguyễn Văn ${child}`, birthDate: '2018-05-01', relationship: 'child' },
      ...{ months: world.random.oneOf([1, 6, 12]), consentVersion: known.consent.version },
    },
  });
  if (expectStatus(world, 'acting for a child', status, [201])) delegations.set(body.id, body.endsOn);
}

async function readNews(world: SimulatedWorld, { phone }: Person): Promise<void> {
  const { status, body } = await phone.call<{ items: Schemas['ArticleSummary'][] }>('GET', '/news');
  if (!expectStatus(world, 'news read', status, [200])) return;
  for (const { slug, alertUntil } of body.items) {
    if (alertUntil !== null && Date.parse(alertUntil) <= world.now().getTime())
      world.broken.push(`${world.now().toISOString()} still urgent after ${alertUntil}: ${slug}`);
  }
}

const citizenActs = [
  writeDraft,
  writeOn,
  sendDossier,
  bookSomething,
  cancelSomething,
  report,
  askSomething,
  paySomething,
  openShop,
  actForChild,
  readNews,
];

/** What offices do in an hour: the oldest thing that waits moves a step. */
export async function officeHour(world: SimulatedWorld): Promise<void> {
  const { server, random } = world;
  const { rows } = await server.deps.db.query<{ code: string; state: string }>(
    `select code, state from dossiers where state in ('submitted', 'accepted', 'processing', 'supplementRequired') order by changed_at limit 3`,
  );
  for (const { code, state } of rows) {
    if (random.chance(0.3)) continue;
    const next = { submitted: 'accepted', accepted: 'processing', processing: 'completed' }[state] ?? 'processing';
    const by = 'Phường Tân Ninh';
    if (next === 'processing' && state === 'accepted' && random.chance(0.3)) {
      const items = [{ kind: 'paper', about: 'Giấy chứng sinh', reason: 'Ảnh bị mờ.' }];
      const { status } = await asOffice(server, 'POST', `/dossiers/${code}/supplement-requests`, { by, items });
      expectStatus(world, 'supplement asked', status, [200]);
      continue;
    }
    const { status } = await asOffice(server, 'POST', `/dossiers/${code}/transitions`, { to: next, by });
    expectStatus(world, `dossier ${next}`, status, [200]);
  }
  const { rows: shops } = await server.deps.db.query<{ code: string }>(
    `select code from stores where state = 'submitted' order by changed_at, id limit 1`,
  );
  for (const { code } of shops) {
    const decision = { to: 'approved', by: 'Ủy ban nhân dân phường' };
    const { status } = await asOffice(server, 'POST', `/stores/${code}/decisions`, decision);
    expectStatus(world, 'shop approved', status, [200]);
  }
  if (random.chance(0.2)) {
    const text = { title: 'Mưa lớn', summary: 'Mưa đến sáng mai.', html: '<p>Nước lên nhanh.</p>', topic: 'an-toan' };
    const alertUntil = later(world.now(), hours(6)).toISOString();
    const article = { ...text, author: 'Tòa soạn', ...(random.chance(0.5) ? { alertUntil } : {}) };
    const { status } = await asOffice(server, 'PUT', `/news/${newId()}`, article);
    expectStatus(world, 'news published', status, [200, 201]);
  }
  const { rows: open } = await server.deps.db.query<{ code: string }>(
    `select code from questions where state = 'received' and account_id is not null order by sent_at limit 1`,
  );
  for (const { code } of open) {
    const answer = { outcome: 'answered', by: 'Sở Tư pháp', text: 'Nộp ở phường nơi bạn ở.' };
    const { status } = await asOffice(server, 'POST', `/questions/${code}/answer`, answer);
    expectStatus(world, 'question answered', status, [200]);
  }
}

/** What people do in an hour. Few are awake at night, and some of those send things at midnight. */
export async function citizensHour(world: SimulatedWorld): Promise<void> {
  const { random, people } = world;
  const share = world.hour() >= 6 && world.hour() < 22 ? 0.35 : 0.08;
  for (const person of people) {
    if (!random.chance(share)) continue;
    await enter(world, person);
    await random.oneOf(citizenActs)(world, person);
    if (random.chance(0.3)) await enter(world, person);
  }
}
