import type { Exchange } from '../http/exchange.ts';
import type { Person } from '../world/person.ts';
import type { World } from '../world/world.ts';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The `jwt` Zalo hands to a mini app at login. Unsigned: nobody outside the emulator may ever believe it. */
export const sessionToken = (person: Person, appId: string): string =>
  `${encode({ alg: 'none' })}.${encode({ appId, uid: person.userId })}.emulated`;

/** The person whose `Authorization: Bearer <jwt>` this is. */
export function readSessionToken(exchange: Exchange, world: World): Person | null {
  const bearer = (exchange.headers['authorization'] ?? '').replace(/^Bearer /, '');
  return world.findPerson((person) => sessionToken(person, world.options.appId) === bearer);
}
