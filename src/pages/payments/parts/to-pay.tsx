import { inDong } from '#lib/money';
import { Amounts } from '#ui/amounts';
import { Button } from '#ui/button';
import { moneyIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';
import type { Checkout } from '../use-checkout';
import type { Order } from '../face';

interface ToPayProps {
  order: Order;
  face: 'ready' | 'failed';
  checkout: Checkout;
}

/** What for and how much; the tap opens Zalo's own page, where the way of paying is chosen. */
export function ToPay({ order, face, checkout: { busy, error, isLeft, isUnanswered, pay } }: ToPayProps) {
  const t = useTexts(texts);
  const money = inDong(order.amountVnd);
  return (
    <Screen
      eyebrow={order.code}
      title={t.title}
      lead={order.purpose.title}
      foot={
        <Button icon={moneyIcon} busy={busy !== undefined} onClick={pay}>
          {busy === 'opening'
            ? t.paying
            : busy === 'asking'
              ? t.askingNow
              : (face === 'failed' ? t.payAgain : t.pay)(money)}
        </Button>
      }
    >
      <div className="stack mt-4">
        {face === 'failed' ? (
          <Notice tone="bad" role="status" title={t.failed}>
            {t.failedMore}
          </Notice>
        ) : isLeft && error === undefined ? (
          <Notice role="status">{t.left}</Notice>
        ) : null}
        {error === undefined ? null : <FailedAct error={error} />}
        {isUnanswered && busy === undefined ? <Notice>{t.sameTap}</Notice> : null}
        <section className="card">
          <Amounts
            items={order.items.map(({ title, amountVnd }) => ({ title, vnd: amountVnd }))}
            sum={order.amountVnd}
            sumLabel={t.sum}
            free={t.free}
          />
        </section>
      </div>
      <section className="sec">
        <h2>{t.method}</h2>
        <p>{t.methodMore}</p>
        <p className="sub mt-2">{t.once}</p>
      </section>
    </Screen>
  );
}
