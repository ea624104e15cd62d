import { useEffect, useState } from 'react';
import { loadCode } from '#lib/load-code';

const draw = () => import('./qr-path');

interface QrCodeProps {
  text: string;
  label: string;
  /** Held out to somebody else's phone: as wide as there is room. */
  large?: boolean;
}

/**
 * A QR code, drawn on this phone; its place is kept free until the drawing part has come. `label` says what whoever scans it
 * gets; when the part does not come the place stays empty, so what counts also stands in words beside it.
 */
export function QrCode({ text, label, large = false }: QrCodeProps) {
  const [drawn, setDrawn] = useState<{ path: string; size: number }>();
  useEffect(() => {
    let left = false;
    void loadCode(draw)
      .then(({ qrPath }) => {
        if (!left) setDrawn(qrPath(text));
      })
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [text]);
  return (
    <div className={large ? 'qr large' : 'qr'}>
      {drawn === undefined ? null : (
        <svg role="img" aria-label={label} viewBox={`-4 -4 ${String(drawn.size + 8)} ${String(drawn.size + 8)}`}>
          <path d={drawn.path} shapeRendering="crispEdges" />
        </svg>
      )}
    </div>
  );
}
