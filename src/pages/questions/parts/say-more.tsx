import { useRef, useState } from 'react';
import { putAnswer, refreshAnswers, useAct } from '#api';
import { randomUuid } from '#lib/random';
import { useWritten } from '#offline';
import { Button } from '#ui/button';
import { Field } from '#ui/field';
import { TextArea } from '#ui/input';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** What the office still wants to know. */
export function SayMore({ id }: { id: string }) {
  const t = useTexts(texts);
  const { words: text, change, forget } = useWritten('question-clarification', id);
  const [early, setEarly] = useState(false);
  const act = useAct('clarifyQuestion');
  // One key for one text: sent again after a lost answer it is said once.
  const attempt = useRef({ text: '', key: '' });
  const send = async (): Promise<void> => {
    const said = text.trim();
    setEarly(said === '');
    if (said === '') return;
    if (attempt.current.text !== said) attempt.current = { text: said, key: randomUuid() };
    const kept = await act.run({
      params: { questionId: id },
      headers: { 'Idempotency-Key': attempt.current.key },
      body: { text: said },
    });
    if (kept === undefined) return;
    forget();
    putAnswer('readMyQuestion', { params: { questionId: id } }, kept);
    refreshAnswers('listMyQuestions');
  };
  return (
    <section className="sec">
      <Field label={t.say} hint={t.sayHint} {...(early && text.trim() === '' ? { error: t.sayMissing } : {})}>
        {(ties) => (
          <TextArea
            {...ties}
            rows={4}
            maxLength={4000}
            value={text}
            onChange={(event) => {
              change({ words: event.target.value });
            }}
          />
        )}
      </Field>
      <div className="mt-3 grid gap-2">
        {act.error === undefined ? null : <FailedAct error={act.error} />}
        <Button busy={act.busy} onClick={() => void send()}>
          {act.busy ? t.sending : t.sayMore}
        </Button>
      </div>
    </section>
  );
}
