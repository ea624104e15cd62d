/**
 * Puts together what people pay: payments know nothing of schools and dossiers, those know nothing of providers; here each is
 * handed what it needs of the others.
 */
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { feeDue, feePaid } from './dossiers/fees.ts';
import { readSurroundings } from './dossiers/rule-context.ts';
import { createAsking } from './payments/asking.ts';
import { createPaymentsModule, type FeeOrder } from './payments/module.ts';
import { createOrders } from './payments/orders.ts';
import type { Purposes } from './payments/ports.ts';
import { createProviders } from './payments/providers.ts';
import { receiveRefunds } from './payments/refunds.ts';
import { billsOf, markPaid } from './tuition/bill-rows.ts';
import { createTuitionModule } from './tuition/module.ts';

export async function createPaymentModules(deps: Deps): Promise<ModuleHandlers<'payments' | 'tuition'>> {
  const { calendar } = await readSurroundings(deps.province, deps.clock);
  const providers = createProviders(deps.settings);
  const orders = createOrders(deps);

  const purposes: Purposes = {
    tuition: {
      async paid(tx, { subjects }, now) {
        await markPaid(tx, billsOf(subjects), now);
        return true;
      },
      returned: (tx, subjects) => markPaid(tx, billsOf(subjects), null),
    },
    dossierFee: {
      async paid(tx, { subjects, receipt }, now) {
        let isAwaited = true;
        for (const subject of subjects) {
          const paid = { subject, receiptNumber: receipt.number, calendar };
          if (!(await feePaid(tx, deps, paid, now))) isAwaited = false;
        }
        return isAwaited;
      },
      // The dossier has gone on; whether it has to wait again is for the office to say.
      returned: async () => undefined,
    },
  };

  const feeOrder: FeeOrder = ({ dossierId, citizenId, accountId }) =>
    deps.db.tx(async (tx) => {
      const { subject, title, path, amountVnd, office } = await feeDue(tx, dossierId, citizenId);
      const wish = {
        accountId,
        citizenId,
        kind: 'dossierFee',
        title,
        path,
        payee: `office:${office}`,
        payeeName: office,
      } as const;
      return orders.orderFor(tx, { ...wish, items: [{ subject, title, amountVnd }] });
    });

  const settling = { ...deps, purposes };
  const asking = createAsking(settling, providers);
  receiveRefunds(settling, providers);
  return {
    ...createPaymentsModule(settling, { providers, asking, orders, feeOrder }),
    ...createTuitionModule(deps, orders),
  };
}
