import { province } from '#config';
import { useBack, useHere } from '#nav';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { cardIcon, clockIcon, phoneIcon, shieldIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { FailedAct } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { Ticks } from '#ui/ticks';
import { useStepUpReason } from './reason';
import { texts } from './texts';
import { useStepUp, type StepUpState } from './use-step-up';

const { name: id } = province.identity;

/** What has become of the linking, above everything else: an attempt that failed is what the person looks for. */
function Outcome({ step }: { step: StepUpState }) {
  const t = useTexts(texts);
  switch (step.state) {
    case 'away':
      return (
        <Notice tone="info" icon={clockIcon} role="status" title={t.citizen.awayTitle(id)}>
          {t.citizen.away}
        </Notice>
      );
    case 'refused':
    case 'notLinked':
      return (
        <Notice role="status" title={t.citizen.notLinkedTitle}>
          {t.citizen.notLinked}
        </Notice>
      );
    case 'failed':
      return <FailedAct error={step.error} />;
    case 'ready':
    case 'asking':
      return <Notice tone="ok">{t.saved}</Notice>;
  }
}

/** Level 2: why, what is needed, how long, what we receive and what not; then the provincial ID's own page. */
export default function CitizenScreen() {
  const t = useTexts(texts);
  const language = useLanguage();
  const reason = useStepUpReason();
  const back = useBack();
  const here = useHere();
  const { step, link } = useStepUp();
  const asking = step.state === 'asking';

  return (
    <Screen
      title={t.citizen.title(id)}
      lead={reason?.why?.[language] ?? t.citizen.why(reason?.title[language] ?? '')}
      foot={
        <div className="pair">
          <Button look="second" size="fit" onClick={back}>
            {t.later}
          </Button>
          <Button busy={asking} onClick={() => link(here)}>
            {asking ? t.citizen.asking : t.citizen.button(id)}
          </Button>
        </div>
      }
    >
      <div className="mt-4 grid gap-3">
        <Outcome step={step} />
        <Card title={t.citizen.need}>
          <div className="mt-2.5">
            <Ticks
              lines={[
                { icon: cardIcon, text: t.citizen.needs(id) },
                { icon: phoneIcon, text: t.citizen.needCode },
                { icon: clockIcon, text: t.citizen.minutes },
              ]}
            />
          </div>
        </Card>
        <Card title={t.citizen.get}>
          <div className="mt-2.5">
            <Ticks kind="yes" lines={[{ text: t.citizen.gets }]} />
          </div>
          <h2 className="mt-5">{t.citizen.notGet}</h2>
          <div className="mt-2.5">
            <Ticks kind="no" lines={[t.citizen.notGets(id), ...t.citizen.notGetsMore].map((text) => ({ text }))} />
          </div>
        </Card>
        <Notice icon={shieldIcon} title={t.citizen.fraudTitle}>
          {t.citizen.fraud}
        </Notice>
      </div>
    </Screen>
  );
}
