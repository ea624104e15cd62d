import { useEffect } from 'react';
import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { now } from '#lib/clock';
import { timeOf } from '#lib/dates';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { Choices } from '#ui/choices';
import { Chip } from '#ui/chip';
import { floating } from '#ui/floating';
import { playIcon, tvIcon } from '#ui/icons';
import { SavedCopy } from '#ui/more-pages';
import { Screen } from '#ui/screen';
import { Empty, Failure, Loading } from '#ui/states';
import { useTexts } from '#ui/texts';
import { play } from '../player';
import { texts } from '../texts';
import { usePlaying } from '../use-playing';
import { MiniPlayer } from './mini-player';
import { PlayerCard } from './player-card';

type Channel = Schemas['Channel'];

/** Channels of TV or radio, each with its player and what is on today. Nothing plays before a tap. */
export function ChannelList({ kind }: { kind: Channel['kind'] }) {
  const t = useTexts(texts);
  const { data, error, savedAt, reload } = useOperation('listChannels', { query: { kind } });
  // Whoever was here may go on listening elsewhere.
  useEffect(() => floating.set(<MiniPlayer />), []);
  const choices = [
    { to: paths.tv(), label: t.tv, chosen: kind === 'tv' },
    { to: paths.radio(), label: t.radio, chosen: kind === 'radio' },
  ];
  return (
    <Screen title={kind === 'tv' ? t.tv : t.radio} busy={data === undefined && error === undefined}>
      <Choices label={t.kinds} choices={choices} />
      <SavedCopy at={savedAt} />
      {data === undefined ? (
        error === undefined ? (
          <Loading label={t.looking} onRetry={reload} />
        ) : (
          <Failure error={error} onRetry={reload} title={t.failed} />
        )
      ) : data.items.length === 0 ? (
        <Empty icon={tvIcon} title={t.none}>
          {t.noneMore}
        </Empty>
      ) : (
        <>
          <p className="sub">{t.dataNote}</p>
          {data.items.map((channel) => (
            <OneChannel key={channel.id} channel={channel} />
          ))}
        </>
      )}
    </Screen>
  );
}

function OneChannel({ channel }: { channel: Channel }) {
  const t = useTexts(texts);
  const on = usePlaying();
  const { id, name, formerNames, frequencyMHz, frequencyConfidence, streams } = channel;
  const facts = [
    ...(frequencyMHz === null ? [] : [t.frequency(frequencyMHz)]),
    ...(frequencyConfidence === 'L' ? [t.unconfirmed] : []),
    ...(formerNames.length === 0 ? [] : [t.formerly(formerNames.join(', '))]),
  ];
  return (
    <section className="card mt-4" aria-label={name}>
      <h2>{name}</h2>
      {facts.length === 0 ? null : <p className="sub">{facts.join(' · ')}</p>}
      {on?.channel.id === id ? (
        <PlayerCard now={on} channel={channel} />
      ) : streams.length === 0 ? (
        <p className="mt-2">{t.noStream}</p>
      ) : (
        <div className="mt-3 grid gap-3">
          {streams.map((stream, index) => (
            <Button
              key={stream.mode}
              look={index === 0 ? 'main' : 'second'}
              icon={playIcon}
              onClick={() => {
                play(channel, stream);
              }}
            >
              {`${stream.mode === 'video' ? t.watch : streams.length > 1 ? t.onlySound : t.listen}, ${t.data(stream.mbPerMinute)}`}
            </Button>
          ))}
        </div>
      )}
      {streams.length === 0 ? null : <Programme channel={channel} />}
    </section>
  );
}

function Programme({ channel: { name, programme, programmeSample } }: { channel: Channel }) {
  const t = useTexts(texts);
  if (programme.length === 0) return null;
  const time = timeOf(now());
  const current = programme.filter(({ at }) => at <= time).at(-1);
  return (
    <details className="mt-3">
      <summary className="flex min-h-tap items-center font-semibold text-brand">{t.programme}</summary>
      {programmeSample ? <p className="sub">{t.sampleTimes}</p> : null}
      <ul className="mt-2 grid gap-2" aria-label={t.programmeOf(name)}>
        {programme.map((item) => (
          <li key={item.at} className="flex flex-wrap gap-2">
            <span className="num">{item.at}</span>
            <span>{item.title}</span>
            {item === current ? <Chip icon={playIcon}>{t.onNow}</Chip> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
