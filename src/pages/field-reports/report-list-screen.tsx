import { lazy, Suspense } from 'react';
import { useCommunes } from '#forms';
import { paths, useGo, usePlace } from '#nav';
import { Icon } from '#ui/icon';
import { cameraIcon, folderIcon, listIcon, mapIcon } from '#ui/icons';
import { Link } from '#ui/link';
import { List, Row } from '#ui/list';
import { Screen } from '#ui/screen';
import { useShell } from '#ui/shell';
import { Loading } from '#ui/states';
import { useTexts } from '#ui/texts';
import { listTexts } from './list-texts';
import { PublicReports } from './parts/public-reports';
import { ReportFilters, type Filters } from './parts/report-filters';
import { useCategories } from './use-categories';

// Fetched on a tap, never with the list.
const ReportMap = lazy(() => import('./parts/report-map').then(({ ReportMap: Found }) => ({ default: Found })));

/** What others have reported: as a list, or on a map. */
export default function ReportListScreen() {
  const t = useTexts(listTexts);
  const go = useGo();
  const { query } = usePlace(paths.reports);
  const categories = useCategories();
  const { index } = useCommunes();
  const { waiting } = useShell();
  const state = query['tinh-trang'];
  const filters: Filters = {
    commune: query.xa,
    category: query['linh-vuc'],
    open: state === 'mo' ? true : state === 'xong' ? false : undefined,
  };
  const onMap = query.xem === 'ban-do';
  const show = ({ commune, category, open }: Filters, map: boolean): void => {
    go(
      paths.reports({
        ...{ xem: map ? 'ban-do' : undefined, 'linh-vuc': category, xa: commune },
        'tinh-trang': open === undefined ? undefined : open ? 'mo' : 'xong',
      }),
      { replace: true },
    );
  };
  return (
    <Screen title={t.title} bar>
      {waiting > 0 ? <Mine meta={t.waiting(waiting)} /> : null}
      <div className="seg2" role="group" aria-label={t.how}>
        <button type="button" aria-pressed={!onMap} onClick={() => show(filters, false)}>
          <Icon of={listIcon} />
          {t.list}
        </button>
        <button type="button" aria-pressed={onMap} onClick={() => show(filters, true)}>
          <Icon of={mapIcon} />
          {t.map}
        </button>
      </div>
      <ReportFilters
        filters={filters}
        communes={index}
        categories={categories.data}
        onChange={(changed) => show(changed, onMap)}
      />
      {onMap ? (
        <Suspense fallback={<Loading label={t.mapLoading} rows={2} />}>
          <ReportMap filters={filters} />
        </Suspense>
      ) : (
        <PublicReports key={JSON.stringify(filters)} filters={filters} />
      )}
      {waiting > 0 ? null : <Mine meta={t.mineMeta} />}
      <Link to={paths.sendReport()} className="btn fab">
        <Icon of={cameraIcon} />
        {t.send}
      </Link>
    </Screen>
  );
}

/** Comes first while something has not arrived yet. */
function Mine({ meta }: { meta: string }) {
  const t = useTexts(listTexts);
  return (
    <div className="my-4">
      <List>
        <Row icon={folderIcon} title={t.mine} meta={meta} to={paths.myReports()} />
      </List>
    </div>
  );
}
