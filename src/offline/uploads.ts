import { fileLimits } from '@dvc/contract/forms';
import { callOperation, isAppError, problemOf, toAppError } from '#api';
import { randomUuid } from '#lib/random';
import { createStore, type Store } from '#lib/store';
import { loadFile, type Cargo } from './load-file';
import { itemOfServer, type DraftFile, type UploadItem, type UploadState } from './upload-item';
import { readyFiles, withNews } from './upload-news';
import { createPictures } from './upload-pictures';
import { createUploadOrder, movedPhoto } from './upload-order';
import { sendFile, type Sending } from './upload-transport';
import { placeOfDraft, type UploadsAround } from './uploads-around';

/** The files of an open draft: sent one after the other, each told about on its own. */
export interface Uploads {
  readonly items: Store<readonly UploadItem[]>;
  add: (paperId: string, file: File) => void;
  /** Another file in the place of one that is not usable. */
  replace: (key: string, file: File) => void;
  /** The person looked at a doubtful photo and wants it as it is. */
  accept: (key: string) => void;
  /** Moves a photo a page towards the first (-1) or the last (1) of its paper. */
  move: (key: string, by: -1 | 1) => void;
  /** Tries a failed file again, from where it stopped. */
  again: (key: string) => void;
  /** Takes a file away, here and on the server; false when the server could not be told. */
  remove: (key: string) => Promise<boolean>;
  /** Where a small picture of a photo chosen here can be drawn from. */
  picture: (key: string) => string | undefined;
  /** What the server says of all files of the draft, another phone's among them. */
  learn: (files: readonly DraftFile[]) => void;
  /** Asks the server what it has, as after the person was elsewhere. */
  refresh: () => void;
  /** Starts, or goes on after a stop or when the network is back. */
  wake: () => void;
  /** Nobody looks any more: what is under way stops and can be taken up again. */
  stop: () => void;
}

/** A check takes about a second; one that waits for the scanner may take hours. */
const firstCheckMs = 1_500;
const lastCheckMs = 20_000;
/** A server that was not there is asked again by itself; the person may be quicker. */
const firstRetryMs = 5_000;
const lastRetryMs = 60_000;

