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
import { askTexts } from '../ask-texts';
import { attachTexts } from '../attach-texts';
import { filesToSend, placeOfQuestion } from '../question-place';
import { useQuestionDraft } from '../use-question-draft';
import { AttachFiles } from './attach-files';
import { ChooseDossier } from './choose-dossier';
import { Matches } from './matches';
import { ThrowAway } from './throw-away';

type Draft = Schemas['QuestionDraft'];
type Faults = Partial<Record<'field' | 'title' | 'text' | 'files', string>>;

interface AskFormProps {
  fields: Schemas['QuestionFields'];
  first: Draft;
  savedAt: string | null;
  /** What was added to it before. */
  attached: readonly Schemas['DraftFile'][];
  onSent: (question: Schemas['MyQuestion']) => void;
}

/** The question itself, with answers that may be there already. */
export function AskForm({ fields, first, savedAt, attached, onSent }: AskFormProps) {
  const t = useTexts(askTexts);
  const ta = useTexts(attachTexts);
  const { draft, saved, change, end } = useQuestionDraft(first, savedAt);
  const [attempt, setAttempt] = useState(0);
  const act = useAct('askQuestion');
  const { uploads, items } = useUploadsAt(first.id, attached, {
    readFiles: async () => (await callOperation('listQuestionFiles', { query: { questionId: first.id } })).items,
    place: placeOfQuestion(first.id),
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
  return (
    <Screen
      title={t.title}
      lead={t.lead(fields.promiseHours)}
      foot={
        <>
          <SaveLine save={saved} />
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
      {saved.state === 'untouched' ? null : <ThrowAway onGone={end} />}
      {act.error === undefined || elsewhere !== undefined ? null : (
        <div className="mt-3">
          <FailedAct error={act.error} />
        </div>
      )}
    </Screen>
  );
}

function faultsIn(
  { field, title, text }: Draft,
  words: Required<Omit<Faults, 'files'>> & { files: string | undefined },
): Faults {
  return {
    ...(words.files === undefined ? {} : { files: words.files }),
    ...(title.trim().length < 5 ? { title: words.title } : {}),
    ...(field === null ? { field: words.field } : {}),
    ...(text.trim().length < 10 ? { text: words.text } : {}),
  };
}
