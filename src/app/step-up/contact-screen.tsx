import { useEffect, useState } from 'react';
import { useBack } from '#nav';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { bellIcon, personIcon, phoneIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { FailedAct } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { Ticks } from '#ui/ticks';
import { useStepUpReason } from './reason';
import { texts } from './texts';
import { useStepUp } from './use-step-up';

const longWaitMs = 10_000;

/** True once something has gone on for ten seconds. */
function useLongWait(waiting: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => setLong(true), longWaitMs);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [waiting]);
  return long;
}

/** Level 1, explained before anything is asked; Zalo's own sheet asks after the tap. */
export default function ContactScreen() {
  const t = useTexts(texts);
  const language = useLanguage();
  const reason = useStepUpReason();
  const back = useBack();
  const { step, giveContact } = useStepUp();
  const asking = step.state === 'asking';
  const slow = useLongWait(asking);
  const title = reason?.title[language] ?? '';

  return (
    <Screen
      title={t.contact.title}
      lead={reason?.needed === 1 ? (reason.why?.[language] ?? t.contact.why(title)) : t.contact.why(title)}
      foot={
        <div className="pair">
          <Button look="second" size="fit" onClick={back}>
            {t.later}
          </Button>
          {/* Waiting too long is a state the person can leave by tapping again: the SDK's promise may never settle. */}
          <Button busy={asking && !slow} onClick={giveContact}>
            {asking && !slow ? t.contact.asking : t.contact.button}
          </Button>
        </div>
      }
    >
      <div className="stack mt-4">
        {step.state === 'refused' ? (
          <Notice role="status" title={t.contact.refusedTitle}>
            {t.contact.refused}
          </Notice>
        ) : null}
        {step.state === 'failed' ? <FailedAct error={step.error} /> : null}
        {slow ? <Notice role="status">{t.slow}</Notice> : null}
        {reason?.needed === 2 ? <p className="sub">{t.contact.step}</p> : null}
        <Card title={t.contact.what}>
          <div className="mt-2.5">
            <Ticks
              lines={t.contact.lines.map((text, index) => ({ text, icon: index === 0 ? personIcon : phoneIcon }))}
            />
          </div>
        </Card>
        <Card title={t.contact.forWhat}>
          <div className="mt-2.5">
            <Ticks lines={t.contact.uses.map((text, index) => ({ text, icon: index === 0 ? bellIcon : phoneIcon }))} />
          </div>
          <h2 className="mt-5">{t.contact.notFor}</h2>
          <div className="mt-2.5">
            <Ticks kind="no" lines={t.contact.nots.map((text) => ({ text }))} />
          </div>
        </Card>
      </div>
    </Screen>
  );
}
