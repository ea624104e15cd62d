import type { Schemas } from '@dvc/contract';
import type { Sql, Transaction } from '#db';

/** What tuition needs of payments. */
export interface TuitionOrders {
  /** The order for these things: the one under way, or a new one. Refuses `payment-open`, `already-paid`. */
  orderFor(
    tx: Transaction,
    wish: {
      accountId: string;
      citizenId: null;
      kind: 'tuition';
      title: string;
      path: string;
      items: readonly { subject: string; title: string; amountVnd: number }[];
      payee: string;
      payeeName: string;
    },
  ): Promise<Schemas['PaymentOrder']>;
  /** By subject: which order pays it or may yet. */
  live(
    sql: Sql,
    subjects: readonly string[],
  ): Promise<ReadonlyMap<string, { orderId: string; accountId: string; isUnderWay: boolean }>>;
}

/** A bill as payments name it. */
export const subjectOf = (billId: string): string => `bill:${billId}`;
