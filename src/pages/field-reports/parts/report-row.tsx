import type { Schemas } from '@dvc/contract';
import { apiAddress } from '#api';
import { now } from '#lib/clock';
import { dayOf, longDate, momentInWords } from '#lib/dates';
import { paths } from '#nav';
import { Icon } from '#ui/icon';
import { cameraIcon } from '#ui/icons';
import { Link } from '#ui/link';
import { useLanguage, useTexts } from '#ui/texts';
import { Quoting } from '#ui/in-vietnamese';
import { usePreferences } from '#ui/preferences';
import { listTexts } from '../list-texts';
import { ReportChip } from './report-chip';

type Summary = Schemas['PublicReportSummary'];

/** The address of a photo everybody may see. */
export function photoAddress(reportId: string, photoId: string, size: 'small' | 'large'): string {
  return apiAddress(`/reports/${reportId}/photos/${photoId}?size=${size}`);
}

/** One public report in a list: photo, what, where and when, how it stands. */
export function ReportRow({ report, distance }: { report: Summary; distance?: string | undefined }) {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const { id, title, place, submittedAt, photo } = report;
  const { dataSaving } = usePreferences();
  const today = dayOf(submittedAt) === dayOf(now());
  const when = today
    ? momentInWords(submittedAt, now(), language).replace(/^\S+ /, '')
    : longDate(dayOf(submittedAt), language);
  return (
    <li>
      <Link to={paths.report({ id })} className="row items-start">
        <span className="thumb">
          {photo === null || dataSaving ? (
            <span className="none">
              <Icon of={cameraIcon} />
              <span className="unseen">{photo === null ? t.noPhoto : t.photoOf(title)}</span>
            </span>
          ) : (
            <img
              src={photoAddress(id, photo.id, 'small')}
              alt={t.photoOf(title)}
              loading="lazy"
              width="76"
              height="76"
            />
          )}
        </span>
        <span className="grow">
          <span className="t" lang="vi">
            {title}
          </span>
          <span className="m">
            {distance === undefined ? null : `${distance}, `}
            {place === null ? when : <Quoting text={t.near(place, when)} words={place} />}
          </span>
          <ReportChip report={report} />
        </span>
      </Link>
    </li>
  );
}
