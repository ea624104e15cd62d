import { usePages } from '#api';
import { dayOf, shortDate } from '#lib/dates';
import { paths } from '#nav';
import { Chip } from '#ui/chip';
import { Coming } from '#ui/coming';
import { askIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { MorePages } from '#ui/more-pages';
import { Screen } from '#ui/screen';
import { Empty } from '#ui/states';
import { useTexts } from '#ui/texts';
import { stateLooks } from '../question-state';
import { texts } from '../texts';

/** Every question of mine, newest first. */
export function MyList() {
  const t = useTexts(texts);
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
      <Mine />
    </Screen>
  );
}

function Mine() {
  const t = useTexts(texts);
  const pages = usePages('listMyQuestions', {});
  const { first, items, error, reload } = pages;
  if (first === undefined) {
    return (
      <Coming error={error} reload={reload} label={t.lookingMine} failed={t.failedMine}>
        {t.keptMine}
      </Coming>
    );
  }
  if (items.length === 0) {
    return (
      <Empty icon={askIcon} title={t.noneMine}>
        {t.noneMineMore}
      </Empty>
    );
  }
  return (
    <div className="mt-4">
      <List>
        {items.map(({ id, title, authority, state, sentAt }) => (
          <Row
            key={id}
            title={title}
            meta={t.by(authority, shortDate(dayOf(sentAt)))}
            chip={<Chip {...stateLooks[state]}>{t.states[state]}</Chip>}
            to={paths.myQuestions({ ma: id })}
          />
        ))}
      </List>
      <MorePages {...pages} />
    </div>
  );
}
