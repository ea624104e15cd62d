import type { ReactNode } from 'react';

/** A sheet of paper with a heading of its own. */
export function Card({ title, action, children }: { title?: ReactNode; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="card">
      {title === undefined ? null : action === undefined ? (
        <h2>{title}</h2>
      ) : (
        <div className="block-head">
          <h2>{title}</h2>
          {action}
        </div>
      )}
      {children}
    </section>
  );
}
