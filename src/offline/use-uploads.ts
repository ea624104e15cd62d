import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Draft, DraftKeeper } from './draft-keeper';
import { onlineStore, onZaloEvent } from '#zalo';
import type { DraftFile, UploadItem } from './upload-item';
import { createUploads, type Uploads } from './uploads';
import type { UploadsAround } from './uploads-around';

interface Uploading {
  uploads: Uploads;
  items: readonly UploadItem[];
}

/**
 * The files of an open draft, or of what else is filled like one; sending goes on while the person fills other pages. What
 * another phone adds is seen with the next save, and when the person comes back to the app.
 */
export function useUploads(draft: Draft, keeper: DraftKeeper, readFiles?: UploadsAround['readFiles']): Uploading {
  const uploads = useMemo(
    () => createUploads(draft.id, draft.files, { readFiles, onSent: keeper.sent }),
    // As with the keeper: one for as long as the draft is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [draft.id],
  );
  useEffect(() => keeper.files.subscribe(uploads.learn), [uploads, keeper]);
  return useUploading(uploads);
}

/** The files of something else that is being written, under this id. */
export function useUploadsAt(
  id: string,
  files: readonly DraftFile[],
  around: Required<Pick<UploadsAround, 'readFiles' | 'place'>>,
): Uploading {
  const uploads = useMemo(
    () => createUploads(id, files, around),
    // One for as long as it is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [id],
  );
  return useUploading(uploads);
}

function useUploading(uploads: Uploads): Uploading {
  useEffect(() => {
    uploads.wake();
    const unwatch = onlineStore.subscribe((online) => {
      if (online) uploads.wake();
    });
    const look = (): void => {
      if (document.visibilityState === 'visible') uploads.refresh();
    };
    document.addEventListener('visibilitychange', look);
    const unresume = onZaloEvent('resumed', look);
    return () => {
      unwatch();
      document.removeEventListener('visibilitychange', look);
      unresume();
      uploads.stop();
    };
  }, [uploads]);
  const items = useSyncExternalStore(uploads.items.subscribe, uploads.items.get);
  return { uploads, items };
}
