import { jsonOf } from '../http/exchange.ts';
import { Refusal } from '../http/routes.ts';
import type { Routes } from '../http/routes.ts';
import type { HostSignal } from '../native/host-signal.ts';
import { PROMPT_KINDS } from '../native/prompts.ts';
import type { ScriptedAnswer } from '../native/prompts.ts';
import type { Phone, PhoneSeed } from '../world/phone.ts';
import type { World } from '../world/world.ts';
import { streamEvents } from './event-stream.ts';
import { viewPhone } from './views.ts';

/** The signals a script may send; the rest come from the emulator itself. */
const SENDABLE: readonly HostSignal['kind'][] = [
  'open-link',
  'open-app',
  'minimise',
  'resume',
  'kill',
  'close-browser',
];

function changePhone(phone: Phone, change: Partial<PhoneSeed>, world: World): void {
  if (change.personId !== undefined && !world.people.has(change.personId)) {
    throw new Refusal(404, `no such person: ${change.personId}`);
  }
  const { network, ...lasting } = change;
  const settings = {
    personId: lasting.personId ?? phone.personId,
    os: lasting.os ?? phone.os,
    zalo: lasting.zalo ?? phone.zalo,
    login: lasting.login ?? phone.login,
    missingPermissions: lasting.missingPermissions ?? phone.missingPermissions,
    storageFull: lasting.storageFull ?? phone.storageFull,
  };
  Object.assign(phone, settings);
  if (Object.keys(lasting).length > 0) world.tell(phone.id, { kind: 'phone-changed' });
  if (network !== undefined && network !== phone.network) {
    phone.network = network;
    world.tell(phone.id, { kind: 'network', network });
  }
}

/** `/__control__/phones…`: phones, what their prompts will be answered, and what they are told to do. */
export const phoneRoutes = (world: World): Routes => ({
  'GET /phones': () => ({ body: [...world.phones.values()].map(viewPhone) }),
  'POST /phones': (exchange) => {
    const seed = jsonOf(exchange) as unknown as PhoneSeed;
    if (!world.people.has(seed.personId)) throw new Refusal(404, `no such person: ${String(seed.personId)}`);
    return { status: 201, body: viewPhone(world.addPhone(seed)) };
  },
  'GET /phones/:phone': (_exchange, { phone = '' }) => ({ body: viewPhone(world.phone(phone)) }),
  'PATCH /phones/:phone': (exchange, { phone: id = '' }) => {
    const phone = world.phone(id);
    changePhone(phone, jsonOf(exchange), world);
    return { body: viewPhone(phone) };
  },

  'POST /phones/:phone/answers': (exchange, { phone = '' }) => {
    const { prompt, answer, times } = jsonOf(exchange);
    const kind = PROMPT_KINDS.find((known) => known === prompt);
    if (kind === undefined) throw new Refusal(400, `no such prompt: ${String(prompt)}`);
    world.phone(phone).answers.add(kind, answer as ScriptedAnswer, typeof times === 'number' ? times : Infinity);
    return { body: {} };
  },
  'DELETE /phones/:phone/answers': (_exchange, { phone = '' }) => {
    world.phone(phone).answers.clear();
    return { body: {} };
  },

  'POST /phones/:phone/signals': (exchange, { phone = '' }) => {
    const signal = jsonOf(exchange) as unknown as HostSignal;
    if (!SENDABLE.includes(signal.kind)) throw new Refusal(400, `not a signal: ${String(signal.kind)}`);
    return { body: { heardBy: world.tell(phone, signal) } };
  },
  'GET /phones/:phone/events': (exchange, { phone = '' }) => streamEvents(exchange, world, phone),

  'GET /phones/:phone/calls': (_exchange, { phone = '' }) => ({ body: world.phone(phone).calls }),
  'GET /phones/:phone/storage': (_exchange, { phone = '' }) => ({ body: world.phone(phone).storage.map }),
  'DELETE /phones/:phone/storage': (_exchange, { phone: id = '' }) => {
    const phone = world.phone(id);
    phone.storage = { revision: phone.storage.revision + 1_000, map: {} };
    return { body: {} };
  },
});
