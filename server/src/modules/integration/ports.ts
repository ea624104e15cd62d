import type { DossierState, operations, Schemas } from '@dvc/contract';
import type { Call } from '#core/handler';

export interface Movement {
  code: string;
  to: DossierState;
  /** The office. */
  by: string;
  note: string | undefined;
  fee?: Schemas['DossierFee'] | undefined;
  /** The integration key's name. */
  system: string;
  idempotencyKey: string;
}

export interface Asking extends Omit<Movement, 'to'> {
  answerBy: string | undefined;
  items: Call<'askSupplement'>['body']['items'];
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
  askSupplement(asking: Asking): Promise<Answer<'askSupplement'>>;
}

type Answer<Id extends keyof operations> = operations[Id] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

/** What the integration API needs to hear the one-stop system, and to mend what did not get through. */
export interface OneStopDesk {
  receive(event: Call<'receiveDossierEvent'>['body'], system: string): Promise<Answer<'receiveDossierEvent'>>;
  list(): Promise<Answer<'listDeadLetters'>>;
  retry(code: string): Promise<Answer<'retryForwarding'>>;
}

/** The drafts with a number that is read aloud: how far they are. Refuses `not-found`. */
export type HelpWithDraft = (helpNumber: string) => Promise<Answer<'helpWithDraft'>>;

/** What was told about a dossier, and what became of each message; that it was read is written down. */
export type MessagesAbout = (dossierCode: string, system: string) => Promise<Schemas['DossierMessage'][]>;

/** A result as PDF; the dossier is completed with it. */
export type HandIn = (act: {
  code: string;
  by: string;
  title: string | undefined;
  system: string;
  idempotencyKey: string;
  bytes: Buffer;
}) => Promise<Answer<'handInResult'>>;
