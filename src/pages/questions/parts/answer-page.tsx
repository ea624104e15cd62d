import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { dayOf, shortDate } from '#lib/dates';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { Chip } from '#ui/chip';
import { askIcon, infoIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Empty, Failure, Loading } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

interface AnswerPageProps {
  q: string | undefined;
  field: string | undefined;
  /** Undefined: the first page. */
  cursor: string | undefined;
  /** Present on the last page shown; opens the next. */
  onMore: ((cursor: string) => void) | undefined;
}

/** One page of published answers. */
export function AnswerPage({ q, field, cursor, onMore }: AnswerPageProps) {
  const t = useTexts(texts);
  const { data, error, reload } = useOperation('listQuestions', { query: { q, field, cursor } });
  if (data === undefined) {
    return error === undefined ? (
      <Loading label={t.looking} onRetry={reload} />
    ) : (
      <Failure error={error} onRetry={reload} title={t.failed} />
    );
  }
  if (data.items.length === 0 && cursor === undefined) {
    return (
      <Empty icon={askIcon} title={t.none} action={<LinkButton to={paths.askQuestion()}>{t.ask}</LinkButton>}>
        {t.noneMore}
      </Empty>
    );
  }
  const { next } = data;
  return (
    <div className="stack mt-4">
      <List>
        {data.items.map((item) => (
          <AnswerRow key={item.id} item={item} />
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

/** The question, and which office answered it when. */
export function AnswerRow({ item }: { item: Schemas['PublishedQuestion'] }) {
  const t = useTexts(texts);
  const { id, title, authority, answeredAt, sample } = item;
  return (
    <Row
      title={title}
      meta={t.by(authority, shortDate(dayOf(answeredAt)))}
      chip={sample ? <Chip icon={infoIcon}>{t.sample}</Chip> : undefined}
      to={paths.question({ id })}
    />
  );
}
