import { useEffect, useRef } from 'react';
import { stateTitle, stateWords, type Schemas } from '@dvc/contract';
import { dayOf, longDate, timeOf } from '#lib/dates';
import type { Language } from '#lib/texts';
import { Button } from '#ui/button';
import { Chip } from '#ui/chip';
import { flagIcon, hourglassIcon, okCircleIcon } from '#ui/icons';
import { KeyValues } from '#ui/key-values';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';

type Tracked = Schemas['TrackedDossier'];

const moment = (at: string, language: Language): string => `${longDate(dayOf(at), language)}, ${timeOf(at)}`;

/** What was found. Who looks it up hears it at once. */
export function TrackedView({ dossier, onAnother }: { dossier: Tracked; onAnother: () => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { code, procedureName, about, state, turn, submittedAt, changedAt, dueDate, office } = dossier;
  const found = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    found.current?.focus({ preventScroll: true });
  }, []);
  const due = dueDate === null ? undefined : longDate(dueDate, language);
  const look = turn === 'citizen' ? 'act' : turn === 'nobody' ? 'neutral' : 'info';
  const icon = turn === 'citizen' ? flagIcon : turn === 'nobody' ? okCircleIcon : hourglassIcon;
  return (
    <Screen
      title={procedureName}
      lang="vi"
      eyebrow={t.title}
      back={onAnother}
      foot={
        <Button look="second" onClick={onAnother}>
          {t.another}
        </Button>
      }
    >
      <p className="sub num">{code}</p>
      <div className="mt-2">
        <Chip tone={look} icon={icon}>
          {stateTitle(state, language)}
        </Chip>
      </div>
      <p className="lead mt-3" ref={found} tabIndex={-1}>
        {stateWords(
          state,
          { office, place: t.at(office), dueDate: due, day: longDate(dayOf(changedAt), language) },
          language,
        )}
      </p>
      <div className="mt-4">
        <KeyValues
          items={[
            { label: t.about, value: about },
            { label: t.office, value: office },
            { label: t.sent, value: moment(submittedAt, language) },
            { label: t.changed, value: moment(changedAt, language) },
            ...(due === undefined ? [] : [{ label: t.due, value: due }]),
          ]}
        />
      </div>
      <p className="sub mt-3">{t.masked}</p>
    </Screen>
  );
}
