import { useEffect, useRef } from 'react';
import { Button } from '#ui/button';
import { Icon } from '#ui/icon';
import { placeIcon } from '#ui/icons';
import { openMap, type MapFrame } from '#ui/map-frame';
import { useTexts } from '#ui/texts';
import { formTexts } from '../form-texts';

interface Point {
  lat: number;
  lng: number;
}

interface PinMapProps {
  start: Point | undefined;
  onPin: (point: Point) => void;
  onCancel: () => void;
}

const closeUp = 16;
/** About ten centimetres: no more is known, and no more is kept. */
const digits = 6;

/** A point is chosen by moving the map under a fixed tip: by dragging, by one tap, with arrow keys. */
export function PinMap({ start, onPin, onCancel }: PinMapProps) {
  const t = useTexts(formTexts);
  const place = useRef<HTMLDivElement>(null);
  const map = useRef<MapFrame>();
  useEffect(() => {
    if (place.current === null) return undefined;
    const opened = openMap(place.current, {
      name: t.pinTitle,
      at: start,
      ...(start === undefined ? {} : { zoom: closeUp }),
    });
    map.current = opened;
    return () => {
      opened.remove();
    };
    // Opened once; what is chosen is read from it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <div className="mt-3">
      <p>
        <b>{t.pinTitle}</b>
      </p>
      <p className="hint">
        {t.pinTap} <span className="unseen">{t.pinKeys}</span>
      </p>
      <div className="map">
        <div ref={place} className="h-full" />
        <Icon of={placeIcon} className="aim" />
      </div>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          size="small"
          onClick={() => {
            const centre = map.current?.getCenter().wrap();
            if (centre !== undefined) {
              onPin({ lat: Number(centre.lat.toFixed(digits)), lng: Number(centre.lng.toFixed(digits)) });
            }
          }}
        >
          {t.pinHere}
        </Button>
        <Button look="text" size="small" onClick={onCancel}>
          {t.pinCancel}
        </Button>
      </div>
    </div>
  );
}
