import { useState } from 'react';
import { useOperation } from '#api';
import { longDate } from '#lib/dates';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { Chip } from '#ui/chip';
import { calendarIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Screen } from '#ui/screen';
import { Empty, Failure, Loading } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from './texts';
import { stateLooks } from './ticket-state';

/** My appointments, latest day first. */
export default function AppointmentListScreen() {
  const t = useTexts(texts);
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined]);
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
      {cursors.map((cursor, index) => (
        <Page
          key={cursor ?? 'first'}
          cursor={cursor}
          onMore={index === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
        />
      ))}
    </Screen>
  );
}

function Page({ cursor, onMore }: { cursor: string | undefined; onMore: ((cursor: string) => void) | undefined }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { data, error, reload } = useOperation('listAppointments', { query: { cursor } });
  if (data === undefined) {
    return error === undefined ? (
      <Loading label={t.looking} onRetry={reload} />
    ) : (
      <Failure error={error} onRetry={reload} title={t.failed}>
        {t.kept}
      </Failure>
    );
  }
  if (data.items.length === 0 && cursor === undefined) {
    return (
      <Empty icon={calendarIcon} title={t.none}>
        {t.noneMore}
      </Empty>
    );
  }
  const { next } = data;
  return (
    <div className="stack mt-4">
      <List>
        {data.items.map(({ id, day, time, serviceName, officeName, state }) => (
          <Row
            key={id}
            title={t.at(time, longDate(day, language))}
            meta={`${serviceName}, ${officeName}`}
            chip={<Chip {...stateLooks[state]}>{t.states[state]}</Chip>}
            to={paths.appointment({ id })}
          />
        ))}
      </List>
      {next === null || onMore === undefined ? null : (
        <Button look="second" onClick={() => onMore(next)}>
          {t.more}
        </Button>
      )}
    </div>
  );
}
