import type { ReactNode } from 'react';
import type { FieldTies } from './field';
import { Icon } from './icon';
import { tickIcon } from './icons';

interface CheckBoxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  onBlur?: () => void;
  ties?: Partial<FieldTies>;
  children: ReactNode;
}

/** A statement to tick; never ticked beforehand. */
export function CheckBox({ checked, onChange, onBlur, ties, children }: CheckBoxProps) {
  return (
    <label className={checked ? 'check on' : 'check'}>
      <input
        {...ties}
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
        onBlur={onBlur}
      />
      <i aria-hidden="true">{checked ? <Icon of={tickIcon} /> : null}</i>
      <span>{children}</span>
    </label>
  );
}
