import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';

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
        await db.query('select 1');
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
