import type { ReactNode } from 'react';

export interface KeyValue {
  label: ReactNode;
  value: ReactNode;
}

/** Questions with their answers, one below the other. */
export function KeyValues({ items }: { items: readonly KeyValue[] }) {
  return (
    <dl className="kv">
      {items.map(({ label, value }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
