import type { Schemas } from '@dvc/contract';
import { usePages } from '#api';
import { timeOf } from '#lib/dates';
import { paths } from '#nav';
import { Coming } from '#ui/coming';
import { bellIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List } from '#ui/list';
import { MorePages } from '#ui/more-pages';
import { Notice } from '#ui/notice';
import { Empty } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';
import { NoticeRow } from './notice-row';

/** Every notice, newest first. */
export function NoticeList({ onOpen }: { onOpen: (notice: Schemas['Notification']) => void }) {
  const t = useTexts(texts);
  const { first, items, error, staleSince, reload, ...pages } = usePages('listNotifications', { query: {} });
  if (first === undefined) {
    return (
      <Coming error={error} reload={reload} label={t.loading} failed={t.failed}>
        {t.failedMore}
      </Coming>
    );
  }
  if (items.length === 0) {
    return (
      <Empty icon={bellIcon} title={t.empty} action={<LinkButton to={paths.procedures()}>{t.find}</LinkButton>}>
        {t.emptyMore}
      </Empty>
    );
  }
  return (
    <div className="stack mt-4">
      {staleSince === undefined ? null : <Notice role="status">{t.stale(timeOf(staleSince))}</Notice>}
      <List>
        {items.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} onOpen={onOpen} />
        ))}
      </List>
      <MorePages {...pages} error={staleSince === undefined ? error : undefined} />
    </div>
  );
}
