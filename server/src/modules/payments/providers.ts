import type { Settings } from '#core/settings';
import { createNationalPlatform, type NationalPlatform } from '../../integrations/payments/national-platform.ts';
import type { PaymentProvider, ProviderName } from '../../integrations/payments/payment-provider.ts';
import { createZaloCheckout, type CheckoutDesk } from '../../integrations/payments/zalo-checkout.ts';

/** Those a province is connected to. */
export interface Providers {
  checkout: CheckoutDesk | undefined;
  national: NationalPlatform | undefined;
  named(name: ProviderName): PaymentProvider | undefined;
}

export function createProviders(settings: Settings): Providers {
  const checkout = createZaloCheckout(settings);
  const national = createNationalPlatform(settings);
  return { checkout, national, named: (name) => (name === 'checkout' ? checkout : national) };
}
