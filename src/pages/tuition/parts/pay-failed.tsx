import type { AppError } from '#api';
import { paths } from '#nav';
import { LinkButton } from '#ui/link-button';
import { Notice } from '#ui/notice';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';
import { orderInTheWay } from '../use-pay';

/** Why no order was made; where one of the person's own stands in the way, the way to it. */
export function PayFailed({ error }: { error: AppError | undefined }) {
  const t = useTexts(texts);
  if (error === undefined) return null;
  const [told] = error.fields;
  if (told !== undefined)
    return (
      <Notice tone="bad" role="alert">
        {told.message}
      </Notice>
    );
  const orderId = orderInTheWay(error);
  return (
    <div className="stack">
      <FailedAct error={error} />
      {orderId === undefined ? null : (
        <LinkButton look="second" to={paths.payment({ orderId })}>
          {error.code === 'already-paid' ? t.seeReceipt : t.seeOrder}
        </LinkButton>
      )}
    </div>
  );
}
