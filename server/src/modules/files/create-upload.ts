import type { FormDefinition } from '@dvc/contract/forms';
import { fileLimits } from '@dvc/contract/forms';
import type { Deps } from '#core/deps';
import { refuse } from '#core/problem';
import type { Transaction } from '#db';
import { announceOnce } from './announce-once.ts';
import { filesOfDraft } from './file-rows.ts';
import type { Announced } from './upload-metadata.ts';

/** Finds a citizen's unsent draft and keeps it as it is for the transaction. Refuses `not-found`, `draft-sent`. */
export type OpenDraft = (
  tx: Transaction,
  draft: { id: string; citizenId: string; now: Date },
) => Promise<{ form: FormDefinition }>;

/** Makes room for a file of a draft and answers its id; the same file announced again is the same upload. */
export async function createUpload(
  { db, clock }: Deps,
  { announced, citizenId, openDraft }: { announced: Announced; citizenId: string; openDraft: OpenDraft },
): Promise<string> {
  const { draftId, paperId } = announced;
  return db.tx(async (tx) => {
    const now = clock.now();
    const { form } = await openDraft(tx, { id: draftId, citizenId, now });
    if (!form.papers.some(({ id, handling }) => id === paperId && handling === 'upload')) refuse('bad-request');
    const files = await filesOfDraft(tx, draftId);
    const owner = { citizen_id: citizenId, draft_id: draftId, paper_id: paperId };
    return announceOnce(tx, { announced, owner, files, most: fileLimits.maxFilesPerDraft, now });
  });
}
