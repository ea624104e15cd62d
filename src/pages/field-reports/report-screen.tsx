import { useOperation } from '#api';
import { levelOf, useIdentity } from '#auth';
import { paths, usePlace } from '#nav';
import { Opening } from '#ui/opening';
import { useTexts } from '#ui/texts';
import { MyReportView } from './parts/my-report-view';
import { PublicReportView } from './parts/public-report-view';
import { reportTexts } from './report-texts';

/** One report: to who sent it with all that is theirs, to everybody else as it was checked. */
export default function ReportScreen() {
  const t = useTexts(reportTexts);
  const { params } = usePlace(paths.report);
  const reportId = params.id;
  const identity = useIdentity();
  const known = levelOf(identity) >= 1;
  const mine = useOperation('readMyReport', { params: { reportId } }, { enabled: known });
  // Whose it is decides what is asked; who is not recognised yet sees what everybody sees.
  const notMine = !known || mine.error?.kind === 'missing';
  const seen = useOperation('readReport', { params: { reportId } }, { enabled: notMine });
  if (mine.data !== undefined) return <MyReportView report={mine.data} />;
  if (notMine && seen.data !== undefined) return <PublicReportView report={seen.data} known={known} />;
  const error = notMine ? seen.error : mine.error;
  const reload = notMine ? seen.reload : mine.reload;
  const words = { opening: t.loading, failed: t.failed, missing: t.goneTitle, missingMore: t.gone, toList: t.toList };
  return <Opening error={error} reload={reload} words={words} list={paths.reports()} />;
}
