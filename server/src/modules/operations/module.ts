import { setTimeout as wait } from 'node:timers/promises';
import { seconds } from '#core/clock';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';

/** Whoever asks whether we are ready has no twenty seconds, which a silent database may take. */
const PATIENCE = seconds(5);

async function inTime<T>(answer: Promise<T>): Promise<T> {
  const late = new AbortController();
  const tooLate = wait(PATIENCE, undefined, { signal: late.signal, ref: false }).then(() => {
    throw new Error(`no answer in ${PATIENCE} ms`);
  });
  // Cut short below, and heard by nobody.
  tooLate.catch(() => undefined);
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    late.abort();
  }
}

/** For those who run the server: is it alive, may it be sent work, what has it done, with which keys does it sign. */
export function createOperationsModule({ db, metrics, receipts, log }: Deps): ModuleHandlers<'operations'> {
  async function countJobs(): Promise<void> {
    const { rows } = await db.query<{ state: string; waiting: number }>(
      'select state, count(*) as waiting from jobs group by state',
    );
    metrics.jobsWaiting.reset();
    for (const { state, waiting } of rows) metrics.jobsWaiting.set({ state }, waiting);
  }

  return {
    async readHealth() {
      return { status: 200, body: { status: 'ok' } };
    },
    async readReadiness() {
      try {
        const { rows } = await inTime(
          db.query<{ only: string }>(`select current_setting('transaction_read_only') as only`),
        );
        // One that follows another lets nobody write.
        if (rows[0]?.only === 'on') throw new Error('the database only lets itself be read');
      } catch (error) {
        log.error({ err: error }, 'the database does not answer');
        refuse('server-busy', { retryAfter: 5 });
      }
      return { status: 200, body: { status: 'ok', database: db.kind } };
    },
    async readMetrics() {
      await countJobs();
      return {
        status: 200,
        raw: await metrics.registry.metrics(),
        headers: { 'content-type': metrics.registry.contentType },
      };
    },
    async readKeys() {
      return { status: 200, body: receipts.publicKeys(), headers: { 'cache-control': 'public, max-age=3600' } };
    },
  };
}
