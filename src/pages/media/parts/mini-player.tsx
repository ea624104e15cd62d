import { paths } from '#nav';
import { Icon } from '#ui/icon';
import { crossIcon, pauseIcon, playIcon } from '#ui/icons';
import { Link } from '#ui/link';
import { useShell } from '#ui/shell';
import { useTexts } from '#ui/texts';
import { goOn, pause, stop } from '../player';
import { texts } from '../texts';
import { usePlaying } from '../use-playing';
import { Stage } from './stage';

/** What plays while one reads elsewhere; on the screens of TV and radio themselves the player is large. */
export function MiniPlayer() {
  const t = useTexts(texts);
  const now = usePlaying();
  const { here } = useShell();
  if (now === undefined || here === paths.tv() || here === paths.radio()) return null;
  const { channel, stream, state } = now;
  const running = state === 'playing' || state === 'waiting' || state === 'starting';
  return (
    <section className="playing" aria-label={t.player}>
      {stream.mode === 'video' ? <Stage name={channel.name} /> : null}
      <Link to={channel.kind === 'tv' ? paths.tv() : paths.radio()}>{channel.name}</Link>
      <button type="button" aria-label={running ? t.pause : t.goOn} onClick={running ? pause : goOn}>
        <Icon of={running ? pauseIcon : playIcon} />
      </button>
      <button type="button" aria-label={t.stop} onClick={stop}>
        <Icon of={crossIcon} />
      </button>
    </section>
  );
}
