import { lazy, Suspense, useCallback, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { usePages } from '#api';
import { paths, useGo } from '#nav';
import { Field } from '#ui/field';
import { Icon } from '#ui/icon';
import { listIcon, mapIcon, shopIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { SearchBox } from '#ui/search-box';
import { Loading } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';
import { OnlyIn, StoreList } from './store-list';

// Fetched on a tap, never with the list.
const StoreMap = lazy(() => import('./store-map').then(({ StoreMap: Found }) => ({ default: Found })));

interface Wanted {
  q: string;
  kind: string | undefined;
  commune: string | undefined;
  onMap: boolean;
}

const addressOf = ({ q, kind, commune, onMap }: Wanted): string =>
  paths.stores({ q: q === '' ? undefined : q, loai: kind, xa: commune, xem: onMap ? 'ban-do' : undefined });

/** What Store 4.0 is, looking for a shop, and the shops as a list or on a map. */
export function Shops(wanted: Wanted) {
  const { q, kind, commune, onMap } = wanted;
  const t = useTexts(texts);
  const go = useGo();
  const pages = usePages('listStores', {
    query: {
      ...(q === '' ? {} : { q }),
      ...(kind === undefined ? {} : { kind }),
      ...(commune === undefined ? {} : { commune }),
    },
  });
  const { first, error } = pages;
  const search = useCallback(
    (words: string) => {
      go(addressOf({ q: words, kind, commune, onMap: false }), { replace: true });
    },
    [go, kind, commune],
  );
  const show = (changed: Partial<Wanted>): void => go(addressOf({ ...wanted, ...changed }), { replace: true });
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
      <div className="seg2" role="group" aria-label={t.how}>
        <button type="button" aria-pressed={!onMap} onClick={() => show({ onMap: false })}>
          <Icon of={listIcon} />
          {t.list}
        </button>
        <button type="button" aria-pressed={onMap} onClick={() => show({ q: '', commune: undefined, onMap: true })}>
          <Icon of={mapIcon} />
          {t.map}
        </button>
      </div>
      {onMap ? null : <SearchBox label={t.search} hint={t.searchHint} words={q} onSearch={search} />}
      <KindField kind={kind} known={first?.kinds} onChange={(chosen) => show({ kind: chosen })} />
      {onMap ? (
        <Suspense fallback={<Loading label={t.mapLoading} rows={2} />}>
          <StoreMap kind={kind} />
        </Suspense>
      ) : (
        <>
          {commune === undefined ? null : (
            <OnlyIn commune={commune} all={addressOf({ ...wanted, commune: undefined })} />
          )}
          <StoreList pages={pages} isSearch={q !== '' || kind !== undefined || commune !== undefined} />
        </>
      )}
    </Screen>
  );
}

interface KindFieldProps {
  kind: string | undefined;
  /** Undefined while the list is on its way. */
  known: Schemas['StoreKind'][] | undefined;
  onChange: (kind: string | undefined) => void;
}

function KindField({ kind, known, onChange }: KindFieldProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  // Known once, they stay while the next list is on its way: what was chosen must not seem to have changed.
  const [kinds, setKinds] = useState<Schemas['StoreKind'][]>([]);
  if (known !== undefined && known !== kinds) setKinds(known);
  return (
    <Field label={t.kind}>
      {(ties) => (
        <select
          {...ties}
          className="input"
          value={kind ?? ''}
          onChange={({ target: { value } }) => {
            onChange(value === '' ? undefined : value);
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
  );
}
