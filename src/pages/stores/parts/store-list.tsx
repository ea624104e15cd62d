import { useCallback, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { usePages } from '#api';
import { paths, useGo } from '#nav';
import { Chip } from '#ui/chip';
import { Field } from '#ui/field';
import { infoIcon, shopIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { MorePages, SavedCopy } from '#ui/more-pages';
import { Screen } from '#ui/screen';
import { SearchBox } from '#ui/search-box';
import { Empty, Failure, Loading } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';

interface StoreListProps {
  q: string;
  kind: string | undefined;
}

/** What it is, looking for a shop, and the shops page by page: ten thousand do not slow the phone. */
export function StoreList({ q, kind }: StoreListProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const go = useGo();
  const pages = usePages('listStores', {
    query: { ...(q === '' ? {} : { q }), ...(kind === undefined ? {} : { kind }) },
  });
  const { first, items, error, reload, savedAt } = pages;
  // Known once, they stay while the next list is on its way: what was chosen must not seem to have changed.
  const [kinds, setKinds] = useState<Schemas['StoreKind'][]>([]);
  if (first !== undefined && first.kinds !== kinds) setKinds(first.kinds);
  const show = useCallback(
    (words: string, loai: string | undefined) => {
      go(paths.stores({ q: words === '' ? undefined : words, loai }), { replace: true });
    },
    [go],
  );
  const search = useCallback(
    (words: string) => {
      show(words, kind);
    },
    [show, kind],
  );
  const isSearch = q !== '' || kind !== undefined;
  return (
    <Screen
      title={t.title}
      lead={t.lead}
      busy={first === undefined && error === undefined}
      foot={
        <LinkButton icon={shopIcon} to={paths.registerStore()}>
          {t.register}
        </LinkButton>
      }
    >
      <details className="mt-2">
        <summary className="flex min-h-tap items-center font-semibold text-brand">{t.whatTitle}</summary>
        {t.what.map((sentence) => (
          <p key={sentence} className="mt-2">
            {sentence}
          </p>
        ))}
      </details>
      <SearchBox label={t.search} hint={t.searchHint} words={q} onSearch={search} />
      <Field label={t.kind}>
        {(ties) => (
          <select
            {...ties}
            className="input"
            value={kind ?? ''}
            onChange={({ target: { value } }) => {
              show(q, value === '' ? undefined : value);
            }}
          >
            <option value="">{t.anyKind}</option>
            {kinds.map((one) => (
              <option key={one.value} value={one.value}>
                {one[language]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <SavedCopy at={savedAt} />
      {first === undefined ? (
        error === undefined ? (
          <Loading label={t.looking} onRetry={reload} />
        ) : (
          <Failure error={error} onRetry={reload} title={t.failed} />
        )
      ) : items.length === 0 ? (
        <Empty icon={shopIcon} title={isSearch ? t.noMatch : t.none}>
          {isSearch ? t.noMatchMore : t.noneMore}
        </Empty>
      ) : (
        <section className="sec">
          <h2>{t.found}</h2>
          <List label={t.found}>
            {items.map(({ id, name, goods, address, sample }) => (
              <Row
                key={id}
                icon={shopIcon}
                title={name}
                meta={`${goods} · ${address}`}
                to={paths.stores({ xem: id })}
                chip={sample ? <Chip icon={infoIcon}>{t.sample}</Chip> : undefined}
              />
            ))}
          </List>
          <MorePages {...pages} />
        </section>
      )}
    </Screen>
  );
}
