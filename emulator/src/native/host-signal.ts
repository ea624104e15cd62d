import type { Network } from './protocol.ts';

/** What the emulator's process tells an open page of a phone, because control or another page of it said so. */
export type HostSignal =
  | { kind: 'network'; network: Network }
  | { kind: 'open-link'; url: string }
  | { kind: 'open-app'; path: string }
  | { kind: 'minimise' }
  | { kind: 'resume' }
  | { kind: 'kill' }
  | { kind: 'close-browser' }
  | { kind: 'phone-changed' }
  | { kind: 'message'; personId: string }
  | { kind: 'reset' };
