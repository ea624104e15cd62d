import type { ReactNode } from 'react';
import { buttonClass, type ButtonLook } from './button';
import { Icon } from './icon';
import { Link } from './link';

/** Looks like a button, goes to a path of the app or calls a number (`tel:`). */
export function LinkButton({ to, icon, children, ...look }: ButtonLook & { to: string; children: ReactNode }) {
  return (
    <Link to={to} className={buttonClass(look)}>
      {icon === undefined ? null : <Icon of={icon} />}
      <span>{children}</span>
    </Link>
  );
}
