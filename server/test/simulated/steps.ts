import { days, minutes } from '../../src/core/clock.ts';
import type { Person, Sent, SimulatedWorld } from './world.ts';

const SESSION_LASTS = minutes(30);
const LOGIN_COUNTS = minutes(30);
const KEY_LASTS = days(90);

/** Whether an answer is one of those that may come; any other is a promise broken. */
export function expectStatus(world: SimulatedWorld, what: string, status: number, wanted: readonly number[]): boolean {
  const isAsWanted = wanted.includes(status);
  if (!isAsWanted) world.broken.push(`${world.now().toISOString()} ${what}: ${status}`);
  world.count(what);
  return isAsWanted;
}

async function reopen(world: SimulatedWorld, person: Person): Promise<void> {
  await person.phone.open();
  person.openedAt = world.now().getTime();
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
  if (age >= SESSION_LASTS) await reopen(world, person);
}

/** Logs in to the provincial ID, as when that is asked for. */
export async function logIn(world: SimulatedWorld, person: Person): Promise<void> {
  if (person.citizenNumber === null) throw new Error('nobody’s citizen');
  await person.phone.link(person.citizenNumber);
  person.loggedInAt = world.now().getTime();
}

export const isLoginRecent = (world: SimulatedWorld, { loggedInAt }: Person): boolean =>
  world.now().getTime() - loggedInAt < LOGIN_COUNTS;

/** The same provincial identity on another phone: from that moment this one is nobody's. */
async function linkElsewhere(world: SimulatedWorld, { citizenNumber }: Person): Promise<void> {
  if (citizenNumber === null) return;
  await world.otherPhone.open();
  await world.otherPhone.link(citizenNumber);
}

interface Answered {
  status: number;
}

/**
 * Something that was written, sent. Now and then the session runs out before, or the identity is linked elsewhere, which counts for
 * what needs level 2: then it is refused, who they are is asked again, and the very same is taken.
 */
export async function insist<Answer extends Answered>(
  world: SimulatedWorld,
  person: Person,
  { what, level = 1 }: { what: string; level?: 1 | 2 },
  call: () => Promise<Answer>,
): Promise<Answer> {
  const mood = world.random.next();
  if (mood < 0.15) {
    await world.pass(SESSION_LASTS);
    expectStatus(world, `session ran out: ${what}`, (await call()).status, [401]);
    await reopen(world, person);
  } else if (mood < 0.2 && person.citizenNumber !== null) {
    await linkElsewhere(world, person);
    expectStatus(world, `linked elsewhere: ${what}`, (await call()).status, level === 2 ? [403] : [200, 201, 409]);
    await logIn(world, person);
  }
  return call();
}

async function sendOnceMore(world: SimulatedWorld, { what, name, at, again }: Sent): Promise<void> {
  const isKeyGone = world.now().getTime() > at + KEY_LASTS;
  const answered = await again();
  world.count(isKeyGone ? 'sent again after the key' : 'sent again');
  if (answered !== name)
    world.broken.push(`${world.now().toISOString()} ${what} ${name} sent again: ${String(answered)}`);
}

/** Something that was sent at any time, sent once more: whatever is sent twice is there once. */
export async function sendAgain(world: SimulatedWorld, { sent }: Person): Promise<void> {
  if (sent.length > 0) await sendOnceMore(world, world.random.oneOf(sent));
}

/** Phones that were off for long send everything of which they have heard nothing. */
export async function sendEverythingAgain(world: SimulatedWorld): Promise<void> {
  for (const person of world.people) {
    for (const one of person.sent) {
      if (world.now().getTime() - person.openedAt >= SESSION_LASTS) await reopen(world, person);
      await sendOnceMore(world, one);
    }
  }
}
