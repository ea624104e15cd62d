import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import { judgeDeepLink } from './deep-link';
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
    // The router numbers the entries of its own history; 0 is where the app was opened.
    const entry = window.history.state as { idx?: number } | null;
    if ((entry?.idx ?? 0) > 0) void navigate(-1);
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
  const query = useMemo(() => {
    const found = new URLSearchParams(search);
    const entries = path.query.map((key) => [key, found.get(key)] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== null));
  }, [path, search]);
  return { params: params as PathParams<Path>, query: query as PathQuery<Path> };
}
