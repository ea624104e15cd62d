import { useSyncExternalStore } from 'react';
import { playing, type Playing } from './player';

export function usePlaying(): Playing | undefined {
  return useSyncExternalStore(playing.subscribe, playing.get);
}
