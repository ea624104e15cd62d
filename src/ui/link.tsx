import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { useShell } from './shell';

/** A link to a path of the app. Phone numbers (`tel:`) and in-page anchors keep their own way of opening. */
export function Link({ to, onClick, ...rest }: { to: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>) {
  const { address, go } = useShell();
  const inApp = to.startsWith('/');
  const open = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (!inApp || event.defaultPrevented) return;
    // Never the browser's own navigation: it would leave /zapps/<APP_ID> or load the app anew.
    event.preventDefault();
    go(to);
  };
  return <a {...rest} href={inApp ? address(to) : to} onClick={open} />;
}
