import { useSyncExternalStore, type ReactNode } from 'react';
import { createStore } from '#lib/store';

/** What stays in sight whichever screen is open: one thing at a time, put here by the module it belongs to. */
export const floating = createStore<ReactNode>(null);

/** Where it stands. */
export const FloatingSlot = (): ReactNode => useSyncExternalStore(floating.subscribe, floating.get);
