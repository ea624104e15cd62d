import { useState } from 'react';
import { useOperation } from '#api';
import { dayOf, shortDate } from '#lib/dates';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { Chip } from '#ui/chip';
import { askIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Screen } from '#ui/screen';
import { Empty, Failure, Loading } from '#ui/states';
import { useTexts } from '#ui/texts';
import { stateLooks } from '../question-state';
import { texts } from '../texts';

/** Every question of mine, newest first. */
export function MyList() {
  const t = useTexts(texts);
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined]);
  return (
    <Screen
      title={t.mine}
      lead={t.mineLead}
      foot={
        <LinkButton icon={askIcon} to={paths.askQuestion()}>
          {t.ask}
        </LinkButton>
      }
    >
      {cursors.map((cursor, index) => (
        <Page
          key={cursor ?? 'first'}
          cursor={cursor}
          onMore={index === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
        />
      ))}
    </Screen>
  );
}

function Page({ cursor, onMore }: { cursor: string | undefined; onMore: ((cursor: string) => void) | undefined }) {
  const t = useTexts(texts);
  const { data, error, reload } = useOperation('listMyQuestions', { query: { cursor } });
  if (data === undefined) {
    return error === undefined ? (
      <Loading label={t.lookingMine} onRetry={reload} />
    ) : (
      <Failure error={error} onRetry={reload} title={t.failedMine}>
        {t.keptMine}
      </Failure>
    );
  }
  if (data.items.length === 0 && cursor === undefined) {
    return (
      <Empty icon={askIcon} title={t.noneMine}>
        {t.noneMineMore}
      </Empty>
    );
  }
  const { next } = data;
  return (
    <div className="stack mt-4">
      <List>
        {data.items.map(({ id, title, authority, state, sentAt }) => (
          <Row
            key={id}
            title={title}
            meta={t.by(authority, shortDate(dayOf(sentAt)))}
            chip={<Chip {...stateLooks[state]}>{t.states[state]}</Chip>}
            to={paths.myQuestions({ ma: id })}
          />
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
