import type { Schemas } from '@dvc/contract';
import { problemOf, putAnswer, useAct } from '#api';
import { longDate } from '#lib/dates';
import { inDong } from '#lib/money';
import { paths, useGo } from '#nav';
import { Button } from '#ui/button';
import { moneyIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { FailedAct } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { afterTexts } from '../after-texts';

type Fee = NonNullable<Schemas['Dossier']['fee']>;

/** The order for what the dossier waits for; where one is under way already, that very one. */
export function PayFee({ dossierId, fee }: { dossierId: string; fee: Fee }) {
  const t = useTexts(afterTexts);
  const go = useGo();
  const { run, busy, error } = useAct('payDossierFee', { refresh: ['readDossier'] });
  const pay = async (): Promise<void> => {
    const order = await run({ params: { dossierId } });
    if (order === undefined) return;
    putAnswer('readPayment', { params: { orderId: order.id } }, order);
    go(paths.payment({ orderId: order.id }));
  };
  const orderId = problemOf(error)?.orderId;
  return (
    <div className="grid gap-3">
      {error === undefined ? null : <FailedAct error={error} />}
      {orderId === undefined ? (
        <Button icon={moneyIcon} busy={busy} onClick={() => void pay()}>
          {busy ? t.making : t.pay(inDong(fee.amountVnd))}
        </Button>
      ) : (
        <LinkButton to={paths.payment({ orderId })}>{t.seeOrder}</LinkButton>
      )}
    </div>
  );
}

/** Why this much, where, and until when. */
export function WhereToPay({ fee, office }: { fee: Fee; office: string }) {
  const t = useTexts(afterTexts);
  const language = useLanguage();
  return (
    <>
      {fee.basis === undefined ? null : <p>{fee.basis}</p>}
      <p>
        {t.payHere(office)} {fee.payBy === undefined ? null : t.payBy(longDate(fee.payBy, language))}
      </p>
    </>
  );
}
