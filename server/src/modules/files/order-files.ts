import type { Deps } from '#core/deps';
import type { OpenDraft } from './create-upload.ts';

interface Order {
  draftId: string;
  citizenId: string;
  /** Ids in their new order; those that are not the draft's (any more) count for nothing. */
  files: readonly string[];
}

/** Keeps the order of a draft's files. Refuses `not-found`, `draft-sent`. */
export async function orderFiles(
  { db, clock }: Deps,
  openDraft: OpenDraft,
  { draftId, citizenId, files }: Order,
): Promise<void> {
  await db.tx(async (tx) => {
    await openDraft(tx, { id: draftId, citizenId, now: clock.now() });
    await tx.query(
      `update files set position = array_position($2::uuid[], id) where draft_id = $1 and dossier_id is null`,
      [draftId, files],
    );
  });
}
