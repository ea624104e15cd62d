import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import type { ThingCount } from '#core/thing-count';
import type { Sql } from '#db';

type Counting = (sql: Sql, ownerId: string, now: Date) => Promise<ThingCount>;

/** Who counts what; each module counts its own. */
export interface Counters {
  /** By account. */
  reports: Counting;
  questions: Counting;
  appointments: Counting;
  stores: Counting;
  payments: Counting;
  /** By citizen. */
  dossiers: Counting;
  drafts: Counting;
}

/** What somebody has here, in numbers: one question for a phone number's things, one for a citizen's. */
export function createDigitalCitizenModule({ db, clock }: Deps, counters: Counters): ModuleHandlers<'digital-citizen'> {
  return {
    async countMyThings({ caller: { account } }) {
      const now = clock.now();
      const count = (counting: Counting) => counting(db, account.id, now);
      const [reports, questions, appointments, stores, payments] = await Promise.all([
        count(counters.reports),
        count(counters.questions),
        count(counters.appointments),
        count(counters.stores),
        count(counters.payments),
      ]);
      return { status: 200, body: { reports, questions, appointments, stores, payments } };
    },
    async countMyDossiers({ caller: { citizen } }) {
      const now = clock.now();
      const [dossiers, drafts] = await Promise.all([
        counters.dossiers(db, citizen.id, now),
        counters.drafts(db, citizen.id, now),
      ]);
      return { status: 200, body: { dossiers, drafts } };
    },
  };
}
