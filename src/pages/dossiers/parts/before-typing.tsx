import { useRef } from 'react';
import type { Schemas } from '@dvc/contract';
import { putAnswer, refreshAnswers, useAct, useOperation } from '#api';
import { now } from '#lib/clock';
import { momentInWords } from '#lib/dates';
import { randomUuid } from '#lib/random';
import { paths, useGo } from '#nav';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { paperIcon, pencilIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { FailedAct, Failure, Loading } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { Ticks } from '#ui/ticks';
import { submitTexts } from '../submit-texts';

/** Is it for me, do I have the papers: asked before anything is typed. Offers the draft already begun, if there is one. */
export function BeforeTyping({ procedureCode }: { procedureCode: string }) {
  const t = useTexts(submitTexts);
  const go = useGo();
  const guide = useOperation('readProcedure', { params: { procedureCode } });
  const drafts = useOperation('listDrafts', {});
  const start = useAct('startDraft');
  // Chosen once: repeating after a lost answer opens the same draft.
  const draftId = useRef('');
  const begun = drafts.data?.items.filter((draft) => draft.procedureCode === procedureCode) ?? [];

  const begin = async (): Promise<void> => {
    if (draftId.current === '') draftId.current = randomUuid();
    const draft = await start.run({ body: { id: draftId.current, procedureCode } });
    if (draft === undefined) return;
    putAnswer('readDraft', { params: { draftId: draft.id } }, draft);
    refreshAnswers('listDrafts');
    go(paths.submitDossier({ procedureCode, nhap: draft.id, buoc: draft.page }), { replace: true });
  };

  if (guide.data === undefined) {
    return (
      <Screen title={t.opening} busy={guide.error === undefined}>
        {guide.error === undefined ? (
          <Loading label={t.opening} onRetry={guide.reload} />
        ) : (
          <Failure error={guide.error} onRetry={guide.reload} title={t.openFailed} />
        )}
      </Screen>
    );
  }
  const { shortName, checkBeforeTyping, papers, sample } = guide.data;
  return (
    <Screen
      title={t.checkTitle(shortName)}
      lead={t.checkLead}
      foot={
        <Button look={begun.length === 0 ? 'main' : 'second'} busy={start.busy} onClick={() => void begin()}>
          {start.busy ? t.beginning : begun.length === 0 ? t.begin : t.startAnew}
        </Button>
      }
    >
      {begun.map((draft) => (
        <Begun key={draft.id} draft={draft} />
      ))}
      <div className="mt-6">
        <Ticks kind="yes" lines={checkBeforeTyping.map((text) => ({ text }))} />
      </div>
      {papers.length === 0 ? null : (
        <section className="sec">
          <h2>{t.papersAhead}</h2>
          <List>
            {papers.map(({ id, name, when }) => (
              <Row key={id} icon={paperIcon} title={name} meta={when ?? undefined} />
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

function Begun({ draft }: { draft: Schemas['DraftSummary'] }) {
  const t = useTexts(submitTexts);
  const language = useLanguage();
  const { id, procedureCode, page, step, steps, savedAt } = draft;
  return (
    <div className="mt-4">
      <Card title={t.resumeTitle}>
        <p className="sub">{t.resumeMeta(step, steps, momentInWords(savedAt, now(), language))}</p>
        <div className="mt-3">
          <LinkButton icon={pencilIcon} to={paths.submitDossier({ procedureCode, nhap: id, buoc: page })}>
            {t.resume}
          </LinkButton>
        </div>
      </Card>
    </div>
  );
}
