import { FileStore, type Configstore } from '@tus/file-store';
import { Server, Upload } from '@tus/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileLimits } from '@dvc/contract/forms';
import type { Deps } from '#core/deps';
import type { Checking } from './checking.ts';
import { fileById, noteReceived } from './file-rows.ts';
import type { Quarantine } from './quarantine.ts';

/** The part of tus that moves bytes: `HEAD` and `PATCH` of an upload that is under way. */
export interface TusBytes {
  /** Answers the request itself; resolves when it has. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const never = async (): Promise<never> => {
  throw new Error('uploads are made and ended by our own handlers');
};

/** Bytes in the quarantine; notes in our table how far they are, also when the line was cut. */
class QuarantineStore extends FileStore {
  constructor(
    private readonly quarantine: Quarantine,
    private readonly note: (id: string, received: number) => Promise<void>,
    configstore: Configstore,
  ) {
    super({ directory: quarantine.folder, configstore });
  }

  override async write(...[bytes, id, offset]: Parameters<FileStore['write']>): Promise<number> {
    try {
      return await super.write(bytes, id, offset);
    } finally {
      await this.note(id, await this.quarantine.size(id));
    }
  }
}

/**
 * What an upload is stands in our table, so the store keeps no notes of its own beside the bytes. Ownership was checked
 * before anything comes here.
 */
export function createTusBytes({ db, clock, settings }: Deps, quarantine: Quarantine, checking: Checking): TusBytes {
  const server = new Server({
    path: '/files',
    relativeLocation: true,
    maxSize: fileLimits.maxBytes,
    // The default answers every origin with `*`.
    allowedOrigins: (origin) => settings.ALLOWED_ORIGINS.includes(origin),
    datastore: new QuarantineStore(quarantine, (id, received) => noteReceived(db, id, received, clock.now()), {
      async get(id) {
        const row = await fileById(db, id);
        if (row?.state !== 'uploading') return undefined;
        const { announced_size: size, created_at } = row;
        return new Upload({ id, size, offset: 0, creation_date: created_at.toISOString() });
      },
      set: never,
      delete: never,
    }),
    async onUploadFinish(_request, { id }) {
      await checking.arrived(id);
      return {};
    },
  });
  return { handle: (request, response) => server.handle(request, response) };
}
