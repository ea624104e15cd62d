import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { refreshAnswers } from '#api';
import { judgeDeepLink, lostState, paths } from '#nav';
import { onZaloEvent } from '#zalo';
import { afterFirstScreen } from './start-up';

/** Follows links tapped in Zalo while the app is open. Nothing in a link ever does more than open a place. */
export function OpenLinks(): null {
  const navigate = useNavigate();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    // Listening fetches Zalo's SDK, which must not come before the first screen.
    void afterFirstScreen().then(() => {
      if (gone) return;
      stop = onZaloEvent('linkOpened', ({ path }) => {
        const verdict = judgeDeepLink(path);
        // A message is tapped because something changed: what was read before it is asked for again.
        refreshAnswers();
        // The way back from the provincial ID takes the place of the screen that sent the person there.
        const replace = verdict.path.startsWith(paths.link());
        void navigate(verdict.path, { replace, state: verdict.refused === undefined ? null : lostState });
      });
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [navigate]);
  return null;
}
