/**
 * Uploads, once all their bytes are here: quarantined → examined → kept under their own key, or refused in words. The work is
 * a job, so it survives the server; done twice it does the same.
 */
import { seconds } from '#core/clock';
import type { Deps } from '#core/deps';
import { TryLater } from '#core/jobs';
import { Refusal } from '#core/problem';
import { ScannerSilent } from '#core/scanner';
import type { Sql, Transaction } from '#db';
import { examine, type Examined } from './examine.ts';
import { fileById, type FileRow } from './file-rows.ts';
import type { Quarantine } from './quarantine.ts';

const CHECK = 'check-file';
const REMOVE = 'remove-file-bytes';
/** A file that broke the server this often will not be opened again. */
const MOST_TRIES = 4;
/** A scanner that was silent is asked again after so long, for as long as it takes. */
const SCANNER_PAUSE = seconds(30);
/** And so is the store. */
const STORE_PAUSE = seconds(10);

export interface Checking {
  /** All bytes are here: nothing more is taken for this upload, and somebody looks into it. */
  arrived(fileId: string): Promise<void>;
  /** Queues the removal of bytes whose rows are gone or need them no longer. */
  queueRemoval(tx: Sql, files: readonly { id: string; store_key: string }[]): Promise<void>;
  /** After a start: takes up checks which the last process left unfinished. */
  resume(): Promise<void>;
}

export function createChecking({ db, clock, files, jobs, scanner, log }: Deps, quarantine: Quarantine): Checking {
  const queueCheck = (tx: Sql, fileId: string, storeKey: string, key: string) =>
    jobs.enqueue(tx, CHECK, { fileId, storeKey }, { key });

  async function outcomeOf(row: FileRow, attempt: number): Promise<Examined> {
    if (attempt > MOST_TRIES) return { refused: 'malformed' };
    const bytes = await quarantine.read(row.id);
    return bytes
      ? examine(bytes, row.announced_sha256, scanner, row.report_id === null ? 'paper' : 'report')
      : { refused: 'malformed' };
  }

  /** Not a failure of the file: it waits as it is, its owner is told, and the check comes again. */
  async function postpone(fileId: string, { message }: ScannerSilent): Promise<never> {
    log.warn({ scanner: message }, 'the malware scanner gives no verdict; files wait for it');
    await db.query(`update files set delayed = true where id = $1 and state = 'checking' and not delayed`, [fileId]);
    throw new TryLater(SCANNER_PAUSE);
  }

  /** A store that is away says nothing of the file either. */
  async function keep(storeKey: string, bytes: Buffer): Promise<void> {
    await files.put(storeKey, bytes).catch((error: unknown) => {
      if (!(error instanceof Refusal) || error.code !== 'server-busy') throw error;
      log.warn({ err: error.cause }, 'the object store is away; files wait for it');
      throw new TryLater(STORE_PAUSE);
    });
  }

  async function settle(tx: Transaction, row: FileRow, outcome: Examined): Promise<boolean> {
    const kept = 'kept' in outcome ? outcome.kept : undefined;
    const { count } = await tx.query(
      `update files set state = $2, refusal = $3, delayed = false, media_type = $4, kept_size = $5, kept_sha256 = $6, changed_at = $7
        where id = $1 and state = 'checking'`,
      [
        row.id,
        kept ? 'ready' : 'refused',
        'refused' in outcome ? outcome.refused : null,
        kept?.mediaType ?? null,
        kept?.bytes.length ?? null,
        kept?.sha256 ?? null,
        clock.now(),
      ],
    );
    return count > 0;
  }

  jobs.handle(
    CHECK,
    async ({ payload, attempt }) => {
      const fileId = String(payload['fileId']);
      const storeKey = String(payload['storeKey']);
      const row = await fileById(db, fileId);
      if (row?.state === 'checking') {
        const outcome = await outcomeOf(row, attempt).catch((error: unknown) => {
          if (error instanceof ScannerSilent) return postpone(fileId, error);
          throw error;
        });
        if ('kept' in outcome) await keep(storeKey, outcome.kept.bytes);
        else if (outcome.threat !== undefined) log.warn({ threat: outcome.threat }, 'malware was refused');
        else log.info({ fileId, refused: outcome.refused }, 'a file was refused');
        await db.tx((tx) => settle(tx, row, outcome));
      }
      // Whoever deleted the file meanwhile could not know of bytes put just now.
      if (!(await fileById(db, fileId))) await files.remove(storeKey);
      await quarantine.remove(fileId);
    },
    { maxAttempts: MOST_TRIES + 2 },
  );

  jobs.handle(REMOVE, async ({ payload }) => {
    for (const { id, storeKey } of payload['files'] as { id: string; storeKey: string }[]) {
      await quarantine.remove(id);
      await files.remove(storeKey);
    }
  });

  return {
    async arrived(fileId) {
      await db.tx(async (tx) => {
        const { rows } = await tx.query<{ store_key: string }>(
          `update files set state = 'checking', received = announced_size, changed_at = $2
            where id = $1 and state = 'uploading' returning store_key`,
          [fileId, clock.now()],
        );
        if (rows[0]) await queueCheck(tx, fileId, rows[0].store_key, `${CHECK}:${fileId}`);
      });
    },

    async queueRemoval(tx, gone) {
      if (gone.length === 0) return;
      await jobs.enqueue(tx, REMOVE, { files: gone.map(({ id, store_key }) => ({ id, storeKey: store_key })) });
    },

    async resume() {
      // Their jobs are leased to a process that may be dead; a check of its own now instead of a minute later.
      await db.tx(async (tx) => {
        const { rows } = await tx.query<{ id: string; store_key: string }>(
          `select id, store_key from files where state = 'checking'`,
        );
        const started = clock.now().getTime();
        for (const { id, store_key } of rows) await queueCheck(tx, id, store_key, `${CHECK}:${id}:${started}`);
      });
    },
  };
}
