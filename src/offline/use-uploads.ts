import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Draft, DraftKeeper } from './draft-keeper';
import { onlineStore, onZaloEvent } from '#zalo';
import type { UploadItem } from './upload-item';
import { createUploads, type Uploads, type UploadsAround } from './uploads';

/**
 * The files of an open draft, or of what else is filled like one; sending goes on while the person fills other pages. What
 * another phone adds is seen with the next save, and when the person comes back to the app.
 */
export function useUploads(
  draft: Draft,
  keeper: DraftKeeper,
  readFiles?: UploadsAround['readFiles'],
): { uploads: Uploads; items: readonly UploadItem[] } {
  const uploads = useMemo(
    () => createUploads(draft.id, draft.files, { readFiles, onSent: keeper.sent }),
    // As with the keeper: one for as long as the draft is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [draft.id],
  );
  useEffect(() => {
    uploads.wake();
    const unwatch = onlineStore.subscribe((online) => {
      if (online) uploads.wake();
    });
    const learn = keeper.files.subscribe(uploads.learn);
    const look = (): void => {
      if (document.visibilityState === 'visible') uploads.refresh();
    };
    document.addEventListener('visibilitychange', look);
    const unresume = onZaloEvent('resumed', look);
    return () => {
      unwatch();
      learn();
      document.removeEventListener('visibilitychange', look);
      unresume();
      uploads.stop();
    };
  }, [uploads, keeper]);
  const items = useSyncExternalStore(uploads.items.subscribe, uploads.items.get);
  return { uploads, items };
}
