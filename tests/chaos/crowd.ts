import type { Trouble } from './patience.ts';
import type { Person } from './person.ts';
import type { Scene } from './scene.ts';

/** So many at once, while whatever they need lets them wait. */
const MANY = 60;

/** A crowd at the door in a slow moment: half of them to enter, half to read. Nobody may wait for ever, and nothing may pile up. */
export async function crowd({ watch }: Scene, people: readonly Person[], trouble: Trouble): Promise<void> {
  const one = async (n: number): Promise<void> => {
    const person = people[n % people.length];
    if (person === undefined) return;
    const isEntering = n % 2 === 0;
    const { status, text } = isEntering
      ? await watch.ask({
          method: 'POST',
          path: '/session',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ accessToken: person.phone.zaloToken() }),
        })
      : await watch.ask({
          method: 'GET',
          path: '/dossiers?limit=20',
          headers: { authorization: `Bearer ${person.phone.token ?? ''}` },
        });
    const deed = isEntering ? 'enter' : 'read';
    // So many at once may be too many for the machine; that is said as such.
    const isBusy = text.includes('"server-busy"');
    if (status >= 500 && !isBusy && !trouble.neededFor.has(deed))
      watch.found.add(`one of a crowd got ${status} (${deed}) during ${trouble.name}`);
  };
  await Promise.all(Array.from({ length: MANY }, (_, n) => one(n)));
}
