import { useCallback, useState } from 'react';
import { useOperation } from '#api';
import { paths, useGo, usePlace } from '#nav';
import { Button } from '#ui/button';
import { askIcon, crossIcon, personIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Screen } from '#ui/screen';
import { SearchBox } from '#ui/search-box';
import { useTexts } from '#ui/texts';
import { InVietnamese } from '#ui/in-vietnamese';
import { Answers } from './parts/answers';

import { texts } from './texts';

/** Published answers by words and field; what was asked is in the address. */
export default function QuestionListScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const { q = '', 'linh-vuc': field } = usePlace(paths.questions).query;
  const search = useCallback(
    (words: string) => {
      go(paths.questions({ q: words, 'linh-vuc': field }), { replace: true });
    },
    [go, field],
  );
  return (
    <Screen
      title={t.title}
      lead={t.lead}
      foot={
        <LinkButton icon={askIcon} to={paths.askQuestion()}>
          {t.ask}
        </LinkButton>
      }
    >
      <SearchBox label={t.search} hint={t.searchHint} words={q} onSearch={search} />
      <div className="mt-3 flex flex-wrap gap-2">
        <LinkButton look="second" size="small" icon={personIcon} to={paths.myQuestions()}>
          {t.mine}
        </LinkButton>
        <Fields field={field} q={q} />
      </div>
      <section className="sec">
        <h2>{q === '' ? t.newest : t.found}</h2>
        <Answers q={q === '' ? undefined : q} field={field} />
      </section>
    </Screen>
  );
}

function Fields({ field, q }: { field: string | undefined; q: string }) {
  const t = useTexts(texts);
  const go = useGo();
  const [open, setOpen] = useState(false);
  const { data } = useOperation('listQuestionFields', {});
  if (data === undefined) return null;
  const chosen = data.items.find(({ id }) => id === field);
  if (chosen !== undefined) {
    return (
      <LinkButton look="second" size="small" icon={crossIcon} to={paths.questions({ q })}>
        {`${chosen.name}: ${t.allFields}`}
      </LinkButton>
    );
  }
  return (
    <>
      <Button look="second" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {`${t.field}: ${t.all}`}
      </Button>
      {open ? (
        <div className="w-full">
          <List label={t.field}>
            {data.items.map(({ id, name, authority }) => (
              <Row
                key={id}
                title={name}
                lang="vi"
                meta={<InVietnamese>{authority}</InVietnamese>}
                onClick={() => go(paths.questions({ q, 'linh-vuc': id }), { replace: true })}
              />
            ))}
          </List>
        </div>
      ) : null}
    </>
  );
}
