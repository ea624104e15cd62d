import { callOperation } from '#api';
import type { DraftFile } from './upload-item';
import type { SendingParts } from './upload-transport';

/** Where files belong on the server. */
export interface UploadPlace {
  endpoint: SendingParts['endpoint'];
  purpose: (paperId: string) => SendingParts['purpose'];
  /** Rejects with an AppError. */
  remove: (fileId: string) => Promise<unknown>;
  /** Whether the person may put them in another order. */
  ordered: boolean;
}

export interface UploadsAround {
  /** What the server has of the files; absent: it is asked for the draft. Rejects with an AppError. */
  readFiles?: () => Promise<readonly DraftFile[]>;
  /** It has become a dossier meanwhile, from another phone. */
  onSent?: (dossierId: string) => void;
  /** Absent: they are papers of a draft. */
  place?: UploadPlace;
}

/** Papers of a draft. */
export const placeOfDraft = (draftId: string): UploadPlace => ({
  endpoint: '/files',
  purpose: (paperId) => ({ draftId, paperId }),
  remove: (fileId) => callOperation('deleteFile', { params: { fileId } }),
  ordered: true,
});
