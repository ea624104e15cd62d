import type { AppError } from '#api';
import type { Kept } from '#zalo';
import type { Arrival } from './outbox-kind';

/** Where one thing stands. "Arrived" only with the server's own answer. */
export type OutboxState =
  /** For a network; `error`: what stood in the way last time. */
  | { state: 'waiting'; error: AppError | undefined }
  | { state: 'sending'; percent: number }
  | { state: 'arrived'; arrival: Arrival }
  /** The server will not take it as it is; the others go on. */
  | { state: 'refused'; error: AppError }
  /** From before the app was closed: opens once the server has given the key. */
  | { state: 'sealed' }
  /** Zalo has thrown out what was written: nothing is left to be sent. */
  | { state: 'lost' };

export interface OutboxItem {
  id: string;
  kind: string;
  /** When it was handed in, ISO. */
  at: string;
  /** Undefined while it is sealed. */
  title: string | undefined;
  /** The server's id of what it belongs to; unknown while it is sealed. */
  about?: string | undefined;
  /** Survives closing the app, or why not; `noKey`: the server has not given one yet. */
  kept: Kept | 'noKey';
  /** Files that Zalo has thrown out since. */
  lostFiles: number;
  state: OutboxState;
}

/** Neither arrived nor beyond help. */
export function isWaiting({ state: { state } }: OutboxItem): boolean {
  return state === 'waiting' || state === 'sending' || state === 'sealed' || state === 'refused';
}
