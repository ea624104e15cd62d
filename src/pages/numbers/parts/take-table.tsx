import { useState } from 'react';
import { apiAddress } from '#api';
import { listIcon } from '#ui/icons';
import { Button } from '#ui/button';
import { Notice } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { saveToPhone } from '#zalo';
import { texts } from '../texts';

type State = 'ready' | 'saving' | 'saved' | 'failed';

/** Everything as a table for a computer; where Zalo cannot save a file, its address, which anybody may open. */
export function TakeTable() {
  const t = useTexts(texts);
  const [state, setState] = useState<State>('ready');
  const address = apiAddress('/numbers/so-lieu.csv');
  const save = async (): Promise<void> => {
    setState('saving');
    setState(
      await saveToPhone(address).then(
        () => 'saved' as const,
        () => 'failed' as const,
      ),
    );
  };
  return (
    <section className="sec stack">
      <h2>{t.take}</h2>
      <p>{t.takeMore}</p>
      <Button look="second" icon={listIcon} busy={state === 'saving'} onClick={() => void save()}>
        {state === 'saving' ? t.saving : t.save}
      </Button>
      {state === 'saved' ? (
        <Notice tone="ok" role="status">
          {t.saved}
        </Notice>
      ) : null}
      {state === 'failed' ? (
        <Notice role="alert" title={t.notSaved}>
          {t.notSavedMore} <span className="break-all">{address}</span>
        </Notice>
      ) : null}
    </section>
  );
}
