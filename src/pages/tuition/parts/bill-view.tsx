import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { inDong } from '#lib/money';
import { readablePhone } from '#lib/phone-number';
import { paths } from '#nav';
import { Amounts } from '#ui/amounts';
import { Button } from '#ui/button';
import { Icon } from '#ui/icon';
import { clockIcon, moneyIcon, phoneIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { dialNumber } from '#zalo';
import { dueInWords } from '../due';
import { standingOf } from '../standing';
import { texts } from '../texts';
import { usePay } from '../use-pay';
import { PayFailed } from './pay-failed';

interface BillViewProps {
  bill: Schemas['TuitionBill'];
  student: Schemas['Student'];
}

export function BillView({ bill, student }: BillViewProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { pay, busy, error } = usePay();
  const standing = standingOf(bill);
  const { dueDate, id, lines, orderId, title, totalVnd } = bill;
  const { className, fullName, school } = student;
  return (
    <Screen
      eyebrow={title}
      title={fullName}
      lead={t.className(className, school.name)}
      foot={
        standing === 'due' ? (
          <Button icon={moneyIcon} busy={busy} onClick={() => void pay([id])}>
            {busy ? t.paying : t.pay(inDong(totalVnd))}
          </Button>
        ) : orderId !== null && (standing === 'paid' || standing === 'paying') ? (
          <LinkButton to={paths.payment({ orderId })}>{standing === 'paid' ? t.seeReceipt : t.seeOrder}</LinkButton>
        ) : undefined
      }
    >
      <div className="stack mt-4">
        <PayFailed error={error} />
        <Standing standing={standing} isMine={orderId !== null} />
        <section className="card">
          <Amounts
            items={lines.map(({ title: line, note, amountVnd }) => ({
              title: line,
              note: note ?? undefined,
              vnd: amountVnd,
            }))}
            sum={totalVnd}
            sumLabel={standing === 'paid' ? t.paidSum : t.sum}
            free={t.free}
          />
        </section>
        {dueDate === null || standing !== 'due' ? null : (
          <p className="flex gap-2">
            <Icon of={clockIcon} />
            <span>{dueInWords(dueDate, t, language)}</span>
          </p>
        )}
        <p className="sub">{t.bySchool}</p>
        {school.phone === null ? null : <CallSchool number={school.phone} />}
      </div>
    </Screen>
  );
}

function Standing({ standing, isMine }: { standing: ReturnType<typeof standingOf>; isMine: boolean }) {
  const t = useTexts(texts);
  switch (standing) {
    case 'paying':
      return (
        <Notice title={t.payingTitle} role="status">
          {isMine ? t.payingMine : t.payingOther}
        </Notice>
      );
    case 'paid':
      return (
        <Notice tone="ok" title={t.paidTitle}>
          {t.paidMore}
        </Notice>
      );
    case 'withdrawn':
      return <Notice title={t.withdrawnTitle}>{t.withdrawnMore}</Notice>;
    case 'free':
      return <Notice tone="ok" title={t.freeTitle} />;
    default:
      return null;
  }
}

function CallSchool({ number }: { number: string }) {
  const t = useTexts(texts);
  const [failed, setFailed] = useState(false);
  const call = (): void => {
    setFailed(false);
    void dialNumber(number).catch(() => setFailed(true));
  };
  return (
    <>
      <List>
        <Row icon={phoneIcon} title={t.callSchool} meta={readablePhone(number)} onClick={call} />
      </List>
      {failed ? (
        <Notice tone="bad" role="alert">
          {t.callFailed(readablePhone(number))}
        </Notice>
      ) : null}
    </>
  );
}
