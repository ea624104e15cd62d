import type { Schemas } from '@dvc/contract';
import type { AppError } from '#lib/app-error';
import { createStore } from '#lib/store';

export type Person = Schemas['Person'];

/** 0 anybody; 1 a Zalo account with a phone number; 2 a citizen verified by the provincial ID. */
export type Level = 0 | 1 | 2;

/** Who is holding the phone, as far as is known now. */
export type Identity =
  /** Not asked yet, or the answer is on its way. */
  | { readonly state: 'unknown' }
  /** Level 0: a Zalo account that has given nothing. */
  | { readonly state: 'visitor' }
  /** Level 1. */
  | { readonly state: 'contact'; readonly person: Person; readonly unread: number }
  /** Level 2. */
  | { readonly state: 'citizen'; readonly person: Person; readonly unread: number }
  /** Zalo or our server did not answer; reading works, the rest is level 0. */
  | { readonly state: 'unreachable'; readonly error: AppError };

/** The identity outside React; the Recoil atom follows it. */
export const identityStore = createStore<Identity>({ state: 'unknown' });

export function identityOf(session: Schemas['Session']): Identity {
  const { level, person, unread } = session;
  if (level === 0) return { state: 'visitor' };
  return { state: level === 1 ? 'contact' : 'citizen', person, unread };
}

export function levelOf(identity: Identity): Level {
  if (identity.state === 'citizen') return 2;
  return identity.state === 'contact' ? 1 : 0;
}
