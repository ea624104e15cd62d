import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';

/** Says honestly that nothing can be paid yet; tuition and payments themselves follow. */
export function createPaymentModules(): ModuleHandlers<'payments' | 'tuition'> {
  const notYet = async () => refuse('payment-unavailable');
  return {
    listStudents: notYet,
    followStudent: notYet,
    unfollowStudent: notYet,
    readBill: notYet,
    payTuition: notYet,
    listPayments: notYet,
    readPayment: notYet,
    openCheckout: notYet,
    reportCheckout: notYet,
    checkPayment: notYet,
    openFeeReceipt: notYet,
    readFeeReceipt: notYet,
    payDossierFee: notYet,
    receiveCheckoutCallback: notYet,
    receiveCheckoutNotice: notYet,
    receiveNationalPayment: notYet,
  };
}