export function createUploads(
  draftId: string,
  files: readonly DraftFile[],
  { readFiles, onSent, place = placeOfDraft(draftId) }: UploadsAround = {},
): Uploads {
  const read = readFiles ?? (async () => (await callOperation('readDraft', { params: { draftId } })).files);
  const items = createStore<readonly UploadItem[]>(files.map(itemOfServer));
  const known = files.map(({ id }) => id);
  const order = place.ordered ? createUploadOrder(draftId, known) : undefined;
  /** What is needed to send, kept only in memory. */
  const cargo = new Map<string, Cargo>();
  const removed = new Set<string>();
  const pictures = createPictures();
  let preparing = Promise.resolve();
  let sending: { key: string; transfer: Sending } | undefined;
  let checking: ReturnType<typeof setTimeout> | undefined;
  let checkMs = firstCheckMs;
  let retrying: ReturnType<typeof setTimeout> | undefined;
  let retryMs = firstRetryMs;
  let stopped = false;

  const find = (key: string): UploadItem | undefined => items.get().find((item) => item.key === key);
  const change = (key: string, part: Partial<UploadItem>): void => {
    items.set(items.get().map((item) => (item.key === key ? { ...item, ...part } : item)));
  };
  const tell = (key: string, upload: UploadState): void => {
    change(key, { upload });
  };

  /** The first file that waits is sent; files that wait for the server are asked about. */
  const next = (): void => {
    if (stopped) return;
    const waiting = items.get().find((item) => item.upload.state === 'waiting');
    if (sending === undefined && waiting !== undefined) void send(waiting);
    void order?.keep(items.get());
    clearTimeout(checking);
    if (items.get().some((item) => item.upload.state === 'checking')) {
      checking = setTimeout(() => void ask(), checkMs);
    }
  };

  const send = async (item: UploadItem): Promise<void> => {
    const load = cargo.get(item.key);
    if (load === undefined) return;
    const transfer = sendFile({
      ...load,
      endpoint: place.endpoint,
      purpose: place.purpose(item.paperId),
      fileId: item.fileId,
      onCreated: (fileId) => {
        order?.created(fileId);
        // The server has this very file already, from before or chosen twice: one file, one line.
        items.set(items.get().filter((other) => other.key === item.key || other.fileId !== fileId));
        change(item.key, { fileId });
      },
      onProgress: (sent) => {
        if (find(item.key)?.upload.state === 'uploading') tell(item.key, { state: 'uploading', sent });
      },
    });
    sending = { key: item.key, transfer };
    tell(item.key, { state: 'uploading', sent: 0 });
    try {
      const fileId = await transfer.done;
      checkMs = firstCheckMs;
      retryMs = firstRetryMs;
      change(item.key, { fileId, upload: { state: 'checking', delayed: false } });
    } catch (failure) {
      const error = toAppError(failure);
      const [field] = error.fields;
      // What the server began to keep is gone there, or was never whole: the next attempt starts anew.
      if (error.kind === 'missing') change(item.key, { fileId: undefined });
      if (error.code === 'draft-sent') void ask();
      tell(
        item.key,
        error.kind === 'invalid'
          ? { state: 'refused', code: undefined, message: field?.message }
          : { state: 'failed', error },
      );
      retryLater();
    } finally {
      sending = undefined;
      next();
    }
  };

  const retryLater = (): void => {
    clearTimeout(retrying);
    if (stopped) return;
    retrying = setTimeout(goOn, retryMs);
    retryMs = Math.min(lastRetryMs, retryMs * 2);
  };

  const goOn = (): void => {
    for (const item of items.get()) {
      if (item.upload.state === 'failed' && cargo.has(item.key)) tell(item.key, { state: 'waiting' });
    }
    next();
  };

  const ask = async (): Promise<void> => {
    checkMs = Math.min(lastCheckMs, checkMs * 1.5);
    const asked = readyFiles(items.get());
    try {
      const known = await read();
      if (!stopped) learn(known, asked);
    } catch (error) {
      if (!isAppError(error)) throw error;
      const sentAs = problemOf(error)?.dossierId;
      if (sentAs === undefined) next();
      else onSent?.(sentAs);
    }
  };

  const learn = (known: readonly DraftFile[], asked?: ReadonlySet<string>): void => {
    for (const { id } of known) order?.created(id);
    items.set(withNews(items.get(), { known, removed, ...(asked ? { asked } : {}) }));
    // What is in check now is asked about again, also when another phone brought it there.
    next();
  };

  const take = async (key: string, chosen: File): Promise<void> => {
    const loaded = await loadFile(chosen);
    const item = find(key);
    if (item === undefined) return;
    if ('fault' in loaded) {
      change(key, { size: loaded.size, upload: { state: 'refused', code: loaded.fault, message: undefined } });
      return;
    }
    const { cargo: load, doubt } = loaded;
    cargo.set(key, load);
    const upload: UploadState = doubt === undefined ? { state: 'waiting' } : { state: 'doubtful', doubt };
    const taken = { ...item, name: load.file.name, size: load.file.size, isPhoto: isPhoto(load.file), upload };
    // The very bytes that were cut off: go on from there, in their place.
    const cut = items
      .get()
      .find(
        ({ upload: old, paperId }) =>
          old.state === 'interrupted' && old.sha256 === load.sha256 && paperId === item.paperId,
      );
    if (cut === undefined) change(key, taken);
    else {
      const others = items.get().filter((one) => one.key !== key);
      // It was looked at when it was first sent.
      const resumed: UploadItem = { ...taken, fileId: cut.fileId, upload: { state: 'waiting' } };
      items.set(others.map((one) => (one.key === cut.key ? resumed : one)));
    }
    next();
  };

  /** One photo after the other: in the order chosen, and a cheap phone holds one at a time. */
  const prepare = (key: string, file: File): void => {
    preparing = preparing.then(() =>
      take(key, file).catch(() => {
        // The phone took the file away again, or ran out of memory: said, so that another is taken.
        change(key, { upload: { state: 'refused', code: 'malformed', message: undefined } });
      }),
    );
  };

  const newItem = (paperId: string, file: File, upload: UploadState): UploadItem => ({
    ...{ key: randomUuid(), paperId, name: file.name, size: file.size, isPhoto: isPhoto(file), fileId: undefined },
    upload,
  });

  const remove = async (key: string): Promise<boolean> => {
    const item = find(key);
    if (item === undefined) return true;
    if (sending?.key === key) {
      sending.transfer.stop();
      sending = undefined;
    }
    if (item.fileId !== undefined) {
      removed.add(item.fileId);
      try {
        await place.remove(item.fileId);
      } catch (failure) {
        // Gone already is what was wanted.
        if (toAppError(failure).kind !== 'missing') {
          removed.delete(item.fileId);
          return false;
        }
      }
    }
    cargo.delete(key);
    pictures.drop(key);
    items.set(items.get().filter((one) => one.key !== key));
    next();
    return true;
  };

  return {
    items,
    add(paperId, file) {
      const full = items.get().length >= fileLimits.maxFilesPerDraft;
      const upload: UploadState = full
        ? { state: 'refused', code: 'too-many', message: undefined }
        : { state: 'preparing' };
      const item = newItem(paperId, file, upload);
      items.set([...items.get(), item]);
      if (!full) prepare(item.key, file);
    },
    replace(key, file) {
      const old = find(key);
      if (old === undefined) return;
      const item = newItem(old.paperId, file, { state: 'preparing' });
      items.set(items.get().flatMap((one) => (one.key === key ? [item, one] : [one])));
      void remove(key);
      prepare(item.key, file);
    },
    accept(key) {
      if (find(key)?.upload.state !== 'doubtful') return;
      tell(key, { state: 'waiting' });
      next();
    },
    move(key, by) {
      items.set(movedPhoto(items.get(), key, by));
      next();
    },
    again(key) {
      if (!cargo.has(key)) return;
      tell(key, { state: 'waiting' });
      next();
    },
    remove,
    picture: (key) => pictures.of(key, cargo.get(key)?.file),
    learn: (files) => {
      learn(files);
    },
    refresh: () => void ask(),
    wake() {
      stopped = false;
      goOn();
    },
    stop() {
      stopped = true;
      clearTimeout(checking);
      clearTimeout(retrying);
      pictures.dropAll();
      if (sending === undefined) return;
      sending.transfer.stop();
      tell(sending.key, { state: 'waiting' });
      sending = undefined;
    },
  };
}

const isPhoto = (file: File): boolean => file.type.startsWith('image/');
