import { useEffect, useMemo, useRef, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { formIn, suitability, type FormDefinition } from '@dvc/contract/forms';
import { countStep, putAnswer, refreshAnswers, useAct, useOperation } from '#api';
import { now } from '#lib/clock';
import { dayOf, longDate, momentInWords } from '#lib/dates';
import { randomUuid } from '#lib/random';
import { paths, useGo } from '#nav';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { Coming } from '#ui/coming';
import { officeIcon, paperIcon, pencilIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { FailedAct } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { Ticks } from '#ui/ticks';
import { InVietnamese, Quoting } from '#ui/in-vietnamese';
import { submitTexts } from '../submit-texts';
import { CheckQuestions } from './check-questions';
import { ForWhom, useForWhom } from './for-whom';

interface BeforeTypingProps {
  procedureCode: string;
  /** Whom it is for, as the address says; absent: for the person themselves. */
  delegationId: string | undefined;
}

/** Is it for me, which office, do I have the papers: asked before anything is typed. Offers the draft already begun, if there is one. */
export function BeforeTyping({ procedureCode, delegationId }: BeforeTypingProps) {
  const t = useTexts(submitTexts);
  const go = useGo();
  const guide = useOperation('readProcedure', { params: { procedureCode } });
  const drafts = useOperation('listDrafts', {});
  const start = useAct('startDraft');
  const form = useCurrentForm(guide.data);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const { questions, stop } = form === undefined ? { questions: [], stop: undefined } : suitability(form, answers);
  // Chosen once: repeating after a lost answer opens the same draft.
  const draftId = useRef('');
  const forWhom = useForWhom(form, delegationId);
  const begun =
    drafts.data?.items.filter(
      (draft) => draft.procedureCode === procedureCode && draft.actingFor?.delegationId === forWhom.chosen,
    ) ?? [];

  const isThere = form !== undefined;
  useEffect(() => {
    if (isThere) countStep('check', procedureCode);
  }, [isThere, procedureCode]);

  const begin = async (): Promise<void> => {
    if (draftId.current === '') draftId.current = randomUuid();
    const draft = await start.run({
      body: {
        id: draftId.current,
        procedureCode,
        ...(forWhom.chosen === undefined ? {} : { delegationId: forWhom.chosen }),
      },
    });
    if (draft === undefined) return;
    countStep('fill', procedureCode);
    putAnswer('readDraft', { params: { draftId: draft.id } }, draft);
    refreshAnswers('listDrafts');
    go(paths.submitDossier({ procedureCode, nhap: draft.id, buoc: draft.page }), { replace: true });
  };

  if (guide.data === undefined) {
    return (
      <Screen title={t.opening} busy={guide.error === undefined}>
        <Coming error={guide.error} reload={guide.reload} label={t.opening} failed={t.openFailed} />
      </Screen>
    );
  }
  const { shortName, checkBeforeTyping, sample, authority, receivedAt } = guide.data;
  // What the app makes out of the answers is nothing to have ready.
  const papers = guide.data.papers.filter(({ form: kind }) => kind !== 'eform');
  return (
    <Screen
      eyebrow={<InVietnamese>{shortName}</InVietnamese>}
      title={t.checkTitle}
      lead={t.checkLead}
      foot={
        stop === undefined ? (
          <Button
            look={begun.length === 0 ? 'main' : 'second'}
            busy={start.busy || forWhom.looking}
            onClick={() => void begin()}
          >
            {start.busy ? t.beginning : begun.length === 0 ? t.begin : t.startAnew}
          </Button>
        ) : (
          <LinkButton look="second" to={paths.procedure({ code: procedureCode })}>
            {t.readGuide}
          </LinkButton>
        )
      }
    >
      <ForWhom
        procedureCode={procedureCode}
        forWhom={forWhom}
        onChoose={(id) => {
          // Another person's is another draft.
          draftId.current = '';
          forWhom.choose(id);
        }}
      />
      {begun.map((draft) => (
        <Begun key={draft.id} draft={draft} />
      ))}
      <section className="sec">
        <h2>{t.questions}</h2>
        {questions.length === 0 ? (
          <Ticks kind="yes" lines={checkBeforeTyping.map((text) => ({ text: <InVietnamese>{text}</InVietnamese> }))} />
        ) : (
          <>
            <p className="sub">{t.questionsMore}</p>
            <CheckQuestions
              questions={questions}
              answers={answers}
              onAnswer={(question, value) => {
                setAnswers((before) => ({ ...before, [question]: value }));
              }}
            />
          </>
        )}
      </section>
      {authority.text === null ? null : (
        <section className="sec">
          <h2>{t.where}</h2>
          <List>
            <Row
              icon={officeIcon}
              title={authority.text}
              lang="vi"
              meta={
                receivedAt.text === null ? undefined : (
                  <Quoting text={t.receivedAt(receivedAt.text)} words={receivedAt.text} />
                )
              }
            />
          </List>
        </section>
      )}
      {papers.length === 0 ? null : (
        <section className="sec">
          <h2>{t.papersAhead}</h2>
          <List>
            {papers.map(({ id, name, when }) => (
              <Row
                key={id}
                icon={paperIcon}
                title={name}
                lang="vi"
                meta={when === null ? undefined : <InVietnamese>{when}</InVietnamese>}
              />
            ))}
          </List>
        </section>
      )}
      <p className="sub mt-6">{t.takes}</p>
      {sample ? <p className="sub mt-2">{t.sample}</p> : null}
      {start.error === undefined ? null : (
        <div className="mt-4">
          {start.error.fields[0] === undefined ? (
            <FailedAct error={start.error} />
          ) : (
            <Notice tone="bad" role="alert" title={t.beginFailed}>
              {start.error.fields[0].message}
            </Notice>
          )}
        </div>
      )}
    </Screen>
  );
}

/** The form new drafts get, for its questions before typing; the filling that follows needs it anyway. */
function useCurrentForm(guide: Schemas['ProcedureGuide'] | undefined): FormDefinition | undefined {
  const language = useLanguage();
  const { code = '', formVersion = null } = guide ?? {};
  const params = { procedureCode: code, version: formVersion ?? '' };
  const { data } = useOperation('readForm', { params }, { enabled: formVersion !== null });
  return useMemo(
    () => (data === undefined ? undefined : formIn(data as unknown as FormDefinition, language)),
    [data, language],
  );
}

function Begun({ draft }: { draft: Schemas['DraftSummary'] }) {
  const t = useTexts(submitTexts);
  const language = useLanguage();
  const { id, procedureCode, page, step, steps, savedAt, expiresAt } = draft;
  return (
    <div className="mt-4">
      <Card title={t.resumeTitle}>
        <p className="sub">
          {t.resumeMeta(step, steps, momentInWords(savedAt, now(), language), longDate(dayOf(expiresAt), language))}
        </p>
        <div className="mt-3">
          <LinkButton icon={pencilIcon} to={paths.submitDossier({ procedureCode, nhap: id, buoc: page })}>
            {t.resume}
          </LinkButton>
        </div>
      </Card>
    </div>
  );
}
