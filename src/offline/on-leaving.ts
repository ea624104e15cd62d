import { onZaloEvent } from '#zalo';

/** Calls whenever the app may be gone the next moment: hidden, closed, or put aside by Zalo. @returns what ends that. */
export function onLeaving(flush: () => void): () => void {
  const hide = (): void => {
    if (document.visibilityState === 'hidden') flush();
  };
  document.addEventListener('visibilitychange', hide);
  window.addEventListener('pagehide', flush);
  const unpause = onZaloEvent('paused', flush);
  return () => {
    document.removeEventListener('visibilitychange', hide);
    window.removeEventListener('pagehide', flush);
    unpause();
  };
}
