import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { callOperation } from '#api';
import { useAnswers, useFilling, type CommuneIndex } from '#forms';
import { createStore } from '#lib/store';
import { paths, useLeaveWork } from '#nav';
import { forgetPlace, rememberPlace, useDraftKeeper, useSaveState, useUploads, type Draft } from '#offline';
import { stepAt, stepsOf } from '../steps';
import { useStepping } from '../stepping';
import { useCountedWay } from '../counted-way';
import { useTexts } from '#ui/texts';
import { actingTexts } from '../acting-texts';
import { AskForHelp } from './ask-for-help';
import { ConflictView } from './conflict-view';
import { OldAnswers } from './old-answers';
import { PageStep } from './page-step';
import { PapersStep } from './papers-step';
import { ReviewStep } from './review-step';

interface FillDossierProps {
  draft: Draft;
  form: FormDefinition;
  communes: CommuneIndex;
  stepId: string | undefined;
  /** The step was opened from the review. */
  isEdit: boolean;
  /** The draft is in another version of its form now: that one is to be opened. */
  onMoved: (draft: Draft) => void;
}

/** A draft being filled: one form for all steps, saved as it is typed, the open step remembered. */
export function FillDossier({ draft, form, communes, stepId, isEdit, onMoved }: FillDossierProps) {
  const t = useTexts(actingTexts);
  const leave = useLeaveWork();
  const keeper = useDraftKeeper(draft, ({ oldAnswers, ...body }) =>
    callOperation('saveDraft', { params: { draftId: draft.id }, body: { ...body, oldAnswers: [...oldAnswers] } }),
  );
  const save = useSaveState(keeper);
  const { uploads, items } = useUploads(draft, keeper);
  const begun = useMemo(() => keeper.work(), [keeper]);
  const filling = useFilling({ form, communes, answers: begun.answers, prefilled: draft.prefilled });
  const answers = useAnswers(filling);
  const [old] = useState(() => createStore(begun.oldAnswers));
  const oldAnswers = useSyncExternalStore(old.subscribe, old.get);
  const steps = useMemo(() => stepsOf(form, answers), [form, answers]);
  const { step, index } = stepAt(steps, stepId ?? begun.page);
  const { id: nhap, procedureCode } = draft;

  const { open, edit, leaveStep } = useStepping(draft, { steps, index, isEdit });
  useEffect(() => {
    keeper.change({ answers, oldAnswers, page: isEdit ? 'review' : step.id });
  }, [keeper, answers, oldAnswers, isEdit, step.id]);
  useEffect(() => {
    // The page is turned: what was written on it should be safe before the next is filled.
    void keeper.flush();
    rememberPlace(paths.submitDossier({ procedureCode, nhap, buoc: step.id, sua: isEdit ? '1' : undefined }));
    window.scrollTo(0, 0);
  }, [keeper, procedureCode, nhap, step.id, isEdit]);
  useEffect(() => forgetPlace, []);
  useCountedWay(procedureCode, step.kind, save.state === 'sent');
  const sentAs = save.state === 'sent' ? save.dossierId : undefined;
  useEffect(() => {
    if (sentAs !== undefined) leave(paths.dossier({ id: sentAs, xem: 'phieu' }));
  }, [sentAs, leave]);

  const moved = save.state === 'moved' ? save.draft : undefined;
  useEffect(() => {
    if (moved !== undefined) onMoved(moved);
  }, [moved, onMoved]);

  const take = useCallback(
    (choice: 'mine' | 'theirs') => {
      const theirs = keeper.settle(choice);
      if (theirs === undefined) return;
      if (theirs.formVersion !== form.version) {
        onMoved(theirs);
        return;
      }
      filling.replace(theirs.answers as Answers);
      old.set(theirs.oldAnswers);
      uploads.learn(theirs.files);
      // Whoever was about to send reads it there.
      if (step.kind !== 'review') open(theirs.page, true);
    },
    [keeper, form.version, filling, old, uploads, open, onMoved, step.kind],
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
    leaveStep();
  };
  const { actingFor } = draft;
  const place = {
    step: index + 1,
    steps: steps.length,
    ...(actingFor === undefined ? {} : { reminder: t.actingFor(actingFor.fullName) }),
  };
  const shared = { filling, place, save, isEdit, help: <AskForHelp draftId={nhap} /> };
  const oldView = (
    <OldAnswers
      procedureCode={procedureCode}
      communes={communes}
      isNew={draft.movedFrom !== null}
      oldAnswers={oldAnswers}
      onChange={old.set}
    />
  );
  switch (step.kind) {
    case 'page':
      return <PageStep key={step.id} {...shared} old={oldView} page={step.page} onNext={next} />;
    case 'papers':
      return <PapersStep {...shared} answers={answers} uploads={uploads} items={items} onNext={next} />;
    case 'review':
      return (
        <ReviewStep
          {...shared}
          draft={draft}
          old={oldView}
          answers={answers}
          items={items}
          keeper={keeper}
          steps={steps}
          onEdit={edit}
        />
      );
  }
}
