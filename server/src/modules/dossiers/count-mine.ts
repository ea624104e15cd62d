import { dossierStates } from '@dvc/contract';
import { countThings, type ThingCount } from '#core/thing-count';
import type { Sql } from '#db';

const waiting = dossierStates.filter(({ turn }) => turn === 'citizen').map(({ code }) => code);

/** Dossiers a citizen has sent; those wait in which it is their turn. */
export const countDossiers = (sql: Sql, citizenId: string): Promise<ThingCount> =>
  countThings(
    sql,
    `select count(*)::int as all_of, count(*) filter (where state = any($2::text[]))::int as waiting
       from dossiers where citizen_id = $1`,
    [citizenId, waiting],
  );

/** Drafts that are still kept; each waits to be sent. */
export const countDrafts = (sql: Sql, citizenId: string, now: Date): Promise<ThingCount> =>
  countThings(
    sql,
    `select count(*)::int as all_of, count(*)::int as waiting from drafts where citizen_id = $1 and expires_at > $2`,
    [citizenId, now],
  );
