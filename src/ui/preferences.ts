import { useSyncExternalStore } from 'react';
import { preferences, type Preferences } from '#config';

/** What the person prefers; draws again when it changes. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(preferences.subscribe, preferences.get);
}
