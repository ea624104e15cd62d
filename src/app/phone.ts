import { statusBarHeight } from '#zalo';

/** What was chosen on this phone is kept under this name. */
export const preferencesKey = 'preferences';

/** Tells CSS how high the phone's status bar is, where CSS does not know. */
export function showStatusBar(): void {
  const height = statusBarHeight();
  if (height !== undefined) document.documentElement.style.setProperty('--status-bar', `${String(height)}px`);
}
