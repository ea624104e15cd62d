import type { AppError } from '#lib/app-error';
import { dayOf, shortDate, timeOf } from '#lib/dates';
import { defineTexts } from '#lib/texts';
import { Button } from './button';
import { offlineIcon } from './icons';
import { Notice } from './notice';
import { FailedAct } from './states';
import { useTexts } from './texts';

const texts = defineTexts({
  vi: {
    more: 'Xem thêm',
    busy: 'Đang lấy thêm…',
    saved: (time: string, day: string) => `Chưa có mạng. Đây là bản đã lưu lúc ${time} ngày ${day}.`,
  },
  en: {
    more: 'Show more',
    busy: 'Getting more…',
    saved: (time: string, day: string) => `No network. This was saved at ${time} on ${day}.`,
  },
});

interface MorePagesProps {
  hasMore: boolean;
  busy: boolean;
  error: AppError | undefined;
  more: () => void;
}

/** The end of a list that comes page by page. */
export function MorePages({ hasMore, busy, error, more }: MorePagesProps) {
  const t = useTexts(texts);
  return (
    <>
      {error === undefined ? null : <FailedAct error={error} />}
      {hasMore ? (
        <div className="mt-4">
          <Button look="second" busy={busy} onClick={more}>
            {busy ? t.busy : t.more}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Says that what is shown was read some time ago, because there is no network. */
export function SavedCopy({ at }: { at: Date | undefined }) {
  const t = useTexts(texts);
  if (at === undefined) return null;

  return (
    <Notice icon={offlineIcon} role="status">
      {t.saved(timeOf(at), shortDate(dayOf(at)))}
    </Notice>
  );
}
