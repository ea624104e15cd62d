import { useState, type ReactNode } from 'react';
import type { AppError, OperationOutput } from '#api';
import { useOperation } from '#api';
import { longDate } from '#lib/dates';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { ChoiceGroup } from '#ui/choice';
import { Coming } from '#ui/coming';
import { Field } from '#ui/field';
import { calendarIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Screen } from '#ui/screen';
import { Empty, FailedAct } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';

export interface Slot {
  day: string;
  time: string;
}

interface ChooseSlotProps {
  officeId: string;
  serviceId: string;
  title: string;
  lead?: string;
  heading?: (h1: ReactNode) => ReactNode;
  words: { act: (time: string) => string; acting: string };
  busy: boolean;
  error: AppError | undefined;
  onChoose: (slot: Slot) => void;
}

/** A day, then a time of it with a place left; used for booking and for changing. */
export function ChooseSlot(props: ChooseSlotProps) {
  const { officeId, serviceId, title, lead, heading, words, busy, error, onChoose } = props;
  const t = useTexts(texts);
  const [day, setDay] = useState<string>();
  const [time, setTime] = useState<string>();
  const [early, setEarly] = useState(false);
  const reading = useOperation('listAppointmentDays', { params: { officeId, serviceId } });
  const chosen = reading.data?.items.find((one) => one.day === day);
  const slot = chosen?.slots.find((one) => one.time === time && one.free > 0);
  return (
    <Screen
      title={title}
      lead={lead}
      heading={heading}
      busy={reading.loading}
      foot={
        chosen === undefined ? undefined : (
          <Button
            busy={busy}
            onClick={() => {
              setEarly(slot === undefined);
              if (slot !== undefined) onChoose({ day: chosen.day, time: slot.time });
            }}
          >
            {busy ? words.acting : words.act(slot?.time ?? '').trim()}
          </Button>
        )
      }
    >
      {error === undefined ? null : (
        <div className="mb-3 grid gap-2">
          <FailedAct error={error} />
          {error.code === 'already-booked' ? (
            <LinkButton look="second" to={paths.appointments()}>
              {t.all}
            </LinkButton>
          ) : null}
        </div>
      )}
      {reading.data === undefined ? (
        <Coming error={reading.error} reload={reading.reload} label={t.lookingDays} failed={t.failedDays} />
      ) : chosen === undefined ? (
        <Days days={reading.data.items} onDay={setDay} />
      ) : (
        <Times
          day={chosen}
          time={slot?.time}
          fault={early && slot === undefined ? t.chooseFirst : undefined}
          onTime={setTime}
          onOtherDay={() => {
            setDay(undefined);
            setTime(undefined);
          }}
        />
      )}
    </Screen>
  );
}

type Day = OperationOutput<'listAppointmentDays'>['items'][number];
const freeTimes = ({ slots }: Day): number => slots.filter(({ free }) => free > 0).length;

function Days({ days, onDay }: { days: readonly Day[]; onDay: (day: string) => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  if (days.every((day) => freeTimes(day) === 0)) {
    return (
      <Empty icon={calendarIcon} title={t.noDays}>
        {t.noDaysMore}
      </Empty>
    );
  }
  return (
    <List label={t.step.day}>
      {days.map((day) => {
        const free = freeTimes(day);
        const meta = day.closed === null ? (free === 0 ? t.full : t.freeTimes(free)) : t.closed(day.closed);
        return (
          <Row
            key={day.day}
            title={longDate(day.day, language)}
            meta={meta}
            {...(free === 0 ? {} : { onClick: () => onDay(day.day) })}
          />
        );
      })}
    </List>
  );
}

interface TimesProps {
  day: Day;
  time: string | undefined;
  fault: string | undefined;
  onTime: (time: string) => void;
  onOtherDay: () => void;
}

function Times({ day, time, fault, onTime, onOtherDay }: TimesProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  return (
    <>
      <p className="lead">{longDate(day.day, language)}</p>
      <Button look="text" size="small" onClick={onOtherDay}>
        {t.otherDay}
      </Button>
      <Field group label={t.step.time} {...(fault === undefined ? {} : { error: fault })}>
        {(ties) => (
          <ChoiceGroup
            ties={ties}
            value={time}
            onChange={onTime}
            choices={day.slots
              .filter(({ free }) => free > 0)
              .map((slot) => ({ value: slot.time, label: slot.time, hint: t.places(slot.free) }))}
          />
        )}
      </Field>
    </>
  );
}
