import { randomUUID } from 'node:crypto';

/** 1 paid, 0 being worked on, −1 failed, −2 the person left the sheet. */
export type OrderResult = 1 | 0 | -1 | -2;

export interface Order {
  id: string;
  personId: string;
  amount: number;
  description: string;
  item: unknown;
  extradata: string;
  method: string;
  isCustom: boolean;
  result: OrderResult;
  transactionId: string;
  createdAt: number;
  /** Set when its money went back, whole. */
  refundId?: string;
}

/** Checkout's orders. */
export class Orders {
  readonly #orders = new Map<string, Order>();

  create(order: Omit<Order, 'id' | 'result' | 'transactionId'>): Order {
    const made: Order = { ...order, id: `order_${randomUUID()}`, result: -2, transactionId: '' };
    this.#orders.set(made.id, made);
    return made;
  }

  settle(id: string, result: OrderResult): Order | null {
    const order = this.#orders.get(id);
    if (order === undefined) return null;
    // Money that has moved does not move back because somebody taps again.
    if (order.result !== 1) order.result = result;
    if (order.transactionId === '') order.transactionId = `trans_${randomUUID()}`;
    return order;
  }

  find(by: { orderId?: string | null; transactionId?: string | null }): Order | null {
    for (const order of this.#orders.values()) {
      if (order.id === by.orderId || (order.transactionId !== '' && order.transactionId === by.transactionId))
        return order;
    }
    return null;
  }

  list(): Order[] {
    return [...this.#orders.values()];
  }
}
