import type { CheckAnswer, CheckQuestion } from '@dvc/contract/forms';
import { province } from '#config';
import { readablePhone } from '#lib/phone-number';
import { paths } from '#nav';
import { ChoiceGroup } from '#ui/choice';
import { Field } from '#ui/field';
import { phoneIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { Notice } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { submitTexts } from '../submit-texts';

/** Words longer than this do not fit two in a row on 360 px. */
const SHORT_LABEL = 14;

interface CheckQuestionsProps {
  questions: readonly CheckQuestion[];
  answers: Readonly<Record<string, string>>;
  onAnswer: (question: string, value: string) => void;
}

/** Is it for me: each question with what its answer means, said where it was answered. */
export function CheckQuestions({ questions, answers, onAnswer }: CheckQuestionsProps) {
  return questions.map(({ id, question, hint, answers: choices }) => {
    const chosen = choices.find(({ value }) => value === answers[id]);
    return (
      <div key={id}>
        <Field id={`check.${id}`} label={question} hint={hint} group>
          {(ties) => (
            <ChoiceGroup
              name={ties.id}
              ties={ties}
              choices={choices.map(({ value, label }) => ({ value, label }))}
              oneColumn={choices.some(({ label }) => label.length > SHORT_LABEL)}
              value={answers[id]}
              onChange={(value) => {
                onAnswer(id, value);
              }}
            />
          )}
        </Field>
        <div className="mt-3" role="status">
          {chosen?.note === undefined ? null : <Notice>{chosen.note}</Notice>}
          {chosen?.stop === undefined ? null : <Stop answer={chosen} />}
        </div>
      </div>
    );
  });
}

/** Not for this person: why, the right way, and who to ask when that seems wrong. Another answer opens the way again. */
function Stop({ answer }: { answer: CheckAnswer }) {
  const t = useTexts(submitTexts);
  const { hotline } = province.contact;
  return (
    <Notice tone="info" title={t.notForYou}>
      <p>{answer.stop}</p>
      <p className="mt-2">{t.notForYouMore(hotline === undefined ? undefined : readablePhone(hotline))}</p>
      <div className="mt-3 grid gap-2">
        {answer.instead === undefined ? null : (
          <LinkButton size="small" to={paths.procedure({ code: answer.instead })}>
            {t.rightWay}
          </LinkButton>
        )}
        {hotline === undefined ? null : (
          <LinkButton look="second" size="small" icon={phoneIcon} to={`tel:${hotline}`}>
            {t.callHotline(readablePhone(hotline))}
          </LinkButton>
        )}
      </div>
    </Notice>
  );
}
