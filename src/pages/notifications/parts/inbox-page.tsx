import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { timeOf } from '#lib/dates';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { Coming } from '#ui/coming';
import { bellIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List } from '#ui/list';
import { Notice } from '#ui/notice';
import { Empty } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';
import { NoticeRow } from './notice-row';

interface InboxPageProps {
  /** Undefined: the newest. */
  cursor: string | undefined;
  onOpen: (notice: Schemas['Notification']) => void;
  /** Present on the last page shown; opens the next. */
  onMore: ((cursor: string) => void) | undefined;
}

/** One page of the inbox, with its own loading, empty and failed state; older pages stay when a newer one fails. */
export function InboxPage({ cursor, onOpen, onMore }: InboxPageProps) {
  const t = useTexts(texts);
  const reading = useOperation('listNotifications', { query: cursor === undefined ? {} : { cursor } });
  const { data, error, loading, readAt, reload } = reading;

  if (data === undefined) {
    return (
      <Coming error={loading ? undefined : error} reload={reload} label={t.loading} failed={t.failed}>
        {t.failedMore}
      </Coming>
    );
  }
  if (data.items.length === 0 && cursor === undefined) {
    return (
      <Empty icon={bellIcon} title={t.empty} action={<LinkButton to={paths.procedures()}>{t.find}</LinkButton>}>
        {t.emptyMore}
      </Empty>
    );
  }
  const { next } = data;
  return (
    <div className="stack mt-4">
      {error === undefined || readAt === undefined ? null : <Notice role="status">{t.stale(timeOf(readAt))}</Notice>}
      <List>
        {data.items.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} onOpen={onOpen} />
        ))}
      </List>
      {next === null || onMore === undefined ? null : (
        <Button look="second" onClick={() => onMore(next)}>
          {t.more}
        </Button>
      )}
    </div>
  );
}
