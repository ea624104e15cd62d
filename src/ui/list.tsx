import type { ReactNode } from 'react';
import { Icon } from './icon';
import { chevronIcon } from './icons';
import { Link } from './link';

/** Rows on one sheet of paper. */
export function List({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className="list" aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  title: ReactNode;
  /** Of the title, where it is not the app's own words. */
  lang?: 'vi';
  meta?: ReactNode;
  icon?: string;
  /** Where a tap leads; without it (and without `onClick`) the row is only read. */
  to?: string;
  onClick?: () => void;
  /** A Chip. */
  chip?: ReactNode;
  count?: number;
}

/** One line of title, one of meta, perhaps a chip; the whole row is the target. */
export function Row({ title, lang, meta, icon, to, onClick, chip, count }: RowProps) {
  const active = to !== undefined || onClick !== undefined;
  const inside = (
    <>
      {icon === undefined ? null : <Icon of={icon} className="lead-ic" />}
      <span className="grow">
        <span className="t" lang={lang}>
          {title}
        </span>
        {meta === undefined ? null : <span className="m">{meta}</span>}
        {chip}
      </span>
      {count === undefined ? null : <span className="cnt">{count}</span>}
      {active ? <Icon of={chevronIcon} /> : null}
    </>
  );
  return (
    <li>
      {to !== undefined ? (
        <Link to={to} className="row" onClick={onClick}>
          {inside}
        </Link>
      ) : onClick !== undefined ? (
        <button type="button" className="row" onClick={onClick}>
          {inside}
        </button>
      ) : (
        <div className="row">{inside}</div>
      )}
    </li>
  );
}
