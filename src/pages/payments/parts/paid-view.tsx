import { useAct } from '#api';
import { now } from '#lib/clock';
import { momentInWords } from '#lib/dates';
import { inDong } from '#lib/money';
import { paths } from '#nav';
import { Icon } from '#ui/icon';
import { tickIcon } from '#ui/icons';
import { KeyValues } from '#ui/key-values';
import { LinkButton } from '#ui/link-button';
import { OpenPaper } from '#ui/open-paper';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { saveToPhone, showPdf } from '#zalo';
import { texts } from '../texts';
import type { Order } from '../face';

/** The bank has said yes: the receipt, and the way back to what it was for. */
export function PaidView({ order }: { order: Order }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { amountVnd, code, paidAt, purpose, receipt } = order;
  return (
    <Screen
      title={t.paid(inDong(amountVnd))}
      heading={(h1) => (
        <div className="flex items-center gap-3" role="status">
          <span className="big-ok" aria-hidden="true">
            <Icon of={tickIcon} />
          </span>
          {h1}
        </div>
      )}
      lead={paidAt === null ? undefined : t.paidAt(momentInWords(paidAt, now(), language))}
      foot={<LinkButton to={purpose.path}>{t.toWhat[purpose.kind]}</LinkButton>}
    >
      <section className="card mt-4">
        <KeyValues
          items={[
            { label: t.forWhat, value: purpose.title },
            { label: t.code, value: <span className="num">{code}</span> },
          ]}
        />
      </section>
      {receipt === null ? null : <ReceiptCard order={order} receipt={receipt} />}
      <div className="mt-3">
        <LinkButton look="text" to={paths.payments()}>
          {t.toList}
        </LinkButton>
      </div>
    </Screen>
  );
}

function ReceiptCard({ order, receipt }: { order: Order; receipt: NonNullable<Order['receipt']> }) {
  const t = useTexts(texts);
  const opening = useAct('openFeeReceipt');
  return (
    <section className="sec">
      <h2>{t.receipt}</h2>
      <div className="card">
        <KeyValues
          items={[
            { label: t.form, value: <span className="num">{receipt.form}</span> },
            { label: t.symbol, value: <span className="num">{receipt.symbol}</span> },
            { label: t.number, value: <span className="num">{receipt.number}</span> },
          ]}
        />
      </div>
      <OpenPaper
        label={t.openReceipt}
        look="second"
        issue={async () => (await opening.run({ params: { orderId: order.id } }))?.url}
        error={opening.error}
        show={(url) => showPdf(url, t.receiptName(receipt.number))}
        save={saveToPhone}
      />
    </section>
  );
}
