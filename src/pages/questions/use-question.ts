import { useCallback, useEffect, useRef, useState } from 'react';
import { putAnswer } from '#api';
import { paths, useGo } from '#nav';
import { useDraftKeeper, useSaveState } from '#offline';
import {
  answersOf,
  asDraft,
  forgetFresh,
  page,
  questionOf,
  rememberKeeper,
  saveQuestion,
  type Question,
} from './question-draft';

interface Begun {
  /** As the server has it. */
  question: Question;
  savedAt: string | null;
  /** The dossier it is asked about, where that is known. */
  dossierId: string | undefined;
}

/** A question as it is written, kept on the server; left or cut off before that, it goes on being saved. */
export function useQuestion({ question: kept, savedAt, dossierId }: Begun) {
  const { id } = kept;
  const go = useGo();
  const keeper = useDraftKeeper(asDraft(kept, savedAt), (work) => saveQuestion(id, work));
  const save = useSaveState(keeper);
  const [question, setQuestion] = useState<Question>(() => {
    const written = questionOf(id, keeper.work().answers);
    return dossierId === undefined ? written : { ...written, dossierId };
  });
  const latest = useRef(question);
  const isOver = useRef(false);
  useEffect(() => rememberKeeper(id, keeper), [id, keeper]);

  const change = useCallback(
    (part: Partial<Question>) => {
      latest.current = { ...latest.current, ...part };
      setQuestion(latest.current);
      keeper.change({ answers: answersOf(latest.current), oldAnswers: [], page });
    },
    [keeper],
  );
  /** It was sent or thrown away: nothing is saved any more. */
  const end = useCallback(() => {
    isOver.current = true;
    keeper.sent(id);
    forgetFresh();
    putAnswer('readQuestionDraft', {}, { draft: null, savedAt: null });
  }, [keeper, id]);
  const settle = useCallback(
    (choice: 'mine' | 'theirs') => {
      const theirs = keeper.settle(choice);
      if (theirs === undefined) return;
      latest.current = questionOf(theirs.id, theirs.answers);
      setQuestion(latest.current);
      putAnswer('readQuestionDraft', {}, { draft: latest.current, savedAt: theirs.savedAt });
    },
    [keeper],
  );

  const isBehind = save.state === 'behind';
  useEffect(() => {
    if (isBehind) settle('theirs');
  }, [isBehind, settle]);
  const wasSent = save.state === 'sent';
  useEffect(() => {
    // From another phone.
    if (wasSent && !isOver.current) {
      end();
      go(paths.myQuestions({ ma: id }), { replace: true });
    }
  }, [wasSent, end, go, id]);
  const isUntouched = save.state === 'saved' && keeper.rev() === 0;
  return { question, save, isUntouched, change, settle, end, halt: keeper.halt };
}
