import { minutes } from '#core/clock';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import type { Checking } from './checking.ts';
import { createUpload, type OpenDraft } from './create-upload.ts';
import { ownFile, type FileRow } from './file-rows.ts';
import { orderFiles } from './order-files.ts';
import type { Quarantine } from './quarantine.ts';
import { sweepUploads } from './sweep.ts';
import { readAnnouncement } from './upload-metadata.ts';
import { TUS, type Uploads } from './uploads.ts';

interface Needs {
  quarantine: Quarantine;
  checking: Checking;
  uploads: Uploads;
  openDraft: OpenDraft;
}

/** Photographed papers, by resumable upload (tus 1.0). Whose file it is, is asked before anything else. */
export function createFilesModule(
  deps: Deps,
  { quarantine, checking, uploads, openDraft }: Needs,
): ModuleHandlers<'files'> {
  const { db, disk, jobs } = deps;
  jobs.every('sweep-uploads', minutes(10), () => sweepUploads(deps, quarantine, checking));

  const own = async (id: string, citizenId: string): Promise<FileRow> =>
    (await ownFile(db, id.toLowerCase(), citizenId)) ?? refuse('not-found');

  return {
    async createFile({ headers, caller }) {
      const announced = readAnnouncement(headers);
      await disk.assertRoom(announced.size);
      const id = await createUpload(deps, { announced, citizenId: caller.citizen.id, openDraft });
      await quarantine.ensure(id);
      return { status: 201, headers: { ...TUS, location: `/files/${id}` } };
    },

    async readFileOffset({ params, caller, takeOver }) {
      return uploads.offset(await own(params.fileId, caller.citizen.id), takeOver);
    },

    async appendFile({ params, caller, takeOver, headers }) {
      return uploads.append(await own(params.fileId, caller.citizen.id), headers, takeOver);
    },

    async deleteFile({ params, caller }) {
      const row = await own(params.fileId, caller.citizen.id);
      if (row.dossier_id !== null) refuse('draft-sent', { dossierId: row.dossier_id });
      return uploads.remove(row);
    },

    async orderFiles({ params, body, caller }) {
      const { citizen } = caller;
      await orderFiles(deps, openDraft, { draftId: params.draftId, citizenId: citizen.id, files: body.files });
      return { status: 204 };
    },

    async readFileContent({ params, caller }) {
      return uploads.content(await own(params.fileId, caller.citizen.id));
    },
  };
}
