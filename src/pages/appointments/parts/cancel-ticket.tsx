import { useState } from 'react';
import { refreshAnswers, useAct } from '#api';
import { Button } from '#ui/button';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** Gives the place back, after one more question. */
export function CancelTicket({ id }: { id: string }) {
  const t = useTexts(texts);
  const [asking, setAsking] = useState(false);
  const act = useAct('cancelAppointment', { refresh: ['readAppointment', 'listAppointments', 'listAppointmentDays'] });
  const cancel = async (): Promise<void> => {
    await act.run({ params: { appointmentId: id } });
    refreshAnswers('readAppointment');
  };
  if (!asking) {
    return (
      <Button look="text" onClick={() => setAsking(true)}>
        {t.cancel}
      </Button>
    );
  }
  return (
    <section aria-label={t.cancel} className="grid gap-2">
      <p role="status">{t.cancelAsk}</p>
      {act.error === undefined ? null : <FailedAct error={act.error} />}
      <Button look="second" onClick={() => setAsking(false)}>
        {t.cancelNo}
      </Button>
      <Button look="danger" busy={act.busy} onClick={() => void cancel()}>
        {act.busy ? t.cancelling : t.cancelYes}
      </Button>
    </section>
  );
}
