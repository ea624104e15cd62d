import type { Schemas } from '@dvc/contract';
import { later } from '#core/clock';
import type { Deps } from '#core/deps';
import { Gauge } from 'prom-client';
import { dossierByCode } from './dossier-rows.ts';
import { forwardingView, newestForwarding } from './forwarding-rows.ts';
import { queueForwarding } from './forwarding.ts';
import { GAP_PATIENCE, type OneStopEvents } from './one-stop-events.ts';

interface LetterRow {
  kind: 'forwarding' | 'event';
  code: string;
  procedure_name: string;
  state: Schemas['DossierState'];
  since: Date;
  attempts: number;
  reason: string;
  total: number;
}

const LETTERS = `
  select 'forwarding' as kind, d.code, d.procedure_name, d.state, f.changed_at as since, f.attempts,
         coalesce(f.last_error, '') as reason
    from forwardings f join dossiers d on d.id = f.dossier_id
   where f.state = 'dead'
     and not exists (select 1 from forwardings n where n.dossier_id = f.dossier_id and n.sequence > f.sequence)
  union all
  select 'event', d.code, d.procedure_name, d.state, e.received_at, e.sequence, e.outcome || ' ' || e.state
    from one_stop_events e join dossiers d on d.id = e.dossier_id
   where e.outcome = 'impossible' or (e.outcome = 'held' and e.received_at <= $1)`;

/** What did not get through between us and the one-stop system, for people to look at and to send on. */
export interface DeadLetters {
  list(): Promise<{ items: Schemas['DeadLetter'][]; total: number }>;
  retry(code: string): Promise<{ forwarding: Schemas['Forwarding']; openEvents: number }>;
}

export function createDeadLetters(deps: Deps, events: OneStopEvents): DeadLetters {
  const { db, clock, metrics } = deps;

  new Gauge({
    name: 'forwardings_open',
    help: 'Dossiers on their way to the one-stop system, by state (waiting, late, dead)',
    labelNames: ['state'],
    registers: [metrics.registry],
    async collect() {
      const { rows } = await db.query<{ state: string; count: number }>(
        `select state, count(*) as count from forwardings where state in ('waiting', 'late', 'dead') group by state`,
      );
      for (const state of ['waiting', 'late', 'dead']) {
        this.set({ state }, rows.find((row) => row.state === state)?.count ?? 0);
      }
    },
  });

  return {
    async list() {
      const { rows } = await db.query<LetterRow>(
        `select letters.*, count(*) over () as total from (${LETTERS}) letters order by since limit 100`,
        [later(clock.now(), -GAP_PATIENCE)],
      );
      const items = rows.map(({ kind, code, procedure_name, state, since, attempts, reason }) => {
        return { kind, code, procedureName: procedure_name, state, since: since.toISOString(), attempts, reason };
      });
      return { items, total: rows[0]?.total ?? 0 };
    },

    async retry(code) {
      return db.tx(async (tx) => {
        const row = await dossierByCode(tx, code, { lock: true });
        const openEvents = await events.retry(tx, row);
        // Also one that has arrived: the system over there may have lost it.
        await queueForwarding(tx, deps, { dossierId: row.id, about: 'retried' });
        const forwarding = forwardingView(await dossierByCode(tx, code), await newestForwarding(tx, row.id));
        return { forwarding, openEvents };
      });
    },
  };
}
