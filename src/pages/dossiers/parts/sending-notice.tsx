import { useEffect, useRef } from 'react';
import { timeOf } from '#lib/dates';
import type { SaveState } from '#offline';
import { offlineIcon, warningIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import type { Sending } from '../sending';
import { submitTexts } from '../submit-texts';
import { supplementTexts } from '../supplement-texts';

interface SendingNoticeProps {
  sending: Sending;
  save: SaveState;
  of?: 'dossier' | 'supplement';
}

/** What became of sending, while it has not become a receipt: what happened, what is kept, what to do. */
export function SendingNotice({ sending, save, of = 'dossier' }: SendingNoticeProps) {
  const place = useRef<HTMLDivElement>(null);
  const { state } = sending;
  useEffect(() => {
    // It stands above the button, at the end of a long page.
    if (state !== 'ready' && state !== 'sending') place.current?.scrollIntoView({ block: 'center' });
  }, [state]);
  return (
    <div className="mt-4" ref={place}>
      <Words sending={sending} save={save} of={of} />
    </div>
  );
}

function Words({ sending, save, of }: Required<SendingNoticeProps>) {
  const dossier = useTexts(submitTexts);
  const supplement = useTexts(supplementTexts);
  const t = of === 'dossier' ? dossier : { ...dossier, ...supplement };
  switch (sending.state) {
    case 'offline':
      return (
        <Notice icon={offlineIcon} role="alert" title={t.offlineTitle}>
          {save.state === 'saved' ? t.offlineSaved(timeOf(save.at)) : t.offlineUnsaved}
        </Notice>
      );
    case 'unknown':
      return (
        <Notice icon={warningIcon} role="alert" title={t.unknownTitle}>
          {sending.checkFailed ? t.stillUnknown : t.unknown}
        </Notice>
      );
    case 'notThere':
      return (
        <Notice icon={warningIcon} role="alert" title={t.notThereTitle}>
          {t.notThere}
        </Notice>
      );
    case 'newer':
      return (
        <Notice icon={warningIcon} role="alert" title={t.newerTitle}>
          {t.newer}
        </Notice>
      );
    case 'failed':
      return <FailedAct error={sending.error} />;
    default:
      return null;
  }
}
