import { dossierState, readTypedCode, type Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { maskName } from '#core/masking';
import { refuse } from '#core/problem';
import { countUse } from '#core/rate-limits';
import { sameHash } from '#core/secrets';
import type { Sql } from '#db';
import { dossierIdByDigits, sealsOf } from './tracking-keys.ts';

/** What tracking needs of dossiers; the name is not masked yet. */
export interface TrackedDossiers {
  byId(sql: Sql, id: string): Promise<Tracked | undefined>;
  byCode(sql: Sql, code: string): Promise<Tracked | undefined>;
}

export type Tracked = Omit<Schemas['TrackedDossier'], 'turn'>;

/** Where a dossier stands, for somebody without an account. Answers `not-found` for whatever does not fit together. */
export function createTrackingModule(
  { db, clock, secrets, settings }: Deps,
  dossiers: TrackedDossiers,
): ModuleHandlers<'tracking'> {
  const limits = { db, clock, factor: settings.RATE_LIMIT_FACTOR };

  async function find({ code: typed, lastFour, seal }: { code: string; lastFour?: string; seal?: string }) {
    // What is no code at all is looked for like one that does not exist.
    const code = readTypedCode(typed) ?? typed;
    if (seal !== undefined) {
      const genuine = sealsOf(secrets, code).some((ours) => sameHash(ours, seal));
      return genuine ? dossiers.byCode(db, code) : undefined;
    }
    await countUse('trackDossier', { code }, limits);
    const id = await dossierIdByDigits(db, secrets, { code, digits: lastFour ?? '' });
    return id === undefined ? undefined : dossiers.byId(db, id);
  }

  return {
    async trackDossier({ body }) {
      const found = (await find(body)) ?? refuse('not-found');
      return {
        status: 200,
        body: { ...found, about: maskName(found.about), turn: dossierState(found.state).turn },
      };
    },
  };
}
