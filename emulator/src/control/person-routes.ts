import { randomUUID } from 'node:crypto';
import { follow, revokeConsent, writeToOfficialAccount } from '../clouds/official-events.ts';
import { jsonOf } from '../http/exchange.ts';
import { Refusal } from '../http/routes.ts';
import type { Routes } from '../http/routes.ts';
import type { Person, PersonSeed } from '../world/person.ts';
import type { World } from '../world/world.ts';
import { viewPerson } from './views.ts';

function personNamed(world: World, id: string): Person {
  const person = world.people.get(id);
  if (person === undefined) throw new Refusal(404, `no such person: ${id}`);
  return person;
}

/** `/__control__/people…`: Zalo accounts, their chats, and tokens for tests which have no browser. */
export const personRoutes = (world: World): Routes => ({
  'GET /people': () => ({ body: [...world.people.values()].map(viewPerson) }),
  'POST /people': (exchange) => {
    const seed = jsonOf(exchange) as Partial<PersonSeed>;
    const serial = String(Math.floor(Math.random() * 1e8)).padStart(8, '0');
    const person = world.addPerson({
      id: randomUUID().slice(0, 8),
      name: 'Người thử',
      phoneNumber: `849${serial}`,
      citizenNumber: null,
      ...seed,
    });
    return { status: 201, body: viewPerson(person) };
  },
  'GET /people/:person': (_exchange, { person = '' }) => ({ body: viewPerson(personNamed(world, person)) }),
  'PATCH /people/:person': (exchange, { person: id = '' }) => {
    const person = personNamed(world, id);
    const { consents, followsOfficialAccount, citizenNumber, name } = jsonOf(exchange) as Partial<Person>;
    Object.assign(person.consents, consents ?? {});
    if (followsOfficialAccount !== undefined) follow(world, person, followsOfficialAccount);
    if (citizenNumber !== undefined) person.citizenNumber = citizenNumber;
    if (name !== undefined) person.name = name;
    return { body: viewPerson(person) };
  },

  'GET /people/:person/messages': (_exchange, { person = '' }) => ({ body: personNamed(world, person).messages }),
  'POST /people/:person/revocation': (_exchange, { person = '' }) => {
    revokeConsent(world, personNamed(world, person));
    return { status: 201, body: {} };
  },
  'GET /people/:person/texts': (_exchange, { person = '' }) => {
    const { phoneNumber } = personNamed(world, person);
    return { body: world.texts.filter(({ to }) => to === phoneNumber) };
  },
  'POST /people/:person/messages': (exchange, { person: id = '' }) => {
    const person = personNamed(world, id);
    const { text } = jsonOf(exchange);
    writeToOfficialAccount(world, person, typeof text === 'string' ? text : '');
    return { status: 201, body: {} };
  },

  /** What the SDK would get for this person, for tests that call the province's server themselves. */
  'POST /people/:person/tokens': (_exchange, { person: id = '' }) => {
    const person = personNamed(world, id);
    const issued = world.loginTokens.issue(person.id, world.now());
    return {
      body: {
        accessToken: issued.access_token,
        phoneToken: world.oneShotTokens.issue('phone-number', person.id, world.now()),
        locationToken: world.oneShotTokens.issue('location', person.id, world.now()),
      },
    };
  },
});
