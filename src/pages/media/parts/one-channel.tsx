import type { Schemas } from '@dvc/contract';
import { Button } from '#ui/button';
import { playIcon } from '#ui/icons';
import { usePreferences } from '#ui/preferences';
import { useTexts } from '#ui/texts';
import { play, type Stream } from '../player';
import { texts } from '../texts';
import { usePlaying } from '../use-playing';
import { PlayerCard } from './player-card';
import { Programme } from './programme';

type Channel = Schemas['Channel'];

/** A channel: what it is, what a tap would cost, the player once it is on, and what is on today. */
export function OneChannel({ channel, day }: { channel: Channel; day: string }) {
  const t = useTexts(texts);
  const on = usePlaying();
  const { id, name, formerNames, frequencyMHz, frequencyConfirmed, streams } = channel;
  const facts = [
    ...(frequencyMHz === null ? [] : [t.frequency(frequencyMHz), ...(frequencyConfirmed ? [] : [t.unconfirmed])]),
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
        <Offers channel={channel} />
      )}
      <Programme channel={channel} day={day} />
    </section>
  );
}

/** The ways to play it; with data saving on, sound comes first. */
function Offers({ channel }: { channel: Channel }) {
  const t = useTexts(texts);
  const { dataSaving } = usePreferences();
  const both = channel.streams.length > 1;
  const offers = dataSaving ? [...channel.streams].sort((a, b) => a.mbPerMinute - b.mbPerMinute) : channel.streams;
  const verb = ({ mode }: Stream): string => (mode === 'video' ? t.watch : both ? t.onlySound : t.listen);
  return (
    <div className="mt-3 grid gap-3">
      {offers.map((stream, index) => (
        <Button
          key={stream.mode}
          look={index === 0 ? 'main' : 'second'}
          icon={playIcon}
          onClick={() => play(channel, stream)}
        >
          {`${verb(stream)}, ${t.data(stream.mbPerMinute)}`}
        </Button>
      ))}
    </div>
  );
}
