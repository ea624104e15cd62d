import type { Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import { readWhole } from '#core/kept-bytes';
import { sha256 } from '#core/secrets';
import type { Sql, Transaction } from '#db';
import { bindPhotos } from './bind-photos.ts';
import type { Checking } from './checking.ts';
import { draftFileView, filesOfDossier, filesOfDraft, type FileRow } from './file-rows.ts';

type KeptFile = Schemas['Dossier']['files'][number];
type KeptRow = Pick<FileRow, 'id' | 'paper_id' | 'name' | 'kept_size' | 'kept_sha256'>;

const PHOTO = 'image/jpeg';

function keptView({ id, paper_id, name, kept_size, kept_sha256 }: KeptRow): KeptFile {
  if (kept_size === null || kept_sha256 === null) throw new Error('a file that was not checked cannot be in a dossier');
  return { id, paperId: paper_id, name, size: kept_size, sha256: kept_sha256 };
}

/** Rows that go to the office as one document: all photos of a paper, or a PDF by itself. */
function documentsOf(rows: readonly FileRow[]): [FileRow, ...FileRow[]][] {
  const documents: [FileRow, ...FileRow[]][] = [];
  for (const row of rows) {
    const begun = documents.find(
      ([first]) => row.media_type === PHOTO && first.media_type === PHOTO && first.paper_id === row.paper_id,
    );
    if (begun) begun.push(row);
    else documents.push([row]);
  }
  return documents;
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

  async function bytesOf({ state, store_key, kept_size: size, kept_sha256: sha256 }: FileRow): Promise<Buffer> {
    if (state !== 'ready' || size === null || sha256 === null) throw new Error('no such file is kept');
    return readWhole(await files.read(store_key), { size, sha256 });
  }

  /** One document of the office: a file as it is kept, or several photos bound into one PDF under the first one's id. */
  async function documentOf([first, ...others]: [FileRow, ...FileRow[]]) {
    const about = keptView(first);
    if (others.length === 0) return { about, mediaType: first.media_type ?? '', open: () => bytesOf(first) };
    const bound = await bindPhotos(first.paper_id, await Promise.all([first, ...others].map(bytesOf)));
    return {
      about: { ...about, name: `${first.paper_id}.pdf`, size: bound.length, sha256: sha256(bound) },
      mediaType: 'application/pdf',
      open: () => Promise.resolve(bound),
    };
  }

  return {
    async ofDraft(sql: Sql, draftId: string): Promise<Schemas['DraftFile'][]> {
      return (await filesOfDraft(sql, draftId)).map(draftFileView);
    },
    async counts(sql: Sql, draftIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
      const { rows } = await sql.query<{ draft_id: string; files: number }>(
        `select draft_id, count(*) as files from files where draft_id = any($1::uuid[]) and dossier_id is null
          group by draft_id`,
        [draftIds],
      );
      return new Map(rows.map(({ draft_id, files: count }) => [draft_id, count]));
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
        `update files set dossier_id = $2, position = array_position($3::uuid[], id)
          where draft_id = $1 and state = 'ready' and id = any($3::uuid[])`,
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
    selection: (column: string): string =>
      `select coalesce(json_agg(json_build_object('id', id, 'paper_id', paper_id, 'name', name, 'kept_size', kept_size,
         'kept_sha256', kept_sha256) order by position, created_at, id), '[]') from files where dossier_id = ${column}`,
    ofSelection: (json: unknown): KeptFile[] => (json as KeptRow[]).map(keptView),
    async documents(sql: Sql, dossierId: string) {
      return Promise.all(documentsOf(await filesOfDossier(sql, dossierId)).map(documentOf));
    },
  };
}
