import { useState } from 'react';
import { useOperation } from '#api';
import { Button } from '#ui/button';
import { speakIcon } from '#ui/icons';
import { Empty, Failure, Loading } from '#ui/states';
import { useTexts } from '#ui/texts';
import { listTexts } from '../list-texts';
import type { Filters } from './report-filters';
import { ReportRow } from './report-row';

const queryOf = ({ commune, category, open }: Filters, cursor: string | undefined) => ({
  ...(commune === undefined ? {} : { commune }),
  ...(category === undefined ? {} : { category }),
  ...(open === undefined ? {} : { open }),
  ...(cursor === undefined ? {} : { cursor }),
});

/** The list, page by page. */
export function PublicReports({ filters }: { filters: Filters }) {
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined]);
  return (
    <>
      {cursors.map((cursor, index) => (
        <Page
          key={cursor ?? 'newest'}
          filters={filters}
          cursor={cursor}
          onMore={index === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
        />
      ))}
    </>
  );
}

interface PageProps {
  filters: Filters;
  cursor: string | undefined;
  onMore: ((next: string) => void) | undefined;
}

function Page({ filters, cursor, onMore }: PageProps) {
  const t = useTexts(listTexts);
  const reading = useOperation('listReports', { query: queryOf(filters, cursor) });
  const { data, error, reload } = reading;
  if (data === undefined) {
    if (error !== undefined) return <Failure error={error} title={t.failed} onRetry={reload} />;
    return <Loading label={cursor === undefined ? t.loading : t.loadingMore} onRetry={reload} />;
  }
  if (data.items.length === 0 && cursor === undefined) {
    return (
      <Empty icon={speakIcon} title={t.emptyTitle}>
        {t.empty}
      </Empty>
    );
  }
  return (
    <>
      {cursor === undefined ? <p className="sub mb-2 mt-3">{t.count(data.total.toLocaleString('vi-VN'))}</p> : null}
      <ul className="list mt-2">
        {data.items.map((report) => (
          <ReportRow key={report.id} report={report} />
        ))}
      </ul>
      {data.next === null || onMore === undefined ? null : (
        <div className="mt-3">
          <Button
            look="second"
            onClick={() => {
              if (data.next !== null) onMore(data.next);
            }}
          >
            {t.more}
          </Button>
        </div>
      )}
    </>
  );
}
