import { randomUUID } from 'node:crypto';
import type { NativeCallRecord, Network, Os } from '../native/protocol.ts';
import { ScriptedAnswers } from './scripted-answers.ts';

/** Zalo builds we can pretend to be. `old` knows neither native storage nor documents. */
export const ZALO_BUILDS = {
  current: { android: 25121900, ios: 695 },
  old: { android: 12100700, ios: 560 },
} as const;
export type ZaloBuild = keyof typeof ZALO_BUILDS;

export interface PhoneSeed {
  id?: string;
  personId: string;
  os?: Os;
  zalo?: ZaloBuild;
  network?: Network;
  /** `dead`: JUMP_LOGIN never answers, as on a real phone whose Zalo session is broken. */
  login?: 'alive' | 'dead';
  /** Actions for which Zalo has not approved our app, e.g. `action.mp.get.number`: −1403. */
  missingPermissions?: string[];
  /** No room left: what is written to native storage is not there afterwards. */
  storageFull?: boolean;
}

/** One phone with Zalo on it: what survives killing the mini app and reloading pages. */
export interface Phone {
  id: string;
  /** Differs between two phones of the same id before and after a reset. */
  epoch: string;
  personId: string;
  os: Os;
  zalo: ZaloBuild;
  network: Network;
  login: 'alive' | 'dead';
  missingPermissions: string[];
  storageFull: boolean;
  answers: ScriptedAnswers;
  storage: { revision: number; map: Record<string, string> };
  calls: NativeCallRecord[];
}

export function makePhone(seed: PhoneSeed): Phone {
  return {
    id: seed.id ?? `may-${randomUUID().slice(0, 8)}`,
    epoch: randomUUID(),
    personId: seed.personId,
    os: seed.os ?? 'android',
    zalo: seed.zalo ?? 'current',
    network: seed.network ?? '4g',
    login: seed.login ?? 'alive',
    missingPermissions: seed.missingPermissions ?? [],
    storageFull: seed.storageFull ?? false,
    answers: new ScriptedAnswers(),
    storage: { revision: 0, map: {} },
    calls: [],
  };
}
