import { jsonOf } from '../http/exchange.ts';
import { ZNS_TEMPLATES } from '../identity.ts';
import type { World } from '../world/world.ts';
import { json } from './cloud.ts';
import type { Cloud } from './cloud.ts';
import { deliver } from './openapi.ts';

const APPROVED: readonly string[] = Object.values(ZNS_TEMPLATES);

/** What every template of the sample account takes, and how long each may be. */
const FIELDS = { tieu_de: 100, noi_dung: 200, duong_dan: 200 } as const;
type Fields = Record<keyof typeof FIELDS, string>;

/** Exactly the fields of the template, none empty, none too long; null: Zalo would refuse them. */
function readFields(given: unknown): Fields | null {
  if (typeof given !== 'object' || given === null || Object.keys(given).length !== Object.keys(FIELDS).length)
    return null;
  const fields = given as Record<string, unknown>;
  const fits = Object.entries(FIELDS).every(([name, most]) => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' && value.length <= most;
  });
  return fits ? (fields as Fields) : null;
}

/** The button's address belongs to the template; only what comes after it is the sender's. */
const buttonUrl = (world: World, path: string): string => `https://zalo.me/s/${world.options.appId}/${path}`;

/** business.openapi.zalo.me: notices by phone number. Its error numbers are not the Official Account's. */
export const znsCloud: Cloud = {
  'POST /message/template': (exchange, world) => {
    const token = world.officialTokens.check(exchange.headers['access_token'] ?? '', world.now());
    if (token !== 'good') return json({ error: -124, message: 'Access token invalid' });
    const body = jsonOf(exchange);
    const templateId = body['template_id'];
    if (typeof templateId !== 'string' || !APPROVED.includes(templateId))
      return json({ error: -106, message: 'Template id invalid' });
    const fields = readFields(body['template_data']);
    if (fields === null) return json({ error: -108, message: 'Template data invalid' });
    if (typeof body['tracking_id'] !== 'string') return json({ error: -112, message: 'tracking_id is required' });
    const person = world.findPerson((one) => one.phoneNumber === body['phone']);
    if (person === null) return json({ error: -118, message: 'Zalo account not existed' });
    const id = deliver(person, world, {
      channel: 'zns',
      title: fields.tieu_de,
      text: fields.noi_dung,
      rows: [],
      buttons: [{ title: 'Xem trong ứng dụng', type: 'oa.open.url', target: buttonUrl(world, fields.duong_dan) }],
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
