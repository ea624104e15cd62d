import type { Schemas } from '@dvc/contract';
import { usePages } from '#api';
import { paths, usePlace } from '#nav';
import { Chip } from '#ui/chip';
import { Choices } from '#ui/choices';
import { Coming } from '#ui/coming';
import { clockIcon, placeIcon, searchIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { MorePages, SavedCopy } from '#ui/more-pages';
import { Screen } from '#ui/screen';
import { Empty } from '#ui/states';
import { useTexts } from '#ui/texts';
import { InVietnamese } from '#ui/in-vietnamese';
import { Hotlines } from './parts/hotlines';
import { texts } from './texts';
import { isTopic, topics, type Topic } from './topic';
import { useOpenState } from './use-open-state';

type Summary = Schemas['PlaceSummary'];

/** Places of one topic, page by page; topic and kind are in the address. */
export default function PlacesScreen() {
  const t = useTexts(texts);
  const { params, query } = usePlace(paths.places);
  if (isTopic(params.topic)) return <Topical topic={params.topic} kind={query.loai} />;
  return (
    <Screen title={t.noTopic} lead={t.noTopicMore}>
      <Topics />
    </Screen>
  );
}

function Topics({ topic }: { topic?: Topic }) {
  const t = useTexts(texts);
  const choices = topics.map((one) => ({
    to: paths.places({ topic: one }),
    label: t.topics[one],
    chosen: one === topic,
  }));
  return <Choices label={t.topicsLabel} choices={choices} />;
}

const isKind = (kind: string | undefined, kinds: Record<string, string>): kind is Summary['kind'] =>
  kind !== undefined && kind in kinds;

function Topical({ topic, kind: asked }: { topic: Topic; kind: string | undefined }) {
  const t = useTexts(texts);
  const openState = useOpenState();
  const kind = isKind(asked, t.kinds) ? asked : undefined;
  const pages = usePages('listPlaces', { query: { topic, kind } });
  const { first, items, error, reload, savedAt } = pages;
  return (
    <Screen title={t.topics[topic]} busy={first === undefined && error === undefined}>
      <Topics topic={topic} />
      <LinkButton look="second" size="small" icon={searchIcon} to={paths.search()}>
        {t.search}
      </LinkButton>
      <SavedCopy at={savedAt} />
      {first === undefined ? (
        <Coming error={error} reload={reload} label={t.looking} failed={t.failed} />
      ) : items.length === 0 ? (
        <Empty icon={placeIcon} title={t.empty}>
          {t.emptyMore}
        </Empty>
      ) : (
        <>
          {first.kinds.length < 2 ? null : <Kinds topic={topic} kind={kind} kinds={first.kinds} />}
          <section className="sec">
            <h2>{kind === undefined ? t.topics[topic] : t.kinds[kind]}</h2>
            {topic === 'hotline' ? (
              <Hotlines items={items} />
            ) : (
              <List>
                {items.map((place) => {
                  const state = openState(place.hours);
                  return (
                    <Row
                      key={place.id}
                      icon={placeIcon}
                      title={place.name}
                      lang="vi"
                      meta={<InVietnamese>{metaOf(place)}</InVietnamese>}
                      to={paths.place({ topic, id: place.id })}
                      chip={
                        state === undefined ? undefined : (
                          <Chip tone={state.tone} icon={clockIcon}>
                            {state.words}
                          </Chip>
                        )
                      }
                    />
                  );
                })}
              </List>
            )}
            <MorePages {...pages} />
          </section>
        </>
      )}
    </Screen>
  );
}

function metaOf({ address, commune }: Summary): string | undefined {
  const where = [address, commune?.name].filter((part) => typeof part === 'string' && part !== '');
  return where.length === 0 ? undefined : where.join(', ');
}

interface KindsProps {
  topic: Topic;
  kind: Summary['kind'] | undefined;
  kinds: readonly { kind: Summary['kind']; count: number }[];
}

function Kinds({ topic, kind, kinds }: KindsProps) {
  const t = useTexts(texts);
  const choices = kinds.map((one) => ({
    to: paths.places({ topic, loai: one.kind }),
    label: t.kindCount(t.kinds[one.kind], one.count),
    chosen: one.kind === kind,
  }));
  const all = { to: paths.places({ topic }), label: t.allKinds, chosen: kind === undefined };
  return <Choices label={t.kindsLabel} choices={[all, ...choices]} />;
}
