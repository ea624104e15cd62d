import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';
import { apologiesOf } from './apology-rows.ts';
import { eventsOf, type DossierRow, type EventRow } from './dossier-rows.ts';
import { forwardingView } from './forwarding-rows.ts';
import type { KeptFile, Papers, Tracking } from './ports.ts';
import { ratingOf } from './ratings.ts';
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

export async function dossierParts(
  sql: Sql,
  row: DossierRow,
  { papers, tracking }: { papers: Papers; tracking: Tracking },
): Promise<DossierParts> {
  return {
    events: await eventsOf(sql, row.id),
    files: await papers.ofDossier(sql, row.id),
    forwarding: await forwardingView(sql, row),
    supplements: row.supplements === 0 ? [] : await supplementsOf(sql, row.id),
    trackingLink: tracking.link(row.code),
    rating: await ratingOf(sql, row),
    apologies: row.apologised_on === null ? [] : await apologiesOf(sql, row.id),
  };
}
