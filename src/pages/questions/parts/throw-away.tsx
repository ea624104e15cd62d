import { callOperation } from '#api';
import { paths, useGo } from '#nav';
import { AskFirst } from '#ui/ask-first';
import { trashIcon } from '#ui/icons';
import { useTexts } from '#ui/texts';
import { askTexts } from '../ask-texts';

/** Throws away what is being written, after one more question. */
export function ThrowAway({ onGone }: { onGone: () => void }) {
  const t = useTexts(askTexts);
  const go = useGo();
  const throwAway = async (): Promise<void> => {
    await callOperation('deleteQuestionDraft');
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
