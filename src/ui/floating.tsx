import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { createStore } from '#lib/store';

/** What stays in sight whichever screen is open: one thing at a time, put here by the module it belongs to. */
export const floating = createStore<ReactNode>(null);

/** Where it stands; the styles of the bars at the bottom make room for it. */
export function FloatingSlot() {
  const content = useSyncExternalStore(floating.subscribe, floating.get);
  useEffect(() => {
    if (content === null) return;
    document.documentElement.dataset.floating = '';
    return () => {
      delete document.documentElement.dataset.floating;
    };
  }, [content]);
  return content;
}
