import { useEffect } from 'react';
import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { dayOf, shortDate, timeOf } from '#lib/dates';
import { paths } from '#nav';
import { paperIcon, shieldIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { Empty, Failure, Loading } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from './texts';

type Item = Schemas['DocumentSummary'];

/** What offices gave me, then what proves that I sent something. */
export default function WalletScreen() {
  const t = useTexts(texts);
  const { data, error, readAt, reload } = useOperation('listDocuments', {});
  useEffect(() => {
    // A message may have led here: what was read a moment ago is old news.
    reload();
  }, [reload]);
  return (
    <Screen title={t.title} busy={data === undefined && error === undefined}>
      {data === undefined ? (
        error === undefined ? (
          <Loading label={t.loading} onRetry={reload} />
        ) : (
          <Failure error={error} onRetry={reload} title={t.failed}>
            {t.failedMore}
          </Failure>
        )
      ) : data.items.length === 0 ? (
        <Empty icon={paperIcon} title={t.empty} action={<LinkButton to={paths.dossiers()}>{t.toDossiers}</LinkButton>}>
          {t.emptyMore}
        </Empty>
      ) : (
        <>
          {error === undefined || readAt === undefined ? null : (
            <Notice role="status">{t.stale(timeOf(readAt))}</Notice>
          )}
          <Group title={t.results} items={data.items.filter(({ kind }) => kind === 'result')} />
          <Group title={t.receipts} items={data.items.filter(({ kind }) => kind === 'receipt')} />
          <Group title={t.apologies} items={data.items.filter(({ kind }) => kind === 'apology')} />
          {data.more ? <p className="sub mt-4">{t.more}</p> : null}
        </>
      )}
    </Screen>
  );
}

function Group({ title, items }: { title: string; items: Item[] }) {
  if (items.length === 0) return null;
  return (
    <section className="sec">
      <h2>{title}</h2>
      <List>
        {items.map(({ id, kind, title: name, office, issuedAt }) => (
          <Row
            key={id}
            icon={kind === 'receipt' ? shieldIcon : paperIcon}
            title={name}
            meta={`${office}, ${shortDate(dayOf(issuedAt))}`}
            to={paths.document({ id })}
          />
        ))}
      </List>
    </section>
  );
}
