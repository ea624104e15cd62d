import { Link } from './link';
import { Notice } from './notice';

interface AlertsProps {
  label: string;
  /** What the province wrote leads to more of it; below it stands how long it holds. */
  alerts: readonly { to: string; title: string; until: string | null }[];
}

/** What is urgent, one red notice each; nothing where nothing is. */
export function Alerts({ label, alerts }: AlertsProps) {
  if (alerts.length === 0) return null;
  return (
    <section className="grid gap-3" aria-label={label}>
      {alerts.map(({ to, title, until }) => (
        <Notice
          key={to}
          tone="bad"
          title={
            <Link className="tap-line" to={to}>
              <span lang="vi">{title}</span>
            </Link>
          }
        >
          {until}
        </Notice>
      ))}
    </section>
  );
}
