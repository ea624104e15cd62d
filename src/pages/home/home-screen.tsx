import { lazy, Suspense, type ComponentType } from 'react';
import { levelOf, retryAuth, useIdentity } from '#auth';
import { logo, province, provinceTexts } from '#config';
import { errorWords } from '#lib/error-words';
import { readablePhone } from '#lib/phone-number';
import { paths, useLost } from '#nav';
import { Button } from '#ui/button';
import { Icon } from '#ui/icon';
import { clockIcon, phoneIcon, searchIcon, warningIcon } from '#ui/icons';
import { Link } from '#ui/link';
import { List, Row } from '#ui/list';
import { Notice } from '#ui/notice';
import { OpenInZalo } from '#ui/open-in-zalo';
import { Ridge } from '#ui/ridge';
import { Screen } from '#ui/screen';
import { useShell } from '#ui/shell';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from './texts';

// Citizens only, and nobody waits for it: what does not come is not shown.
const Todo = lazy(() =>
  import('./parts/todo').then(
    ({ Todo: Found }) => ({ default: Found }),
    () => ({ default: () => null }),
  ),
);

const Headlines = lazy((): Promise<{ default: ComponentType<{ part: 'alerts' | 'latest' }> }> =>
  import('./parts/headlines').then(
    ({ Headlines: Found }) => ({ default: Found }),
    () => ({ default: () => null }),
  ),
);

/** Zalo or our server did not recognise the person: everything that is only read works, and says so. */
function Unrecognised() {
  const language = useLanguage();
  const identity = useIdentity();
  if (identity.state !== 'unreachable') return null;
  const words = errorWords(identity.error, language);
  return (
    <Notice icon={warningIcon} role="status" title={words.title}>
      <p>{words.body}</p>
      {identity.error.code === 'outside-zalo' ? <OpenInZalo path={paths.home()} /> : <Retry />}
    </Notice>
  );
}

function Retry() {
  const t = useTexts(texts);
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <Button look="second" size="small" onClick={retryAuth}>
        {t.retry}
      </Button>
      <Button look="second" size="small" onClick={() => window.location.reload()}>
        {t.reopen}
      </Button>
    </div>
  );
}

/** Home: search, what needs me now, services. Drawn whole without any answer from a server. */
export default function HomeScreen() {
  const t = useTexts(texts);
  const language = useLanguage();
  const identity = useIdentity();
  const { tiles, waiting } = useShell();
  const lost = useLost();
  const { hotline } = province.contact;

  return (
    <Screen
      title={province.appName}
      bar
      top={(h1) => (
        <header className="hero">
          <Ridge />
          <div className="id">
            <img className="crest" src={logo} alt="" width="40" height="40" />
            <div>
              {h1}
              <p className="p">{provinceTexts[language].tagline}</p>
            </div>
          </div>
          <Link className="find" to={paths.search()}>
            <Icon of={searchIcon} />
            <span>{t.search}</span>
          </Link>
        </header>
      )}
    >
      <div className="-mt-2 grid gap-3">
        {lost ? (
          <Notice role="status" title={t.lostTitle}>
            {t.lost}
          </Notice>
        ) : null}
        <Unrecognised />
        <Suspense fallback={null}>
          <Headlines part="alerts" />
        </Suspense>
        {levelOf(identity) === 2 ? (
          <Suspense fallback={null}>
            <Todo />
          </Suspense>
        ) : null}
        {waiting > 0 ? (
          <List>
            <Row icon={clockIcon} title={t.waiting(waiting)} meta={t.waitingMeta} to={paths.myReports()} />
          </List>
        ) : null}
        <nav className="tiles" aria-label={t.services}>
          {tiles.map(({ to, icon, label }) => (
            <Link key={to} to={to}>
              <span className="pl">
                <Icon of={icon} />
              </span>
              {label}
            </Link>
          ))}
        </nav>
      </div>
      {hotline === undefined ? null : (
        <section className="sec">
          <h2>{t.help}</h2>
          <List>
            <Row icon={phoneIcon} title={t.call(readablePhone(hotline))} meta={t.callMeta} to={`tel:${hotline}`} />
          </List>
        </section>
      )}
      {/* Last: it comes late, and nothing may move under a finger. */}
      <Suspense fallback={null}>
        <Headlines part="latest" />
      </Suspense>
    </Screen>
  );
}
