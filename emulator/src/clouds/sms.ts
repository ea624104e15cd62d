import { randomUUID } from 'node:crypto';
import { jsonOf } from '../http/exchange.ts';
import { SMS_KEY } from '../identity.ts';
import type { Cloud } from './cloud.ts';

const LONGEST = 160;

/** A gateway for text messages, none of Zalo's: any phone is reached, and an id that comes again is one message. */
export const smsGateway: Cloud = {
  'POST /messages': (exchange, world) => {
    const refuse = (status: number, error: string) => ({ status, body: { error } });
    if (exchange.headers['authorization'] !== `Bearer ${SMS_KEY}`) return refuse(401, 'unknown key');
    const { id, to, text } = jsonOf(exchange);
    if (typeof id !== 'string' || typeof to !== 'string' || !/^84\d{9}$/.test(to))
      return refuse(400, 'id or to is wrong');
    if (typeof text !== 'string' || text === '' || text.length > LONGEST) return refuse(400, 'text is too long');
    const known = world.texts.find((one) => one.id === id);
    const message = known ?? { id, messageId: randomUUID(), at: world.now(), to, text };
    if (known === undefined) {
      world.texts.push(message);
      world.tellPhonesOf(({ phoneNumber }) => phoneNumber === to);
    }
    return { status: 202, body: { messageId: message.messageId } };
  },
};
