import { useCallback } from 'react';
import { useAct, usePages } from '#api';
import { useIdentity } from '#auth';
import { paths, useGo, usePlace } from '#nav';
import { Coming } from '#ui/coming';
import { SearchBox } from '#ui/search-box';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { Nothing } from './parts/nothing';
import { RecentSearches } from './parts/recent-searches';
import { Results } from './parts/results';
import { Suggestions } from './parts/suggestions';
import { texts } from './texts';

/** Everything public by words. What was asked is in the address; what was opened is remembered on the server. */
export default function SearchScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const { state } = useIdentity();
  const recognised = state !== 'unknown' && state !== 'unreachable';
  const q = (usePlace(paths.search).query.q ?? '').slice(0, 100);
  const pages = usePages('searchEverything', { query: { q } });
  const { first: data, error, reload } = pages;
  const ask = useCallback(
    (words: string) => {
      go(paths.search({ q: words }), { replace: true });
    },
    [go],
  );
  // What was typed on the way to a word is nobody's search; what led somewhere is.
  const { run: keep } = useAct('keepRecentSearch', { refresh: ['listRecentSearches'] });
  const remember = (): void => {
    if (recognised) void keep({ body: { words: q } });
  };

  return (
    <Screen title={t.title} busy={data === undefined && error === undefined}>
      <SearchBox label={t.search} hint={t.searchHint} words={q} onSearch={ask} />
      {q === '' && recognised ? <RecentSearches /> : null}
      {data === undefined ? (
        <Coming error={error} reload={reload} label={t.looking} failed={t.failed}>
          {t.failedMore}
        </Coming>
      ) : q === '' ? (
        <Suggestions words={data.suggestions} />
      ) : data.items.length === 0 ? (
        <Nothing q={q} suggestions={data.suggestions} />
      ) : (
        <Results first={data} pages={pages} onOpen={remember} />
      )}
    </Screen>
  );
}
