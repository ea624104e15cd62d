import type { Field } from '@dvc/contract/forms';
import { GroupView } from './group-view';
import { PlainFieldView } from './plain-field-view';

/** One question, whatever its type. */
export function FieldView({ field }: { field: Field }) {
  return field.type === 'repeat' ? <GroupView group={field} /> : <PlainFieldView field={field} path={field.id} />;
}
