import { useEffect, useRef, type ReactNode } from 'react';
import { province } from '#config';
import { defineTexts } from '#lib/texts';
import { BottomBar } from './bottom-bar';
import { Icon } from './icon';
import { backIcon, offlineIcon } from './icons';
import { useShell } from './shell';
import { useTexts } from './texts';

const texts = defineTexts({
  vi: { back: 'Quay lại', offline: 'Đang không có mạng. Bạn vẫn xem và ghi được; gửi sẽ làm sau.' },
  en: { back: 'Back', offline: 'No network just now. You can still read and write; sending will wait.' },
});

interface ScreenProps {
  /** The screen's one `h1`, and the title of the document. */
  title: string;
  /** Of the title, where it is not the app's own words. */
  lang?: 'vi' | undefined;
  /** Drawn in place of a plain `h1`; must contain exactly one, wrapping the title. */
  heading?: (h1: ReactNode) => ReactNode;
  /** A line above the title. */
  eyebrow?: ReactNode;
  /** A sentence below it. */
  lead?: ReactNode;
  /** What "Quay lại" does, where it is not simply back; `false` for none. */
  back?: (() => void) | false;
  /** A root screen: the bar at the bottom instead of "Quay lại"; the title moves up into the header. */
  bar?: boolean;
  /** In place of the header, such as home's blue band; receives the `h1`. */
  top?: (h1: ReactNode) => ReactNode;
  /** The main button and the line above it, fixed at the lower edge. */
  foot?: ReactNode;
  /** Something is on its way: said to screen readers. */
  busy?: boolean;
  children: ReactNode;
}

/** One screen: header clear of Zalo's menu, title, content, and at the lower edge a bar or a foot. */
export function Screen(props: ScreenProps) {
  const { title, eyebrow, lead, bar = false, foot, busy, children } = props;
  const t = useTexts(texts);
  const shell = useShell();
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, moved } = shell.arrival;

  useEffect(() => {
    document.title = title === province.appName ? title : `${title} · ${province.appName}`;
  }, [title]);

  useEffect(() => {
    // Whoever listens to the screen hears where they are; the first screen of all is announced by the phone itself.
    if (moved) heading.current?.focus({ preventScroll: true });
  }, [key, moved]);

  const h1 = (
    <h1 ref={heading} tabIndex={-1} lang={props.lang}>
      {title}
    </h1>
  );
  const inHeader = props.top !== undefined || bar;
  return (
    <div className="screen">
      {props.top?.(h1) ?? (
        <header className="top">
          {bar || props.back === false ? null : (
            <button type="button" className="back" onClick={props.back ?? shell.back}>
              <Icon of={backIcon} />
              {t.back}
            </button>
          )}
          {bar ? h1 : null}
        </header>
      )}
      <div aria-live="polite">
        {shell.offline ? (
          <p className="no-net">
            <Icon of={offlineIcon} small />
            <span>{t.offline}</span>
          </p>
        ) : null}
      </div>
      <main aria-busy={busy ? true : undefined}>
        {eyebrow === undefined ? null : <p className="sub">{eyebrow}</p>}
        {inHeader ? null : (props.heading?.(h1) ?? h1)}
        {lead === undefined ? null : <p className="lead">{lead}</p>}
        {children}
      </main>
      {foot === undefined ? null : <div className="foot">{foot}</div>}
      {bar ? <BottomBar /> : null}
    </div>
  );
}

/** The line above the main button: saved at, level needed, what is missing. */
export function FootNote({ icon, children }: { icon?: string; children: ReactNode }) {
  return (
    <p className="note">
      {icon === undefined ? null : <Icon of={icon} small />}
      <span>{children}</span>
    </p>
  );
}
