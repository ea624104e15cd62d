import { usePages } from '#api';
import { longDate } from '#lib/dates';
import { paths } from '#nav';
import { Chip } from '#ui/chip';
import { Coming } from '#ui/coming';
import { calendarIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { MorePages } from '#ui/more-pages';
import { Screen } from '#ui/screen';
import { Empty } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from './texts';
import { stateLooks } from './ticket-state';

/** My appointments, latest day first. */
export default function AppointmentListScreen() {
  const t = useTexts(texts);
  return (
    <Screen
      title={t.title}
      lead={t.lead}
      foot={
        <LinkButton icon={calendarIcon} to={paths.bookAppointment()}>
          {t.new}
        </LinkButton>
      }
    >
      <Appointments />
    </Screen>
  );
}

function Appointments() {
  const t = useTexts(texts);
  const language = useLanguage();
  const pages = usePages('listAppointments', {});
  const { first, items, error, reload } = pages;
  if (first === undefined) {
    return (
      <Coming error={error} reload={reload} label={t.looking} failed={t.failed}>
        {t.kept}
      </Coming>
    );
  }
  if (items.length === 0) {
    return (
      <Empty icon={calendarIcon} title={t.none}>
        {t.noneMore}
      </Empty>
    );
  }
  return (
    <div className="mt-4">
      <List>
        {items.map(({ id, day, time, serviceName, officeName, state }) => (
          <Row
            key={id}
            title={t.at(time, longDate(day, language))}
            meta={`${serviceName}, ${officeName}`}
            chip={<Chip {...stateLooks[state]}>{t.states[state]}</Chip>}
            to={paths.appointment({ id })}
          />
        ))}
      </List>
      <MorePages {...pages} />
    </div>
  );
}
