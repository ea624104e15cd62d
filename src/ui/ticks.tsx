import type { ReactNode } from 'react';
import { Icon } from './icon';
import { crossIcon, tickIcon } from './icons';

export interface TickLine {
  icon?: string;
  text: ReactNode;
}

/** Short lines, each with an icon: `yes` ticked green, `no` crossed grey, `plain` with icons of their own. */
export function Ticks({ kind = 'plain', lines }: { kind?: 'yes' | 'no' | 'plain'; lines: readonly TickLine[] }) {
  const standard = kind === 'no' ? crossIcon : tickIcon;
  return (
    <ul className={kind === 'plain' ? 'ticks' : `ticks ${kind}`}>
      {lines.map(({ icon, text }, index) => (
        <li key={index}>
          <Icon of={icon ?? standard} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
