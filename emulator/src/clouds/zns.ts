import { jsonOf } from '../http/exchange.ts';
import { json } from './cloud.ts';
import type { Cloud } from './cloud.ts';
import { deliver } from './openapi.ts';

/** business.openapi.zalo.me: notices by phone number. Its error numbers are not the Official Account's. */
export const znsCloud: Cloud = {
  'POST /message/template': (exchange, world) => {
    const token = world.officialTokens.check(exchange.headers['access_token'] ?? '', world.now());
    if (token !== 'good') return json({ error: -124, message: 'Access token invalid' });
    const body = jsonOf(exchange);
    const templateId = body['template_id'];
    if (typeof templateId !== 'string' || templateId === '')
      return json({ error: -106, message: 'Template id invalid' });
    const fields = body['template_data'];
    if (typeof fields !== 'object' || fields === null) return json({ error: -108, message: 'Template data invalid' });
    if (typeof body['tracking_id'] !== 'string') return json({ error: -112, message: 'tracking_id is required' });
    const person = world.findPerson((one) => one.phoneNumber === body['phone']);
    if (person === null) return json({ error: -118, message: 'Zalo account not existed' });
    const rows = Object.entries(fields).map(([key, value]) => ({ key, value: String(value) }));
    const id = deliver(person, world, {
      channel: 'zns',
      title: `Mẫu tin ${templateId}`,
      text: '',
      rows,
      buttons: [],
      templateId,
      trackingId: body['tracking_id'],
    });
    return json({
      error: 0,
      message: 'Success',
      data: { msg_id: id, sent_time: String(world.now()), quota: { dailyQuota: '500', remainingQuota: '499' } },
    });
  },
};
