/**
 * What `npm run mutation` changes on purpose, room by room, and the tests that must notice. Only tests close to the code:
 * each of thousands of mutants runs them, and what only a far test would notice is not well kept. `bare`: they need no page
 * around them, which takes many times longer to begin than they take.
 */
export const mutationRooms = {
  payments: {
    projects: ['server'],
    mutate: [
      'server/src/modules/payments/{order-rules,orders,settle,ledger,asking,office,refunds,refund-rows}.ts',
      'server/src/modules/payments/{attempt-rows,mismatch-rows,order-rows,subject-rows}.ts',
      'server/src/integrations/payments/checkout-macs.ts',
    ],
    tests: [
      'server/src/modules/payments/{order-rules,orders,settle,ledger,asking,office,refunds}.test.ts',
      'server/src/integrations/payments/checkout-macs.test.ts',
    ],
  },
  offline: {
    projects: ['app'],
    bare: true,
    mutate: [
      'src/offline/{outbox,outbox-item,outbox-kind,outbox-parcel,outbox-shelf,seal,sending-key,draft-keeper}.ts',
    ],
    // Without those that have Zalo's SDK and a page around them.
    tests: [
      'src/offline/{outbox-{item,keeping,parcel,rounds,shelf},seal,sending-key,draft-keeper,draft-keeper-*}.test.ts',
    ],
  },
  forms: {
    projects: ['contract'],
    mutate: [
      'contract/forms/*.ts',
      '!contract/forms/{index,definition,fault-words,form-words}.ts',
      '!contract/forms/*.test.ts',
    ],
    // Without random walks over what provinces publish: what only chance notices is not well kept.
    tests: ['contract/forms/!(shipped-forms).test.ts'],
  },
  // The phone's part of forms.
  answers: {
    projects: ['app'],
    bare: true,
    mutate: ['src/forms/{communes,prefilled-address,answers-in-words,same-again-fields,shown-faults}.ts'],
    tests: ['src/forms/{communes,prefilled-address,answers-in-words,same-again-fields,shown-faults}.test.ts'],
  },
  auth: {
    projects: ['app'],
    mutate: ['src/auth/*.ts', '!src/auth/index.ts', '!src/auth/*.test.ts'],
    tests: ['src/auth/*.test.{ts,tsx}'],
  },
};
