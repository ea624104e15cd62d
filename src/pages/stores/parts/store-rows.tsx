import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { callOperation, toAppError, type AppError, type OperationInput } from '#api';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { Chip } from '#ui/chip';
import { infoIcon, shopIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

interface Page {
  items: Schemas['Store'][];
  next: string | null;
}

interface StoreRowsProps {
  first: Page;
  query: OperationInput<'listStores'>['query'];
}

/** Twenty shops at a time: ten thousand do not slow the phone. */
export function StoreRows({ first, query }: StoreRowsProps) {
  const t = useTexts(texts);
  const [older, setOlder] = useState<Page>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();
  const next = older === undefined ? first.next : older.next;
  const more = async (cursor: string): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const page = await callOperation('listStores', { query: { ...query, cursor } });
      setOlder({ items: [...(older?.items ?? []), ...page.items], next: page.next });
    } catch (failure) {
      setError(toAppError(failure));
    }
    setBusy(false);
  };
  return (
    <section className="sec">
      <h2>{t.found}</h2>
      <List label={t.found}>
        {[...first.items, ...(older?.items ?? [])].map(({ id, name, goods, address, sample }) => (
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
      {error === undefined ? null : <FailedAct error={error} />}
      {next === null ? null : (
        <div className="mt-3">
          <Button look="second" busy={busy} onClick={() => void more(next)}>
            {busy ? t.loadingMore : t.more}
          </Button>
        </div>
      )}
    </section>
  );
}
