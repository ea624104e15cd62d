import { randomBytes, randomUUID } from 'node:crypto';
import { refuse } from '#core/problem';
import type { Transaction } from '#db';
import { insertFile, type FileRow, type NewFile } from './file-rows.ts';
import { fileProblem } from './refusal-words.ts';
import type { AnnouncedFile } from './upload-metadata.ts';

interface Wanted {
  announced: AnnouncedFile;
  /** Whose the file is and what it belongs to. */
  owner: Pick<NewFile, 'paper_id' | 'citizen_id' | 'draft_id' | 'account_id' | 'report_id' | 'role' | 'question_id'>;
  /** What belongs to the same already. */
  files: readonly FileRow[];
  most: number;
  now: Date;
}

/**
 * Makes room for a file and answers its id. The same file announced again is the same upload, also when all of it has arrived
 * meanwhile: the answer to the first announcement was lost, or that announcement comes late, after its repetition.
 */
export async function announceOnce(tx: Transaction, { announced, owner, files, most, now }: Wanted): Promise<string> {
  const { name, mediaType, size, sha256 } = announced;
  const begun = files.find(
    (file) =>
      sha256 !== null &&
      file.state !== 'refused' &&
      file.paper_id === owner.paper_id &&
      file.role === (owner.role ?? null) &&
      file.announced_size === size &&
      file.announced_sha256 === sha256,
  );
  if (begun) return begun.id;
  if (files.length >= most) {
    refuse('file-refused', { errors: [fileProblem(owner.paper_id, 'too-many', most)] });
  }
  const id = randomUUID();
  const told = { name, announced_type: mediaType, announced_size: size, announced_sha256: sha256 };
  await insertFile(tx, { id, ...owner, ...told, store_key: randomBytes(32).toString('hex') }, now);
  return id;
}
