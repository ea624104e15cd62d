import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { putAnswer, useAct } from '#api';
import { Button } from '#ui/button';
import { ChoiceGroup } from '#ui/choice';
import { Field } from '#ui/field';
import { TextArea } from '#ui/input';
import { Notice } from '#ui/notice';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

const scores = ['1', '2', '3', '4', '5'] as const;
type Score = (typeof scores)[number];

/** Whether the answer helped. */
export function RateAnswer({ question: { about, rating } }: { question: Schemas['MyQuestion'] }) {
  const t = useTexts(texts);
  const [score, setScore] = useState<Score | undefined>(scores[(rating?.score ?? 0) - 1]);
  const [comment, setComment] = useState(rating?.comment ?? '');
  const [early, setEarly] = useState(false);
  const act = useAct('rateQuestion');
  const send = async (): Promise<void> => {
    setEarly(score === undefined);
    if (score === undefined) return;
    const params = { questionId: about.id };
    const more = comment.trim() === '' ? {} : { comment: comment.trim() };
    const kept = await act.run({ params, body: { score: Number(score), ...more } });
    if (kept !== undefined) putAnswer('readMyQuestion', { params }, kept);
  };
  return (
    <section className="sec">
      <Field group label={t.rate} {...(early && score === undefined ? { error: t.chooseFirst } : {})}>
        {(ties) => (
          <ChoiceGroup
            ties={ties}
            oneColumn
            value={score}
            onChange={setScore}
            choices={scores.map((value, index) => ({ value, label: t.scores[index] ?? '' }))}
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
            {t.rated}
          </Notice>
        )}
        <Button look="second" busy={act.busy} onClick={() => void send()}>
          {act.busy ? t.sending : t.sendRating}
        </Button>
      </div>
    </section>
  );
}
