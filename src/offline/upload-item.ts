import type { Schemas } from '@dvc/contract';
import type { FileFaultCode } from '@dvc/contract/forms';
import type { AppError } from '#api';

export type DraftFile = Schemas['DraftFile'];

/** Where one paper's file is. Each state has words; none of them is "sent" before the server has it. */
export type UploadState =
  /** Being turned, shrunk and hashed on the phone. */
  | { state: 'preparing' }
  | { state: 'waiting' }
  | { state: 'uploading'; sent: number }
  /** All there; the server is looking at it. */
  | { state: 'checking' }
  | { state: 'ready'; sha256: string }
  /** Not usable; `message` is the server's sentence, else the words of `code`. */
  | { state: 'refused'; code: FileFaultCode | undefined; message: string | undefined }
  /** Could not be sent just now; the file is still at hand. */
  | { state: 'failed'; error: AppError }
  /** Began before the app was closed: the same file must be chosen again to go on from `sent`. */
  | { state: 'interrupted'; sent: number };

export interface UploadItem {
  /** Stable for as long as the screen lives. */
  key: string;
  paperId: string;
  name: string;
  /** Bytes that are or will be sent. */
  size: number;
  /** The server's id, once it knows the file. */
  fileId: string | undefined;
  upload: UploadState;
}

/** A file as the server tells of it. */
export function itemOfServer(file: DraftFile): UploadItem {
  return {
    key: file.id,
    paperId: file.paperId,
    name: file.name,
    size: file.size,
    fileId: file.id,
    upload: stateOfServer(file),
  };
}

export function stateOfServer(file: DraftFile): UploadState {
  switch (file.state) {
    case 'uploading':
      return { state: 'interrupted', sent: file.received };
    case 'checking':
      return { state: 'checking' };
    case 'ready':
      return { state: 'ready', sha256: file.sha256 ?? '' };
    case 'refused':
      return { state: 'refused', code: undefined, message: file.refusal?.message };
  }
}
