import { useFieldArray } from 'react-hook-form';
import { emptyItem, visibleItemFields, type GroupField } from '@dvc/contract/forms';
import { AskFirst } from '#ui/ask-first';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { Field } from '#ui/field';
import { plusIcon, trashIcon } from '#ui/icons';
import { useTexts } from '#ui/texts';
import { PlainFieldView } from './plain-field-view';
import { useAnswers, useFault, usePageFilling } from './filling';
import { texts } from './texts';

/** A repeated group: each item on a sheet of its own, added at the end, removed only when asked twice. */
export function GroupView({ group }: { group: GroupField }) {
  const t = useTexts(texts);
  const { filling, page } = usePageFilling();
  const { control } = filling.methods;
  const { fields, append, remove } = useFieldArray({ control, name: group.id, keyName: '__key' });
  const fault = useFault(group.id);
  const add = (): void => {
    append(emptyItem(group.fields), { focusName: `${group.id}.${String(fields.length)}.${group.fields[0]?.id ?? ''}` });
    filling.changed(page, group.id);
  };
  return (
    <Field id={group.id} label={group.label} hint={group.hint} error={fault?.text} optional={!group.required} group>
      {() => (
        <div className="clear-both">
          {fields.map((item, index) => (
            <div className="mt-3" key={item.__key}>
              <ItemView
                group={group}
                index={index}
                onRemove={
                  fields.length > (group.required ? Math.max(1, group.min) : 0)
                    ? () => {
                        remove(index);
                        filling.changed(page, group.id);
                      }
                    : undefined
                }
              />
            </div>
          ))}
          <div className="mt-3">
            {fields.length < group.max ? (
              <Button look="second" icon={plusIcon} onClick={add}>
                {t.addItem(group.itemTitle)}
              </Button>
            ) : (
              <p className="sub">{t.fullGroup(group.max)}</p>
            )}
          </div>
        </div>
      )}
    </Field>
  );
}

interface ItemViewProps {
  group: GroupField;
  index: number;
  onRemove: (() => void) | undefined;
}

function ItemView({ group, index, onRemove }: ItemViewProps) {
  const t = useTexts(texts);
  const { filling } = usePageFilling();
  const answers = useAnswers(filling);
  const items = answers[group.id];
  const item = (Array.isArray(items) ? items[index] : undefined) ?? {};
  const title = `${group.itemTitle} ${String(index + 1)}`;
  return (
    <Card title={title}>
      {visibleItemFields(group.fields, item, answers).map((field) => (
        <PlainFieldView key={field.id} field={field} path={`${group.id}.${String(index)}.${field.id}`} />
      ))}
      {onRemove === undefined ? null : (
        <div className="mt-3">
          <AskFirst
            label={t.removeItem(title)}
            icon={trashIcon}
            question={t.removeAsk(title)}
            keep={t.keep}
            yes={t.removeItem(title)}
            onYes={() => Promise.resolve(onRemove())}
          />
        </div>
      )}
    </Card>
  );
}
