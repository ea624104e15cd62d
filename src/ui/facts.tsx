import type { ReactNode } from 'react';
import { Icon } from './icon';

export interface Fact {
  icon?: string;
  label: string;
  value: ReactNode;
}

/** The two or three figures that matter first, side by side. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ icon, label, value }) => (
        <div key={label}>
          <dt>
            {icon === undefined ? null : <Icon of={icon} small />}
            {label}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
