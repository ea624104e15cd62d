import type { Schemas } from '@dvc/contract';
import { putAnswer, refreshAnswers, useAct, useOperation } from '#api';
import { paths, useBack, usePlace } from '#nav';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { Failure, Loading } from '#ui/states';
import { useTexts } from '#ui/texts';
import { ChooseSlot, type Slot } from './parts/choose-slot';
import { texts } from './texts';

/** Another time for the same visit; the old one is held until then. */
export default function MoveScreen() {
  const t = useTexts(texts);
  const { id } = usePlace(paths.moveAppointment).params;
  const { data, error, reload } = useOperation('readAppointment', { params: { appointmentId: id } });
  if (data?.mayChange === true) return <MoveTicket ticket={data} />;
  return (
    <Screen title={t.moveTitle} busy={data === undefined && error === undefined}>
      {data !== undefined ? (
        <Notice>{t.states[data.state]}</Notice>
      ) : error !== undefined ? (
        <Failure error={error} onRetry={reload} title={t.failedTicket}>
          {error.kind === 'missing' ? t.failedTicketMore : undefined}
        </Failure>
      ) : (
        <Loading label={t.lookingTicket} onRetry={reload} />
      )}
    </Screen>
  );
}

function MoveTicket({ ticket }: { ticket: Schemas['Appointment'] }) {
  const t = useTexts(texts);
  const back = useBack();
  const act = useAct('moveAppointment', { refresh: ['listAppointments', 'listAppointmentDays'] });
  const move = async (slot: Slot): Promise<void> => {
    const params = { appointmentId: ticket.id };
    const moved = await act.run({ params, body: slot });
    if (moved === undefined) {
      refreshAnswers('listAppointmentDays');
      return;
    }
    putAnswer('readAppointment', { params }, moved);
    back();
  };
  return (
    <ChooseSlot
      officeId={ticket.officeId}
      serviceId={ticket.serviceId}
      title={t.moveTitle}
      lead={t.moveLead}
      words={{ act: t.moveTo, acting: t.moving }}
      busy={act.busy}
      error={act.error}
      onChoose={(slot) => void move(slot)}
    />
  );
}
