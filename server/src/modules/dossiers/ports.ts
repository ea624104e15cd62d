import type { Schemas } from '@dvc/contract';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import type { Sql, Transaction } from '#db';

/** What dossiers need of procedures. */
export interface Procedures {
  guide(code: string): { shortName: string } | undefined;
  currentForm(code: string): FormDefinition | undefined;
  form(sql: Sql, code: string, version: string): Promise<FormDefinition | undefined>;
  handling(code: string, answers: Answers): { office: string; workingDays: number | null } | undefined;
}

/** A file as it lies in a dossier: size and hash are those of the kept bytes. */
export type KeptFile = Schemas['Dossier']['files'][number];

/** A paper as the office gets it; size and hash are those of the bytes that `open` gives. */
export interface PaperDocument {
  about: KeptFile;
  mediaType: string;
  open(): Promise<Buffer>;
}

/** What dossiers need of files. */
export interface Papers {
  ofDraft(sql: Sql, draftId: string): Promise<Schemas['DraftFile'][]>;
  /** How many files each of these drafts has; those without any are left out. */
  counts(sql: Sql, draftIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Nobody may change the draft's files until the transaction ends. */
  lock(tx: Transaction, draftId: string): Promise<void>;
  /** Gives files of a draft to a dossier, in the order of the ids; the draft's other files are thrown away. */
  move(tx: Transaction, from: { draftId: string; ids: readonly string[] }, dossierId: string): Promise<KeptFile[]>;
  /** Throws away all files of a draft; the bytes follow when the transaction holds. */
  discard(tx: Transaction, draftId: string): Promise<void>;
  ofDossier(sql: Sql, dossierId: string): Promise<KeptFile[]>;
  /** The same as a part of another statement: a query with one JSON value, of the dossier whose id that column holds. */
  selection(dossierIdColumn: string): string;
  /** Reads what such a query gave. */
  ofSelection(json: unknown): KeptFile[];
  /** What the office gets: a PDF as it is kept, the photos of a paper as one PDF. */
  documents(sql: Sql, dossierId: string): Promise<PaperDocument[]>;
}

/** Somebody a citizen acts for, as they were named. */
export interface Subject {
  fullName: string;
  birthDate: string;
  idNumber: string | null;
}

/** What dossiers need of delegations. */
export interface Delegations {
  /** Undefined when this citizen may not, or no longer, act by it. It holds until the transaction ends. */
  actingFor(sql: Sql, delegation: { id: string; citizenId: string }): Promise<Subject | undefined>;
}

/** What dossiers need of tracking. */
export interface Tracking {
  /** From now on the dossier is found by its code with four digits of either number. */
  enter(
    tx: Transaction,
    submitted: { dossierId: string; code: string; phone: string; idNumber: string },
  ): Promise<void>;
  /** The link of the QR code on the receipt. */
  link(code: string): string;
}
