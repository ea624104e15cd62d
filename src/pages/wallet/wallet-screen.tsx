import { useEffect } from 'react';
import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { dayOf, shortDate, timeOf } from '#lib/dates';
import { paths } from '#nav';
import { Coming } from '#ui/coming';
import { paperIcon, shieldIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { Empty } from '#ui/states';
import { useTexts } from '#ui/texts';
import { InVietnamese } from '#ui/in-vietnamese';
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
        <Coming error={error} reload={reload} label={t.loading} failed={t.failed}>
          {t.failedMore}
        </Coming>
      ) : data.items.length === 0 ? (
        <Empty icon={paperIcon} title={t.empty} action={<LinkButton to={paths.dossiers()}>{t.toDossiers}</LinkButton>}>
          {t.emptyMore}
        </Empty>
      ) : (
        <>
          {error === undefined || readAt === undefined ? null : (
            <Notice role="status">{t.stale(timeOf(readAt))}</Notice>
          )}
          <People items={data.items} />
          {data.more ? <p className="sub mt-4">{t.more}</p> : null}
        </>
      )}
    </Screen>
  );
}

/** One's own first, then what belongs to each person one acts for: nothing of one stands among another's. */
function People({ items }: { items: Item[] }) {
  const t = useTexts(texts);
  const others = new Map(
    items.flatMap(({ actingFor }) => (actingFor === undefined ? [] : [[actingFor.delegationId, actingFor.fullName]])),
  );
  if (others.size === 0) return <Kinds items={items} />;
  const mine = items.filter(({ actingFor }) => actingFor === undefined);
  return (
    <>
      {mine.length === 0 ? null : (
        <section className="sec" aria-label={t.mine}>
          <h2>{t.mine}</h2>
          <Kinds items={mine} inside />
        </section>
      )}
      {[...others].map(([delegationId, name]) => (
        <section key={delegationId} className="sec" aria-label={t.of(name)}>
          <h2>{t.of(name)}</h2>
          <Kinds items={items.filter(({ actingFor }) => actingFor?.delegationId === delegationId)} inside />
        </section>
      ))}
    </>
  );
}

function Kinds({ items, inside = false }: { items: Item[]; inside?: boolean }) {
  const t = useTexts(texts);
  const titles = { result: t.results, receipt: t.receipts, apology: t.apologies, feeReceipt: t.feeReceipts };
  return (['result', 'receipt', 'feeReceipt', 'apology'] as const).map((kind) => (
    <Group key={kind} title={titles[kind]} items={items.filter((item) => item.kind === kind)} inside={inside} />
  ));
}

function Group({ title, items, inside }: { title: string; items: Item[]; inside: boolean }) {
  if (items.length === 0) return null;
  const Title = inside ? 'h3' : 'h2';
  return (
    <section className={inside ? 'mt-3' : 'sec'}>
      <Title className={inside ? 'mb-2 font-semibold' : undefined}>{title}</Title>
      <List label={title}>
        {items.map(({ id, kind, title: name, office, issuedAt }) => (
          <Row
            key={id}
            icon={kind === 'receipt' ? shieldIcon : paperIcon}
            title={name}
            lang="vi"
            meta={
              <>
                <InVietnamese>{office}</InVietnamese>, {shortDate(dayOf(issuedAt))}
              </>
            }
            to={paths.document({ id })}
          />
        ))}
      </List>
    </section>
  );
}
