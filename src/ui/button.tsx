import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon } from './icon';

export interface ButtonLook {
  /** One `main` button a screen. */
  look?: 'main' | 'second' | 'text' | 'danger';
  /** `small`: 48 px high, as wide as its words; `fit`: full height, as wide as its words. */
  size?: 'full' | 'fit' | 'small';
  icon?: string;
}

const looks = { main: '', second: ' two', text: ' text', danger: ' danger' };
const sizes = { full: '', fit: ' fit', small: ' sm' };

export function buttonClass({ look = 'main', size = 'full' }: ButtonLook): string {
  return `btn${looks[look]}${sizes[size]}`;
}

type ButtonProps = ButtonLook & {
  /** At work: a spinner, and taps do nothing; say the verb as children ("Đang gửi…"). */
  busy?: boolean;
  children: ReactNode;
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'>;

/** A verb the person does. Never disabled: an early tap leads to words. */
export function Button({ look, size, icon, busy = false, children, onClick, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={buttonClass({ look, size })}
      aria-disabled={busy ? true : undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <span className="spin" aria-hidden="true" /> : icon === undefined ? null : <Icon of={icon} />}
      <span>{children}</span>
    </button>
  );
}
