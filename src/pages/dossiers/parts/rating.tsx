import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { refreshAnswers, useAct } from '#api';
import { dayOf, longDate, timeOf } from '#lib/dates';
import { Button } from '#ui/button';
import { ChoiceGroup } from '#ui/choice';
import { Field } from '#ui/field';
import { TextArea } from '#ui/input';
import { Notice } from '#ui/notice';
import { FailedAct } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { afterTexts } from '../after-texts';
import { faceIcons } from '../face-icons';

const scores = ['1', '2', '3', '4', '5'] as const;
type Score = (typeof scores)[number];

/** How it went, in faces and words; once, and changeable for a while. */
export function Rating({ dossier: { id, rating, mayRate } }: { dossier: Schemas['Dossier'] }) {
  const t = useTexts(afterTexts);
  const language = useLanguage();
  const [score, setScore] = useState<Score | undefined>(scores[(rating?.score ?? 0) - 1]);
  const [comment, setComment] = useState(rating?.comment ?? '');
  const [early, setEarly] = useState(false);
  const act = useAct('rateDossier');
  if (!mayRate) {
    return rating === null ? null : (
      <section className="sec">
        <h2>{t.rated}</h2>
        <p>{t.scores[rating.score - 1]}</p>
      </section>
    );
  }
  const send = async (): Promise<void> => {
    setEarly(score === undefined);
    if (score === undefined) return;
    const more = comment.trim() === '' ? {} : { comment: comment.trim() };
    const kept = await act.run({ params: { dossierId: id }, body: { score: Number(score), ...more } });
    if (kept !== undefined) refreshAnswers('readDossier');
  };
  return (
    <section className="sec">
      <Field
        group
        label={t.rate}
        {...(early && score === undefined ? { error: t.chooseFirst } : {})}
        hint={rating === null ? undefined : t.rateHint(longDate(dayOf(rating.changeableUntil), language))}
      >
        {(ties) => (
          <ChoiceGroup
            ties={ties}
            oneColumn
            value={score}
            onChange={setScore}
            choices={scores.map((value, index) => ({ value, label: t.scores[index] ?? '', icon: faceIcons[index] }))}
          />
        )}
      </Field>
      <Field label={t.comment} optional>
        {(ties) => (
          <TextArea
            {...ties}
            maxLength={1000}
            value={comment}
            onChange={(event) => {
              setComment(event.target.value);
            }}
          />
        )}
      </Field>
      <div className="mt-3 grid gap-2">
        {act.error === undefined ? null : <FailedAct error={act.error} />}
        {rating === null ? null : (
          <Notice tone="ok" role="status">
            {t.kept(timeOf(rating.ratedAt))}
          </Notice>
        )}
        <Button look="second" busy={act.busy} onClick={() => void send()}>
          {act.busy ? t.sendingRating : t.sendRating}
        </Button>
      </div>
    </section>
  );
}
