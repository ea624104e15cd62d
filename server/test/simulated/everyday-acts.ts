import type { Schemas } from '@dvc/contract';
import { hours } from '../../src/core/clock.ts';
import { ask, book, freeSlots } from '../support/ask-and-book.ts';
import { potholeReport, sendPhoto, sendReport } from '../support/field-report.ts';
import { photo } from '../support/sample-papers.ts';
import { AGREED, saveStore, sendStore, startStore, storeAnswers } from '../support/store-registration.ts';
import { expectStatus, insist, isLoginRecent, logIn } from './steps.ts';
import { newId, type Act, type Person, type SimulatedWorld } from './world.ts';

/** Each is another picture: the same one again is the same upload. */
const smallPhoto = () => photo({ width: 32, height: 24 });

async function bookSomething(world: SimulatedWorld, person: Person): Promise<void> {
  const { phone, appointments, sent } = person;
  const slots = await freeSlots(phone);
  if (slots.length === 0) return;
  const { day, time } = world.random.oneOf(slots.slice(0, 40));
  const id = newId();
  const send = () => book(phone, { day, time }, {}, id);
  const { status, body } = await insist(world, person, { what: 'appointment asked for' }, send);
  if (!expectStatus(world, 'appointment asked for', status, [201, 409]) || status === 409) return;
  appointments.set(body.id, world.now().getTime());
  sent.push({ what: 'appointment', name: id, at: world.now().getTime(), again: async () => (await send()).body.id });
}

async function moveBooking(world: SimulatedWorld, { phone, appointments }: Person): Promise<void> {
  const id = [...appointments.keys()].at(-1);
  const slots = await freeSlots(phone);
  if (id === undefined || slots.length === 0) return;
  const { day, time } = world.random.oneOf(slots.slice(0, 40));
  const { status } = await phone.call('PUT', `/appointments/${id}`, { body: { day, time } });
  expectStatus(world, 'appointment moved', status, [200, 409]);
  if (status === 200) appointments.set(id, world.now().getTime());
}

async function cancelSomething(world: SimulatedWorld, { phone, appointments }: Person): Promise<void> {
  const id = [...appointments.keys()].at(-1);
  if (id === undefined) return;
  const { status } = await phone.call('DELETE', `/appointments/${id}`);
  expectStatus(world, 'appointment given back', status, [204, 409]);
}

async function report(world: SimulatedWorld, person: Person): Promise<void> {
  const { phone, reports, sent } = person;
  const written = potholeReport({ writtenAt: world.now().toISOString() });
  const files = [await sendPhoto(world.url, phone, { reportId: written.id, bytes: await smallPhoto() })];
  await world.server.deps.jobs.drain();
  const send = () => sendReport(phone, { ...written, files });
  const { status, body } = await insist(world, person, { what: 'report sent' }, send);
  if (!expectStatus(world, 'report sent', status, [201])) return;
  reports.set(body.code, body.id);
  sent.push({
    what: 'report',
    name: body.code,
    at: world.now().getTime(),
    again: async () => (await send()).body.code,
  });
}

/** Whatever may still be said about a report of one's own. */
async function sayMore(world: SimulatedWorld, person: Person): Promise<void> {
  const { phone, reports } = person;
  for (const id of [...reports.values()].reverse()) {
    const { body: mine } = await phone.call<Schemas['MyReport']>('GET', `/my-reports/${id}`);
    const role = mine.state === 'clarifying' ? 'clarification' : 'reopening';
    if (role === 'reopening' && mine.state !== 'resolved') continue;
    if (role === 'reopening' && world.random.chance(0.5)) {
      const body = { score: world.random.whole(1, 5), comment: 'Cảm ơn.' };
      const { status } = await phone.call('PUT', `/my-reports/${id}/rating`, { body });
      expectStatus(world, 'report rated', status, [200]);
      return;
    }
    const mayReopen = mine.reopenUntil !== null && Date.parse(mine.reopenUntil) > world.now().getTime();
    const isTaken = role === 'clarification' || mayReopen;
    // Too late, no photo is taken either.
    const photoId = isTaken
      ? await sendPhoto(world.url, phone, { reportId: id, bytes: await smallPhoto(), role })
      : newId();
    const { status } = await phone.call('POST', `/my-reports/${id}/${role}`, {
      body: { words: 'Trước số nhà 12', files: [photoId] },
      headers: { 'idempotency-key': newId() },
    });
    expectStatus(world, isTaken ? `report: ${role}` : 'report: too late to reopen', status, [isTaken ? 200 : 409]);
    return;
  }
}

