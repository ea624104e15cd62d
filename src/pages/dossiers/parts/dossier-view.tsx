import { stateWords, type Schemas } from '@dvc/contract';
import { province } from '#config';
import { longDate } from '#lib/dates';
import { readablePhone } from '#lib/phone-number';
import { paths } from '#nav';
import { Icon } from '#ui/icon';
import { askIcon, flagIcon, hourglassIcon, paperIcon, phoneIcon, shieldIcon } from '#ui/icons';
import { KeyValues } from '#ui/key-values';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Notice } from '#ui/notice';
import { FootNote, Screen } from '#ui/screen';
import { Timeline } from '#ui/timeline';
import { useLanguage, useTexts } from '#ui/texts';
import { roadOf } from '../road';
import { actingTexts } from '../acting-texts';
import { supplementTexts } from '../supplement-texts';
import { texts } from '../texts';
import { Acknowledgements } from './acknowledgements';
import { DossierCode } from './dossier-code';
import { DossierRating } from './dossier-rating';
import { StateChip } from './dossier-row';
import { PauseWords } from './pause-words';
import { PayFee, WhereToPay } from './pay-fee';
import { AskedItems, SentSupplements } from './supplement-parts';
import { Withdraw } from './withdraw';

type Dossier = Schemas['Dossier'];

/** Whose turn first, then the clock, then the road. */
export function DossierView({ dossier }: { dossier: Dossier }) {
  const t = useTexts(texts);
  const acting = useTexts(actingTexts);
  const language = useLanguage();
  const { id, code, procedureName, procedureCode, state, turn, clock, files, office } = dossier;
  const { hotline } = province.contact;
  const ts = useTexts(supplementTexts);
  const asked = dossier.supplements.find((one) => one.state === 'open');
  const hasResult = state === 'completed' || state === 'handedOver';
  const dueFee = state === 'paymentRequired' ? dossier.fee : null;
  const note = dossier.events[dossier.events.length - 1]?.note ?? undefined;
  return (
    <Screen
      {...(dossier.actingFor === undefined ? {} : { eyebrow: acting.actingFor(dossier.actingFor.fullName) })}
      title={procedureName}
      lang="vi"
      foot={
        state === 'refused' ? (
          <LinkButton to={paths.submitDossier({ procedureCode })}>{t.sendNew}</LinkButton>
        ) : asked !== undefined ? (
          <LinkButton to={paths.supplement({ id })}>{ts.add(asked.items.length)}</LinkButton>
        ) : dueFee !== null ? (
          <PayFee dossierId={id} fee={dueFee} />
        ) : hasResult ? (
          <>
            <FootNote>{t.seeResultMeta}</FootNote>
            <LinkButton to={paths.wallet()}>{t.seeResult}</LinkButton>
          </>
        ) : undefined
      }
    >
      <p className="sub num">
        <DossierCode code={code} />
      </p>
      <div className="mt-2">
        <StateChip dossier={dossier} />
      </div>
      {turn === 'citizen' ? (
        <section className="todo mt-4">
          <h2>
            <Icon of={flagIcon} small />
            {t.turnTitle}
          </h2>
          <div className="grid gap-2 px-4 pb-3">
            <p>
              {stateWords(
                state,
                { reason: note, office, place: t.at(office), amountVnd: dossier.fee?.amountVnd },
                language,
              )}
            </p>
            {asked === undefined ? null : <AskedItems supplement={asked} />}
            {dueFee === null ? null : <WhereToPay fee={dueFee} office={office} />}
          </div>
        </section>
      ) : null}
      {state === 'refused' ? (
        <div className="mt-4">
          <Notice tone="bad" title={t.refusedTitle}>
            {stateWords(state, { reason: note }, language)}
          </Notice>
        </div>
      ) : null}
      {clock === 'stopped' && state !== 'refused' && state !== 'withdrawn' ? (
        <div className="mt-3">
          <Notice icon={hourglassIcon} title={t.clockStopped}>
            <PauseWords dossier={dossier} />
          </Notice>
        </div>
      ) : null}
      <div className="mt-4">
        <KeyValues
          items={[
            ...(clock === 'notStarted' || clock === 'running'
              ? [{ label: t.due, value: <Due dossier={dossier} /> }]
              : []),
            { label: t.office, value: office },
          ]}
        />
      </div>
      {state === 'submitted' ? (
        <Acknowledgements dossier={dossier} />
      ) : (
        <section className="sec">
          <h2>{t.road}</h2>
          <Timeline items={roadOf(dossier, language)} />
        </section>
      )}
      <SentSupplements supplements={dossier.supplements} />
      <DossierRating key={dossier.rating?.ratedAt} dossier={dossier} />
      <div className="mt-6">
        <List>
          {dossier.apologies.map(({ documentId, promisedDate }) => (
            <Row
              key={documentId}
              icon={paperIcon}
              title={t.seeApology}
              meta={t.seeApologyMeta(longDate(promisedDate, language))}
              to={paths.document({ id: documentId })}
            />
          ))}
          <Row
            icon={shieldIcon}
            title={t.seeReceipt}
            meta={t.seeReceiptMeta(files.length)}
            to={paths.dossier({ id, xem: 'phieu' })}
          />
          {/* The office answers whoever's own dossier it is. */}
          {dossier.actingFor === undefined ? (
            <Row icon={askIcon} title={t.askAbout} meta={t.askAboutMeta} to={paths.askQuestion({ 'ho-so': id })} />
          ) : null}
          {hotline === undefined ? null : (
            <Row icon={phoneIcon} title={t.call(readablePhone(hotline))} meta={t.callMeta} to={`tel:${hotline}`} />
          )}
        </List>
      </div>
      {dossier.mayWithdraw ? (
        <div className="mt-6">
          <Withdraw dossierId={id} />
        </div>
      ) : null}
    </Screen>
  );
}

function Due({ dossier: { dueDate, workingDaysLeft, promisedDays, clock } }: { dossier: Dossier }) {
  const t = useTexts(texts);
  const language = useLanguage();
  if (dueDate === null) {
    if (clock === 'notStarted') return <>{t.dueUnknown}</>;
    return <>{promisedDays === null ? t.dueNotPromised : t.dueBeyondCalendar(promisedDays)}</>;
  }
  const left =
    workingDaysLeft === null
      ? ''
      : workingDaysLeft > 0
        ? t.left(workingDaysLeft)
        : workingDaysLeft === 0
          ? t.lastDay
          : t.late(-workingDaysLeft);
  const isLate = workingDaysLeft !== null && workingDaysLeft < 0;
  return (
    <>
      {longDate(dueDate, language)}
      {left === '' ? null : <span className={isLate ? 'block font-semibold text-bad' : 'sub block'}>{left}</span>}
    </>
  );
}
