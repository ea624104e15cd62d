import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Draft } from './draft-keeper';
import { onlineStore } from '#zalo';
import type { UploadItem } from './upload-item';
import { createUploads, type ReadFiles, type Uploads } from './uploads';

/** The files of an open draft, or of what else is filled like one; sending goes on while the person fills other pages. */
export function useUploads(draft: Draft, readFiles?: ReadFiles): { uploads: Uploads; items: readonly UploadItem[] } {
  const uploads = useMemo(
    () => createUploads(draft.id, draft.files, readFiles),
    // As with the keeper: one for as long as the draft is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [draft.id],
  );
  useEffect(() => {
    uploads.wake();
    const unwatch = onlineStore.subscribe((online) => {
      if (online) uploads.wake();
    });
    return () => {
      unwatch();
      uploads.stop();
    };
  }, [uploads]);
  const items = useSyncExternalStore(uploads.items.subscribe, uploads.items.get);
  return { uploads, items };
}
