import { useState } from 'react';
import type { AppError } from '#lib/app-error';
import { Button } from './button';
import { ChoiceGroup } from './choice';
import { Field } from './field';
import { TextArea } from './input';
import { Notice } from './notice';
import { FailedAct } from './states';

const scores = ['1', '2', '3', '4', '5'] as const;
type Score = (typeof scores)[number];

interface RatingProps {
  words: {
    rate: string;
    /** What each score means, the worst first. */
    scores: readonly string[];
    chooseFirst: string;
    comment: string;
    send: string;
    sending: string;
  };
  hint?: string | undefined;
  /** A picture for each score. */
  icons?: readonly string[];
  /** What was given before; changeable. */
  given: { score: number; comment: string | null } | null;
  /** Said once something is given. */
  kept: string;
  act: { busy: boolean; error: AppError | undefined };
  onSend: (rating: { score: number; comment?: string }) => void;
}

/** How something went, in words from one to five, and whatever else there is to say. */
export function Rating({ words, hint, icons, given, kept, act, onSend }: RatingProps) {
  const [score, setScore] = useState<Score | undefined>(scores[(given?.score ?? 0) - 1]);
  const [comment, setComment] = useState(given?.comment ?? '');
  const [early, setEarly] = useState(false);
  const send = (): void => {
    setEarly(score === undefined);
    if (score === undefined) return;
    const said = comment.trim();
    onSend({ score: Number(score), ...(said === '' ? {} : { comment: said }) });
  };
  return (
    <section className="sec">
      <Field
        group
        label={words.rate}
        hint={hint}
        {...(early && score === undefined ? { error: words.chooseFirst } : {})}
      >
        {(ties) => (
          <ChoiceGroup
            ties={ties}
            oneColumn
            value={score}
            onChange={setScore}
            choices={scores.map((value, at) => ({ value, label: words.scores[at] ?? '', icon: icons?.[at] }))}
          />
        )}
      </Field>
      <Field label={words.comment} optional>
        {(ties) => (
          <TextArea {...ties} maxLength={1000} value={comment} onChange={(event) => setComment(event.target.value)} />
        )}
      </Field>
      <div className="mt-3 grid gap-2">
        {act.error === undefined ? null : <FailedAct error={act.error} />}
        {given === null ? null : (
          <Notice tone="ok" role="status">
            {kept}
          </Notice>
        )}
        <Button look="second" busy={act.busy} onClick={send}>
          {act.busy ? words.sending : words.send}
        </Button>
      </div>
    </section>
  );
}
