import { callOperation, refreshAnswers } from '#api';
import { AskFirst } from '#ui/ask-first';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** Ends acting for somebody; asks first and names what stays. */
export function EndButton({ id, label }: { id: string; label: string }) {
  const t = useTexts(texts);
  const end = async (): Promise<void> => {
    await callOperation('endDelegation', { params: { delegationId: id } });
    refreshAnswers('listDelegations');
  };
  return (
    <AskFirst
      label={t.end}
      aria-label={label}
      question={t.endAsk}
      keep={t.keep}
      yes={label}
      busy={t.ending}
      onYes={end}
    />
  );
}
