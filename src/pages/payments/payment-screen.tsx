import { useEffect } from 'react';
import { useOperation } from '#api';
import { paths, usePlace } from '#nav';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { Failure, Loading } from '#ui/states';
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
  const missing = error?.kind === 'missing';
  return (
    <Screen
      title={missing ? t.missing : t.opening}
      lead={missing ? t.missingMore : undefined}
      busy={error === undefined}
    >
      {error === undefined ? (
        <Loading label={t.opening} onRetry={reload} />
      ) : missing ? (
        <div className="mt-4">
          <LinkButton to={paths.payments()}>{t.toList}</LinkButton>
        </div>
      ) : (
        <Failure error={error} onRetry={reload} title={t.openFailed}>
          {t.openFailedMore}
        </Failure>
      )}
    </Screen>
  );
}
