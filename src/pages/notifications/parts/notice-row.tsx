import type { Schemas } from '@dvc/contract';
import { now } from '#lib/clock';
import { momentInWords } from '#lib/dates';
import { Chip } from '#ui/chip';
import { bellIcon, folderIcon, infoIcon, shieldIcon } from '#ui/icons';
import { Row } from '#ui/list';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';

type Notification = Schemas['Notification'];

const icons: Record<Notification['topic'], string> = { dossier: folderIcon, security: shieldIcon, service: infoIcon };

/** One notice; a tap marks it read and opens what it is about. */
export function NoticeRow({ notice, onOpen }: { notice: Notification; onOpen: (notice: Notification) => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { topic, title, body, createdAt, readAt } = notice;
  return (
    <Row
      icon={icons[topic]}
      title={title}
      meta={
        <>
          {body}
          <br />
          {momentInWords(createdAt, now(), language)}
        </>
      }
      chip={
        readAt === null ? (
          <Chip tone="info" icon={bellIcon}>
            {t.unread}
          </Chip>
        ) : undefined
      }
      onClick={() => onOpen(notice)}
    />
  );
}
