import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { callOperation, refreshAnswers, useAct } from '#api';
import { useUploadsAt } from '#offline';
import { Button } from '#ui/button';
import { CheckBox } from '#ui/check';
import { ChoiceGroup } from '#ui/choice';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { TextArea, TextInput } from '#ui/input';
import { SaveLine } from '#ui/save-line';
import { Screen } from '#ui/screen';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { TwoVersions, type TwoSaid } from '#ui/two-versions';
import { askTexts } from '../ask-texts';
import { attachTexts } from '../attach-texts';
import { filesToSend, placeOfQuestion } from '../question-place';
import { questionOf, type Question } from '../question-draft';
import { useQuestion } from '../use-question';
import { AttachFiles } from './attach-files';
import { ChooseDossier } from './choose-dossier';
import { Matches } from './matches';
import { ThrowAway } from './throw-away';

type Faults = Partial<Record<'field' | 'title' | 'text' | 'files', string>>;

interface AskFormProps {
  fields: Schemas['QuestionFields'];
  begun: Parameters<typeof useQuestion>[0];
  /** What was added to it before. */
  attached: readonly Schemas['DraftFile'][];
  onSent: (question: Schemas['MyQuestion']) => void;
}

/** The question itself, with answers that may be there already. */
export function AskForm({ fields, begun, attached, onSent }: AskFormProps) {
  const t = useTexts(askTexts);
  const ta = useTexts(attachTexts);
  const { question: draft, save, isUntouched, change, settle, end, halt } = useQuestion(begun);
  const { id: questionId } = begun.question;
  const [attempt, setAttempt] = useState(0);
  const act = useAct('askQuestion');
  const { uploads, items } = useUploadsAt(questionId, attached, {
    readFiles: async () => (await callOperation('listQuestionFiles', { query: { questionId: questionId } })).items,
    place: placeOfQuestion(questionId),
  });
  const files = filesToSend(items);
  const known = { ...t.missing, files: files === undefined ? ta.unfinished : undefined };

  const faults = attempt === 0 ? {} : faultsIn(draft, known);
  const lines = Object.entries(faults).map(([fieldId, text]) => ({ fieldId, text }));
  const send = async (): Promise<void> => {
    setAttempt(attempt + 1);
    const { id, field, dossierId, mayPublish } = draft;
    if (field === null || files === undefined || Object.keys(faultsIn(draft, known)).length > 0) return;
    const words = { title: draft.title.trim(), text: draft.text.trim() };
    const about = dossierId === null ? {} : { dossierId };
    const question = await act.run({ body: { id, field, mayPublish, files, ...words, ...about } });
    if (question === undefined) return;
    end();
    refreshAnswers('listMyQuestions');
    onSent(question);
  };
  const elsewhere = act.error?.fields.find(({ path }) => path === 'dossierId');
  if (save.state === 'conflict') {
    const theirs = questionOf(questionId, save.theirs.answers);
    return <TwoVersions said={differing(draft, theirs, { fields, ...t })} onSettle={settle} />;
  }
  return (
    <Screen
      title={t.title}
      lead={t.lead(fields.promiseHours)}
      foot={
        <>
          {isUntouched ? null : <SaveLine save={save} />}
          <Button busy={act.busy} onClick={() => void send()}>
            {act.busy ? t.sending : t.send}
          </Button>
        </>
      }
    >
      {lines.length === 0 ? null : <ErrorSummary lines={lines} attempt={attempt} />}
      <Field label={t.short} hint={t.shortHint} id="title" {...(faults.title ? { error: faults.title } : {})}>
        {(ties) => (
          <TextInput
            {...ties}
            maxLength={120}
            value={draft.title}
            onChange={(event) => {
              change({ title: event.target.value });
            }}
          />
        )}
      </Field>
      <Matches words={draft.title} />
      <Field group label={t.field} id="field" {...(faults.field ? { error: faults.field } : {})}>
        {(ties) => (
          <ChoiceGroup
            ties={ties}
            oneColumn
            value={draft.field ?? undefined}
            onChange={(field) => {
              change({ field });
            }}
            choices={fields.items.map(({ id, name, authority }) => ({
              value: id,
              label: name,
              hint: authority,
              lang: 'vi' as const,
            }))}
          />
        )}
      </Field>
      <Field label={t.text} hint={t.textHint} id="text" {...(faults.text ? { error: faults.text } : {})}>
        {(ties) => (
          <TextArea
            {...ties}
            rows={6}
            maxLength={4000}
            value={draft.text}
            onChange={(event) => {
              change({ text: event.target.value });
            }}
          />
        )}
      </Field>
      <AttachFiles uploads={uploads} items={items} error={faults.files} onAdd={() => change({})} />
      <ChooseDossier
        value={draft.dossierId}
        error={elsewhere?.message}
        onChange={(dossierId) => {
          change({ dossierId });
        }}
      />
      <div className="mt-4">
        <CheckBox
          checked={draft.mayPublish}
          onChange={(mayPublish) => {
            change({ mayPublish });
          }}
        >
          {t.publish}
        </CheckBox>
      </div>
      {isUntouched ? null : <ThrowAway halt={halt} onGone={end} />}
      {act.error === undefined || elsewhere !== undefined ? null : (
        <div className="mt-3">
          <FailedAct error={act.error} />
        </div>
      )}
    </Screen>
  );
}

function faultsIn(
  { field, title, text }: Question,
  words: Required<Omit<Faults, 'files'>> & { files: string | undefined },
): Faults {
  return {
    ...(words.files === undefined ? {} : { files: words.files }),
    ...(title.trim().length < 5 ? { title: words.title } : {}),
    ...(field === null ? { field: words.field } : {}),
    ...(text.trim().length < 10 ? { text: words.text } : {}),
  };
}

/** What two phones wrote, place by place. */
function differing(
  mine: Question,
  theirs: Question,
  words: { fields: AskFormProps['fields'] } & Record<'short' | 'field' | 'text', string>,
): TwoSaid[] {
  const given = (text: string): string | undefined => (text === '' ? undefined : text);
  const nameOf = ({ field }: Question) => words.fields.items.find(({ id }) => id === field)?.name;
  return [
    { path: 'title', label: words.short, mine: given(mine.title), theirs: given(theirs.title) },
    { path: 'field', label: words.field, mine: nameOf(mine), theirs: nameOf(theirs) },
    { path: 'text', label: words.text, mine: given(mine.text), theirs: given(theirs.text) },
  ];
}
