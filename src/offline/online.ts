import { atom, useRecoilValue } from 'recoil';
import { onlineStore, watchNetwork } from '#zalo';

const onlineState = atom<boolean>({
  key: 'offline/online',
  default: true,
  effects: [
    ({ setSelf }) => {
      watchNetwork();
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
