import { useAct, useOperation } from '#api';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { crossIcon, trashIcon } from '#ui/icons';
import { Link } from '#ui/link';
import { Notice } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** What this person searched for; on the server, and theirs to delete. Nobody waits for it. */
export function RecentSearches() {
  const t = useTexts(texts);
  const { data } = useOperation('listRecentSearches', {});
  const { run, busy, error } = useAct('forgetRecentSearches', { refresh: ['listRecentSearches'] });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t.recent}</h2>
      <ul className="list">
        {data.items.map(({ words }) => (
          <li key={words} className="flex items-center">
            <Link className="row grow" to={paths.search({ q: words })}>
              <span className="grow">
                <span className="t">{words}</span>
              </span>
            </Link>
            <Button look="text" size="small" icon={crossIcon} onClick={() => void run({ query: { words } })}>
              <span className="unseen">{t.forgetOne(words)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {error === undefined ? null : (
        <Notice tone="bad" role="alert">
          {t.forgetFailed}
        </Notice>
      )}
      <p className="sub mt-2">{t.kept}</p>
      <div className="mt-2">
        <Button look="second" size="small" icon={trashIcon} busy={busy} onClick={() => void run({ query: {} })}>
          {t.forgetAll}
        </Button>
      </div>
    </section>
  );
}
