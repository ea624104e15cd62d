import { signAppEvent, signOaEvent } from '@dvc/emulator/src/clouds/official-events.ts';
import { APP_ID } from '@dvc/emulator/src/identity.ts';
import type { Belongings, Sample } from './operation-samples.ts';

/** Requests of notifications, and what Zalo tells. */
export const noticeSamples = {
  listNotifications: () => ({ url: '/notifications' }),
  markNotificationRead: ({ notificationId }) => ({ url: `/notifications/${notificationId}/read`, owned: true }),
  readNoticeChoices: () => ({ url: '/notice-choices' }),
  changeNoticeChoices: () => ({
    url: '/notice-choices',
    body: { choices: [{ topic: 'report', channel: 'oa', wanted: true }] },
  }),
  listDeliveries: () => ({ url: '/integration/deliveries' }),
  receiveOaEvent: () => {
    const signed = signOaEvent({ event_name: 'follow', follower: { id: '1' } }, 1_764_000_000_000);
    return { url: '/zalo-events/official-account', body: JSON.parse(signed.body) as object, headers: signed.headers };
  },
  receiveMiniAppEvent: () => {
    const signed = signAppEvent({
      event: 'user.revoke.consent',
      appId: APP_ID,
      userId: '1',
      timestamp: '1764000000000',
    });
    return { url: '/zalo-events/mini-app', body: JSON.parse(signed.body) as object, headers: signed.headers };
  },
} as const satisfies Record<string, (of: Belongings) => Sample>;
