import type { Reading } from '#api';
import { ChoiceGroup } from '#ui/choice';
import { Field } from '#ui/field';
import { phoneIcon } from '#ui/icons';
import { Link } from '#ui/link';
import { Notice } from '#ui/notice';
import { Failure, Loading } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { formTexts } from '../form-texts';
import { changeUnfinished, useUnfinished } from '../unfinished-report';
import type { Categories } from '../use-categories';

interface CategoryFieldProps {
  categories: Reading<Categories>;
  error: string | undefined;
}

/** What it is about: the sort first, then what exactly; in danger the number to call comes before anything else. */
export function CategoryField({ categories, error }: CategoryFieldProps) {
  const t = useTexts(formTexts);
  const language = useLanguage();
  const { group, category } = useUnfinished();
  const { data } = categories;
  if (data === undefined) {
    if (categories.error === undefined) return <Loading label={t.loading} rows={2} />;
    return (
      <Failure error={categories.error} title={t.categoriesFailed} onRetry={categories.reload}>
        {t.categoriesKept}
      </Failure>
    );
  }
  const word = (vietnamese: string): string =>
    language === 'en' ? (data.english[vietnamese] ?? vietnamese) : vietnamese;
  const inGroup = data.items.filter((item) => item.group === group);
  const emergency = inGroup.find(({ id }) => id === category)?.emergency ?? undefined;
  const choose = (id: string | undefined): void => {
    if (id !== category) changeUnfinished({ category: id, answers: {} });
  };
  return (
    <>
      <Field group id="category" label={t.what} {...(error === undefined ? {} : { error })}>
        {(ties) => (
          <ChoiceGroup
            ties={ties}
            value={group}
            choices={data.groups.map(({ id, name }) => ({ value: id, label: word(name) }))}
            onChange={(id) => {
              const only = data.items.filter((item) => item.group === id);
              changeUnfinished({ group: id });
              choose(only.length === 1 ? only[0]?.id : undefined);
            }}
          />
        )}
      </Field>
      {inGroup.length < 2 ? null : (
        <Field group label={t.kind}>
          {(ties) => (
            <ChoiceGroup
              ties={ties}
              oneColumn
              value={category}
              choices={inGroup.map(({ id, name }) => ({ value: id, label: word(name) }))}
              onChange={choose}
            />
          )}
        </Field>
      )}
      <div role="status" className="mt-3">
        {emergency === undefined ? null : (
          <Link to={`tel:${emergency.call}`} className="block">
            <Notice tone="bad" icon={phoneIcon} title={t.emergency(emergency.call)}>
              {word(emergency.when)}. {t.emergencyMore}
            </Notice>
          </Link>
        )}
      </div>
    </>
  );
}
