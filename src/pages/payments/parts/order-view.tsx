import { province } from '#config';
import { inDong } from '#lib/money';
import { readablePhone } from '#lib/phone-number';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { againIcon, clockIcon, phoneIcon } from '#ui/icons';
import { KeyValues } from '#ui/key-values';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { faceOf, type Face, type Order } from '../face';
import { texts } from '../texts';
import { useCheckout, type Checkout } from '../use-checkout';
import { Checking, Spinning } from './checking';
import { PaidView } from './paid-view';
import { ToPay } from './to-pay';

/** An order as it stands; each state says what is certain about the money, and what to do. */
export function OrderView({ order }: { order: Order }) {
  const checkout = useCheckout(order.id);
  const face = faceOf(order, checkout.isUnanswered);
  switch (face) {
    case 'ready':
    case 'failed':
      return <ToPay order={order} face={face} checkout={checkout} />;
    case 'paid':
      return <PaidView order={order} />;
    case 'over':
      return <Over order={order} />;
    default:
      return <Waiting order={order} face={face} checkout={checkout} />;
  }
}

type WaitingFace = Exclude<Face, 'ready' | 'failed' | 'paid' | 'over'>;

/** Nothing for the person to do but wait; and not to pay again. */
function Waiting({ order, face, checkout }: { order: Order; face: WaitingFace; checkout: Checkout }) {
  const t = useTexts(texts);
  const words = {
    checking: [t.checking, t.checkingLead],
    doubtful: [t.doubtful, t.doubtfulMore],
    held: [t.held, t.heldMore],
    returning: [t.returning, t.returningMore],
    returned: [t.returned, t.returnedMore],
  } as const;
  const [title, more] = words[face];
  const isAsked = face === 'checking' || face === 'doubtful';
  const { hotline } = province.contact;
  return (
    <Screen
      title={title}
      heading={(h1) => (face === 'checking' ? <Spinning>{h1}</Spinning> : h1)}
      lead={
        <span className="text-ink">
          {more} {isAsked || face === 'held' ? <b>{t.dontPay}</b> : null}
        </span>
      }
      foot={
        isAsked ? (
          <div className="pair">
            <Button look="second" size="fit" icon={againIcon} busy={checkout.busy !== undefined} onClick={checkout.ask}>
              {checkout.busy === undefined ? t.ask : t.askingNow}
            </Button>
            <LinkButton to={paths.home()}>{t.home}</LinkButton>
          </div>
        ) : (
          <LinkButton to={paths.home()}>{t.home}</LinkButton>
        )
      }
    >
      {checkout.error === undefined ? null : (
        <div className="mt-4">
          <FailedAct error={checkout.error} />
        </div>
      )}
      <section className="card mt-4">
        <KeyValues
          items={[
            { label: t.amount, value: <b className="money">{inDong(order.amountVnd)}</b> },
            { label: t.forWhat, value: order.purpose.title },
            { label: t.code, value: <span className="num">{order.code}</span> },
          ]}
        />
      </section>
      {face === 'checking' ? <Checking order={order} /> : null}
      {isAsked ? (
        <div className="mt-5">
          <Notice>{t.leave}</Notice>
        </div>
      ) : null}
      {hotline === undefined || face === 'checking' ? null : (
        <div className="mt-5">
          <List>
            <Row icon={phoneIcon} title={t.call(readablePhone(hotline))} meta={t.callMore} to={`tel:${hotline}`} />
          </List>
        </div>
      )}
    </Screen>
  );
}

/** Its time is over, and it is certain that nothing was taken. */
function Over({ order }: { order: Order }) {
  const t = useTexts(texts);
  return (
    <Screen title={t.over} foot={<LinkButton to={order.purpose.path}>{t.openAgain}</LinkButton>}>
      <div className="mt-4">
        <Notice icon={clockIcon}>{t.overMore}</Notice>
      </div>
      <section className="card mt-4">
        <KeyValues
          items={[
            { label: t.forWhat, value: order.purpose.title },
            { label: t.code, value: <span className="num">{order.code}</span> },
          ]}
        />
      </section>
    </Screen>
  );
}
