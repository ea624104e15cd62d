import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { useAct } from '#api';
import { refreshAuth } from '#auth';
import { paths, readDeepLink, useGo } from '#nav';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { InboxPage } from './parts/inbox-page';
import { texts } from './texts';

/** My inbox, newest first: the record of every notice, whatever else carried it. */
export default function InboxScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const markRead = useAct('markNotificationRead', { refresh: ['listNotifications'] });
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined]);

  const open = ({ id, path, readAt }: Schemas['Notification']): void => {
    if (readAt === null) {
      // Not worth an error of its own: the notice opens all the same and stays unread. The bell counts anew.
      void markRead.run({ params: { notificationId: id } }).then(refreshAuth);
    }
    if (path !== null) go(readDeepLink(path));
  };

  return (
    <Screen title={t.title}>
      <LinkButton to={paths.noticeChoices()} look="second">
        {t.choose}
      </LinkButton>
      {cursors.map((cursor, index) => (
        <InboxPage
          key={cursor ?? 'newest'}
          cursor={cursor}
          onOpen={open}
          onMore={index === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
        />
      ))}
    </Screen>
  );
}
