import type { Schemas } from '@dvc/contract';
import { now } from '#lib/clock';
import { longDate, momentInWords } from '#lib/dates';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';

/** Since when the clock stands, what the office has left, and the new day if it went on today. */
export function PauseWords({ dossier: { pause, turn, state } }: { dossier: Schemas['Dossier'] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  if (pause === null) return <>{t.clockStoppedPlain}</>;
  const { since, workingDaysLeft, dueIfToday } = pause;
  const when = momentInWords(since, now(), language);
  const ifToday =
    state === 'supplementRequired' ? t.ifToday : state === 'paymentRequired' ? t.ifPaidToday : t.ifGoesOnToday;
  return (
    <>
      {turn === 'citizen' ? t.stoppedForYou(when) : t.stoppedSince(when)}{' '}
      {workingDaysLeft === null
        ? t.clockStoppedPlain
        : workingDaysLeft < 0
          ? t.officeLate(-workingDaysLeft)
          : t.officeHas(workingDaysLeft)}{' '}
      {dueIfToday === null || workingDaysLeft === null || workingDaysLeft < 0 ? null : (
        <>
          {ifToday}
          <b>{longDate(dueIfToday, language)}</b>.
        </>
      )}
    </>
  );
}
