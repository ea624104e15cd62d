import { useCallback, useEffect, useMemo } from 'react';
import type { Schemas } from '@dvc/contract';
import { visiblePages, type Answers, type FormDefinition } from '@dvc/contract/forms';
import { callOperation, putAnswer, refreshAnswers } from '#api';
import { FormPageView, TwoFillings, useAnswers, useFilling, type CommuneIndex } from '#forms';
import { paths, useBack, useGo, useLeaveWork } from '#nav';
import { forgetPlace, rememberPlace, useDraftKeeper, useSaveState } from '#offline';
import { Button } from '#ui/button';
import { SaveLine } from '#ui/save-line';
import { Screen } from '#ui/screen';
import { StepHead } from '#ui/step-head';
import { useTexts } from '#ui/texts';
import { registerTexts } from '../register-texts';
import { ScanAccount } from './scan-account';
import { StoreReview } from './store-review';

type Registration = Schemas['StoreRegistration'];

interface FillStoreProps {
  known: Registration;
  form: FormDefinition;
  communes: CommuneIndex;
  stepId: string | undefined;
  /** The step was opened from the review. */
  isEdit: boolean;
  /** It is in another version of its form now: that one is to be opened. */
  onMoved: () => void;
}

/** A registration being written: one form for all steps, saved as it is typed, the open step remembered. */
export function FillStore({ known, form, communes, stepId, isEdit, onMoved }: FillStoreProps) {
  const t = useTexts(registerTexts);
  const go = useGo();
  const back = useBack();
  const leave = useLeaveWork();
  const { draft } = known;
  const params = useMemo(() => ({ storeId: draft.id }), [draft.id]);
  const keeper = useDraftKeeper(draft, ({ oldAnswers, ...body }) =>
    callOperation('saveStoreRegistration', { params, body: { ...body, oldAnswers: [...oldAnswers] } }),
  );
  const save = useSaveState(keeper);
  const begun = useMemo(() => keeper.work(), [keeper]);
  const filling = useFilling({ form, communes, answers: begun.answers, prefilled: draft.prefilled });
  const answers = useAnswers(filling);
  const pages = useMemo(() => visiblePages(form, answers), [form, answers]);
  const wanted = stepId ?? begun.page;
  const page = wanted === 'review' ? undefined : (pages.find(({ id }) => id === wanted) ?? pages[0]);
  const here = page?.id ?? 'review';

  const open = useCallback(
    (buoc: string, { replace = false, sua }: { replace?: boolean; sua?: '1' } = {}) => {
      go(paths.registerStore({ tiem: draft.id, buoc, sua }), { replace });
    },
    [go, draft.id],
  );
  useEffect(() => {
    keeper.change({ answers, oldAnswers: begun.oldAnswers, page: isEdit ? 'review' : here });
  }, [keeper, answers, begun.oldAnswers, isEdit, here]);
  useEffect(() => {
    // The page is turned: what was written on it should be safe before the next is filled.
    void keeper.flush();
    rememberPlace(paths.registerStore({ tiem: draft.id, buoc: here, sua: isEdit ? '1' : undefined }));
    window.scrollTo(0, 0);
  }, [keeper, draft.id, here, isEdit]);
  useEffect(() => forgetPlace, []);
  const isSent = save.state === 'sent';
  useEffect(() => {
    if (!isSent) return;
    forgetPlace();
    refreshAnswers('readStoreRegistration', 'listStoreRegistrations');
    leave(paths.registerStore({ tiem: draft.id }));
  }, [isSent, leave, draft.id]);
  const isMoved = save.state === 'moved';
  useEffect(() => {
    if (isMoved) onMoved();
  }, [isMoved, onMoved]);

  const take = useCallback(
    (choice: 'mine' | 'theirs') => {
      const theirs = keeper.settle(choice);
      if (theirs === undefined) return;
      if (theirs.formVersion === form.version) filling.replace(theirs.answers as Answers);
      else onMoved();
    },
    [keeper, filling, form.version, onMoved],
  );
  const isBehind = save.state === 'behind';
  useEffect(() => {
    if (isBehind) take('theirs');
  }, [isBehind, take]);

  if (save.state === 'conflict') {
    const { mine, theirs } = save;
    return (
      <TwoFillings
        mine={{ form, answers: mine.answers }}
        theirs={{ form, answers: theirs.answers as Answers }}
        communes={communes}
        onSettle={take}
      />
    );
  }
  const place = { step: page === undefined ? pages.length + 1 : pages.indexOf(page) + 1, steps: pages.length + 1 };
  if (page === undefined) {
    return (
      <StoreReview
        known={known}
        filling={filling}
        answers={answers}
        keeper={keeper}
        save={save}
        place={place}
        onEdit={(pageId) => {
          open(pageId, { sua: '1' });
        }}
        onSent={(registration) => {
          const { changedAt } = registration;
          putAnswer('readStoreRegistration', { params }, { ...known, registration, submittedAt: changedAt });
          keeper.sent(draft.id);
        }}
      />
    );
  }
  const next = (): void => {
    if (!filling.check(page)) return;
    filling.show([]);
    if (isEdit) back();
    else open(pages[pages.indexOf(page) + 1]?.id ?? 'review');
  };
  return (
    <Screen
      key={page.id}
      title={page.title}
      heading={(h1) => <StepHead {...place}>{h1}</StepHead>}
      foot={
        <>
          <SaveLine save={save} />
          <Button onClick={next}>{isEdit ? t.backToReview : t.next}</Button>
        </>
      }
    >
      {page.fields.some(({ id }) => id === 'accountNumber') ? <ScanAccount filling={filling} page={page} /> : null}
      <FormPageView filling={filling} page={page} />
    </Screen>
  );
}