async function askSomething(world: SimulatedWorld, person: Person): Promise<void> {
  const { phone, questions, sent } = person;
  const id = newId();
  const send = () => ask(phone, {}, id);
  const { status, body } = await insist(world, person, { what: 'question asked' }, send);
  if (!expectStatus(world, 'question asked', status, [201])) return;
  const { code } = body.about;
  questions.set(code, id);
  sent.push({
    what: 'question',
    name: code,
    at: world.now().getTime(),
    again: async () => (await send()).body.about.code,
  });
}

async function answerBack(world: SimulatedWorld, { phone, questions }: Person): Promise<void> {
  for (const id of [...questions.values()].reverse()) {
    const { body: mine } = await phone.call<Schemas['MyQuestion']>('GET', `/my-questions/${id}`);
    if (mine.about.state === 'answered') {
      const body = { score: world.random.whole(1, 5), comment: 'Rõ ràng.' };
      expectStatus(
        world,
        'question rated',
        (await phone.call('PUT', `/my-questions/${id}/rating`, { body })).status,
        [200],
      );
      return;
    }
    if (mine.about.state !== 'clarification') continue;
    const { status } = await phone.call('POST', `/my-questions/${id}/clarification`, {
      body: { text: 'Ở phường Tân Ninh.' },
      headers: { 'idempotency-key': newId() },
    });
    expectStatus(world, 'question clarified', status, [200]);
    return;
  }
}

async function openShop(world: SimulatedWorld, person: Person): Promise<void> {
  const { phone, stores, sent } = person;
  const { draft } = await startStore(phone);
  const saved = await insist(world, person, { what: 'shop saved' }, () => saveStore(phone, draft, storeAnswers()));
  if (!expectStatus(world, 'shop saved', saved.status, [200])) return;
  const { id } = draft;
  const key = newId();
  const send = () => sendStore(phone, id, { rev: saved.body.rev, declaration: AGREED, key });
  const { status, body } = await insist(world, person, { what: 'shop sent' }, send);
  if (!expectStatus(world, 'shop sent', status, [201])) return;
  stores.add(String(body.code));
  // Later on it says that it is sent, and as what.
  const again = async () => {
    const { body: answer } = await send();
    // Refused meanwhile, it may be mended: that is another version, and nothing is sent of this one.
    return answer.status === 409 && (answer.code as string) === 'draft-conflict' ? id : (answer.dossierId ?? answer.id);
  };
  sent.push({ what: 'shop', name: id, at: world.now().getTime(), again });
}

async function readNews(world: SimulatedWorld, { phone }: Person): Promise<void> {
  const { status, body } = await phone.call<{ alerts: Schemas['ArticleSummary'][] }>('GET', '/news');
  if (!expectStatus(world, 'news read', status, [200])) return;
  for (const { slug, alertUntil } of body.alerts) {
    if (alertUntil !== null && Date.parse(alertUntil) <= world.now().getTime())
      world.broken.push(`${world.now().toISOString()} still urgent after ${alertUntil}: ${slug}`);
  }
}

/** A copy of what is kept of oneself: after a recent login, for a day. */
async function takeCopy(world: SimulatedWorld, person: Person): Promise<void> {
  const { phone, copy } = person;
  const isAsked = person.citizenNumber !== null && !isLoginRecent(world, person);
  const begin = () => phone.call<Schemas['PersonalExport']>('POST', '/privacy/exports');
  const first = await begin();
  expectStatus(world, isAsked ? 'copy: login too old' : 'copy asked for', first.status, [isAsked ? 403 : 201]);
  if (isAsked) await logIn(world, person);
  if (copy !== undefined) {
    const isThere = world.now().getTime() - copy.at < hours(24);
    const { status } = await phone.call('POST', `/privacy/exports/${copy.id}/openings`);
    expectStatus(world, isThere ? 'copy opened' : 'copy over', status, [isThere ? 201 : 404]);
    if (isThere) return;
  }
  const { status, body } = isAsked ? await begin() : first;
  if (!expectStatus(world, 'copy asked for', status, [201])) return;
  await world.server.deps.jobs.drain();
  person.copy = { id: body.id, at: world.now().getTime() };
}

/** What anybody with a telephone number does. */
export const everydayActs: readonly Act[] = [
  ...[bookSomething, moveBooking, cancelSomething, report, sayMore, sayMore],
  ...[askSomething, answerBack, openShop, readNews, takeCopy],
];
