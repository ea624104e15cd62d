import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#db';
import { hours, minutes, seconds } from '../core/clock.ts';
import { GiveUp, TryLater, type Job } from '../core/jobs.ts';
import { createLog } from '../core/log.ts';
import { createMetrics } from '../core/metrics.ts';
import { createTestClock, type TestClock } from '../../test/support/test-clock.ts';
import { databaseKinds, openTestDatabase } from '../../test/support/test-database.ts';
import { createJobs } from './job-queue.ts';
import { takeJob } from './job-table.ts';

describe.each(databaseKinds)('jobs on %s', (kind) => {
  let db: Database;
  let clock: TestClock;

  beforeAll(async () => {
    db = await openTestDatabase(kind);
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    clock = createTestClock();
    await db.script('delete from jobs; delete from schedules;');
  });

  const queue = () => createJobs({ db, clock, log: createLog('silent'), metrics: createMetrics() });
  const rows = async () => (await db.query('select kind, state, attempt, last_error from jobs')).rows;
  const add = (jobs: ReturnType<typeof queue>, payload: object, options = {}) =>
    db.tx((tx) => jobs.enqueue(tx, 'greet', payload, options));

  test('what is queued is done once and leaves nothing', async () => {
    const jobs = queue();
    const done: unknown[] = [];
    jobs.handle('greet', async ({ payload }) => void done.push(payload['to']));
    await add(jobs, { to: 'Ánh' });
    expect(await jobs.drain()).toBe(1);
    expect(done).toEqual(['Ánh']);
    expect(await rows()).toEqual([]);
  });

  test('a job of a transaction that failed was never queued', async () => {
    const jobs = queue();
    const broken = db.tx(async (tx) => {
      await jobs.enqueue(tx, 'greet', {});
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(await rows()).toEqual([]);
  });

  test('the same key is one job, until it is done', async () => {
    const jobs = queue();
    jobs.handle('greet', async () => undefined);
    await add(jobs, {}, { key: 'k' });
    await add(jobs, {}, { key: 'k' });
    expect(await jobs.drain()).toBe(1);
    await add(jobs, {}, { key: 'k' });
    expect(await jobs.drain()).toBe(1);
  });

  test('a failure is tried again, later and later, and in the end put aside with its reason', async () => {
    const jobs = queue();
    const tries: number[] = [];
    jobs.handle(
      'greet',
      async ({ attempt }) => {
        tries.push(attempt);
        throw new Error('no answer from 0987654321');
      },
      { maxAttempts: 3 },
    );
    await add(jobs, {});
    await jobs.drain();
    expect(await jobs.drain()).toBe(0);
    clock.advance(seconds(5));
    expect(await jobs.drain()).toBe(1);
    clock.advance(seconds(5));
    expect(await jobs.drain()).toBe(0);
    clock.advance(seconds(15));
    expect(await jobs.drain()).toBe(1);
    expect(tries).toEqual([1, 2, 3]);
    clock.advance(hours(100));
    expect(await jobs.drain()).toBe(0);
    expect(await rows()).toEqual([
      { kind: 'greet', state: 'dead', attempt: 3, last_error: 'Error no answer from •••••••••' },
    ]);
  });

  test('a job may say when to come back, and that it will never work', async () => {
    const jobs = queue();
    const answers = [new TryLater(minutes(1)), new TryLater(minutes(1)), new GiveUp('refused for good')];
    jobs.handle(
      'greet',
      async () => {
        throw answers.shift() ?? new Error('once too often');
      },
      { maxAttempts: 1 },
    );
    await add(jobs, {});
    await jobs.drain();
    expect(await rows()).toMatchObject([{ state: 'queued', attempt: 0 }]);
    clock.advance(minutes(1));
    await jobs.drain();
    clock.advance(minutes(1));
    await jobs.drain();
    expect(await rows()).toMatchObject([{ state: 'dead' }]);
  });

  test('a job whose process died is taken again when its lease is over, and not before', async () => {
    const dead = queue();
    const started: Job[] = [];
    dead.handle('greet', (job) => new Promise<void>(() => started.push(job)), { leaseMs: seconds(30) });
    await add(dead, { to: 'x' });
    void dead.drain();
    await expect.poll(() => started.length).toBe(1);
    const alive = queue();
    const done: number[] = [];
    alive.handle('greet', async ({ attempt }) => void done.push(attempt), { leaseMs: seconds(30) });
    expect(await alive.drain()).toBe(0);
    clock.advance(seconds(30));
    expect(await alive.drain()).toBe(1);
    expect(done).toEqual([2]);
  });

  test('three workers in the background do forty jobs, each once', async () => {
    const done: unknown[] = [];
    const workers = Array.from({ length: 3 }, queue);
    for (const worker of workers) worker.handle('greet', async ({ payload }) => void done.push(payload['n']));
    for (let n = 0; n < 40; n += 1) await add(workers[0]!, { n });
    for (const worker of workers) worker.start();
    await expect.poll(() => done.length, { timeout: 15_000 }).toBe(40);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(new Set(done).size).toBe(40);
    expect(await rows()).toEqual([]);
  });

  test('periodic work is done by one process, once a period', async () => {
    let ran = 0;
    const workers = Array.from({ length: 3 }, queue);
    for (const worker of workers) {
      worker.every('sweep', minutes(10), async () => void (ran += 1));
      worker.start();
    }
    await expect.poll(() => ran).toBe(1);
    await new Promise((done) => setTimeout(done, 600));
    expect(ran).toBe(1);
    clock.advance(minutes(10));
    await expect.poll(() => ran).toBe(2);
    await Promise.all(workers.map((worker) => worker.stop()));
  });

  test('a kind of work that waits, and periodic work that waits, hold up nobody else', async () => {
    let letGo = (): void => undefined;
    const gate = new Promise<void>((open) => (letGo = open));
    let waiting = 0;
    const done: unknown[] = [];
    const worker = queue();
    const wait = async (): Promise<void> => {
      waiting += 1;
      await gate;
    };
    worker.handle('greet', wait);
    worker.handle('other', async ({ payload }) => void done.push(payload['n']));
    worker.every('a feed that says nothing', minutes(10), () => gate);
    for (let n = 0; n < 12; n += 1) await add(worker, { n });
    worker.start();
    await expect.poll(() => waiting, { timeout: 10_000 }).toBeGreaterThan(0);
    await db.tx((tx) => worker.enqueue(tx, 'other', { n: 'of another kind' }));
    await expect.poll(() => done, { timeout: 10_000 }).toEqual(['of another kind']);
    letGo();
    await expect.poll(rows, { timeout: 10_000 }).toEqual([]);
    await worker.stop();
  });

  test('periodic work that waits holds up no other, and is not begun anew meanwhile', async () => {
    let letGo = (): void => undefined;
    const gate = new Promise<void>((open) => (letGo = open));
    const ran = { slow: 0, quick: 0 };
    const worker = queue();
    worker.every('a feed that says nothing', minutes(1), () => {
      ran.slow += 1;
      return gate;
    });
    worker.every('payments', minutes(1), async () => void (ran.quick += 1));
    worker.start();
    for (const times of [1, 2, 3]) {
      await expect.poll(() => ran, { timeout: 10_000 }).toEqual({ slow: 1, quick: times });
      clock.advance(minutes(1));
    }
    letGo();
    await expect.poll(() => ran.slow, { timeout: 10_000 }).toBe(2);
    await worker.stop();
  });

  test('one job is taken at a time, whatever plan the database makes', async () => {
    const others = ['hashjoin', 'mergejoin', 'hashagg', 'sort', 'material'].map((way) => `set enable_${way} = off;`);
    const worker = queue();
    for (let n = 0; n < 6; n += 1) await add(worker, { n });
    try {
      await db.script(others.join(' '));
      await takeJob(db, ['greet'], clock.now(), minutes(5));
    } finally {
      await db.script(others.map((way) => way.replace('set', 'reset').replace(' = off', '')).join(' '));
    }
    const { rows: taken } = await db.query('select 1 from jobs where leased_until is not null');
    expect(taken).toHaveLength(1);
  });
});
