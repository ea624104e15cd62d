import type { DossierState, operations, Schemas } from '@dvc/contract';
import type { Call } from '#core/handler';

export interface Movement {
  code: string;
  to: DossierState;
  /** The office. */
  by: string;
  note: string | undefined;
  /** The integration key's name. */
  system: string;
  idempotencyKey: string;
}

type ForOffice = operations['readDossierForOffice']['responses']['200']['content']['application/json'];

/** What the integration API needs of dossiers. */
export interface Office {
  list(query: Call<'listDossiersForOffice'>['query']): Promise<{
    items: Schemas['DossierSummary'][];
    next: string | null;
  }>;
  /** Reading answers is written down with its purpose. */
  read(code: string, reader: { system: string; purpose: string }): Promise<ForOffice>;
  move(movement: Movement): Promise<Schemas['Dossier']>;
}
