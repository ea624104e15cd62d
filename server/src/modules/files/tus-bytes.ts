import { randomUUID } from 'node:crypto';
import { FileStore, type Configstore } from '@tus/file-store';
import { Server, Upload } from '@tus/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileLimits } from '@dvc/contract/forms';
import type { Deps } from '#core/deps';
import { asRefusal } from '#core/error-handler';
import { problemDocument, Refusal } from '#core/problem';
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

const ownWords = new Map<number, ConstructorParameters<typeof Refusal>[0]>([
  [404, 'not-found'],
  [409, 'file-offset'],
  [410, 'not-found'],
  [413, 'too-large'],
  [415, 'unsupported-media-type'],
]);

/** tus says what went wrong in a line of text, inner words included; everybody here says it in a problem document. */
class ProblemServer extends Server {
  override write(...[context, headers, status, body = '']: Parameters<Server['write']>): ReturnType<Server['write']> {
    if (status < 400) return super.write(context, headers, status, body);
    headers.set('Content-Type', 'application/problem+json; charset=utf-8');
    if (body.startsWith('{')) return super.write(context, headers, status, body);
    const refusal = new Refusal(ownWords.get(status) ?? (status < 500 ? 'bad-request' : 'server-error'));
    return super.write(context, headers, refusal.status, JSON.stringify(problemDocument(refusal, randomUUID())));
  }
}

/**
 * What an upload is stands in our table, so the store keeps no notes of its own beside the bytes. Ownership was checked
 * before anything comes here.
 */
export function createTusBytes(
  { db, clock, log, settings }: Deps,
  quarantine: Quarantine,
  checking: Checking,
): TusBytes {
  /** A failure of ours in the middle of an upload: logged whole, told as what it comes to. */
  async function onResponseError(_request: Request, error: Error | { status_code: number; body: string }) {
    if ('status_code' in error) return undefined;
    const refusal = asRefusal(error);
    const requestId = randomUUID();
    // A line that broke is nobody's failure.
    const isCut = (error as NodeJS.ErrnoException).code === 'ECONNRESET';
    if (!isCut) log.error({ requestId, problem: refusal.code, err: error }, 'an upload failed');
    return { status_code: refusal.status, body: JSON.stringify(problemDocument(refusal, requestId)) };
  }

  const server = new ProblemServer({
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
    onResponseError,
    async onUploadFinish(_request, { id }) {
      await checking.arrived(id);
      return {};
    },
  });
  return { handle: (request, response) => server.handle(request, response) };
}
