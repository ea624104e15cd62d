import { atom, useRecoilValue } from 'recoil';
import { createStore } from '#lib/store';
import { onZaloEvent } from '#zalo';

/** Whether the phone has a network, as far as it knows; outside React too. */
export const onlineStore = createStore<boolean>(navigator.onLine);

let watching = false;

/** Two sources, because Zalo's web view does not pass the page's own events on in every version. */
function watch(): void {
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

const onlineState = atom<boolean>({
  key: 'offline/online',
  default: true,
  effects: [
    ({ setSelf }) => {
      watch();
      setSelf(onlineStore.get());
      return onlineStore.subscribe((online) => {
        setSelf(online);
      });
    },
  ],
});

/** Whether the phone has a network. */
export function useOnline(): boolean {
  return useRecoilValue(onlineState);
}
