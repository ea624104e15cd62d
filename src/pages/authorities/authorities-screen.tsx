import { useCallback } from 'react';
import { usePages } from '#api';
import { paths, useGo, usePlace } from '#nav';
import { Coming } from '#ui/coming';
import { officeIcon, placeIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { MorePages, SavedCopy } from '#ui/more-pages';
import { Screen } from '#ui/screen';
import { SearchBox } from '#ui/search-box';
import { useTexts } from '#ui/texts';
import { InVietnamese } from '#ui/in-vietnamese';
import { FoundCommunes } from './parts/found-communes';
import { texts } from './texts';

/** Departments and communes; communes are found by the names they had before, too. */
export default function AuthoritiesScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const q = (usePlace(paths.authorities).query.q ?? '').slice(0, 100);
  const ask = useCallback(
    (words: string) => {
      go(paths.authorities({ q: words }), { replace: true });
    },
    [go],
  );
  return (
    <Screen title={t.title}>
      <SearchBox label={t.search} hint={t.searchHint} words={q} onSearch={ask} />
      {q === '' ? (
        <>
          <Authorities kind="department" />
          <Authorities kind="commune" />
        </>
      ) : (
        <FoundCommunes q={q} />
      )}
    </Screen>
  );
}

function Authorities({ kind }: { kind: 'department' | 'commune' }) {
  const t = useTexts(texts);
  const pages = usePages('listAuthorities', { query: { kind } });
  const { first, items, error, reload, savedAt } = pages;
  if (first === undefined) {
    return <Coming error={error} reload={reload} label={t.looking} failed={t.failed} />;
  }
  if (items.length === 0) return null;
  return (
    <section className="sec">
      <h2>{kind === 'department' ? t.departments : t.communes(first.total)}</h2>
      <SavedCopy at={savedAt} />
      <List>
        {items.map(({ id, name, oldNames }) => (
          <Row
            key={id}
            icon={kind === 'department' ? officeIcon : placeIcon}
            title={name}
            lang="vi"
            meta={
              oldNames.length === 0 ? undefined : (
                <>
                  {t.oldNames}: <InVietnamese>{oldNames.join(', ')}</InVietnamese>
                </>
              )
            }
            to={paths.authority({ id })}
          />
        ))}
      </List>
      <MorePages {...pages} />
    </section>
  );
}
