/**
 * Work that must not be lost: queued in the transaction which makes it necessary, done afterwards at least once, by any
 * process. The receiver of a job recognises what it has had already.
 */
import type { Sql } from '#db';

export interface Job {
  id: string;
  kind: string;
  payload: Record<string, unknown>;
  /** 1 on the first try. */
  attempt: number;
}

export interface JobOptions {
  /** Tries before the job is put aside as dead; default 8. */
  maxAttempts?: number;
  /** How long a worker may hold it before another takes over, in milliseconds; default 60 s. */
  leaseMs?: number;
}

export interface Jobs {
  /** Says what to do with a kind of job. Throwing means: again later. Once per kind, before `start`. */
  handle(kind: string, run: (job: Job) => Promise<void>, options?: JobOptions): void;
  /** Queues in the caller's transaction. A key already queued is not queued again. */
  enqueue(tx: Sql, kind: string, payload: object, options?: { key?: string; runAt?: Date }): Promise<void>;
  /** Runs something about every so many milliseconds, in one process at a time. */
  every(name: string, milliseconds: number, run: () => Promise<void>): void;
  /** Begins to work in the background. */
  start(): void;
  /** Finishes what is in hand and stops. */
  stop(): Promise<void>;
  /** Does everything that is due now and answers how many jobs that were. For tests and for stopping early. */
  drain(): Promise<number>;
}

/** Thrown by a job: try again after exactly so long, without counting this try as a failure of its own. */
export class TryLater extends Error {
  override readonly name = 'TryLater';
  constructor(readonly milliseconds: number) {
    super(`again in ${milliseconds} ms`);
  }
}

/** Thrown by a job: trying again cannot help, put it aside for people to look at. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';
}
