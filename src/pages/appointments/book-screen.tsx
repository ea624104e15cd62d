import { useRef } from 'react';
import type { Schemas } from '@dvc/contract';
import { refreshAnswers, useAct, useOperation } from '#api';
import { randomUuid } from '#lib/random';
import { paths, useLeaveWork, usePlace } from '#nav';
import { Coming } from '#ui/coming';
import { calendarIcon, officeIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { Empty } from '#ui/states';
import { StepHead } from '#ui/step-head';
import { useTexts } from '#ui/texts';
import { InVietnamese } from '#ui/in-vietnamese';
import { ChooseSlot, type Slot } from './parts/choose-slot';
import { texts } from './texts';

type Office = Schemas['AppointmentOffice'];
type Service = Office['services'][number];

/** Where, what for, when: one question a page; what was chosen is in the address. */
export default function BookScreen() {
  const t = useTexts(texts);
  const leave = useLeaveWork();
  const { 'co-quan': officeId, viec } = usePlace(paths.bookAppointment).query;
  const { data, error, reload } = useOperation('listAppointmentOffices', {});
  if (data === undefined) {
    return (
      <Screen title={t.new} busy={error === undefined}>
        <Coming error={error} reload={reload} label={t.lookingOffices} failed={t.failedOffices} />
      </Screen>
    );
  }
  const office = data.items.find(({ id }) => id === officeId);
  const service = office?.services.find(({ id }) => id === viec);
  if (office === undefined) return <ChooseOffice offices={data.items} />;
  if (service === undefined) return <ChooseService office={office} />;
  return <BookSlot office={office} service={service} onBooked={(id) => leave(paths.appointment({ id }))} />;
}

function ChooseOffice({ offices }: { offices: readonly Office[] }) {
  const t = useTexts(texts);
  return (
    <Screen
      title={t.step.office}
      heading={(h1) => (
        <StepHead step={1} steps={3}>
          {h1}
        </StepHead>
      )}
    >
      {offices.length === 0 ? (
        <Empty icon={calendarIcon} title={t.noOffices}>
          {t.noOfficesMore}
        </Empty>
      ) : (
        <List>
          {offices.map(({ id, name, address }) => (
            <Row
              key={id}
              icon={officeIcon}
              title={name}
              lang="vi"
              meta={<InVietnamese>{address}</InVietnamese>}
              to={paths.bookAppointment({ 'co-quan': id })}
            />
          ))}
        </List>
      )}
    </Screen>
  );
}

function ChooseService({ office }: { office: Office }) {
  const t = useTexts(texts);
  return (
    <Screen
      title={t.step.service}
      heading={(h1) => (
        <StepHead step={2} steps={3} reminder={<InVietnamese>{office.name}</InVietnamese>}>
          {h1}
        </StepHead>
      )}
    >
      {office.sample ? <Notice tone="info">{t.sample}</Notice> : null}
      <List>
        {office.services.map(({ id, name, minutes }) => (
          <Row
            key={id}
            title={name}
            lang="vi"
            meta={t.minutes(minutes)}
            to={paths.bookAppointment({ 'co-quan': office.id, viec: id })}
          />
        ))}
      </List>
    </Screen>
  );
}

interface BookSlotProps {
  office: Office;
  service: Service;
  onBooked: (id: string) => void;
}

function BookSlot({ office, service, onBooked }: BookSlotProps) {
  const t = useTexts(texts);
  const act = useAct('bookAppointment', { refresh: ['listAppointments'] });
  // One id for one slot: repeating after a lost answer gives the same ticket.
  const attempt = useRef({ slot: '', id: '' });
  const book = async (slot: Slot): Promise<void> => {
    const written = `${slot.day} ${slot.time}`;
    if (attempt.current.slot !== written) attempt.current = { slot: written, id: randomUuid() };
    const body = { id: attempt.current.id, officeId: office.id, serviceId: service.id, ...slot };
    const ticket = await act.run({ body });
    if (ticket === undefined) refreshAnswers('listAppointmentDays');
    else onBooked(ticket.id);
  };
  return (
    <ChooseSlot
      officeId={office.id}
      serviceId={service.id}
      title={t.step.day}
      heading={(h1) => (
        <StepHead step={3} steps={3} reminder={<InVietnamese>{`${service.name}, ${office.name}`}</InVietnamese>}>
          {h1}
        </StepHead>
      )}
      words={{ act: t.book, acting: t.booking }}
      busy={act.busy}
      error={act.error}
      onChoose={(slot) => void book(slot)}
    />
  );
}
