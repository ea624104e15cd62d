import { citizenActs } from './citizen-acts.ts';
import { everydayActs } from './everyday-acts.ts';
import { citizensPay, everybodyPays } from './money-acts.ts';
import { enter, sendAgain } from './steps.ts';
import type { Act, SimulatedWorld } from './world.ts';

const everybodys: readonly Act[] = [...everydayActs, ...everybodyPays, sendAgain, sendAgain];
const citizens: readonly Act[] = [...everybodys, ...citizenActs, ...citizensPay];

/** What people do in an hour. Few are awake at night, and some of those send things at midnight. */
export async function citizensHour(world: SimulatedWorld): Promise<void> {
  const { random, people } = world;
  const share = world.hour() >= 6 && world.hour() < 22 ? 0.5 : 0.08;
  for (const person of people) {
    if (!random.chance(share)) continue;
    await enter(world, person);
    await random.oneOf(person.citizenNumber === null ? everybodys : citizens)(world, person);
    if (random.chance(0.3)) await enter(world, person);
  }
}
