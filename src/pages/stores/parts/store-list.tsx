import { useCommunes } from '#forms';
import type { OperationOutput, Pages } from '#api';
import { paths } from '#nav';
import { Chip } from '#ui/chip';
import { Coming } from '#ui/coming';
import { infoIcon, shopIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { MorePages, SavedCopy } from '#ui/more-pages';
import { Empty } from '#ui/states';
import { useTexts } from '#ui/texts';
import { InVietnamese, Quoting } from '#ui/in-vietnamese';
import { texts } from '../texts';

interface StoreListProps {
  pages: Pages<OperationOutput<'listStores'>>;
  /** Something was looked for, or a kind or place chosen. */
  isSearch: boolean;
}

/** The shops page by page: ten thousand do not slow the phone. */
export function StoreList({ pages, isSearch }: StoreListProps) {
  const t = useTexts(texts);
  const { first, items, error, reload, savedAt } = pages;
  if (first === undefined) {
    return <Coming error={error} reload={reload} label={t.looking} failed={t.failed} />;
  }
  return (
    <>
      <SavedCopy at={savedAt} />
      {items.length === 0 ? (
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
                lang="vi"
                meta={<InVietnamese>{`${goods} · ${address}`}</InVietnamese>}
                to={paths.stores({ xem: id })}
                chip={sample ? <Chip icon={infoIcon}>{t.sample}</Chip> : undefined}
              />
            ))}
          </List>
          <MorePages {...pages} />
        </section>
      )}
    </>
  );
}

/** Says that only one commune's shops are shown, and leads back to all. */
export function OnlyIn({ commune, all }: { commune: string; all: string }) {
  const t = useTexts(texts);
  const name = useCommunes().index?.nameOf(commune);
  return (
    <div className="mt-3">
      {name === undefined ? null : (
        <p>
          <Quoting text={t.onlyIn(name)} words={name} />
        </p>
      )}
      <LinkButton look="text" to={all}>
        {t.everywhere}
      </LinkButton>
    </div>
  );
}
