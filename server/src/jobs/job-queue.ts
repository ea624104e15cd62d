import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '#db';
import { hours, later, seconds, type Clock } from '#core/clock';
import { GiveUp, TryLater, type Job, type JobOptions, type Jobs } from '#core/jobs';
import { describeError } from '#core/log';
import type { Metrics } from '#core/metrics';
import { redactText } from '#core/redaction';
import { buryJob, claimSchedule, finishJob, notYetDue, postponeJob, takeJob } from './job-table.ts';

interface QueueDeps {
  db: Database;
  clock: Clock;
  log: FastifyBaseLogger;
  metrics: Metrics;
}

interface Schedule {
  periodMs: number;
  run: () => Promise<void>;
}

interface Receiver extends Required<JobOptions> {
  run: (job: Job) => Promise<void>;
}

const POLL_MS = 250;
const AT_ONCE = 8;
/** Of one kind: whatever a slow neighbour keeps waiting must not keep all others waiting. */
const OF_A_KIND = 3;
/** Periodic work begun and not ended: all of it is due when a first process starts. */
const PERIODIC_AT_ONCE = 4;

/** 5 s, 20 s, 80 s … at most an hour. */
const backOff = (attempt: number): number => Math.min(seconds(5) * 4 ** (attempt - 1), hours(1));

const shortReason = (error: unknown): string => {
  const { type, code, message } = describeError(error);
  return redactText([type, code, message].filter(Boolean).join(' ')).slice(0, 300);
};

/** The job worker of this process, on the table `jobs`. */
export function createJobs({ db, clock, log, metrics }: QueueDeps): Jobs {
  const receivers = new Map<string, Receiver>();
  const schedules = new Map<string, Schedule>();
  const inHand = new Set<Promise<void>>();
  /** How many of each kind are in hand. */
  const underWay = new Map<string, number>();
  /** Names of periodic work under way. */
  const periodic = new Set<string>();
  /** Periodic work whose time has come and which nobody has taken. */
  const due = new Map<string, Schedule>();
  const hands = new Set<Promise<void>>();
  let running = false;
  let loop: Promise<void> = Promise.resolve();
  let stopping = new AbortController();

  async function settle(job: Job, receiver: Receiver): Promise<void> {
    try {
      // More tries than allowed without an end: it takes the process down with it.
      if (job.attempt > receiver.maxAttempts) throw new GiveUp('no try of it ever ended');
      await receiver.run(job);
      await finishJob(db, job);
      metrics.jobs.inc({ kind: job.kind, outcome: 'done' });
    } catch (error) {
      const reason = shortReason(error);
      if (error instanceof TryLater) {
        await postponeJob(db, job, later(clock.now(), error.milliseconds), reason, false);
        metrics.jobs.inc({ kind: job.kind, outcome: 'postponed' });
      } else if (error instanceof GiveUp || job.attempt >= receiver.maxAttempts) {
        await buryJob(db, job, reason);
        metrics.jobs.inc({ kind: job.kind, outcome: 'dead' });
        log.error({ job: job.id, kind: job.kind, attempt: job.attempt, err: error }, 'job put aside as dead');
      } else {
        await postponeJob(db, job, later(clock.now(), backOff(job.attempt)), reason, true);
        metrics.jobs.inc({ kind: job.kind, outcome: 'failed' });
        log.warn({ job: job.id, kind: job.kind, attempt: job.attempt, err: error }, 'job failed, will be tried again');
      }
    }
  }

  async function takeOne(): Promise<(() => Promise<void>) | undefined> {
    const kinds = [...receivers.keys()].filter((kind) => (underWay.get(kind) ?? 0) < OF_A_KIND);
    const leaseMs = Math.max(0, ...[...receivers.values()].map((receiver) => receiver.leaseMs));
    const job = kinds.length > 0 ? await takeJob(db, kinds, clock.now(), leaseMs) : undefined;
    const receiver = job && receivers.get(job.kind);
    if (!receiver) return undefined;
    underWay.set(job.kind, (underWay.get(job.kind) ?? 0) + 1);
    return () => settle(job, receiver).finally(() => underWay.set(job.kind, (underWay.get(job.kind) ?? 1) - 1));
  }

  async function runSchedule(name: string, { periodMs, run }: Schedule): Promise<void> {
    if (!(await claimSchedule(db, name, clock.now(), periodMs))) return;
    try {
      await run();
    } catch (error) {
      log.error({ schedule: name, err: error }, 'periodic work failed');
    }
  }

  /** Until nothing is due; what comes late keeps only one hand. */
  async function workOffDue(): Promise<void> {
    for (const [name, schedule] of due) {
      due.delete(name);
      periodic.add(name);
      await runSchedule(name, schedule)
        .catch((error: unknown) => log.error({ schedule: name, err: error }, 'periodic work could not be begun'))
        .finally(() => periodic.delete(name));
      if (!running) return;
    }
  }

  /** Beside the jobs and beside each other: a feed that lets us wait must hold up neither a dossier nor a payment. */
  async function beginSchedules(): Promise<void> {
    const waiting = await notYetDue(db, clock.now());
    for (const [name, schedule] of schedules) {
      if (!waiting.has(name) && !periodic.has(name)) due.set(name, schedule);
    }
    while (hands.size < PERIODIC_AT_ONCE && due.size > 0) {
      const hand: Promise<void> = workOffDue().finally(() => hands.delete(hand));
      hands.add(hand);
    }
  }

  /** A wait that `stop` cuts short. */
  async function pause(milliseconds: number): Promise<void> {
    await wait(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
  }

  async function work(): Promise<void> {
    while (running) {
      try {
        const next = inHand.size < AT_ONCE ? await takeOne() : undefined;
        if (next) {
          const task: Promise<void> = next()
            .catch((error: unknown) => log.error({ err: error }, 'a job could not be settled; its lease will run out'))
            .finally(() => inHand.delete(task));
          inHand.add(task);
          continue;
        }
        await beginSchedules();
      } catch (error) {
        log.error({ err: error }, 'the job worker could not reach its table');
        await pause(seconds(5));
      }
      await pause(POLL_MS);
    }
    await Promise.all(hands);
  }

  return {
    handle(kind, run, { maxAttempts = 8, leaseMs = seconds(60) } = {}) {
      if (receivers.has(kind)) throw new Error(`two receivers for job ${kind}`);
      receivers.set(kind, { run, maxAttempts, leaseMs });
    },
    async enqueue(tx, kind, payload, { key, runAt } = {}) {
      const now = clock.now();
      await tx.query(
        `insert into jobs (id, kind, payload, key, run_at, created_at) values ($1, $2, $3::jsonb, $4, $5, $6)
         on conflict (key) do nothing`,
        [randomUUID(), kind, JSON.stringify(payload), key ?? null, runAt ?? now, now],
      );
    },
    every(name, periodMs, run) {
      schedules.set(name, { periodMs, run });
    },
    start() {
      if (running) return;
      running = true;
      stopping = new AbortController();
      loop = work();
    },
    async stop() {
      running = false;
      stopping.abort();
      await loop;
      await Promise.allSettled([...inHand]);
    },
    async drain() {
      let ran = 0;
      for (let next = await takeOne(); next; next = await takeOne()) {
        await next();
        ran += 1;
      }
      return ran;
    },
  };
}
