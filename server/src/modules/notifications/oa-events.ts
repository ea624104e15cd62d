import type { Deps } from '#core/deps';
import type { Call } from '#core/handler';
import { refuse } from '#core/problem';
import { isSignedByZalo } from '../../integrations/zalo/event-signature.ts';
import { noteContact, type ContactEvent } from './oa-contacts.ts';

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= 64 ? value : null;
const idIn = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'id' in value ? textOf(value.id) : null;

/** Whoever writes to the Official Account may be answered for a while, followed or not. */
function kindOf(name: string): ContactEvent | undefined {
  if (name === 'follow') return 'followed';
  if (name === 'unfollow') return 'left';
  return name.startsWith('user_send_') ? 'wrote' : undefined;
}

/** What Zalo tells of people and the Official Account. Anybody may call: only the signature says that it is Zalo. */
export function createOaEvents({ db, settings, log }: Deps) {
  return async ({ body, headers, rawBody }: Call<'receiveOaEvent'>): Promise<'noted' | 'ignored'> => {
    const secret = settings.ZALO_OA_WEBHOOK_SECRET;
    if (secret === undefined || rawBody === undefined) {
      log.warn('an event of the Official Account came, but no secret to check it with is set');
      return refuse('forbidden', { detail: 'Máy chủ chưa được cài khóa để kiểm tra sự kiện của Zalo.' });
    }
    const timestamp = String(body.timestamp);
    const event = { appId: body.app_id ?? '', bytes: rawBody, timestamp, signature: headers['x-zevent-signature'] };
    if (!isSignedByZalo(event, secret)) {
      log.warn({ event: body.event_name }, 'an event that Zalo did not sign was turned away');
      return refuse('forbidden', { detail: 'Chữ ký của sự kiện không đúng.' });
    }
    const { follower, sender, user_id_by_app: zaloId } = body as Record<string, unknown>;
    const kind = kindOf(body.event_name);
    const oaUserId = idIn(kind === 'wrote' ? sender : follower);
    const at = new Date(Number(timestamp));
    if (kind === undefined || oaUserId === null || Number.isNaN(at.getTime())) return 'ignored';
    const isOurs = await db.tx((tx) => noteContact(tx, { event: kind, oaUserId, zaloId: textOf(zaloId), at }));
    return isOurs ? 'noted' : 'ignored';
  };
}
