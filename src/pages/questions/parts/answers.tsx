import type { Schemas } from '@dvc/contract';
import { usePages } from '#api';
import { dayOf, shortDate } from '#lib/dates';
import { paths } from '#nav';
import { Chip } from '#ui/chip';
import { Coming } from '#ui/coming';
import { askIcon, infoIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { MorePages } from '#ui/more-pages';
import { Empty } from '#ui/states';
import { useTexts } from '#ui/texts';
import { Quoting } from '#ui/in-vietnamese';
import { texts } from '../texts';

interface AnswersProps {
  q: string | undefined;
  field: string | undefined;
}

/** Published answers by words and field, page by page. */
export function Answers({ q, field }: AnswersProps) {
  const t = useTexts(texts);
  const pages = usePages('listQuestions', { query: { q, field } });
  const { first, items, error, reload } = pages;
  if (first === undefined) {
    return <Coming error={error} reload={reload} label={t.looking} failed={t.failed} />;
  }
  if (items.length === 0) {
    return (
      <Empty icon={askIcon} title={t.none} action={<LinkButton to={paths.askQuestion()}>{t.ask}</LinkButton>}>
        {t.noneMore}
      </Empty>
    );
  }
  return (
    <div className="mt-4">
      <List>
        {items.map((item) => (
          <AnswerRow key={item.id} item={item} />
        ))}
      </List>
      <MorePages {...pages} />
    </div>
  );
}

/** The question, and which office answered it when. */
export function AnswerRow({ item }: { item: Schemas['PublishedQuestion'] }) {
  const t = useTexts(texts);
  const { id, title, authority, answeredAt, sample } = item;
  return (
    <Row
      title={title}
      lang="vi"
      meta={<Quoting text={t.by(authority, shortDate(dayOf(answeredAt)))} words={authority} />}
      chip={sample ? <Chip icon={infoIcon}>{t.sample}</Chip> : undefined}
      to={paths.question({ id })}
    />
  );
}
