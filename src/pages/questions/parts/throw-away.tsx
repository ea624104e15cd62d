import { callOperation } from '#api';
import { paths, useGo } from '#nav';
import { AskFirst } from '#ui/ask-first';
import { trashIcon } from '#ui/icons';
import { useTexts } from '#ui/texts';
import { askTexts } from '../ask-texts';

interface ThrowAwayProps {
  /** Stops saving; the answer goes on with it. */
  halt: () => Promise<() => void>;
  onGone: () => void;
}

/** Throws away what is being written, after one more question. */
export function ThrowAway({ halt, onGone }: ThrowAwayProps) {
  const t = useTexts(askTexts);
  const go = useGo();
  const throwAway = async (): Promise<void> => {
    // A saving that arrives after the deletion would write it all again.
    const goOn = await halt();
    try {
      await callOperation('deleteQuestionDraft');
    } catch (failure) {
      goOn();
      throw failure;
    }
    // Nothing is saved any more, also not on leaving.
    onGone();
    go(paths.questions(), { replace: true });
  };
  return (
    <AskFirst
      label={t.throwAway}
      icon={trashIcon}
      question={t.throwAwayAsk}
      keep={t.keep}
      yes={t.throwAway}
      onYes={throwAway}
    />
  );
}
