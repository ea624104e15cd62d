import { useEffect } from 'react';
import { useOperation } from '#api';
import { paths, usePlace } from '#nav';
import { Opening } from '#ui/opening';
import { useTexts } from '#ui/texts';
import { DossierView } from './parts/dossier-view';
import { ReceiptView } from './parts/receipt-view';
import { texts } from './texts';

/** Seconds between looks while the screen is open; a message tells the person anyway. */
const lookMs = 30_000;

/** One dossier: its road, or its receipt. */
export default function DossierScreen() {
  const t = useTexts(texts);
  const { params, query } = usePlace(paths.dossier);
  const {
    data: dossier,
    error,
    reload,
  } = useOperation('readDossier', { params: { dossierId: params.id } }, { pollMs: lookMs });

  useEffect(() => {
    // A message may have led here: what was read a moment ago is old news.
    reload();
  }, [reload]);

  if (query.xem === 'phieu') return <ReceiptView dossierId={params.id} dossier={dossier} />;
  if (dossier !== undefined) return <DossierView dossier={dossier} />;
  return <Opening error={error} reload={reload} words={{ ...t, failed: t.openFailed }} list={paths.dossiers()} />;
}
