import { useState } from 'react';
import { Button } from '#ui/button';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

export interface Bar {
  label: string;
  /** Null: too small to be told. */
  value: number | null;
  /** The value in words: "93% (412 trong 443)". */
  words: string;
  /** A line across, in the same measure, such as a target. */
  mark?: number;
}

interface BarsProps {
  title: string;
  /** What the first and the second column hold. */
  columns: readonly [string, string];
  bars: readonly Bar[];
  /** The value of a full bar; absent: the largest there is. */
  full?: number;
  note?: string;
}

/**
 * Numbers as bars, or as a table by one tap. Who listens hears the table in either case; the bars carry nothing that is not
 * written beside them.
 */
export function Bars({ title, columns, bars, full, note }: BarsProps) {
  const t = useTexts(texts);
  const [asTable, setAsTable] = useState(false);
  const most = full ?? Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return (
    <section className="sec">
      <h2>{title}</h2>
      {note === undefined ? null : <p className="sub">{note}</p>}
      <div className="card mt-3">
        <div className={asTable ? 'num-table' : 'unseen'}>
          <table>
            <caption className="unseen">{title}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bars.map(({ label, words }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{words}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {asTable ? null : (
          <ul className="bars" aria-hidden="true">
            {bars.map(({ label, value, words, mark }) => (
              <li key={label}>
                <span>{label}</span>
                <b>{words}</b>
                <svg viewBox="0 0 100 8" preserveAspectRatio="none">
                  <rect className="rail" width="100" height="8" />
                  <rect className="full" width={((value ?? 0) / most) * 100} height="8" />
                  {mark === undefined ? null : (
                    <rect className="mark" x={(mark / most) * 100 - 0.4} width="0.8" height="8" />
                  )}
                </svg>
              </li>
            ))}
          </ul>
        )}
        <div className="mt-3">
          <Button look="second" size="small" onClick={() => setAsTable(!asTable)}>
            {asTable ? t.asBars : t.asTable}
            <span className="unseen">: {title}</span>
          </Button>
        </div>
      </div>
    </section>
  );
}
