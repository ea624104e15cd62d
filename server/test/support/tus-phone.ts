import { Upload } from 'tus-js-client';
import { fileLimits } from '@dvc/contract/forms';
import { BIRTH_PAPER } from './birth-draft.ts';
import { hashOf } from './sample-papers.ts';

export interface TusPaper {
  url: string;
  token: string;
  draftId: string;
  bytes: Buffer;
  paperId?: string;
  name?: string;
  sha256?: string;
  /** An upload begun before. */
  uploadUrl?: string;
  onChunk?: () => void;
  /** The app is killed once so many bytes have left the phone. */
  killAt?: number;
}

/** Sends a paper with the library the mini app uses, with its settings; answers the upload's address. */
export function sendByTus(paper: TusPaper): Promise<string> {
  const { url, token, draftId, bytes, paperId = BIRTH_PAPER, name = 'ảnh.jpg' } = paper;
  return new Promise((done, fail) => {
    const upload = new Upload(bytes, {
      endpoint: `${url}/files`,
      ...(paper.uploadUrl ? { uploadUrl: paper.uploadUrl } : {}),
      chunkSize: fileLimits.chunkBytes,
      // As long as a server may take to start again on a busy machine.
      retryDelays: [0, 100, 200, 400, 800, ...Array.from({ length: 40 }, () => 1000)],
      headers: { authorization: `Bearer ${token}` },
      metadata: { draftId, paperId, filename: name, filetype: 'image/jpeg', sha256: paper.sha256 ?? hashOf(bytes) },
      onProgress: (sent) => {
        if (paper.killAt === undefined || sent < paper.killAt) return;
        // Nothing more is heard of this one: neither success nor failure.
        void upload.abort();
        done(upload.url ?? '');
      },
      onChunkComplete: () => paper.onChunk?.(),
      onError: fail,
      onSuccess: () => done(upload.url ?? ''),
    });
    upload.start();
  });
}

export const idIn = (uploadUrl: string): string => uploadUrl.slice(uploadUrl.lastIndexOf('/') + 1);
