import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { useAct, useOperation } from '#api';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { followIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { Notice } from '#ui/notice';
import { FootNote, Screen } from '#ui/screen';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { reportTexts } from '../report-texts';
import { ReportChip } from './report-chip';
import { ReportFacts } from './report-facts';
import { ReportPhotos } from './report-photos';
import { ReportTimeline } from './report-timeline';

interface PublicReportViewProps {
  report: Schemas['PublicReport'];
  /** Somebody with a phone number: may follow. */
  known: boolean;
}

/** A report as everybody may see it: checked words, checked photos, no names. */
export function PublicReportView({ report, known }: PublicReportViewProps) {
  const t = useTexts(reportTexts);
  const { id, title, words, photos, events, followers, mergedInto } = report;
  return (
    <Screen title={title} foot={known && report.open ? <Follow reportId={id} /> : undefined}>
      <div className="mt-2">
        <ReportChip report={report} />
      </div>
      {mergedInto === null ? null : <Merged into={mergedInto} />}
      {words === null ? null : <p className="mt-3">{words}</p>}
      <ReportPhotos reportId={id} photos={photos} />
      <ReportFacts report={report} />
      {followers === 0 ? null : <p className="sub mt-2">{t.followers(followers)}</p>}
      <ReportTimeline events={events} yours={false} />
      {known || !report.open ? null : (
        <div className="mt-4">
          <p className="sub">{t.needPhone}</p>
          <LinkButton look="second" to={paths.myReports()}>
            {t.givePhone}
          </LinkButton>
        </div>
      )}
    </Screen>
  );
}

/** It lives on in another report. */
export function Merged({ into }: { into: string }) {
  const t = useTexts(reportTexts);
  return (
    <div className="mt-3">
      <Notice>
        <p>{t.merged}</p>
        <LinkButton look="second" size="small" to={paths.report({ id: into })}>
          {t.openMerged}
        </LinkButton>
      </Notice>
    </div>
  );
}

function Follow({ reportId }: { reportId: string }) {
  const t = useTexts(reportTexts);
  const list = useOperation('listMyReports', {}).data?.items;
  const listed = list?.some(({ id, mine }) => id === reportId && !mine) ?? false;
  const [wished, setWished] = useState<boolean>();
  const refresh = { refresh: ['listMyReports' as const, 'readReport' as const] };
  const follow = useAct('followReport', refresh);
  const unfollow = useAct('unfollowReport', refresh);
  const busy = follow.busy || unfollow.busy;
  const error = wished === false ? unfollow.error : follow.error;
  const settled = wished !== undefined && !busy && error === undefined;
  const following = settled ? wished : listed;
  const act = following ? unfollow : follow;
  return (
    <>
      {error === undefined ? null : <FailedAct error={error} />}
      {following ? <FootNote icon={followIcon}>{t.followed}</FootNote> : null}
      <Button
        look={following ? 'second' : 'main'}
        icon={followIcon}
        busy={busy}
        onClick={() => {
          setWished(!following);
          void act.run({ params: { reportId } });
        }}
      >
        {following ? t.unfollow : t.follow}
      </Button>
    </>
  );
}
