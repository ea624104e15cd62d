import type { DossierState, Schemas } from '@dvc/contract';
import type { Sql, Transaction } from '#db';

export type Receipt = Schemas['Receipt'];

/** What the wallet needs of dossiers. */
export interface WalletDossiers {
  /** Receipts of somebody's newest dossiers, newest first. */
  receiptsOf(sql: Sql, citizenId: string, limit: number): Promise<Receipt[]>;
  /** The receipt of somebody's own dossier; another's is undefined. */
  receipt(sql: Sql, dossierId: string, citizenId: string): Promise<Receipt | undefined>;
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
