import { atom, useRecoilValue } from 'recoil';
import { identityStore, type Identity } from './identity';

/** Follows the store, which also calls outside React change (a renewed session). */
const identityState = atom<Identity>({
  key: 'auth/identity',
  default: { state: 'unknown' },
  effects: [
    ({ setSelf }) => {
      setSelf(identityStore.get());
      return identityStore.subscribe((identity) => {
        setSelf(identity);
      });
    },
  ],
});

/** Who is holding the phone. */
export function useIdentity(): Identity {
  return useRecoilValue(identityState);
}
