import { itemOfServer, stateOfServer, type DraftFile, type UploadItem } from './upload-item';

interface News {
  known: readonly DraftFile[];
  /** Taken away here: an answer that was under way may still speak of them. */
  removed: ReadonlySet<string>;
  /** Ready when the server was asked: what it does not speak of any more was taken away on another phone. */
  asked?: ReadonlySet<string>;
}

/** The files on the screen after the server has told what it has: also of those another phone added or took away. */
export function withNews(items: readonly UploadItem[], { known, removed, asked }: News): readonly UploadItem[] {
  const byId = new Map(known.map((file) => [file.id, file]));
  const stay = items.filter(({ fileId }) => fileId === undefined || byId.has(fileId) || asked?.has(fileId) !== true);
  const told = stay.map((item) => {
    const file = item.fileId === undefined ? undefined : byId.get(item.fileId);
    // What is half sent is known better here; what was found ready or not stays so, answers may overtake each other.
    if (file === undefined || file.state === 'uploading') return item;
    const isSettled = item.upload.state === 'ready' || item.upload.state === 'refused';
    return isSettled && file.state === 'checking' ? item : { ...item, upload: stateOfServer(file) };
  });
  const here = new Set(items.map(({ fileId }) => fileId));
  // One still on its way may be our own, its answer not read yet; it comes with the next news.
  const added = known.filter(({ id, state }) => state !== 'uploading' && !here.has(id) && !removed.has(id));
  return [...told, ...added.map(itemOfServer)];
}

/** Files that were found ready. */
export function readyFiles(items: readonly UploadItem[]): ReadonlySet<string> {
  return new Set(
    items.flatMap(({ fileId, upload }) => (upload.state === 'ready' && fileId !== undefined ? [fileId] : [])),
  );
}
