import { Link } from './link';

interface Choice {
  to: string;
  label: string;
  chosen: boolean;
}

/** A few ways to narrow a list; each is a link, so it can be sent and come back to. */
export function Choices({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav className="my-3 flex flex-wrap gap-2" aria-label={label}>
      {choices.map(({ to, label: words, chosen }) => (
        <Link key={to} to={to} aria-current={chosen ? 'true' : undefined} className={chosen ? 'btn sm' : 'btn two sm'}>
          <span>{words}</span>
        </Link>
      ))}
    </nav>
  );
}
