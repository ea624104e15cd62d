/**
 * Where money is really paid. A provider's word about an order counts only as far as it is signed or asked for; what the
 * phone says never does.
 */
export type ProviderName = 'checkout' | 'national';

/** paid: the money is theirs to pass on · failed: it came to nothing for good · processing: a bank is at it · unpaid: nobody has paid. */
export type PaymentOutcome = 'paid' | 'failed' | 'processing' | 'unpaid';

/** What a provider says about one of its orders. */
export interface ProviderNews {
  provider: ProviderName;
  providerOrderId: string;
  /** How it names our order: its id or its code; undefined: not at all. */
  ours: string | undefined;
  outcome: PaymentOutcome;
  transactionId: string | null;
  amountVnd: number | null;
}

export interface RefundAsked {
  transactionId: string;
  amountVnd: number;
  reason: string;
}

export interface RefundAnswer {
  outcome: 'done' | 'processing' | 'failed';
  providerRefundId: string | null;
}

/** Every call throws `ProviderSilent` when there is no answer one can read. */
export interface PaymentProvider {
  name: ProviderName;
  status(asked: { providerOrderId: string; orderCode: string }): Promise<ProviderNews>;
  /** The whole of a payment goes back. Never repeated by itself. */
  refund(asked: RefundAsked): Promise<RefundAnswer>;
  refundStatus(providerRefundId: string): Promise<RefundAnswer>;
}

/** `never`: the question did not arrive. `unknown`: it may have been acted upon. */
export class ProviderSilent extends Error {
  override readonly name = 'ProviderSilent';
  constructor(
    readonly carriedOut: 'never' | 'unknown',
    cause: unknown,
  ) {
    super('the payment provider gave no readable answer', { cause });
  }
}
