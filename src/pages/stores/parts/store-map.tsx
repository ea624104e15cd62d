import { useEffect, useRef, useState } from 'react';
import { useOperation } from '#api';
import { paths, useGo } from '#nav';
import { placeIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { joinNear, openMap, showMarks, type MapFrame } from '#ui/map-frame';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

const smallest = 48;
const largest = 72;
const closer = 2;

/** In which communes there are shops: a number on the map, and the same below it in words. */
export function StoreMap({ kind }: { kind: string | undefined }) {
  const t = useTexts(texts);
  const go = useGo();
  const place = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapFrame>();
  const [zoom, setZoom] = useState(0);
  const { data, error } = useOperation('mapStores', { query: kind === undefined ? {} : { kind } });

  useEffect(() => {
    if (place.current === null) return undefined;
    const opened = openMap(place.current, { name: t.mapName });
    opened.on('zoomend', () => setZoom(opened.getZoom()));
    setMap(opened);
    return () => {
      opened.remove();
    };
    // Opened once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    if (map === undefined || data === undefined) return undefined;
    return showMarks(
      map,
      joinNear(map, data.communes, largest).map(([first, ...others]) => {
        const { code, name, point } = first;
        const count = others.reduce((sum, other) => sum + other.count, first.count);
        return {
          ...{ at: point, text: String(count), done: false },
          words: others.length === 0 ? t.ofCommune(name, count) : t.ofCommunes(name, others.length, count),
          pixels: Math.min(largest, smallest + count / 10),
          onOpen: () => {
            if (others.length === 0) go(paths.stores({ loai: kind, xa: code }));
            else map.setView(point, map.getZoom() + closer);
          },
        };
      }),
    );
    // Which of them lie on one another changes with the zoom.
  }, [map, data, t, go, kind, zoom]);

  return (
    <>
      <p className="hint mb-2 mt-4">{t.mapKeys}</p>
      <div className="map">
        <div ref={place} className="h-full" />
      </div>
      {error === undefined ? null : <FailedAct error={error}>{t.mapFailed}</FailedAct>}
      {data === undefined ? null : (
        <section className="sec">
          <h2>{t.communes}</h2>
          {data.communes.length === 0 ? <p role="status">{t.noneOnMap}</p> : null}
          <List label={t.communes}>
            {data.communes.map(({ code, name, count }) => (
              <Row
                key={code}
                icon={placeIcon}
                title={name}
                lang="vi"
                meta={t.shops(count)}
                to={paths.stores({ loai: kind, xa: code })}
              />
            ))}
          </List>
        </section>
      )}
    </>
  );
}
