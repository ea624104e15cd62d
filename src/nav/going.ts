import { useCallback, useMemo, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import { judgeDeepLink, readQuery } from './deep-link';
import type { AnyPath, PathParams, PathQuery } from './path';
import { paths } from './paths';

/** Travels with whoever was sent home because their link leads nowhere. */
export const lostState = { lost: true };

/** True on the home screen for whoever came by a link that leads nowhere. */
export function useLost(): boolean {
  const state = useLocation().state as { lost?: unknown } | null;
  return state?.lost === true;
}

/** Goes to a path of ours: `go(paths.dossier({ id }))`. */
export function useGo(): (path: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (path, options) => {
      void navigate(path, { replace: options?.replace ?? false });
    },
    [navigate],
  );
}

/** The router numbers the entries of its own history; 0 is where the app was opened. */
function entryNow(): number {
  const state = window.history.state as { idx?: unknown } | null;
  return typeof state?.idx === 'number' ? state.idx : 0;
}

/** A web view that swallows its own going back must not keep anybody from the next screen. */
const goingBackMs = 500;

/**
 * Leaves work that went over several places for another place, and takes them off the way back with it: "Quay lại" then
 * leads to what was open before the work, never into work that is done. Call it where the work's first place is drawn.
 */
export function useLeaveWork(): (path: string) => void {
  const navigate = useNavigate();
  const [first] = useState(entryNow);
  return useCallback(
    (path) => {
      const leave = (): void => void navigate(path, { replace: true });
      const places = entryNow() - first;
      if (places <= 0) {
        leave();
        return;
      }
      const arrive = (): void => {
        clearTimeout(late);
        window.removeEventListener('popstate', arrive);
        leave();
      };
      const late = setTimeout(arrive, goingBackMs);
      window.addEventListener('popstate', arrive);
      void navigate(-places);
    },
    [navigate, first],
  );
}

/** Where "Quay lại" leads when nothing was open before: one floor up, or home. */
function floorAbove(pathname: string): string {
  const segments = pathname.split('/').filter((part) => part !== '');
  while (segments.length > 1) {
    segments.pop();
    const verdict = judgeDeepLink(`/${segments.join('/')}`);
    // A parameter of a longer path may look like one of a shorter one ("nop" is no dossier).
    if (verdict.refused === undefined && segments.length === 1) return verdict.path;
  }
  return paths.home();
}

/** Back to what was open before; for whoever came by a link, one floor up. */
export function useBack(): () => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return useCallback(() => {
    if (entryNow() > 0) void navigate(-1);
    else void navigate(floorAbove(pathname), { replace: true });
  }, [navigate, pathname]);
}

/** The path that is open, written by our own rules: fit to be remembered and come back to. */
export function useHere(): string {
  const { pathname, search } = useLocation();
  return useMemo(() => judgeDeepLink(pathname + search).path, [pathname, search]);
}

/** What the open path says: `const { params, query } = usePlace(paths.submitDossier)`. */
export function usePlace<Path extends AnyPath>(path: Path): { params: PathParams<Path>; query: PathQuery<Path> } {
  const params = useParams();
  const { search } = useLocation();
  const query = useMemo(() => readQuery(path, search), [path, search]);
  return { params: params as PathParams<Path>, query: query as PathQuery<Path> };
}
