import { useCallback, useRef } from 'react';
import { problemOf, putAnswer, useAct, type AppError } from '#api';
import { randomUuid } from '#lib/random';
import { paths, useGo } from '#nav';

/**
 * An order for these bills, then its own screen. One key for the same choice until the server has answered; where an order
 * is under way already, that one is shown instead.
 */
export function usePay(): {
  pay: (billIds: readonly string[]) => Promise<void>;
  busy: boolean;
  error: AppError | undefined;
} {
  const go = useGo();
  const { run, busy, error } = useAct('payTuition', { refresh: ['listStudents', 'readBill'] });
  const tap = useRef({ bills: '', key: '' });
  const pay = useCallback(
    async (billIds: readonly string[]): Promise<void> => {
      const bills = [...billIds].sort().join(' ');
      if (tap.current.bills !== bills) tap.current = { bills, key: randomUuid() };
      const order = await run({ headers: { 'Idempotency-Key': tap.current.key }, body: { billIds: [...billIds] } });
      if (order === undefined) return;
      tap.current = { bills: '', key: '' };
      putAnswer('readPayment', { params: { orderId: order.id } }, order);
      go(paths.payment({ orderId: order.id }));
    },
    [go, run],
  );
  return { pay, busy, error };
}

/** The order that stands in the way, where it is the person's own. */
export function orderInTheWay(error: AppError | undefined): string | undefined {
  return problemOf(error)?.orderId;
}
