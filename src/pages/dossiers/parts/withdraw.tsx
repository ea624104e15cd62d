import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { putAnswer, useAct } from '#api';
import { randomUuid } from '#lib/random';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { Field } from '#ui/field';
import { TextArea } from '#ui/input';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { afterTexts } from '../after-texts';

/** Taking the dossier back: says what it means first, and the safe way is the bigger one. */
export function Withdraw({ dossierId }: { dossierId: string }) {
  const t = useTexts(afterTexts);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  // One key for this act, however often it must be repeated; other words are another act.
  const [key, setKey] = useState(randomUuid);
  const act = useAct('withdrawDossier', { refresh: ['listDossiers'] });
  if (!asking) {
    return (
      <Button
        look="text"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t.withdraw}
      </Button>
    );
  }
  const withdraw = async (): Promise<void> => {
    const params = { dossierId };
    const body = reason.trim() === '' ? {} : { reason: reason.trim() };
    const moved: Schemas['Dossier'] | undefined = await act.run({ params, headers: { 'Idempotency-Key': key }, body });
    if (moved !== undefined) putAnswer('readDossier', { params }, moved);
  };
  return (
    <div role="group" aria-label={t.withdrawAsk}>
      <Card title={t.withdrawAsk}>
        <p>{t.withdrawMeans}</p>
        <Field label={t.reason} optional>
          {(ties) => (
            <TextArea
              {...ties}
              maxLength={500}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
                setKey(randomUuid());
              }}
            />
          )}
        </Field>
        <div className="mt-3 grid gap-2">
          {act.error === undefined ? null : <FailedAct error={act.error} />}
          <Button
            onClick={() => {
              setAsking(false);
            }}
          >
            {t.keep}
          </Button>
          <Button look="danger" size="small" busy={act.busy} onClick={() => void withdraw()}>
            {act.busy ? t.withdrawing : t.withdrawYes}
          </Button>
        </div>
      </Card>
    </div>
  );
}
