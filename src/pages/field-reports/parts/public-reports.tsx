import { usePages } from '#api';
import { inFigures } from '#lib/figures';
import { Coming } from '#ui/coming';
import { speakIcon } from '#ui/icons';
import { MorePages } from '#ui/more-pages';
import { Empty } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { listTexts } from '../list-texts';
import type { Filters } from './report-filters';
import { ReportRow } from './report-row';

const queryOf = ({ commune, category, open }: Filters) => ({
  ...(commune === undefined ? {} : { commune }),
  ...(category === undefined ? {} : { category }),
  ...(open === undefined ? {} : { open }),
});

/** The list, page by page. */
export function PublicReports({ filters }: { filters: Filters }) {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const pages = usePages('listReports', { query: queryOf(filters) });
  const { first, items, error, reload } = pages;
  if (first === undefined) return <Coming error={error} reload={reload} label={t.loading} failed={t.failed} />;
  if (items.length === 0) {
    return (
      <Empty icon={speakIcon} title={t.emptyTitle}>
        {t.empty}
      </Empty>
    );
  }
  return (
    <>
      <p className="sub mb-2 mt-3">{t.count(inFigures(first.total, language))}</p>
      <ul className="list mt-2">
        {items.map((report) => (
          <ReportRow key={report.id} report={report} />
        ))}
      </ul>
      <MorePages {...pages} />
    </>
  );
}
