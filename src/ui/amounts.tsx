import { inDong } from '#lib/money';

export interface Amount {
  title: string;
  note?: string | undefined;
  vnd: number;
}

/** What is to be paid, line by line, and what it comes to. */
export function Amounts({ items, sum, sumLabel, free }: AmountsProps) {
  return (
    <dl className="lines">
      {items.map(({ title, note, vnd }, index) => (
        <div key={index}>
          <dt>
            {title}
            {note === undefined ? null : <span className="sub num block">{note}</span>}
          </dt>
          <dd className="money">{vnd === 0 ? free : inDong(vnd)}</dd>
        </div>
      ))}
      <div className="sum">
        <dt>{sumLabel}</dt>
        <dd className="money">{sum === 0 ? free : inDong(sum)}</dd>
      </div>
    </dl>
  );
}

interface AmountsProps {
  items: readonly Amount[];
  sum: number;
  sumLabel: string;
  /** In place of nothing: "Không thu tiền". */
  free: string;
}
