import { randomBytes, randomUUID } from 'node:crypto';
import type { FormDefinition } from '@dvc/contract/forms';
import { fileLimits } from '@dvc/contract/forms';
import type { Deps } from '#core/deps';
import { refuse } from '#core/problem';
import type { Transaction } from '#db';
import { filesOfDraft, insertFile } from './file-rows.ts';
import { fileProblem } from './refusal-words.ts';
import type { Announced } from './upload-metadata.ts';

/** Finds a citizen's unsent draft and keeps it as it is for the transaction. Refuses `not-found`, `draft-sent`. */
export type OpenDraft = (
  tx: Transaction,
  draft: { id: string; citizenId: string; now: Date },
) => Promise<{ form: FormDefinition }>;

/**
 * Makes room for a file of a draft and answers its id. The same file announced again is the same upload, also when all of it
 * has arrived meanwhile: the answer to the first announcement was lost, or that announcement comes late, after its repetition.
 */
export async function createUpload(
  { db, clock }: Deps,
  { announced, citizenId, openDraft }: { announced: Announced; citizenId: string; openDraft: OpenDraft },
): Promise<string> {
  const { draftId, paperId, size, sha256 } = announced;
  return db.tx(async (tx) => {
    const now = clock.now();
    const { form } = await openDraft(tx, { id: draftId, citizenId, now });
    if (!form.papers.some(({ id, handling }) => id === paperId && handling === 'upload')) refuse('bad-request');
    const files = await filesOfDraft(tx, draftId);
    const begun = files.find(
      (file) =>
        sha256 !== null &&
        file.state !== 'refused' &&
        file.paper_id === paperId &&
        file.announced_size === size &&
        file.announced_sha256 === sha256,
    );
    if (begun) return begun.id;
    if (files.length >= fileLimits.maxFilesPerDraft) {
      refuse('file-refused', { errors: [fileProblem(paperId, 'too-many', fileLimits.maxFilesPerDraft)] });
    }
    const id = randomUUID();
    const file = {
      id,
      citizen_id: citizenId,
      draft_id: draftId,
      paper_id: paperId,
      name: announced.name,
      announced_type: announced.mediaType,
      announced_size: size,
      announced_sha256: sha256,
      store_key: randomBytes(32).toString('hex'),
    };
    await insertFile(tx, file, now);
    return id;
  });
}
