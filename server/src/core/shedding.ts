import type { OperationId } from '@dvc/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from './deps.ts';
import { refuse } from './problem.ts';

/**
 * Beyond what this process can do, some are told at once to come back instead of all waiting for ever. What stands in line for
 * the database is the measure: it grows both when the database is the slow one and when this process is, and it does not grow
 * while somebody else (Zalo, the provincial ID, a phone on a bad network) lets us wait.
 */

/** Whoever watches must see a busy server, not a dead one. */
const ALWAYS: readonly (OperationId | undefined)[] = ['readHealth', 'readReadiness', 'readMetrics'];

/** Reading can be repeated at no cost; what somebody has filled in is let in for longer. */
const PATIENCE_WITH_WRITES = 2;

/** Not all of them in the same second. */
const comeBackIn = (): number => 2 + Math.floor(Math.random() * 5);

/** Looks before anything else does. What was let in is done to its end. */
export function shedBeyondCapacity(app: FastifyInstance, { db, metrics, settings }: Deps): void {
  app.addHook('onRequest', async (request) => {
    const { operation } = request.routeOptions.config;
    if (ALWAYS.includes(operation)) return;
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const most = settings.MOST_WAITING * (isReading ? 1 : PATIENCE_WITH_WRITES);
    if (db.waiting() < most) return;
    metrics.shed.inc({ kind: isReading ? 'reading' : 'writing' });
    refuse('server-busy', { retryAfter: comeBackIn() });
  });
}
