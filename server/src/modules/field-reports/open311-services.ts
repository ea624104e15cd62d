import type { Schemas } from '@dvc/contract';
import type { PlainFieldType } from '@dvc/contract/forms';
import type { Categories, Category } from './categories.ts';

type Definition = Schemas['Open311Definition'];
type Datatype = Definition['attributes'][number]['datatype'];

const datatypes: Readonly<Partial<Record<PlainFieldType, Datatype>>> = {
  radio: 'singlevaluelist',
  select: 'singlevaluelist',
  yesNo: 'singlevaluelist',
  number: 'number',
  area: 'number',
  money: 'number',
  longText: 'text',
};

/** A category as Open311 lists it. `batch`: an id comes once the desk has checked what was sent. */
export function serviceOf(category: Category, { groups }: Categories): Schemas['Open311Service'] {
  const { id, name, emergency, keywords, questions, group } = category;
  const call = emergency === null ? '' : ` ${emergency.when}: gọi ${emergency.call}.`;
  return {
    service_code: id,
    service_name: name,
    description: `${name}. Hẹn xử lý trong ${category.resolveWorkingDays} ngày làm việc.${call}`,
    metadata: questions.length > 0,
    type: 'batch',
    keywords: keywords.join(', '),
    group: groups.find((one) => one.id === group)?.name ?? group,
  };
}

/** The questions of a category as Open311's attributes. */
export function definitionOf(category: Category, categories: Categories): Definition {
  const fields = categories.form(category).pages.flatMap((page) => page.fields);
  return {
    service_code: category.id,
    attributes: fields.map(({ id, type, required, label, hint, unit, when, options }, index) => ({
      variable: true,
      code: id,
      datatype: (type === 'repeat' ? undefined : datatypes[type]) ?? 'string',
      // What is asked only after certain answers cannot be demanded of everybody.
      required: required && when === undefined,
      datatype_description: hint ?? unit ?? null,
      order: index + 1,
      description: label,
      ...(options === undefined ? {} : { values: options.map(({ value, label: name }) => ({ key: value, name })) }),
    })),
  };
}
