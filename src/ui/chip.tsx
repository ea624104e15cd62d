import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { Tone } from './notice';

/** A state in icon and word. */
export function Chip({ tone = 'neutral', icon, children }: { tone?: Tone; icon: string; children: ReactNode }) {
  return (
    <span className={tone === 'neutral' ? 'chip' : `chip ${tone}`}>
      <Icon of={icon} />
      {children}
    </span>
  );
}
