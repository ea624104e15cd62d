import { useEffect, useState } from 'react';
import { note } from '#lib/log';
import { outbox, type OutboxItem } from '#offline';
import { HandedIn } from './parts/handed-in';
import { ReportForm } from './parts/report-form';
import { forgetUnfinished } from './unfinished-report';

/** Writing a report; then where it is. */
export default function ReportFormScreen() {
  const [handed, setHanded] = useState<OutboxItem>();
  useEffect(() => {
    // While there is a network: what is written later can then be kept without one.
    void outbox.prepare();
    // Where it leads to afterwards must open without one, too.
    import('./my-reports-screen').catch((error: unknown) => note('my reports not fetched ahead', error));
  }, []);
  if (handed !== undefined) {
    return (
      <HandedIn
        id={handed.id}
        onAnother={() => {
          setHanded(undefined);
        }}
      />
    );
  }
  return (
    <ReportForm
      onHandedIn={(item) => {
        forgetUnfinished();
        setHanded(item);
      }}
    />
  );
}
