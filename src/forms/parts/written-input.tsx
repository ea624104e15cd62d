import { inThousands } from '@dvc/contract';
import { readTime, type PlainField } from '@dvc/contract/forms';
import type { FieldTies } from '#ui/field';
import { TextArea, TextInput } from '#ui/input';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

interface WrittenInputProps {
  field: PlainField;
  ties: FieldTies;
  value: string;
  onChange: (value: string) => void;
}

type Pad = 'text' | 'numeric' | 'decimal' | 'tel' | 'email';

const pads: Partial<Record<PlainField['type'], Pad>> = {
  idNumber: 'numeric',
  phone: 'tel',
  email: 'email',
  year: 'numeric',
  time: 'numeric',
  money: 'numeric',
  number: 'decimal',
  area: 'decimal',
};

const fills: Partial<Record<PlainField['type'], string>> = { phone: 'tel-national', email: 'email' };

/** Thousands in groups while typing: `1250000` → `1.250.000`. */
export function groupThousands(typed: string): string {
  const digits = typed.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return inThousands(digits);
}

/** Anything that is written: one line or several, with the keyboard that fits and the unit beside it. */
export function WrittenInput({ field, ties, value, onChange }: WrittenInputProps) {
  const t = useTexts(texts);
  if (field.type === 'longText') {
    return (
      <TextArea
        {...ties}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    );
  }
  return (
    <TextInput
      {...ties}
      unit={field.type === 'money' ? t.dong : field.unit}
      inputMode={pads[field.type] ?? 'text'}
      autoComplete={field.prefill === 'verified.fullName' ? 'name' : (fills[field.type] ?? 'off')}
      autoCapitalize={field.type === 'personName' ? 'words' : undefined}
      spellCheck={field.type === 'text' ? undefined : false}
      value={value}
      onChange={(event) => {
        onChange(field.type === 'money' ? groupThousands(event.target.value) : event.target.value);
      }}
      onBlur={() => {
        const time = field.type === 'time' ? readTime(value) : undefined;
        if (time !== undefined && time !== value) onChange(time);
      }}
    />
  );
}
