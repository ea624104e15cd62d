import { Icon } from './icon';

interface SwitchRowProps {
  title: string;
  meta?: string;
  icon?: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** A setting that is on or off at once; a row of a List. */
export function SwitchRow({ title, meta, icon, on, onChange }: SwitchRowProps) {
  return (
    <li>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        className="row"
        onClick={() => {
          onChange(!on);
        }}
      >
        {icon === undefined ? null : <Icon of={icon} className="lead-ic" />}
        <span className="grow">
          <span className="t">{title}</span>
          {meta === undefined ? null : <span className="m">{meta}</span>}
        </span>
        <span className="switch" aria-hidden="true" />
      </button>
    </li>
  );
}
