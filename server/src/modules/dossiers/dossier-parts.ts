import type { Schemas } from '@dvc/contract';
import { refuse } from '#core/problem';
import type { Sql } from '#db';
import { apologiesOf } from './apology-rows.ts';
import { SHOWN, type DossierRow, type EventRow, type ShownDossier } from './dossier-rows.ts';
import { forwardingView, type ForwardingRow } from './forwarding-rows.ts';
import type { KeptFile, Papers, Tracking } from './ports.ts';
import { ratingView, type RatingRow } from './ratings.ts';
import { supplementsOf, type SupplementRow } from './supplement-rows.ts';

/** What lies around a dossier's row. */
export interface DossierParts {
  events: EventRow[];
  files: KeptFile[];
  forwarding: Schemas['Forwarding'];
  supplements: SupplementRow[];
  trackingLink: string;
  rating: Schemas['Rating'] | null;
  apologies: Schemas['Apology'][];
}

interface Needs {
  papers: Papers;
  tracking: Tracking;
}

/** Inside JSON, moments are text. */
type InJson<Row> = { [Column in keyof Row]: Row[Column] extends Date ? string : Row[Column] };

/** The parts nearly every dossier has, gathered by the database: a citizen's timeline is what is read most. */
interface Gathered {
  events: InJson<EventRow>[];
  files: unknown;
  rating: InJson<RatingRow> | null;
  forwarding: InJson<Pick<ForwardingRow, 'state' | 'created_at' | 'changed_at'>> | null;
}

const gathered = (papers: Papers): string => `
  (select coalesce(json_agg(json_build_object('at', at, 'state', state, 'note', note, 'office', office) order by position), '[]')
     from dossier_events where dossier_id = d.id) as events,
  (${papers.selection('d.id')}) as files,
  (select json_build_object('score', score, 'comment', comment, 'first_at', first_at, 'changed_at', changed_at)
     from dossier_ratings where dossier_id = d.id) as rating,
  case when d.registered_at is null then
    (select json_build_object('state', state, 'created_at', created_at, 'changed_at', changed_at)
       from forwardings where dossier_id = d.id order by sequence desc limit 1) end as forwarding`;

async function partsOf(
  sql: Sql,
  row: ShownDossier,
  { events, files, rating, forwarding }: Gathered,
  { papers, tracking }: Needs,
): Promise<DossierParts> {
  const newest = forwarding && {
    ...forwarding,
    created_at: new Date(forwarding.created_at),
    changed_at: new Date(forwarding.changed_at),
  };
  return {
    events: events.map((event) => ({ ...event, at: new Date(event.at) })),
    files: papers.ofSelection(files),
    forwarding: forwardingView(row, newest ?? undefined),
    supplements: row.supplements === 0 ? [] : await supplementsOf(sql, row.id),
    trackingLink: tracking.link(row.code),
    rating:
      rating && ratingView({ ...rating, first_at: new Date(rating.first_at), changed_at: new Date(rating.changed_at) }),
    apologies: row.apologised_on === null ? [] : await apologiesOf(sql, row.id),
  };
}

export async function dossierParts(sql: Sql, row: DossierRow, needs: Needs): Promise<DossierParts> {
  const { rows } = await sql.query<Gathered>(`select ${gathered(needs.papers)} from dossiers d where d.id = $1`, [
    row.id,
  ]);
  if (!rows[0]) throw new Error('a dossier that was just read is not there');
  return partsOf(sql, row, rows[0], needs);
}

/** Somebody's own dossier with its parts; another's is `not-found`. */
export async function ownDossierWhole(
  sql: Sql,
  { id, citizenId }: { id: string; citizenId: string },
  needs: Needs,
): Promise<{ row: ShownDossier; parts: DossierParts }> {
  const { rows } = await sql.query<ShownDossier & Gathered>(
    `select ${SHOWN}, ${gathered(needs.papers)} from dossiers d where d.id = $1 and d.citizen_id = $2`,
    [id, citizenId],
  );
  const row = rows[0] ?? refuse('not-found');
  return { row, parts: await partsOf(sql, row, row, needs) };
}
