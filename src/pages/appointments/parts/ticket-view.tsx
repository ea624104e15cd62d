import type { ReactNode } from 'react';
import type { Schemas } from '@dvc/contract';
import { longDate } from '#lib/dates';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { Chip } from '#ui/chip';
import { againIcon, calendarIcon } from '#ui/icons';
import { KeyValues } from '#ui/key-values';
import { LinkButton } from '#ui/link-button';
import { Notice } from '#ui/notice';
import { QrCode } from '#ui/qr-code';
import { Screen } from '#ui/screen';
import { Ticket } from '#ui/ticket';
import { Ticks } from '#ui/ticks';
import { useLanguage, useTexts } from '#ui/texts';
import { InVietnamese } from '#ui/in-vietnamese';
import { texts } from '../texts';
import { stateLooks } from '../ticket-state';
import { CancelTicket } from './cancel-ticket';

interface TicketViewProps {
  ticket: Schemas['Appointment'];
  /** A word about where this ticket comes from. */
  notice?: ReactNode;
  onReload?: () => void;
}

/** Number, time and place large, the code below; the queue on the day itself. */
export function TicketView({ ticket, notice, onReload }: TicketViewProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { id, number, state, day, time, officeName, address, serviceName, bring, link, mayChange } = ticket;
  const isOpen = state === 'booked' || state === 'called';
  return (
    <Screen title={t.ticket}>
      {notice}
      {ticket.queue === null ? null : <Queue ticket={ticket} onReload={onReload} />}
      <div className="mt-4">
        <Ticket
          stub={
            isOpen ? (
              <>
                <QrCode text={link} label={t.qr} />
                <p className="sub text-center">{t.qrMore}</p>
              </>
            ) : undefined
          }
        >
          <Chip {...stateLooks[state]}>{t.states[state]}</Chip>
          <KeyValues
            items={[
              { label: t.number, value: <b className="num text-2xl">{number}</b> },
              { label: t.when, value: t.at(time, longDate(day, language)) },
              { label: t.service, value: <InVietnamese>{serviceName}</InVietnamese> },
              {
                label: t.where,
                value: (
                  <InVietnamese>
                    {officeName}
                    <span className="sub block">{address}</span>
                  </InVietnamese>
                ),
              },
            ]}
          />
        </Ticket>
      </div>
      {bring.length === 0 || !isOpen ? null : (
        <section className="sec">
          <h2>{t.bring}</h2>
          <Ticks kind="yes" lines={bring.map((text) => ({ text: <InVietnamese>{text}</InVietnamese> }))} />
        </section>
      )}
      <div className="stack mt-4">
        {mayChange ? (
          <>
            <LinkButton look="second" icon={calendarIcon} to={paths.moveAppointment({ id })}>
              {t.move}
            </LinkButton>
            <CancelTicket id={id} />
          </>
        ) : null}
        {isOpen ? null : (
          <LinkButton icon={calendarIcon} to={paths.bookAppointment()}>
            {t.bookAgain}
          </LinkButton>
        )}
      </div>
    </Screen>
  );
}

function Queue({ ticket, onReload }: { ticket: Schemas['Appointment']; onReload: (() => void) | undefined }) {
  const t = useTexts(texts);
  if (ticket.queue === null) return null;
  const { called, ahead } = ticket.queue;
  return (
    <section className="sec">
      <h2>{t.queue}</h2>
      {ticket.state === 'called' ? (
        <Notice tone="act" role="status">
          {t.yourTurn}
        </Notice>
      ) : (
        <Notice tone="info" role="status" title={t.ahead(ahead)}>
          {called === null ? t.notCalled : t.called(called)}
        </Notice>
      )}
      {onReload === undefined ? null : (
        <Button look="text" size="small" icon={againIcon} onClick={onReload}>
          {t.again}
        </Button>
      )}
    </section>
  );
}
