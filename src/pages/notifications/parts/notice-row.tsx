import type { Schemas } from '@dvc/contract';
import { now } from '#lib/clock';
import { momentInWords } from '#lib/dates';
import { Chip } from '#ui/chip';
import { Icon } from '#ui/icon';
import { bellIcon } from '#ui/icons';
import { Row } from '#ui/list';
import { useLanguage, useTexts } from '#ui/texts';
import { InVietnamese } from '#ui/in-vietnamese';
import { texts } from '../texts';
import { topicIcons } from '../topic-icons';

type Notification = Schemas['Notification'];

/** One notice; a tap marks it read and opens what it is about. */
export function NoticeRow({ notice, onOpen }: { notice: Notification; onOpen: (notice: Notification) => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { topic, title, body, createdAt, readAt } = notice;
  return (
    <Row
      title={
        <span className="flex items-start gap-2">
          <Icon of={topicIcons[topic]} small className="mt-0.5 text-brand" />
          <InVietnamese>{title}</InVietnamese>
        </span>
      }
      meta={
        <>
          <InVietnamese>{body}</InVietnamese>
          <span className="mt-1.5 flex flex-wrap items-center gap-x-3">
            {momentInWords(createdAt, now(), language)}
            {readAt === null ? (
              <Chip tone="info" icon={bellIcon}>
                {t.unread}
              </Chip>
            ) : null}
          </span>
        </>
      }
      onClick={() => onOpen(notice)}
    />
  );
}
