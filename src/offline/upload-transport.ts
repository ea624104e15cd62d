import type * as Tus from 'tus-js-client';
import { AppError, apiAddress, callOperation, currentToken, toAppError } from '#api';
import { loadCode } from '#lib/load-code';
import type { Problem } from '@dvc/contract';
import { fileLimits } from '@dvc/contract/forms';

/** One file on its way to the server. */
export interface Sending {
  /** The file's id there; rejects with an AppError. Stopping leaves it unsettled. */
  done: Promise<string>;
  stop: () => void;
}

export interface SendingParts {
  /** Where files of this sort are made, on the province's server. */
  endpoint: '/files' | '/report-files' | '/question-files';
  /** What the file is for, in the words of that endpoint. */
  purpose: Readonly<Record<string, string>>;
  file: File;
  sha256: string;
  /** Continue a file the server has part of. */
  fileId: string | undefined;
  onCreated: (fileId: string) => void;
  onProgress: (sent: number, total: number) => void;
}

const library = () => import('tus-js-client');
const pausesMs = [500, 1_500, 4_000];

/** Sends in chunks of 256 KiB by tus, so that a cut costs at most one chunk. The library is fetched at first need. */
export function sendFile(parts: SendingParts): Sending {
  let upload: Tus.Upload | undefined;
  let stopped = false;
  const done = (async () => {
    const tus = await loadCode(library).catch((cause: unknown) => {
      // Not fetched yet, and no network to fetch it: trouble of the line, not of the file.
      throw new AppError(navigator.onLine ? 'server' : 'offline', { code: 'no-answer', cause });
    });
    for (let renewed = false; ; renewed = true) {
      try {
        return await new Promise<string>((resolve, reject) => {
          upload = makeUpload(tus, parts, resolve, reject);
          if (!stopped) upload.start();
        });
      } catch (error) {
        if (statusOf(error) !== 401 || renewed) throw readFailure(error);
        // A typed call renews the session; the next attempt takes the new token.
        await callOperation('readSession');
      }
    }
  })();
  return {
    done,
    stop() {
      stopped = true;
      void upload?.abort();
    },
  };
}

function makeUpload(
  tus: typeof Tus,
  { endpoint, purpose, file, sha256, fileId, onCreated, onProgress }: SendingParts,
  resolve: (fileId: string) => void,
  reject: (error: Error) => void,
): Tus.Upload {
  const upload: Tus.Upload = new tus.Upload(file, {
    endpoint: apiAddress(endpoint),
    uploadUrl: fileId === undefined ? null : apiAddress(`${endpoint}/${fileId}`),
    chunkSize: fileLimits.chunkBytes,
    retryDelays: pausesMs,
    // Addresses of papers are not left in a storage that all mini apps share.
    storeFingerprintForResuming: false,
    metadata: { ...purpose, filename: file.name, filetype: file.type, sha256 },
    onBeforeRequest: async (request) => {
      request.setHeader('Authorization', `Bearer ${await currentToken()}`);
    },
    // A refusal stays one; only silence, conflicts of offset and trouble of the server are tried again.
    onShouldRetry: (error) => {
      const status = statusOf(error);
      return status === undefined || status === 409 || status === 423 || status >= 500;
    },
    onUploadUrlAvailable: () => {
      onCreated(idOf(upload.url));
    },
    onProgress,
    onSuccess: () => {
      resolve(idOf(upload.url));
    },
    onError: reject,
  });
  return upload;
}

function idOf(url: string | null): string {
  return url?.split('/').pop() ?? '';
}

function answerOf(error: unknown): Tus.DetailedError['originalResponse'] {
  return (error as Partial<Tus.DetailedError> | undefined)?.originalResponse ?? null;
}

function statusOf(error: unknown): number | undefined {
  const status = answerOf(error)?.getStatus();
  return status === 0 ? undefined : status;
}

/** What went wrong, in our vocabulary; the server's own sentence about a refused file is kept. */
function readFailure(error: unknown): AppError {
  const status = statusOf(error);
  if (status === undefined) {
    return error instanceof AppError || navigator.onLine
      ? toServerTrouble(error)
      : new AppError('offline', { cause: error });
  }
  try {
    const problem = JSON.parse(answerOf(error)?.getBody() ?? '') as Partial<Problem>;
    const kind = problem.code === 'file-refused' || status === 413 ? 'invalid' : status === 404 ? 'missing' : 'server';
    return new AppError(kind, { code: problem.code, requestId: problem.requestId, fields: problem.errors });
  } catch {
    return new AppError(status === 413 ? 'invalid' : 'server', { code: `http-${String(status)}` });
  }
}

function toServerTrouble(error: unknown): AppError {
  return error instanceof AppError ? toAppError(error) : new AppError('server', { code: 'no-answer', cause: error });
}
