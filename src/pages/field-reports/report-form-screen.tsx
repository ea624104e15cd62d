import { useEffect, useState } from 'react';
import { note } from '#lib/log';
import { outbox, useOnline, type OutboxItem } from '#offline';
import { useLeaveWork } from '#nav';
import { HandedIn } from './parts/handed-in';
import { ReportForm } from './parts/report-form';
import { findUnfinished, forgetUnfinished, keepWhatIsWritten } from './unfinished-report';

/** Writing a report; then where it is. */
export default function ReportFormScreen() {
  const [handed, setHanded] = useState<OutboxItem>();
  const [found, setFound] = useState(false);
  const online = useOnline();
  const leave = useLeaveWork();
  useEffect(() => {
    // Where it leads to afterwards must open without a network, too.
    import('./my-reports-screen').catch((error: unknown) => note('my reports not fetched ahead', error));
    return keepWhatIsWritten();
  }, []);
  useEffect(() => {
    // While there is a network: what is written later can then be kept without one.
    void outbox.prepare();
    findUnfinished().then(
      (was) => {
        if (was) setFound(true);
      },
      (error: unknown) => note('what was being written not found', error),
    );
  }, [online]);
  if (handed !== undefined) {
    return (
      <HandedIn
        id={handed.id}
        onLeave={leave}
        onAnother={() => {
          setHanded(undefined);
        }}
      />
    );
  }
  return (
    <ReportForm
      found={found}
      onStartAnew={() => {
        forgetUnfinished();
        setFound(false);
      }}
      onHandedIn={(item) => {
        forgetUnfinished();
        setFound(false);
        setHanded(item);
      }}
    />
  );
}
