import type { Schemas } from '@dvc/contract';
import { callOperation, refreshAnswers } from '#api';
import { refreshAuth } from '#auth';
import { note } from '#lib/log';
import { paths, readDeepLink, useGo } from '#nav';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { NoticeList } from './parts/notice-list';
import { texts } from './texts';

/** Not worth an error on the screen: the notice opens all the same and stays unread. The bell counts anew. */
async function markRead(notificationId: string): Promise<void> {
  try {
    await callOperation('markNotificationRead', { params: { notificationId } });
  } catch (error) {
    note('a notice stays unread', error);
  }
  refreshAnswers('listNotifications');
  refreshAuth();
}

/** My inbox, newest first: the record of every notice, whatever else carried it. */
export default function InboxScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const open = ({ id, path, readAt }: Schemas['Notification']): void => {
    if (readAt === null) void markRead(id);
    if (path !== null) go(readDeepLink(path));
  };
  return (
    <Screen title={t.title}>
      <LinkButton to={paths.noticeChoices()} look="second">
        {t.choose}
      </LinkButton>
      <NoticeList onOpen={open} />
    </Screen>
  );
}
