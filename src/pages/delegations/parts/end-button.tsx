import { useState } from 'react';
import { useAct } from '#api';
import { Button } from '#ui/button';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** Ends acting for somebody; asks first and names what stays. */
export function EndButton({ id, label }: { id: string; label: string }) {
  const t = useTexts(texts);
  const [asked, setAsked] = useState(false);
  const end = useAct('endDelegation', { refresh: ['listDelegations'] });
  if (!asked) {
    return (
      <Button
        look="text"
        size="small"
        aria-label={label}
        onClick={() => {
          setAsked(true);
        }}
      >
        {t.end}
      </Button>
    );
  }
  return (
    <div role="alert">
      <p>{t.endAsk}</p>
      <div className="mt-3 grid gap-2">
        <Button
          onClick={() => {
            setAsked(false);
          }}
        >
          {t.keep}
        </Button>
        <Button
          look="danger"
          size="small"
          busy={end.busy}
          onClick={() => void end.run({ params: { delegationId: id } })}
        >
          {end.busy ? t.ending : label}
        </Button>
      </div>
      {end.error === undefined ? null : <FailedAct error={end.error} />}
    </div>
  );
}
