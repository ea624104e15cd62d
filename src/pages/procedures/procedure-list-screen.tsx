import { useCallback } from 'react';
import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { paths, useGo, usePlace } from '#nav';
import { Chip } from '#ui/chip';
import { Coming } from '#ui/coming';
import { crossIcon, officeIcon, paperIcon, searchIcon, tickIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Screen } from '#ui/screen';
import { SearchBox } from '#ui/search-box';
import { Empty } from '#ui/states';
import { useTexts } from '#ui/texts';
import { InVietnamese } from '#ui/in-vietnamese';
import { headline, isConfirmed } from './fact';
import { texts } from './texts';

/** Procedures by words (accents not needed) or by life event; what was asked is in the address. */
export default function ProcedureListScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const { q: asked = '', 'su-kien': event } = usePlace(paths.procedures).query;
  // A link from outside may carry more than anybody would type; the contract takes this much.
  const q = asked.slice(0, 100);
  const { data, error, reload } = useOperation('listProcedures', {
    query: { q: q === '' ? undefined : q, event },
  });
  const search = useCallback(
    (words: string) => {
      go(paths.procedures({ q: words, 'su-kien': event }), { replace: true });
    },
    [go, event],
  );
  const chosen = data?.lifeEvents.find(({ id }) => id === event);
  const filtered = q !== '' || chosen !== undefined;

  return (
    <Screen title={t.title} busy={data === undefined && error === undefined}>
      <SearchBox label={t.search} hint={t.searchHint} words={q} onSearch={search} />
      {chosen === undefined ? null : (
        <div className="mt-4">
          <LinkButton look="second" size="small" icon={crossIcon} to={paths.procedures({ q })}>
            {t.clearEvent(chosen.name)}
          </LinkButton>
        </div>
      )}
      {data === undefined ? (
        <Coming error={error} reload={reload} label={t.looking} failed={t.failed} />
      ) : data.items.length === 0 && q === '' && event === undefined ? (
        <Empty icon={paperIcon} title={t.noneAtAll}>
          {t.noneAtAllMore}
        </Empty>
      ) : data.items.length === 0 ? (
        <Empty
          icon={searchIcon}
          title={q === '' ? t.noneHere : t.none(q)}
          action={<LinkButton to={paths.procedures()}>{t.showAll}</LinkButton>}
        >
          {t.noneMore}
        </Empty>
      ) : (
        <section className="sec">
          <h2>
            <span role="status">{filtered ? t.found(data.items.length) : t.all}</span>
          </h2>
          <List>
            {data.items.map((procedure) => (
              <ProcedureRow key={procedure.code} procedure={procedure} />
            ))}
          </List>
        </section>
      )}
      {data === undefined || filtered ? null : <LifeEvents {...data} />}
    </Screen>
  );
}

function ProcedureRow({ procedure }: { procedure: Schemas['ProcedureSummary'] }) {
  const t = useTexts(texts);
  const { code, shortName, fee, processing, online } = procedure;
  const facts = [fee, processing].flatMap((fact) =>
    isConfirmed(fact) && fact.text !== null ? [headline(fact.text).head] : [],
  );
  return (
    <Row
      icon={paperIcon}
      title={shortName}
      lang="vi"
      meta={facts.length === 0 ? undefined : <InVietnamese>{facts.join(' · ')}</InVietnamese>}
      to={paths.procedure({ code })}
      chip={
        <Chip tone={online ? 'ok' : 'neutral'} icon={online ? tickIcon : officeIcon}>
          {online ? t.online : t.counter}
        </Chip>
      }
    />
  );
}

interface LifeEventsProps {
  items: readonly Schemas['ProcedureSummary'][];
  lifeEvents: readonly Schemas['LifeEvent'][];
}

/** Events that lead to something; an empty list at their end would be a dead end. */
function LifeEvents({ items, lifeEvents }: LifeEventsProps) {
  const t = useTexts(texts);
  const events = lifeEvents.filter(({ id }) => items.some((procedure) => procedure.lifeEvents.includes(id)));
  if (events.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t.events}</h2>
      <List>
        {events.map(({ id, name }) => (
          <Row key={id} title={name} lang="vi" to={paths.procedures({ 'su-kien': id })} />
        ))}
      </List>
    </section>
  );
}
