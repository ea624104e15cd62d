import { fileLimits } from '@dvc/contract/forms';
import { callOperation, isAppError, toAppError } from '#api';
import { randomUuid } from '#lib/random';
import { sha256, toHex } from '#lib/sha256';
import { createStore, type Store } from '#lib/store';
import { isAcceptedType, preparePhoto } from './prepare-photo';
import { itemOfServer, stateOfServer, type DraftFile, type UploadItem, type UploadState } from './upload-item';
import { sendFile, type Sending } from './upload-transport';

/** The files of an open draft: sent one after the other, each told about on its own. */
export interface Uploads {
  readonly items: Store<readonly UploadItem[]>;
  add: (paperId: string, file: File) => void;
  /** Tries a failed file again, from where it stopped. */
  again: (key: string) => void;
  /** Takes a file away, here and on the server; false when the server could not be told. */
  remove: (key: string) => Promise<boolean>;
  /** What the server says of all files of the draft. */
  learn: (files: readonly DraftFile[]) => void;
  /** Starts, or goes on after a stop or when the network is back. */
  wake: () => void;
  /** Nobody looks any more: what is under way stops and can be taken up again. */
  stop: () => void;
}

/** What is needed to send, kept only in memory. */
interface Cargo {
  file: File;
  sha256: string;
}

const checkMs = 1_500;

export function createUploads(draftId: string, files: readonly DraftFile[]): Uploads {
  const items = createStore<readonly UploadItem[]>(files.map(itemOfServer));
  const cargo = new Map<string, Cargo>();
  let sending: { key: string; transfer: Sending } | undefined;
  let checking: ReturnType<typeof setTimeout> | undefined;
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
      draftId,
      paperId: item.paperId,
      fileId: item.fileId,
      onCreated: (fileId) => {
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
      change(item.key, { fileId, upload: { state: 'checking' } });
    } catch (failure) {
      const error = toAppError(failure);
      const [field] = error.fields;
      // What the server began to keep is gone there, or was never whole: the next attempt starts anew.
      if (error.kind === 'missing') change(item.key, { fileId: undefined });
      tell(
        item.key,
        error.kind === 'invalid'
          ? { state: 'refused', code: undefined, message: field?.message }
          : { state: 'failed', error },
      );
    } finally {
      sending = undefined;
      next();
    }
  };

  const ask = async (): Promise<void> => {
    try {
      const draft = await callOperation('readDraft', { params: { draftId } });
      if (!stopped) learn(draft.files);
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
    next();
  };

  const learn = (known: readonly DraftFile[]): void => {
    items.set(
      items.get().map((item) => {
        const file = known.find(({ id }) => id === item.fileId);
        return file === undefined || file.state === 'uploading' ? item : { ...item, upload: stateOfServer(file) };
      }),
    );
  };

  const take = async (key: string, paperId: string, chosen: File): Promise<void> => {
    const file = await preparePhoto(chosen);
    const fault = !isAcceptedType(file.type)
      ? 'type'
      : file.size === 0
        ? 'empty'
        : file.size > fileLimits.maxBytes
          ? 'size'
          : undefined;
    if (fault !== undefined) {
      change(key, { size: file.size, upload: { state: 'refused', code: fault, message: undefined } });
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    cargo.set(key, { file, sha256: toHex(await sha256(bytes)) });
    // The same file as one that was cut off: go on from there, in its place.
    const cut = items.get().find(
      (item) =>
        item.upload.state === 'interrupted' &&
        item.paperId === paperId &&
        // The server keeps names composed; some phones hand them out decomposed.
        item.name === file.name.normalize('NFC') &&
        item.size === file.size,
    );
    if (cut !== undefined) items.set(items.get().filter((item) => item.key !== cut.key));
    change(key, { name: file.name, size: file.size, fileId: cut?.fileId, upload: { state: 'waiting' } });
    next();
  };

  return {
    items,
    add(paperId, file) {
      const key = randomUuid();
      const full = items.get().length >= fileLimits.maxFilesPerDraft;
      const upload: UploadState = full
        ? { state: 'refused', code: 'too-many', message: undefined }
        : { state: 'preparing' };
      items.set([...items.get(), { key, paperId, name: file.name, size: file.size, fileId: undefined, upload }]);
      if (full) return;
      take(key, paperId, file).catch(() => {
        // The phone took the file away again, or ran out of memory: said, so that another is taken.
        change(key, { upload: { state: 'refused', code: 'malformed', message: undefined } });
      });
    },
    again(key) {
      if (!cargo.has(key)) return;
      tell(key, { state: 'waiting' });
      next();
    },
    async remove(key) {
      const item = find(key);
      if (item === undefined) return true;
      if (sending?.key === key) {
        sending.transfer.stop();
        sending = undefined;
      }
      if (item.fileId !== undefined) {
        try {
          await callOperation('deleteFile', { params: { fileId: item.fileId } });
        } catch (failure) {
          // Gone already is what was wanted.
          if (toAppError(failure).kind !== 'missing') return false;
        }
      }
      cargo.delete(key);
      items.set(items.get().filter((one) => one.key !== key));
      next();
      return true;
    },
    learn,
    wake() {
      stopped = false;
      for (const item of items.get()) {
        if (item.upload.state === 'failed' && cargo.has(item.key)) tell(item.key, { state: 'waiting' });
      }
      next();
    },
    stop() {
      stopped = true;
      clearTimeout(checking);
      if (sending === undefined) return;
      sending.transfer.stop();
      tell(sending.key, { state: 'waiting' });
      sending = undefined;
    },
  };
}
