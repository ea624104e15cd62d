import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { paths, readDeepLink } from '#nav';
import { note } from '#lib/log';
import { afterFirstScreen } from './start-up';

async function unfinishedWork(): Promise<string> {
  await afterFirstScreen();
  const place = await (await import('#offline')).rememberedPlace();
  return place === undefined ? paths.home() : readDeepLink(place);
}

/**
 * Opens the work again that was open when Zalo was killed, for whoever comes in by the front door. Whoever has begun
 * something else meanwhile is not pulled away from it; home lists their drafts anyway.
 */
export function ResumeWork(): null {
  const navigate = useNavigate();
  const { key, pathname } = useLocation();
  // The router calls the entry the app was opened at "default".
  const atDoor = key === 'default' && pathname === paths.home();
  const [waiting, setWaiting] = useState(atDoor);
  if (waiting && !atDoor) setWaiting(false);

  useEffect(() => {
    if (!waiting) return undefined;
    let wanted = true;
    unfinishedWork().then(
      (place) => {
        if (wanted && place !== paths.home()) void navigate(place);
      },
      (error: unknown) => note('unfinished work not asked for', error),
    );
    return () => {
      wanted = false;
    };
  }, [waiting, navigate]);
  return null;
}
