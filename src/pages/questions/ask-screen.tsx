import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { dayOf, longDate, timeOf } from '#lib/dates';
import { paths, usePlace } from '#nav';
import { Coming } from '#ui/coming';
import { LinkButton } from '#ui/link-button';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { askTexts } from './ask-texts';
import { AskForm } from './parts/ask-form';
import { Closed } from './parts/closed';
import { freshQuestion } from './question-draft';
import { texts } from './texts';

const dossierIds = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ask an authority: what was being written is opened, kept while it is written, and sent once. */
export default function AskScreen() {
  const t = useTexts(askTexts);
  const { 'ho-so': named } = usePlace(paths.askQuestion).query;
  const dossierId = named !== undefined && dossierIds.test(named) ? named : undefined;
  const [sent, setSent] = useState<Schemas['MyQuestion']>();
  const fields = useOperation('listQuestionFields', {});
  const kept = useOperation('readQuestionDraft', {});
  const question = kept.data?.draft ?? freshQuestion();
  const questionId = question.id;
  const attached = useOperation(
    'listQuestionFiles',
    { query: { questionId } },
    { enabled: kept.data !== undefined && sent === undefined },
  );
  if (sent !== undefined) return <Sent question={sent} />;
  if (fields.data?.items.length === 0) return <Closed title={t.title} />;
  const error = fields.error ?? kept.error ?? attached.error;
  if (fields.data === undefined || kept.data === undefined || attached.data === undefined) {
    const reload = () => {
      fields.reload();
      kept.reload();
      attached.reload();
    };
    return (
      <Screen title={t.title} busy={error === undefined}>
        <Coming error={error} reload={reload} label={t.opening} failed={t.failed}>
          {t.kept}
        </Coming>
      </Screen>
    );
  }
  return (
    <AskForm
      // What another phone has begun instead is another question.
      key={questionId}
      fields={fields.data}
      begun={{ question, savedAt: kept.data.savedAt, dossierId }}
      attached={attached.data.items}
      onSent={setSent}
    />
  );
}

function Sent({ question: { about } }: { question: Schemas['MyQuestion'] }) {
  const t = useTexts(askTexts);
  const words = useTexts(texts);
  const language = useLanguage();
  return (
    <Screen title={t.done} foot={<LinkButton to={paths.myQuestions({ ma: about.id })}>{t.open}</LinkButton>}>
      <div className="mt-3">
        <Notice
          tone="ok"
          role="status"
          title={
            <>
              {words.code} <span className="whitespace-nowrap">{about.code}</span>
            </>
          }
        >
          {t.doneMore(about.authority)}
        </Notice>
      </div>
      {about.dueAt === null ? null : (
        <p className="mt-4">{words.due(timeOf(about.dueAt), longDate(dayOf(about.dueAt), language))}</p>
      )}
    </Screen>
  );
}
