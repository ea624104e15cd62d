import { useCallback, useEffect, useMemo } from 'react';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { useAnswers, useFilling, type CommuneIndex } from '#forms';
import { paths, useGo, useLeaveWork } from '#nav';
import { forgetPlace, rememberPlace, useDraftKeeper, useSaveState, useUploads, type Draft } from '#offline';
import { stepAt, stepsOf } from '../steps';
import { ConflictView } from './conflict-view';
import { PageStep } from './page-step';
import { PapersStep } from './papers-step';
import { ReviewStep } from './review-step';

interface FillDossierProps {
  draft: Draft;
  form: FormDefinition;
  communes: CommuneIndex;
  stepId: string | undefined;
}

/** A draft being filled: one form for all steps, saved as it is typed, the open step remembered. */
export function FillDossier({ draft, form, communes, stepId }: FillDossierProps) {
  const go = useGo();
  const leave = useLeaveWork();
  const keeper = useDraftKeeper(draft);
  const save = useSaveState(keeper);
  const { uploads, items } = useUploads(draft);
  const begun = useMemo(() => keeper.work(), [keeper]);
  const filling = useFilling({ form, communes, answers: begun.answers, prefilled: draft.prefilled });
  const answers = useAnswers(filling);
  const steps = useMemo(() => stepsOf(form, answers), [form, answers]);
  const { step, index } = stepAt(steps, stepId ?? begun.page);
  const { id: nhap, procedureCode } = draft;

  const open = useCallback(
    (buoc: string, replace = false) => {
      go(paths.submitDossier({ procedureCode, nhap, buoc }), { replace });
    },
    [go, procedureCode, nhap],
  );
  useEffect(() => {
    keeper.change({ answers, page: step.id });
  }, [keeper, answers, step.id]);
  useEffect(() => {
    // The page is turned: what was written on it should be safe before the next is filled.
    void keeper.flush();
    rememberPlace(paths.submitDossier({ procedureCode, nhap, buoc: step.id }));
    window.scrollTo(0, 0);
  }, [keeper, procedureCode, nhap, step.id]);
  useEffect(() => forgetPlace, []);
  const sentAs = save.state === 'sent' ? save.dossierId : undefined;
  useEffect(() => {
    if (sentAs !== undefined) leave(paths.dossier({ id: sentAs, xem: 'phieu' }));
  }, [sentAs, leave]);

  const take = useCallback(
    (choice: 'mine' | 'theirs') => {
      const theirs = keeper.settle(choice);
      if (theirs === undefined) return;
      filling.replace(theirs.answers as Answers);
      uploads.learn(theirs.files);
      open(theirs.page, true);
    },
    [keeper, filling, uploads, open],
  );
  const isBehind = save.state === 'behind';
  useEffect(() => {
    if (isBehind) take('theirs');
  }, [isBehind, take]);

  if (save.state === 'conflict') {
    return <ConflictView filling={filling} mine={save.mine} theirs={save.theirs} onSettle={take} />;
  }
  const next = (): void => {
    filling.show([]);
    open(steps[index + 1]?.id ?? 'review');
  };
  const place = { step: index + 1, steps: steps.length };
  switch (step.kind) {
    case 'page':
      return <PageStep key={step.id} filling={filling} page={step.page} place={place} save={save} onNext={next} />;
    case 'papers':
      return (
        <PapersStep filling={filling} answers={answers} uploads={uploads} items={items} place={place} onNext={next} />
      );
    case 'review':
      return (
        <ReviewStep
          draftId={draft.id}
          filling={filling}
          answers={answers}
          items={items}
          keeper={keeper}
          save={save}
          steps={steps}
          place={place}
          onOpen={open}
        />
      );
  }
}
