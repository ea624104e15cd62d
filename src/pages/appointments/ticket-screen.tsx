import { useEffect, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { levelOf, useIdentity } from '#auth';
import { paths, usePlace } from '#nav';
import { LinkButton } from '#ui/link-button';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { Failure, Loading } from '#ui/states';
import { useTexts } from '#ui/texts';
import { keepTicket, keptTicket } from './kept-ticket';
import { TicketView } from './parts/ticket-view';
import { texts } from './texts';

const queueMs = 30_000;

/** A ticket; one that was opened on this phone before opens without a network, and before anybody is recognised. */
export default function TicketScreen() {
  const { id } = usePlace(paths.appointment).params;
  return <Ticket key={id} id={id} />;
}

function Ticket({ id }: { id: string }) {
  const t = useTexts(texts);
  const identity = useIdentity();
  const isKnown = levelOf(identity) >= 1;
  const { data, error, reload } = useOperation(
    'readAppointment',
    { params: { appointmentId: id } },
    { enabled: isKnown, pollMs: queueMs },
  );
  const [kept, setKept] = useState<Schemas['Appointment'] | 'none'>();
  useEffect(() => {
    let left = false;
    void keptTicket(id).then((found) => {
      if (!left) setKept(found ?? 'none');
    });
    return () => {
      left = true;
    };
  }, [id]);
  useEffect(() => {
    if (data !== undefined) keepTicket(data);
  }, [data]);

  if (data !== undefined) return <TicketView ticket={data} onReload={reload} />;
  // Somebody else's ticket, or none: what the phone kept proves nothing then.
  const isGone = error?.kind === 'missing';
  if (kept !== undefined && kept !== 'none' && !isGone) {
    return (
      <TicketView
        ticket={{ ...kept, mayChange: false }}
        notice={error !== undefined || identity.state === 'unreachable' ? <Notice>{t.offline}</Notice> : undefined}
      />
    );
  }
  const isVisitor = identity.state === 'visitor';
  return (
    <Screen title={t.ticket} busy={error === undefined && !isVisitor && identity.state !== 'unreachable'}>
      {isVisitor ? (
        <div className="stack mt-4">
          <Notice>{t.signIn}</Notice>
          <LinkButton to={paths.appointments()}>{t.all}</LinkButton>
        </div>
      ) : error !== undefined ? (
        <Failure error={error} onRetry={reload} title={t.failedTicket}>
          {isGone ? t.failedTicketMore : undefined}
        </Failure>
      ) : identity.state === 'unreachable' ? (
        <Failure error={identity.error} title={t.failedTicket} />
      ) : (
        <Loading label={t.lookingTicket} onRetry={reload} />
      )}
    </Screen>
  );
}
