import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileLimits } from '@dvc/contract/forms';
import { contentHeaders } from '#core/content-headers';
import type { Deps } from '#core/deps';
import { takenOver, type ReplyHeaders } from '#core/handler';
import { keptBytes } from '#core/kept-bytes';
import { refuse } from '#core/problem';
import type { Checking } from './checking.ts';
import type { FileRow } from './file-rows.ts';
import type { Quarantine } from './quarantine.ts';
import { createTusBytes } from './tus-bytes.ts';

export const TUS = { 'tus-resumable': '1.0.0' };

export type TakeOver = () => { request: IncomingMessage; response: ServerResponse };

/** The bytes of uploads, whosever they are: that was asked before anything comes here. */
export function createUploads(deps: Deps, quarantine: Quarantine, checking: Checking) {
  const { db, disk, files } = deps;
  const tus = createTusBytes(deps, quarantine, checking);

  /** All bytes may be here without our having noted it: the server died in between. */
  async function settled(row: FileRow): Promise<FileRow> {
    if (row.state !== 'uploading' || (await quarantine.size(row.id)) < row.announced_size) return row;
    await checking.arrived(row.id);
    return { ...row, state: 'checking' };
  }

  return {
    /** Answers a HEAD: how much has arrived. */
    async offset(found: FileRow, takeOver: TakeOver) {
      const row = await settled(found);
      if (row.state !== 'uploading') {
        const offset = String(row.announced_size);
        return { status: 200, headers: { ...TUS, 'upload-offset': offset, 'upload-length': offset } } as const;
      }
      await quarantine.ensure(row.id);
      const { request, response } = takeOver();
      request.headers['tus-resumable'] ??= '1.0.0';
      await tus.handle(request, response);
      return takenOver;
    },

    /** Takes one chunk. */
    async append(found: FileRow, headers: { 'upload-offset': string }, takeOver: TakeOver) {
      const row = await settled(found);
      const offset = Number(headers['upload-offset']);
      // Absent when the phone sends in pieces of its own; then the tus server counts.
      const length = Number((headers as { 'content-length'?: string })['content-length'] ?? 0);
      if (length > fileLimits.chunkBytes || offset + length > row.announced_size) refuse('too-large');
      if (row.state !== 'uploading' || offset !== (await quarantine.size(row.id))) refuse('file-offset');
      await disk.assertRoom(length);
      await quarantine.ensure(row.id);
      const { request, response } = takeOver();
      await tus.handle(request, response);
      return takenOver;
    },

    /** Deletes a file that belongs to nothing sent yet; the bytes follow. */
    async remove({ id }: FileRow) {
      await db.tx(async (tx) => {
        const { rows } = await tx.query<Pick<FileRow, 'id' | 'store_key'>>(
          'delete from files where id = $1 and dossier_id is null and sent_at is null returning id, store_key',
          [id],
        );
        await checking.queueRemoval(tx, rows);
      });
      return { status: 204, headers: TUS } as const;
    },

    async content(
      row: FileRow,
    ): Promise<{ status: 200; raw: Awaited<ReturnType<typeof keptBytes>>; headers: ReplyHeaders }> {
      if (row.state !== 'ready' || row.media_type === null || row.kept_size === null || row.kept_sha256 === null)
        return refuse('not-found');
      const kept = { size: row.kept_size, sha256: row.kept_sha256 };
      const headers = contentHeaders(row.name, row.media_type, row.kept_size);
      return { status: 200, raw: await keptBytes(await files.read(row.store_key), kept), headers };
    },
  };
}

export type Uploads = ReturnType<typeof createUploads>;
