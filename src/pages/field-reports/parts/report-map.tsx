import { useEffect, useRef, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { useOperation, type OperationInput } from '#api';
import { paths, useGo } from '#nav';
import { mapIcon } from '#ui/icons';
import { Row } from '#ui/list';
import { openMap, showMarks, type MapFrame } from '#ui/map-frame';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { listTexts } from '../list-texts';
import type { Filters } from './report-filters';
import { ReportRow } from './report-row';

type Cluster = Schemas['ReportCluster'];
type Box = Pick<OperationInput<'mapReports'>['query'], 'south' | 'west' | 'north' | 'east' | 'zoom'>;

/** Rounded outwards, so that a trembling finger asks for nothing new. */
function boxOf(map: MapFrame): Box {
  const bounds = map.getBounds();
  const down = (value: number): number => Math.floor(value * 1000) / 1000;
  const up = (value: number): number => Math.ceil(value * 1000) / 1000;
  return {
    ...{ south: Math.max(-90, down(bounds.getSouth())), west: Math.max(-180, down(bounds.getWest())) },
    ...{ north: Math.min(90, up(bounds.getNorth())), east: Math.min(180, up(bounds.getEast())) },
    zoom: map.getZoom(),
  };
}

function lookAt(map: MapFrame, { box, point }: Cluster): void {
  if (box === undefined) map.setView(point, map.getZoom() + 2);
  else
    map.fitBounds([
      [box.south, box.west],
      [box.north, box.east],
    ]);
}

const smallest = 48;

/** The same reports on a map: clusters as the server made them, and below it in words what the frame shows. */
export function ReportMap({ filters: { category, open } }: { filters: Filters }) {
  const t = useTexts(listTexts);
  const go = useGo();
  const place = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapFrame>();
  const [box, setBox] = useState<Box>();
  const wanted = {
    ...(box ?? { south: 0, west: 0, north: 0, east: 0, zoom: 1 }),
    ...(category === undefined ? {} : { category }),
    ...(open === undefined ? {} : { open }),
  };
  const { data, error } = useOperation('mapReports', { query: wanted }, { enabled: box !== undefined });

  useEffect(() => {
    if (place.current === null) return undefined;
    const opened = openMap(place.current, { name: t.mapName });
    const look = (): void => setBox(boxOf(opened));
    opened.on('moveend', look);
    look();
    setMap(opened);
    return () => {
      opened.remove();
    };
    // Opened once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    if (map === undefined || data === undefined) return undefined;
    return showMarks(map, [
      ...data.clusters.map((cluster) => ({
        ...{ at: cluster.point, words: t.cluster(cluster.count, cluster.open), text: String(cluster.count) },
        ...{ pixels: smallest + Math.min(24, cluster.count / 10), done: cluster.open === 0 },
        onOpen: () => lookAt(map, cluster),
      })),
      ...data.items.flatMap(({ id, title, point, open: isOpen }) =>
        point === undefined
          ? []
          : [
              {
                ...{ at: point, words: title, text: '', pixels: smallest, done: !isOpen },
                onOpen: () => go(paths.report({ id })),
              },
            ],
      ),
    ]);
  }, [map, data, t, go]);

  return (
    <>
      <p className="hint mt-2">
        {t.mapSame} <span className="unseen">{t.mapKeys}</span>
      </p>
      <div className="map">
        <div ref={place} className="h-full" />
      </div>
      {error === undefined ? null : <FailedAct error={error}>{t.mapFailed}</FailedAct>}
      {data === undefined || map === undefined ? null : (
        <section className="sec" aria-labelledby="in-frame">
          <h2 id="in-frame">{t.inFrame}</h2>
          {data.clusters.length + data.items.length === 0 ? <p role="status">{t.nothingInFrame}</p> : null}
          <ul className="list">
            {data.items.map((report) => (
              <ReportRow key={report.id} report={report} />
            ))}
            {data.clusters.map((cluster) => (
              <Row
                key={`${String(cluster.point.lat)},${String(cluster.point.lng)}`}
                icon={mapIcon}
                title={t.cluster(cluster.count, cluster.open)}
                meta={t.lookCloser}
                onClick={() => lookAt(map, cluster)}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
