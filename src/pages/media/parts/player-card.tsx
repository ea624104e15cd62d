import type { Schemas } from '@dvc/contract';
import { Button } from '#ui/button';
import { Chip } from '#ui/chip';
import { alertIcon, againIcon, crossIcon, clockIcon, pauseIcon, playIcon } from '#ui/icons';
import { useTexts } from '#ui/texts';
import { goOn, pause, play, stop, type Playing } from '../player';
import { texts } from '../texts';
import { Stage } from './stage';

/** The player of the channel that is on. */
export function PlayerCard({ now, channel }: { now: Playing; channel: Schemas['Channel'] }) {
  const t = useTexts(texts);
  const { stream, state } = now;
  const other = channel.streams.find(({ mode }) => mode !== stream.mode);
  const stopped = state === 'paused' || state === 'failed';
  return (
    <div className="mt-3 grid gap-3">
      {stream.mode === 'video' ? <Stage name={channel.name} /> : null}
      <p role="status">
        <Chip tone={state === 'playing' || state === 'failed' ? 'bad' : 'neutral'} icon={state === 'playing' ? playIcon : state === 'failed' ? alertIcon : clockIcon}>
          {t.states[state]}
        </Chip>
      </p>
      <Button icon={stopped ? (state === 'failed' ? againIcon : playIcon) : pauseIcon} onClick={stopped ? goOn : pause}>
        {state === 'failed' ? t.again : stopped ? t.goOn : t.pause}
      </Button>
      {other === undefined ? null : (
        <Button look="second" onClick={() => play(channel, other)}>
          {`${other.mode === 'audio' ? t.onlySound : t.withPicture}, ${t.data(other.mbPerMinute)}`}
        </Button>
      )}
      <Button look="second" icon={crossIcon} onClick={stop}>
        {t.stop}
      </Button>
    </div>
  );
}
