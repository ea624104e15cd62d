import type { Schemas } from '@dvc/contract';
import type { FileFaultCode } from '@dvc/contract/forms';
import type { AppError } from '#api';
import type { Doubt } from './readability';

export type DraftFile = Schemas['DraftFile'];

/** Where one paper's file is. Each state has words; none of them is "sent" before the server has it. */
export type UploadState =
  /** Being turned, shrunk and hashed on the phone. */
  | { state: 'preparing' }
  /** Looks unreadable: not sent until the person says whether to use it. */
  | { state: 'doubtful'; doubt: Doubt }
  | { state: 'waiting' }
  | { state: 'uploading'; sent: number }
  /** All there; the server is looking at it. `delayed`: it waits for its malware scanner. */
  | { state: 'checking'; delayed: boolean }
  | { state: 'ready'; sha256: string }
  /** Not usable; `message` is the server's sentence, else the words of `code`. */
  | { state: 'refused'; code: FileFaultCode | undefined; message: string | undefined }
  /** Could not be sent just now; the file is still at hand. */
  | { state: 'failed'; error: AppError }
  /** Began before the app was closed: the file of this hash must be chosen again to go on from `sent`. */
  | { state: 'interrupted'; sent: number; sha256: string | null };

export interface UploadItem {
  /** Stable for as long as the screen lives. */
  key: string;
  paperId: string;
  name: string;
  /** Photos of one paper become the pages of one document. */
  isPhoto: boolean;
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
    isPhoto: file.mediaType.startsWith('image/'),
    size: file.size,
    fileId: file.id,
    upload: stateOfServer(file),
  };
}

export function stateOfServer(file: DraftFile): UploadState {
  switch (file.state) {
    case 'uploading':
      return { state: 'interrupted', sent: file.received, sha256: file.announcedSha256 };
    case 'checking':
      return { state: 'checking', delayed: file.delayed };
    case 'ready':
      return { state: 'ready', sha256: file.sha256 ?? '' };
    case 'refused':
      return { state: 'refused', code: undefined, message: file.refusal?.message };
  }
}
