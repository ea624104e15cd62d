import { hours, minutes } from '#core/clock';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import { createOaClient } from '../../integrations/zalo/oa-client.ts';
import { createOaToken } from '../../integrations/zalo/oa-token.ts';
import { createOaDelivery } from './oa-delivery.ts';
import { countUnread, readInbox } from './inbox.ts';
import { OA_MESSAGE } from './notify.ts';

/** The inbox, and the Official Account messages that point to it. */
export function createNotificationsModule(deps: Deps): ModuleHandlers<'notifications'> {
  const { db, clock, jobs, settings } = deps;
  const oa = createOaClient(settings);
  if (oa) {
    const token = createOaToken(deps, oa);
    jobs.handle(OA_MESSAGE, createOaDelivery(deps, oa, token), { leaseMs: minutes(2), maxAttempts: 10 });
    // A refresh token dies after three months without use, so it is used even when nobody is told anything.
    jobs.every('oa-token', hours(6), async () => void (await token.current()));
  }

  return {
    async listNotifications({ query, caller: { account } }) {
      const { items, next } = await readInbox(db, account.id, { cursor: query.cursor, limit: query.limit ?? 20 });
      return { status: 200, body: { items, next, unread: await countUnread(db, account.id) } };
    },
    async markNotificationRead({ params, caller: { account } }) {
      const { count } = await db.query(
        'update notifications set read_at = coalesce(read_at, $3) where id = $1 and account_id = $2',
        [params.notificationId, account.id, clock.now()],
      );
      if (count === 0) refuse('not-found');
      return { status: 204 };
    },
  };
}
