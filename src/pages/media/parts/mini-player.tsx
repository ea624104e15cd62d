import { useLayoutEffect } from 'react';
import { paths } from '#nav';
import { Icon } from '#ui/icon';
import { crossIcon, pauseIcon, playIcon } from '#ui/icons';
import { Link } from '#ui/link';
import { useShell } from '#ui/shell';
import { useTexts } from '#ui/texts';
import { goOn, pause, stop, type Playing } from '../player';
import { texts } from '../texts';
import { usePlaying } from '../use-playing';
import { Stage } from './stage';

/** What plays while one reads elsewhere; on the screens of TV and radio themselves the player is large. */
export function MiniPlayer() {
  const now = usePlaying();
  const { here } = useShell();
  return now === undefined || here === paths.tv() || here === paths.radio() ? null : <Bar now={now} />;
}

function Bar({ now: { channel, stream, state } }: { now: Playing }) {
  const t = useTexts(texts);
  const stands = state === 'paused' || state === 'failed';
  // The bars at the lower edge of the screens make room for it.
  useLayoutEffect(() => {
    document.documentElement.dataset.floating = '';
    return () => {
      delete document.documentElement.dataset.floating;
    };
  }, []);
  return (
    <section className="playing" aria-label={t.player}>
      {stream.mode === 'video' ? <Stage name={channel.name} /> : null}
      <Link to={channel.kind === 'tv' ? paths.tv() : paths.radio()}>
        <span className="grow">
          <span className="name">{channel.name}</span>
          <span className="how">{t.brief[state]}</span>
        </span>
      </Link>
      <button type="button" aria-label={stands ? t.goOn : t.pause} onClick={stands ? goOn : pause}>
        <Icon of={stands ? playIcon : pauseIcon} />
      </button>
      <button type="button" aria-label={t.stop} onClick={stop}>
        <Icon of={crossIcon} />
      </button>
    </section>
  );
}
