import type { Schemas } from '@dvc/contract';
import { callOperation, refreshAnswers } from '#api';
import { paths, useGo } from '#nav';
import { AskFirst } from '#ui/ask-first';
import { useTexts } from '#ui/texts';
import { registerTexts } from '../register-texts';

/** Takes a shop out of the list, or a registration back; asks first and names what goes. */
export function EndStore({ id, state }: { id: string; state: Schemas['StoreState'] }) {
  const t = useTexts(registerTexts);
  const go = useGo();
  const [label, question] =
    state === 'draft'
      ? [t.drop, t.dropAsk]
      : state === 'approved'
        ? [t.close, t.closeAsk]
        : [t.withdraw, t.withdrawAsk];
  const end = async (): Promise<void> => {
    await callOperation('deleteStoreRegistration', { params: { storeId: id } });
    refreshAnswers('readStoreRegistration', 'listStoreRegistrations', 'readStore', 'listStores');
    if (state === 'draft') go(paths.registerStore(), { replace: true });
  };
  return <AskFirst label={label} question={question} keep={t.keep} yes={label} busy={t.closing} onYes={end} />;
}
