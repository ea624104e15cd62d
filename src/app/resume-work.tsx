import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { paths, readDeepLink } from '#nav';
import { rememberedPlace } from '#offline';
import { afterFirstScreen } from './start-up';

/**
 * Zalo killed the app while work was open: opened plainly again, it goes back to that work. A link that leads elsewhere,
 * or a tap that came first, has the last word.
 */
export function ResumeWork(): null {
  const navigate = useNavigate();
  const { key, pathname } = useLocation();
  const here = useRef({ key, pathname });
  useEffect(() => {
    here.current = { key, pathname };
  }, [key, pathname]);
  useEffect(() => {
    const first = here.current;
    if (first.pathname !== paths.home()) return;
    void afterFirstScreen()
      .then(rememberedPlace)
      .then((path) => {
        if (path !== undefined && here.current.key === first.key) void navigate(readDeepLink(path));
      });
  }, [navigate]);
  return null;
}
