import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { judgeDeepLink, lostState } from '#nav';
import type { PageModule } from '#page-module';
import { ErrorBoundary } from './error-boundary';
import { Gate } from './gate';
import { screensOf } from './screens';

/**
 * The table as routes. Every place, however it was reached, is read as a link from outside first: what is not one of
 * our paths leads home, with a sentence there.
 */
export function AppRoutes({ modules }: { modules: readonly PageModule[] }) {
  const { pathname, search } = useLocation();
  const lost = <Navigate to="/" replace state={lostState} />;
  if (judgeDeepLink(pathname + search).refused !== undefined) return lost;
  return (
    <ErrorBoundary place={pathname}>
      <Routes>
        {screensOf(modules).map((screen) => (
          <Route
            key={screen.path.pattern}
            path={screen.path.pattern}
            // From one thing to another of its kind nothing may come along: what failed, what was opened or begun.
            element={<Gate key={pathname} screen={screen} />}
          />
        ))}
        <Route path="*" element={lost} />
      </Routes>
    </ErrorBoundary>
  );
}
