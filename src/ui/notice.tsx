import type { ReactNode } from 'react';
import { Icon } from './icon';
import { alertIcon, flagIcon, infoIcon, okCircleIcon } from './icons';

export type Tone = 'neutral' | 'ok' | 'info' | 'bad' | 'act';

const icons: Record<Tone, string> = {
  neutral: infoIcon,
  ok: okCircleIcon,
  info: infoIcon,
  bad: alertIcon,
  act: flagIcon,
};

interface NoticeProps {
  tone?: Tone;
  icon?: string;
  title?: ReactNode;
  /** Read aloud when it appears: `alert` for what went wrong, `status` for the rest. */
  role?: 'alert' | 'status';
  children?: ReactNode;
}

/** A sentence or two beside an icon. Amber (`act`) only for "your turn"; offline is neutral. */
export function Notice({ tone = 'neutral', icon = icons[tone], title, role, children }: NoticeProps) {
  return (
    <div className={tone === 'neutral' ? 'notice' : `notice ${tone}`} role={role}>
      <Icon of={icon} />
      <div>
        {title === undefined ? null : <b>{title}</b>}
        {children}
      </div>
    </div>
  );
}
