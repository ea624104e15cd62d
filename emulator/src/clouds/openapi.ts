import { randomUUID } from 'node:crypto';
import { jsonOf } from '../http/exchange.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import type { OfficialMessage } from '../world/official-chat.ts';
import type { Person } from '../world/person.ts';
import type { World } from '../world/world.ts';
import { json } from './cloud.ts';
import type { Cloud, Endpoint } from './cloud.ts';
import { readMessage } from './message-body.ts';

const SEVEN_DAYS = 7 * 24 * 3_600_000;

/** The token errors every Official Account endpoint shares; null: the token is good. */
export function refuseToken(exchange: Exchange, world: World): Reply | null {
  const state = world.officialTokens.check(exchange.headers['access_token'] ?? '', world.now());
  if (state === 'invalid') return json({ error: -216, message: 'Access token is invalid' });
  if (state === 'expired') return json({ error: -220, message: 'Access token has expired' });
  return null;
}

/** Puts a message into the person's chat and wakes the phones it shows on. @returns the message's id. */
export function deliver(person: Person, world: World, message: Omit<OfficialMessage, 'id' | 'at' | 'from'>): string {
  const id = randomUUID();
  person.messages.push({ ...message, id, at: world.now(), from: 'official-account' });
  world.tellPhonesOf((one) => one.id === person.id);
  return id;
}

function whyUnreachable(person: Person, channel: 'cs' | 'template', world: World): Reply | null {
  const touched = person.lastTouchOfOfficialAccount;
  if (!person.followsOfficialAccount && touched === null) {
    return json({ error: -213, message: 'User has not followed or interacted with the Official Account' });
  }
  if (channel === 'cs' && (touched === null || world.now() - touched > SEVEN_DAYS)) {
    return json({ error: -230, message: 'User has not interacted with the Official Account in the past 7 days' });
  }
  return null;
}

const sending =
  (channel: 'cs' | 'template'): Endpoint =>
  (exchange, world) => {
    const badToken = refuseToken(exchange, world);
    if (badToken !== null) return badToken;
    const body = jsonOf(exchange);
    const recipient = body['recipient'] as { user_id?: unknown } | undefined;
    const person = world.findPerson((one) => one.userIdByOa === recipient?.user_id);
    if (person === null) return json({ error: -201, message: 'user_id is invalid' });
    const unreachable = whyUnreachable(person, channel, world);
    if (unreachable !== null) return unreachable;
    const read = readMessage(body['message']);
    if ('refusal' in read) return json({ error: -201, message: read.refusal });
    const id = deliver(person, world, { channel, ...read.body });
    return json({
      error: 0,
      message: 'Success',
      data: {
        message_id: id,
        user_id: person.userIdByOa,
        sent_time: String(world.now()),
        quota: { quota_type: 'sub_quota' },
      },
    });
  };

/** openapi.zalo.me: messages from the Official Account. */
export const openapiCloud: Cloud = {
  'POST /v3.0/oa/message/cs': sending('cs'),
  'POST /v3.0/oa/message/template': sending('template'),
  'POST /v3.0/oa/message/transaction': sending('template'),
};
