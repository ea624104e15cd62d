import { callOperation, isAppError } from '#api';
import type { UploadItem } from './upload-item';

/** Keeps the server's order of the files that of the screen. A failure is made good at the next occasion. */
export interface UploadOrder {
  /** The server has made a file; it stands last there. */
  created: (fileId: string) => void;
  /** Tells the server when its order differs. */
  keep: (items: readonly UploadItem[]) => Promise<void>;
}

export function createUploadOrder(draftId: string, known: readonly string[]): UploadOrder {
  let there = known;
  let busy = false;
  return {
    created(fileId) {
      if (!there.includes(fileId)) there = [...there, fileId];
    },
    async keep(items) {
      const wanted = items.flatMap(({ fileId }) => (fileId === undefined ? [] : [fileId]));
      const now = there.filter((id) => wanted.includes(id));
      if (busy || wanted.join() === now.join()) return;
      busy = true;
      try {
        await callOperation('orderFiles', { params: { draftId }, body: { files: wanted } });
        there = wanted;
      } catch (error) {
        if (!isAppError(error)) throw error;
      } finally {
        busy = false;
      }
    },
  };
}

/** The list with one photo moved a place among the photos of its paper; the same list at either end. */
export function movedPhoto(items: readonly UploadItem[], key: string, by: -1 | 1): readonly UploadItem[] {
  const from = items.findIndex((item) => item.key === key);
  const photo = items[from];
  if (photo === undefined) return items;
  let to = from + by;
  while (to in items && !(items[to]?.paperId === photo.paperId && items[to]?.isPhoto === true)) to += by;
  const other = items[to];
  if (other === undefined) return items;
  return items.map((item, at) => (at === from ? other : at === to ? photo : item));
}
