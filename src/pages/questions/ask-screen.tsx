import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { dayOf, longDate, timeOf } from '#lib/dates';
import { randomUuid } from '#lib/random';
import { paths, usePlace } from '#nav';
import { Coming } from '#ui/coming';
import { LinkButton } from '#ui/link-button';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { askTexts } from './ask-texts';
import { AskForm } from './parts/ask-form';
import { texts } from './texts';

const dossierIds = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ask an authority: what was being written is opened, kept while it is written, and sent once. */
export default function AskScreen() {
  const t = useTexts(askTexts);
  const { 'ho-so': named } = usePlace(paths.askQuestion).query;
  const dossierId = named !== undefined && dossierIds.test(named) ? named : undefined;
  const fields = useOperation('listQuestionFields', {});
  const kept = useOperation('readQuestionDraft', {});
  const [fresh] = useState(() => ({
    id: randomUuid(),
    field: null,
    title: '',
    text: '',
    mayPublish: false,
    dossierId: dossierId ?? null,
  }));
  const questionId = kept.data?.draft?.id ?? fresh.id;
  const attached = useOperation('listQuestionFiles', { query: { questionId } }, { enabled: kept.data !== undefined });
  const [sent, setSent] = useState<Schemas['MyQuestion']>();

  if (sent !== undefined) return <Sent question={sent} />;
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
  const draft = kept.data.draft ?? fresh;
  return (
    <AskForm
      fields={fields.data}
      first={dossierId === undefined ? draft : { ...draft, dossierId }}
      savedAt={kept.data.savedAt}
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
        <Notice tone="ok" role="status" title={words.code(about.code)}>
          {t.doneMore(about.authority)}
        </Notice>
      </div>
      {about.dueAt === null ? null : (
        <p className="mt-4">{words.due(timeOf(about.dueAt), longDate(dayOf(about.dueAt), language))}</p>
      )}
    </Screen>
  );
}
