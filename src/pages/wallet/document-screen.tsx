import { useEffect, useState } from 'react';
import { useOperation } from '#api';
import { paths, usePlace } from '#nav';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { Failure, Loading } from '#ui/states';
import { useTexts } from '#ui/texts';
import { DocumentView } from './parts/document-view';
import { texts } from './texts';

/** While a code is held out to somebody, their look should show. */
const lookMs = 5_000;

/** One document: what it is, who looked at it, and the ways to its content. */
export default function DocumentScreen() {
  const t = useTexts(texts);
  const { params } = usePlace(paths.document);
  const [shared, setShared] = useState(false);
  const input = { params: { documentId: params.id } };
  const { data, error, reload } = useOperation('readDocument', input, shared ? { pollMs: lookMs } : {});
  useEffect(() => {
    reload();
  }, [reload]);
  if (data !== undefined) return <DocumentView document={data} reload={reload} onShared={setShared} />;
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
          <LinkButton to={paths.wallet()}>{t.toList}</LinkButton>
        </div>
      ) : (
        <Failure error={error} onRetry={reload} title={t.openFailed} />
      )}
    </Screen>
  );
}
