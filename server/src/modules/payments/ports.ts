import type { Schemas } from '@dvc/contract';
import type { Sql, Transaction } from '#db';
import type { OrderItem } from './order-rows.ts';

export type PurposeKind = Schemas['PaymentOrder']['purpose']['kind'];

/** An order as whoever asked for it hears of it. */
export interface PaidOrder {
  id: string;
  code: string;
  subjects: readonly string[];
  amountVnd: number;
  receipt: Schemas['FeeReceipt'];
}

/** What payments need of those who ask for money. Both happen in the transaction that moves the order. */
export interface Purpose {
  /** Answers false where nothing waits for this money any more: it is kept, and a person must look. */
  paid(tx: Transaction, order: PaidOrder, now: Date): Promise<boolean>;
  /** The money goes back although it was kept: what it paid is no longer paid. */
  returned(tx: Transaction, subjects: readonly string[], now: Date): Promise<void>;
}

export type Purposes = Readonly<Record<PurposeKind, Purpose>>;

/** Something to pay, in the words of whoever asks. */
export interface Wish {
  accountId: string;
  /** Set where the order is to belong to a verified citizen. */
  citizenId: string | null;
  kind: PurposeKind;
  title: string;
  path: string;
  items: readonly OrderItem[];
  /** A name in the ledger, `school:<code>`; and for people. */
  payee: string;
  payeeName: string;
}

/** What tuition and dossiers need of payments. */
export interface Orders {
  /**
   * The order for these things: the one under way, or a new one. Refuses `payment-open`, `already-paid`. The caller's
   * transaction, so that what is asked for cannot change meanwhile.
   */
  orderFor(tx: Transaction, wish: Wish): Promise<Schemas['PaymentOrder']>;
  /** By subject: which order pays it or may yet. */
  live(sql: Sql, subjects: readonly string[]): Promise<ReadonlyMap<string, LiveState>>;
}

export interface LiveState {
  orderId: string;
  accountId: string;
  /** Nobody may begin another, and nothing of it may change. */
  isUnderWay: boolean;
}
