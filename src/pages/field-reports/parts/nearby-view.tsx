import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { useAct } from '#api';
import { Button } from '#ui/button';
import { followIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { paths } from '#nav';
import { formTexts } from '../form-texts';
import { outboxTexts } from '../outbox-texts';
import { ReportRow } from './report-row';

export type NearbyReport = Schemas['PublicReportSummary'];

interface NearbyViewProps {
  reports: readonly NearbyReport[];
  busy: boolean;
  onBack: () => void;
  onSend: () => void;
}

/** Before sending: open reports like this one nearby, each to be followed instead. */
export function NearbyView({ reports, busy, onBack, onSend }: NearbyViewProps) {
  const t = useTexts(formTexts);
  return (
    <Screen
      title={t.nearbyTitle}
      lead={t.nearbyLead}
      back={onBack}
      foot={
        <Button busy={busy} onClick={onSend}>
          {busy ? t.sending : t.notSame}
        </Button>
      }
    >
      <ul className="mt-4 grid gap-3">
        {reports.map((report) => (
          <NearbyItem key={report.id} report={report} />
        ))}
      </ul>
    </Screen>
  );
}

function NearbyItem({ report }: { report: NearbyReport }) {
  const t = useTexts(formTexts);
  const words = useTexts(outboxTexts);
  const act = useAct('followReport', { refresh: ['listMyReports'] });
  const [tapped, setTapped] = useState(false);
  const followed = tapped && !act.busy && act.error === undefined;
  return (
    <li className="list">
      <ul>
        <ReportRow report={report} distance={report.metres === undefined ? undefined : t.metres(report.metres)} />
      </ul>
      <div className="grid gap-2 p-3">
        {act.error === undefined ? null : <FailedAct error={act.error} />}
        {followed ? (
          <>
            <Notice tone="ok" role="status">
              {t.followed}
            </Notice>
            <LinkButton look="second" size="small" to={paths.myReports()}>
              {words.mine}
            </LinkButton>
          </>
        ) : (
          <Button
            look="second"
            size="small"
            icon={followIcon}
            busy={act.busy}
            onClick={() => {
              setTapped(true);
              void act.run({ params: { reportId: report.id } });
            }}
          >
            {t.follow}
          </Button>
        )}
      </div>
    </li>
  );
}
