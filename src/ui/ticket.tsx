import type { ReactNode } from 'react';

/** A receipt: what counts above the dashed line, what proves it below. */
export function Ticket({ children, stub }: { children: ReactNode; stub?: ReactNode }) {
  return (
    <section className="ticket">
      <div className="a">{children}</div>
      {stub === undefined ? null : (
        <>
          <div className="cut" />
          <div className="a">{stub}</div>
        </>
      )}
    </section>
  );
}
