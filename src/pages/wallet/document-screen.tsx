import { useEffect, useState } from 'react';
import { useOperation } from '#api';
import { paths, usePlace } from '#nav';
import { Opening } from '#ui/opening';
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
  return <Opening error={error} reload={reload} words={{ ...t, failed: t.openFailed }} list={paths.wallet()} />;
}
