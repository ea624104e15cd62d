import { toAppError } from '#api';
import { sha256, toHex } from '#lib/sha256';
import { sendFile } from '#offline';

interface Sending {
  reportId: string;
  role: 'before' | 'clarification' | 'reopening';
  files: readonly File[];
  /** SHA-256 → id of what the server has by now; empty where it refused. */
  sent: Readonly<Record<string, string>>;
  /** Called after each file: kept before anything else is done. */
  keep: (sent: Readonly<Record<string, string>>) => Promise<void>;
  onProgress: (percent: number) => void;
}

/** What became of the files. */
export interface FilesSent {
  /** Ids, in the order of the files. */
  ids: string[];
  refused: number;
  sent: Readonly<Record<string, string>>;
}

/** Sends the files of a report that the server does not have yet, one after the other. Rejects with an AppError. */
export async function sendFiles({ reportId, role, files, sent, keep, onProgress }: Sending): Promise<FilesSent> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  let known = sent;
  const ids: string[] = [];
  let refused = 0;
  for (const file of files) {
    const before = done;
    const hash = toHex(await sha256(new Uint8Array(await file.arrayBuffer())));
    if (known[hash] === undefined) {
      const id = await sendOne(file, hash, (bytes) => onProgress((100 * (before + bytes)) / total));
      known = { ...known, [hash]: id };
      await keep(known);
    }
    const id = known[hash] ?? '';
    if (id === '') refused += 1;
    else if (!ids.includes(id)) ids.push(id);
    done += file.size;
    onProgress((100 * done) / total);
  }
  return { ids, refused, sent: known };

  async function sendOne(file: File, hash: string, progress: (bytes: number) => void): Promise<string> {
    try {
      return await sendFile({
        ...{ endpoint: '/report-files', purpose: { reportId, role }, file, sha256: hash, fileId: undefined },
        onCreated: () => undefined,
        onProgress: progress,
      }).done;
    } catch (failure) {
      const error = toAppError(failure);
      // One photo the server will not have must not hold back the rest.
      if (error.kind === 'invalid') return '';
      throw error;
    }
  }
}
