import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { useAct } from '#api';
import { Button } from '#ui/button';
import { ChoiceGroup } from '#ui/choice';
import { Field } from '#ui/field';
import { TextArea } from '#ui/input';
import { Notice } from '#ui/notice';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { reportTexts } from '../report-texts';

const scores = ['1', '2', '3', '4', '5'] as const;
type Score = (typeof scores)[number];

/** How it was resolved, in words from one to five; changeable for as long as the server takes it. */
export function ReportRating({ report: { id, rating } }: { report: Schemas['MyReport'] }) {
  const t = useTexts(reportTexts);
  const [score, setScore] = useState<Score | undefined>(scores[(rating?.score ?? 0) - 1]);
  const [comment, setComment] = useState(rating?.comment ?? '');
  const [early, setEarly] = useState(false);
  const act = useAct('rateReport', { refresh: ['readMyReport'] });
  const send = async (): Promise<void> => {
    setEarly(score === undefined);
    if (score === undefined) return;
    const more = comment.trim() === '' ? {} : { comment: comment.trim() };
    await act.run({ params: { reportId: id }, body: { score: Number(score), ...more } });
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
          <TextArea {...ties} maxLength={1000} value={comment} onChange={(event) => setComment(event.target.value)} />
        )}
      </Field>
      <div className="mt-3 grid gap-2">
        {act.error === undefined ? null : <FailedAct error={act.error} />}
        {rating === null ? null : (
          <Notice tone="ok" role="status">
            {t.rated(t.scores[rating.score - 1] ?? '')}
          </Notice>
        )}
        <Button look="second" busy={act.busy} onClick={() => void send()}>
          {act.busy ? t.sendingRating : t.sendRating}
        </Button>
      </div>
    </section>
  );
}
