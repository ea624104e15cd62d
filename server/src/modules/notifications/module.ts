import { hours, minutes } from '#core/clock';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import { createSmsGateway } from '../../integrations/sms/sms-gateway.ts';
import { createOaClient } from '../../integrations/zalo/oa-client.ts';
import { createOaToken } from '../../integrations/zalo/oa-token.ts';
import { createZnsClient } from '../../integrations/zalo/zns-client.ts';
import { createChoices } from './choices.ts';
import { listDeliveries } from './delivery-steps.ts';
import { countUnread, readInbox } from './inbox.ts';
import { createLadder } from './ladder.ts';
import { connectedChannels, NOTICE } from './notify.ts';
import { createOaEvents } from './oa-events.ts';
import { createOaStep } from './oa-step.ts';
import { createSmsStep } from './sms-step.ts';
import type { Step } from './step.ts';
import type { Channel } from './topics.ts';
import { createZnsStep } from './zns-step.ts';

function connectSteps(deps: Deps): Partial<Record<Channel, Step>> {
  const { jobs, province, settings } = deps;
  const oa = createOaClient(settings);
  const token = oa && createOaToken(deps, oa);
  const sms = createSmsGateway(settings);
  // A refresh token dies after three months without use, so it is used even when nobody is told anything.
  if (token) jobs.every('oa-token', hours(6), async () => void (await token.current()));
  return {
    ...(oa && token ? { oa: createOaStep(settings, oa, token) } : {}),
    ...(token && connectedChannels(settings).has('zns')
      ? { zns: createZnsStep(settings, createZnsClient(settings), token) }
      : {}),
    ...(sms ? { sms: createSmsStep(settings, province, sms) } : {}),
  };
}

/** The inbox, what people chose to hear of, and the messages that point to it. */
export function createNotificationsModule(deps: Deps): ModuleHandlers<'notifications'> {
  const { db, clock, jobs } = deps;
  jobs.handle(NOTICE, createLadder(deps, connectSteps(deps)), { leaseMs: minutes(2), maxAttempts: 10 });
  const choices = createChoices(deps);
  const hearOa = createOaEvents(deps);

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
    readNoticeChoices: async ({ caller }) => ({ status: 200, body: await choices.read(caller.account) }),
    changeNoticeChoices: async ({ caller, body }) => ({
      status: 200,
      body: await choices.change(caller.account, body),
    }),
    async listDeliveries({ query }) {
      const page = { cursor: query.cursor, limit: query.limit ?? 20 };
      return { status: 200, body: await listDeliveries(db, page) };
    },
    receiveOaEvent: async (call) => ({ status: 200, body: { outcome: await hearOa(call) } }),
  };
}
