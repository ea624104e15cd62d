import { callOperation, refreshAnswers } from '#api';
import { AskFirst } from '#ui/ask-first';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** Gives the place back, after one more question. */
export function CancelTicket({ id }: { id: string }) {
  const t = useTexts(texts);
  const cancel = async (): Promise<void> => {
    try {
      await callOperation('cancelAppointment', { params: { appointmentId: id } });
    } finally {
      // Also when it failed: it may have been cancelled, or called, meanwhile.
      refreshAnswers('readAppointment', 'listAppointments', 'listAppointmentDays');
    }
  };
  return (
    <AskFirst
      label={t.cancel}
      question={t.cancelAsk}
      keep={t.cancelNo}
      yes={t.cancelYes}
      busy={t.cancelling}
      onYes={cancel}
    />
  );
}
