import type { Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { Sql, Transaction } from '#db';
import type { Checking } from './checking.ts';
import { draftFileView, fileById, filesOfDossier, filesOfDraft, type FileRow } from './file-rows.ts';

type KeptFile = Schemas['Dossier']['files'][number];

function keptView({ id, paper_id, name, kept_size, kept_sha256 }: FileRow): KeptFile {
  if (kept_size === null || kept_sha256 === null) throw new Error('a file that was not checked cannot be in a dossier');
  return { id, paperId: paper_id, name, size: kept_size, sha256: kept_sha256 };
}

/** Papers as drafts and dossiers see them; each call runs in the caller's transaction. */
export function createPapers({ files }: Deps, checking: Checking) {
  async function discard(tx: Transaction, draftId: string): Promise<void> {
    const { rows } = await tx.query<Pick<FileRow, 'id' | 'store_key'>>(
      'delete from files where draft_id = $1 and dossier_id is null returning id, store_key',
      [draftId],
    );
    await checking.queueRemoval(tx, rows);
  }

  return {
    async ofDraft(sql: Sql, draftId: string): Promise<Schemas['DraftFile'][]> {
      return (await filesOfDraft(sql, draftId)).map(draftFileView);
    },
    async lock(tx: Transaction, draftId: string): Promise<void> {
      await filesOfDraft(tx, draftId, { lock: true });
    },
    async move(
      tx: Transaction,
      { draftId, ids }: { draftId: string; ids: readonly string[] },
      dossierId: string,
    ): Promise<KeptFile[]> {
      await tx.query(
        `update files set dossier_id = $2 where draft_id = $1 and state = 'ready' and id = any($3::uuid[])`,
        [draftId, dossierId, ids],
      );
      await discard(tx, draftId);
      const moved = new Map((await filesOfDossier(tx, dossierId)).map((row) => [row.id, keptView(row)]));
      return ids.map((id) => {
        const file = moved.get(id);
        if (!file) throw new Error('a file that was to go along is not ready');
        return file;
      });
    },
    discard,
    async ofDossier(sql: Sql, dossierId: string): Promise<KeptFile[]> {
      return (await filesOfDossier(sql, dossierId)).map(keptView);
    },
    async open(sql: Sql, fileId: string): Promise<{ mediaType: string; bytes: Buffer }> {
      const row = await fileById(sql, fileId);
      if (row?.state !== 'ready' || row.media_type === null) throw new Error('no such file is kept');
      const chunks: Buffer[] = [];
      for await (const chunk of await files.read(row.store_key)) chunks.push(chunk as Buffer);
      return { mediaType: row.media_type, bytes: Buffer.concat(chunks) };
    },
  };
}
