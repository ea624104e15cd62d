import { lazy, Suspense, type ComponentType } from 'react';

// Hardly anybody opens the app outside Zalo; whose browser cannot fetch it still has the words above.
const WayIntoZalo = lazy<ComponentType<{ path: string }>>(() =>
  import('./way-into-zalo').then(
    ({ WayIntoZalo: Found }) => ({ default: Found }),
    () => ({ default: () => null }),
  ),
);

/** For whoever opened the app in an ordinary browser: a link into Zalo and a code to scan, both to the same place. */
export function OpenInZalo({ path }: { path: string }) {
  return (
    <Suspense fallback={null}>
      <WayIntoZalo path={path} />
    </Suspense>
  );
}
