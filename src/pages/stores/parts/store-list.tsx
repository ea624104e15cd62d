import { useState, type FormEvent } from 'react';
import { useOperation } from '#api';
import { now } from '#lib/clock';
import { momentInWords } from '#lib/dates';
import { paths, useGo } from '#nav';
import { useOnline } from '#offline';
import { Button } from '#ui/button';
import { Field } from '#ui/field';
import { searchIcon, shopIcon } from '#ui/icons';
import { TextInput } from '#ui/input';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { Empty, Failure, Loading, Offline } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';
import { StoreRows } from './store-rows';

interface StoreListProps {
  q: string | undefined;
  kind: string | undefined;
}

/** What it is, looking for a shop, and the shops page by page. */
export function StoreList({ q, kind }: StoreListProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const online = useOnline();
  const go = useGo();
  const [words, setWords] = useState(q ?? '');
  const query = { ...(q === undefined ? {} : { q }), ...(kind === undefined ? {} : { kind }) };
  const { data, error, readAt, reload } = useOperation('listStores', { query });
  const lookFor = (wanted: { q: string; loai: string }): void => {
    const typed = wanted.q.trim().slice(0, 100);
    go(paths.stores({ q: typed === '' ? undefined : typed, loai: wanted.loai === '' ? undefined : wanted.loai }), {
      replace: true,
    });
  };
  const isSearch = q !== undefined || kind !== undefined;
  return (
    <Screen
      title={t.title}
      lead={t.lead}
      busy={data === undefined && error === undefined}
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
      <form
        role="search"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          lookFor({ q: words, loai: kind ?? '' });
        }}
      >
        <Field label={t.search} hint={t.searchHint}>
          {(ties) => (
            <TextInput
              {...ties}
              type="search"
              enterKeyHint="search"
              value={words}
              maxLength={100}
              onChange={(event) => {
                setWords(event.target.value);
              }}
            />
          )}
        </Field>
        <Field label={t.kind}>
          {(ties) => (
            <select
              {...ties}
              className="input"
              value={kind ?? ''}
              onChange={(event) => {
                lookFor({ q: words, loai: event.target.value });
              }}
            >
              <option value="">{t.anyKind}</option>
              {data?.kinds.map((one) => (
                <option key={one.value} value={one.value}>
                  {one[language]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="mt-3">
          <Button type="submit" look="second" icon={searchIcon}>
            {t.find}
          </Button>
        </div>
      </form>
      {!online && readAt !== undefined ? (
        <div className="mt-4">
          <Offline>{t.stale(momentInWords(readAt, now(), language))}</Offline>
        </div>
      ) : null}
      {data === undefined ? (
        error === undefined ? (
          <Loading label={t.looking} onRetry={reload} />
        ) : (
          <Failure error={error} onRetry={reload} title={t.failed} />
        )
      ) : data.items.length === 0 ? (
        <Empty icon={shopIcon} title={isSearch ? t.noMatch : t.none}>
          {isSearch ? t.noMatchMore : t.noneMore}
        </Empty>
      ) : (
        <StoreRows key={data.next} first={data} query={query} />
      )}
    </Screen>
  );
}
