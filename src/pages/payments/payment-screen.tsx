import { useEffect } from 'react';
import { useOperation } from '#api';
import { paths, usePlace } from '#nav';
import { Opening } from '#ui/opening';
import { useTexts } from '#ui/texts';
import { OrderView } from './parts/order-view';
import { texts } from './texts';

/** While the result is not known: the server learns it by itself, and the screen follows. */
const lookMs = 5_000;

/** One order: paying it, waiting for the bank, the receipt. */
export default function PaymentScreen() {
  const t = useTexts(texts);
  const { orderId } = usePlace(paths.payment).params;
  const input = { params: { orderId } };
  const known = useOperation('readPayment', input, { enabled: false }).data;
  const isMoving = known?.money === 'unknown' || known?.money === 'returning';
  const { data: order, error, reload } = useOperation('readPayment', input, isMoving ? { pollMs: lookMs } : {});
  useEffect(() => {
    // A message may have led here: what was read a moment ago is old news.
    reload();
  }, [reload]);
  if (order !== undefined) return <OrderView key={order.id} order={order} />;
  const words = { ...t, failed: t.openFailed, failedMore: t.openFailedMore };
  return <Opening error={error} reload={reload} words={words} list={paths.payments()} />;
}
