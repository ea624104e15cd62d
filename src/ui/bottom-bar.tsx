import { defineTexts } from '#lib/texts';
import { Icon } from './icon';
import { Link } from './link';
import { useShell } from './shell';
import { useTexts } from './texts';

const texts = defineTexts({ vi: { label: 'Mục chính' }, en: { label: 'Main sections' } });

/** The main sections, on root screens. */
export function BottomBar() {
  const t = useTexts(texts);
  const { tabs, here } = useShell();
  return (
    <nav className="bar" aria-label={t.label}>
      {tabs.map(({ to, icon, label, waiting }) => (
        <Link key={to} to={to} aria-current={here === to ? 'page' : undefined}>
          <span className="pill">
            <Icon of={icon} />
            {waiting === undefined ? null : <i className="dot" role="img" aria-label={waiting} />}
          </span>
          {label}
        </Link>
      ))}
    </nav>
  );
}
