import { fileLimits } from '@dvc/contract/forms';
import { minutes } from '#core/clock';
import type { Deps } from '#core/deps';
import { takenOver, type ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import type { Checking } from './checking.ts';
import { contentHeaders } from '#core/content-headers';
import { createUpload, type OpenDraft } from './create-upload.ts';
import { ownFile, type FileRow } from './file-rows.ts';
import { orderFiles } from './order-files.ts';
import type { Quarantine } from './quarantine.ts';
import { sweepUploads } from './sweep.ts';
import { createTusBytes } from './tus-bytes.ts';
import { readAnnouncement } from './upload-metadata.ts';

interface Needs {
  quarantine: Quarantine;
  checking: Checking;
  openDraft: OpenDraft;
}

const TUS = { 'tus-resumable': '1.0.0' };

/** Photographed papers, by resumable upload (tus 1.0). Whose file it is, is asked before anything else. */
export function createFilesModule(deps: Deps, { quarantine, checking, openDraft }: Needs): ModuleHandlers<'files'> {
  const { db, disk, files, jobs } = deps;
  const tus = createTusBytes(deps, quarantine, checking);
  jobs.every('sweep-uploads', minutes(10), () => sweepUploads(deps, quarantine, checking));

  const own = async (id: string, citizenId: string): Promise<FileRow> =>
    (await ownFile(db, id.toLowerCase(), citizenId)) ?? refuse('not-found');

  /** All bytes may be here without our having noted it: the server died in between. */
  async function settled(row: FileRow): Promise<FileRow> {
    if (row.state !== 'uploading' || (await quarantine.size(row.id)) < row.announced_size) return row;
    await checking.arrived(row.id);
    return { ...row, state: 'checking' };
  }

  return {
    async createFile({ headers, caller }) {
      const announced = readAnnouncement(headers);
      await disk.assertRoom(announced.size);
      const id = await createUpload(deps, { announced, citizenId: caller.citizen.id, openDraft });
      await quarantine.ensure(id);
      return { status: 201, headers: { ...TUS, location: `/files/${id}` } };
    },

    async readFileOffset({ params, caller, takeOver }) {
      const row = await settled(await own(params.fileId, caller.citizen.id));
      if (row.state !== 'uploading') {
        const offset = String(row.announced_size);
        return { status: 200, headers: { ...TUS, 'upload-offset': offset, 'upload-length': offset } };
      }
      await quarantine.ensure(row.id);
      const { request, response } = takeOver();
      request.headers['tus-resumable'] ??= '1.0.0';
      await tus.handle(request, response);
      return takenOver;
    },

    async appendFile({ params, caller, takeOver, headers }) {
      const row = await settled(await own(params.fileId, caller.citizen.id));
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

    async deleteFile({ params, caller }) {
      const { id, dossier_id } = await own(params.fileId, caller.citizen.id);
      if (dossier_id !== null) refuse('draft-sent', { dossierId: dossier_id });
      await db.tx(async (tx) => {
        const { rows } = await tx.query<Pick<FileRow, 'id' | 'store_key'>>(
          'delete from files where id = $1 and dossier_id is null returning id, store_key',
          [id],
        );
        await checking.queueRemoval(tx, rows);
      });
      return { status: 204, headers: TUS };
    },

    async orderFiles({ params, body, caller }) {
      const { citizen } = caller;
      await orderFiles(deps, openDraft, { draftId: params.draftId, citizenId: citizen.id, files: body.files });
      return { status: 204 };
    },

    async readFileContent({ params, caller }) {
      const row = await own(params.fileId, caller.citizen.id);
      if (row.state !== 'ready' || row.media_type === null || row.kept_size === null) refuse('not-found');
      const headers = contentHeaders(row.name, row.media_type, row.kept_size);
      return { status: 200, raw: await files.read(row.store_key), headers };
    },
  };
}
