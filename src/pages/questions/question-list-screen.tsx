import { useCallback, useState } from 'react';
import type { Schemas } from '@dvc/contract';
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
import { Closed } from './parts/closed';
import { texts } from './texts';

/** Published answers by words and field; what was asked is in the address. */
export default function QuestionListScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const { q = '', 'linh-vuc': field } = usePlace(paths.questions).query;
  const fields = useOperation('listQuestionFields', {}).data?.items;
  const search = useCallback(
    (words: string) => {
      go(paths.questions({ q: words, 'linh-vuc': field }), { replace: true });
    },
    [go, field],
  );
  if (fields?.length === 0) return <Closed title={t.title} />;
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
        {fields === undefined ? null : <Fields fields={fields} field={field} q={q} />}
      </div>
      <section className="sec">
        <h2>{q === '' ? t.newest : t.found}</h2>
        <Answers q={q === '' ? undefined : q} field={field} />
      </section>
    </Screen>
  );
}

interface FieldsProps {
  fields: Schemas['QuestionFields']['items'];
  field: string | undefined;
  q: string;
}

function Fields({ fields, field, q }: FieldsProps) {
  const t = useTexts(texts);
  const go = useGo();
  const [open, setOpen] = useState(false);
  const chosen = fields.find(({ id }) => id === field);
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
            {fields.map(({ id, name, authority }) => (
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
