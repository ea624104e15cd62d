import { done } from '../../native/protocol.ts';
import type { PromptKind } from '../../native/prompts.ts';
import { ask, noNetwork, outcomeOf } from '../host-context.ts';
import type { ActionHandler, ActionTable } from '../host-context.ts';

/** A question whose "yes" changes what the person is to the Official Account. */
const deciding =
  (kind: PromptKind, change: Record<string, boolean>): ActionHandler =>
  async (parameters, host) => {
    if (host.network() === 'none') return noNetwork();
    return outcomeOf(await ask(host, { kind, details: { ...parameters } }), {
      granted: async () => {
        await host.line.post('official-account', change);
        return done();
      },
    });
  };

const openChat: ActionHandler = (_parameters, host) => {
  host.surroundings.openChat();
  return done();
};

export const accountActions: ActionTable = {
  'action.follow.oa': deciding('follow-oa', { follows: true }),
  'action.unfollow.oa': deciding('unfollow-oa', { follows: false }),
  'action.mp.interact.oa': deciding('interact-oa', { touches: true }),
  'action.mp.send.notification': deciding('notification', { notifications: true }),
  'action.open.chat': openChat,
  'action.open.profile': openChat,
};
