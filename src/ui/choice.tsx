import { useId } from 'react';
import type { FieldTies } from './field';
import { Icon } from './icon';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  /** Of label and hint, where they are not the app's own words. */
  lang?: 'vi';
  hint?: string;
  /** Beside the label, which says the same in words. */
  icon?: string | undefined;
}

interface ChoiceGroupProps<Value extends string> {
  choices: readonly Choice<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  onBlur?: () => void;
  /** From a Field with `group`. */
  ties?: FieldTies;
  name?: string;
  /** One below the other even where two would fit. */
  oneColumn?: boolean;
}

/** Radios as large tappable boxes; stands inside a Field with `group`. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const own = useId();
  const { choices, value, onChange, onBlur, ties, name = own, oneColumn = false } = props;
  return (
    <div className={oneColumn ? 'choices one' : 'choices'}>
      {choices.map((choice) => (
        <label key={choice.value} className={choice.value === value ? 'choice on' : 'choice'}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            aria-invalid={ties?.['aria-invalid']}
            aria-describedby={ties?.['aria-describedby']}
            onChange={() => {
              onChange(choice.value);
            }}
            onBlur={onBlur}
          />
          <i aria-hidden="true" />
          {choice.icon === undefined ? null : <Icon of={choice.icon} />}
          <span lang={choice.lang}>
            {choice.label}
            {choice.hint === undefined ? null : <span className="m block font-normal text-ink-2">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
