import type { DossierState, Schemas } from '@dvc/contract';
import type { Sql, Transaction } from '#db';

export type Receipt = Schemas['Receipt'];

/** A letter of apology for a broken promise; drawn when it is wanted. */
export interface ApologyLetter {
  id: string;
  dossierId: string;
  code: string;
  procedureName: string;
  office: string;
  /** `yyyy-mm-dd` */
  promisedDate: string;
  /** Working days, when it was written. */
  daysLate: number;
  madeAt: Date;
}

/** The receipt of something somebody paid: a fee of their dossier, or a school's bill. */
export interface FeeReceipt {
  id: string;
  title: string;
  office: string;
  dossierId: string | null;
  dossierCode: string | null;
  orderCode: string;
  issuedAt: Date;
}

/** What the wallet needs of payments. */
export interface WalletFees {
  /** Somebody's newest receipts of fees, newest first. */
  feeReceiptsOf(sql: Sql, citizenId: string, limit: number): Promise<FeeReceipt[]>;
  /** Somebody's own; another's is undefined. */
  feeReceipt(sql: Sql, id: string, citizenId: string): Promise<FeeReceipt | undefined>;
  /** As PDF. */
  printFeeReceipt(sql: Sql, id: string, sender: string): Promise<Buffer>;
}

/** Where the wallet's documents come from, beside its own results. */
export type WalletSources = WalletDossiers & WalletFees;

/** What the wallet needs of dossiers. */
export interface WalletDossiers {
  /** Receipts of somebody's newest dossiers, newest first. */
  receiptsOf(sql: Sql, citizenId: string, limit: number): Promise<Receipt[]>;
  /** The receipt of somebody's own dossier; another's is undefined. */
  receipt(sql: Sql, dossierId: string, citizenId: string): Promise<Receipt | undefined>;
  /** Letters of apology to somebody, newest first. */
  lettersTo(sql: Sql, citizenId: string, limit: number): Promise<ApologyLetter[]>;
  /** Somebody's own letter of apology; another's is undefined. */
  letter(sql: Sql, id: string, citizenId: string): Promise<ApologyLetter | undefined>;
  /** For whom dossiers were sent, by their ids; those that one sent for oneself are not among them. */
  actedFor(sql: Sql, dossierIds: readonly string[]): Promise<ReadonlyMap<string, Schemas['ActingFor']>>;
  /** The receipt under a code, and who sent it. */
  receiptByCode(sql: Sql, code: string): Promise<{ receipt: Receipt; citizenId: string } | undefined>;
  /**
   * Completes a dossier because its result is here; one that is completed already stays as it is. The wallet tells the
   * citizen. Refuses `not-found`, `transition-refused`.
   */
  complete(
    tx: Transaction,
    act: { code: string; by: string; system: string },
    now: Date,
  ): Promise<{ id: string; citizenId: string; procedureName: string; state: DossierState }>;
}

/** Looks into a file as into any that comes from outside. */
export type Inspect = (bytes: Buffer) => Promise<{ kept: { bytes: Buffer; sha256: string } } | { refused: string }>;
