import type { Schemas } from '@dvc/contract';
import { Button } from '#ui/button';
import { Chip } from '#ui/chip';
import { alertIcon, againIcon, crossIcon, clockIcon, offlineIcon, pauseIcon, playIcon } from '#ui/icons';
import type { Tone } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { goOn, pause, play, stop, type Playing } from '../player';
import { texts } from '../texts';
import { Stage } from './stage';

const looks: Readonly<Record<Playing['state'], { icon: string; tone?: Tone }>> = {
  starting: { icon: clockIcon },
  playing: { icon: playIcon, tone: 'bad' },
  paused: { icon: pauseIcon },
  waiting: { icon: clockIcon },
  offline: { icon: offlineIcon },
  failed: { icon: alertIcon, tone: 'bad' },
};

/** The player of the channel that is on. */
export function PlayerCard({ now, channel }: { now: Playing; channel: Schemas['Channel'] }) {
  const t = useTexts(texts);
  const { stream, state } = now;
  const other = channel.streams.find(({ mode }) => mode !== stream.mode);
  const stands = state === 'paused' || state === 'failed';
  return (
    <div className="mt-3 grid gap-3">
      {stream.mode === 'video' ? <Stage name={channel.name} /> : null}
      <div role="status">
        <Chip {...looks[state]}>{t.states[state]}</Chip>
        {state === 'failed' ? <p className="mt-2">{t.failedMore}</p> : null}
      </div>
      <Button icon={state === 'failed' ? againIcon : stands ? playIcon : pauseIcon} onClick={stands ? goOn : pause}>
        {state === 'failed' ? t.again : stands ? t.goOn : t.pause}
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
