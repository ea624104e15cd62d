import { useEffect } from 'react';
import { useOperation } from '#api';
import { paths, usePlace } from '#nav';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { Failure, Loading } from '#ui/states';
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
  const missing = error?.kind === 'missing';
  return (
    <Screen
      title={missing ? t.missing : t.opening}
      lead={missing ? t.missingMore : undefined}
      busy={error === undefined}
    >
      {error === undefined ? (
        <Loading label={t.opening} onRetry={reload} />
      ) : missing ? (
        <div className="mt-4">
          <LinkButton to={paths.dossiers()}>{t.toList}</LinkButton>
        </div>
      ) : (
        <Failure error={error} onRetry={reload} title={t.openFailed} />
      )}
    </Screen>
  );
}
