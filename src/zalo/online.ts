import { createStore } from '#lib/store';
import { onZaloEvent } from './events';

/** Whether the phone has a network, as far as it knows; true again does not promise that a server answers. */
export const onlineStore = createStore<boolean>(navigator.onLine);

let watching = false;

/** Two sources, because Zalo's web view does not pass the page's own events on in every version. Once for ever. */
export function watchNetwork(): void {
  if (watching) return;
  watching = true;
  const look = (): void => {
    onlineStore.set(navigator.onLine);
  };
  window.addEventListener('online', look);
  window.addEventListener('offline', look);
  onZaloEvent('networkChanged', look);
  look();
}
