import { useController } from 'react-hook-form';
import { isAddress, optionsOf, type AddressAnswer, type Answer, type PlainField } from '@dvc/contract/forms';
import { province } from '#config';
import { ChoiceGroup } from '#ui/choice';
import { Field, type FieldTies } from '#ui/field';
import { TextArea } from '#ui/input';
import { useTexts } from '#ui/texts';
import { useFault, usePageFilling } from './filling';
import { CommunePicker } from './parts/commune-picker';
import { DateBoxes } from './parts/date-boxes';
import { WrittenInput } from './parts/written-input';
import { texts } from './texts';

/** `path` is the field's id, or `witnesses.0.witnessName` inside a group. */
export function PlainFieldView({ field, path }: { field: PlainField; path: string }) {
  const { filling, page } = usePageFilling();
  const controller = useController({ name: path, control: filling.methods.control });
  const fault = useFault(path);
  const hint = useHint(field, path);
  const value = controller.field.value as Answer;
  const change = (next: Answer): void => {
    controller.field.onChange(next);
    filling.changed(page, path);
  };
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const frame = { id: path, label: field.label, hint, error: fault?.text, optional: !field.required };

  switch (field.type) {
    case 'address':
      return (
        <AddressView frame={frame} path={path} value={isAddress(value) ? value : emptyAddress} onChange={change} />
      );
    case 'date':
      return (
        <Field {...frame} group>
          {(ties) => (
            <DateBoxes
              id={path}
              value={text}
              onChange={change}
              precision={field.precision}
              fault={fault?.code}
              describedBy={ties['aria-describedby']}
            />
          )}
        </Field>
      );
    case 'radio':
    case 'yesNo':
      return (
        <Field {...frame} group>
          {(ties) => <Radios field={field} ties={ties} value={text} onChange={change} />}
        </Field>
      );
    case 'select':
      return <Field {...frame}>{(ties) => <Select field={field} ties={ties} value={text} onChange={change} />}</Field>;
    case 'commune':
      return (
        <Field {...frame}>
          {(ties) => <CommunePicker ties={ties} communes={filling.communes} value={text} onChange={change} />}
        </Field>
      );
    default:
      return (
        <Field {...frame}>{(ties) => <WrittenInput field={field} ties={ties} value={text} onChange={change} />}</Field>
      );
  }
}

const emptyAddress: AddressAnswer = { commune: '', detail: '' };

interface AddressViewProps {
  frame: { id: string; label: string; hint: string | undefined; error: string | undefined; optional: boolean };
  path: string;
  value: AddressAnswer;
  onChange: (value: AddressAnswer) => void;
}

function AddressView({ frame, path, value, onChange }: AddressViewProps) {
  const t = useTexts(texts);
  const { filling } = usePageFilling();
  const communeFault = useFault(`${path}.commune`);
  const detailFault = useFault(`${path}.detail`);
  return (
    <Field {...frame} group>
      {() => (
        <div className="clear-both [&>.field]:mt-3">
          <Field id={`${path}.commune`} label={t.commune} hint={t.communeHint} error={communeFault?.text}>
            {(ties) => (
              <CommunePicker
                ties={ties}
                communes={filling.communes}
                value={value.commune}
                onChange={(commune) => {
                  onChange({ ...value, commune });
                }}
              />
            )}
          </Field>
          <Field id={`${path}.detail`} label={t.detail} error={detailFault?.text}>
            {(ties) => (
              // Two lines: whoever is asked whether it is right must see all of it.
              <TextArea
                {...ties}
                rows={2}
                value={value.detail}
                onChange={(event) => {
                  onChange({ ...value, detail: event.target.value.replace(/\s*\n\s*/g, ' ') });
                }}
              />
            )}
          </Field>
        </div>
      )}
    </Field>
  );
}

interface ChoosingProps {
  field: PlainField;
  ties: FieldTies;
  value: string;
  onChange: (value: string) => void;
}

/** Words longer than this do not fit two in a row on 360 px. */
const SHORT_LABEL = 14;

function Radios({ field, ties, value, onChange }: ChoosingProps) {
  const { filling } = usePageFilling();
  const choices = optionsOf(field, filling.form.lists);
  const long = choices.some(({ label }) => label.length > SHORT_LABEL);
  return (
    <ChoiceGroup choices={choices} value={value} onChange={onChange} ties={ties} name={ties.id} oneColumn={long} />
  );
}

/** The phone's own list: quicker on a cheap phone, and known to everyone. */
function Select({ field, ties, value, onChange }: ChoosingProps) {
  const t = useTexts(texts);
  const { filling } = usePageFilling();
  return (
    <select
      {...ties}
      className="input"
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    >
      <option value="">{t.choose}</option>
      {optionsOf(field, filling.form.lists).map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** Where an answer was taken from matters more than how to write it. */
function useHint(field: PlainField, path: string): string | undefined {
  const t = useTexts(texts);
  const { filling } = usePageFilling();
  if (field.prefill === undefined || !filling.prefilled.includes(path)) return field.hint;
  return field.prefill === 'account.phone' ? t.fromZalo : t.fromIdentity(province.identity.name);
}
