import { once as onceEmitted } from 'node:events';
import { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import { hours, minutes } from '#core/clock';
import type { Deps } from '#core/deps';
import { askAbout, type PersonalFile } from '#core/personal-data';
import { dropExport, exportById, exportReady, expiredExports, failExport, type ExportRow } from './export-rows.ts';
import type { Everything } from './ports.ts';

const BUILD = 'build-export';

export const queueExport = (jobs: Deps['jobs'], tx: Parameters<typeof exportById>[0], id: string): Promise<void> =>
  jobs.enqueue(tx, BUILD, { exportId: id }, { key: `${BUILD}:${id}` });

/** Makes exports in the background: one JSON of everything and the files beside it, never more of a file in memory than a piece. */
export function receiveExports(deps: Deps, { modules }: Everything): void {
  const { clock, db, files, jobs, log, notify } = deps;

  async function fill(zip: ZipFile, row: ExportRow): Promise<void> {
    const ask = askAbout(db, { accountId: row.account_id, citizenId: row.citizen_id }, clock.now());
    const parts: Record<string, unknown[]> = {};
    const wanted: PersonalFile[] = [];
    for (const { things, files: theirs } of modules) {
      for (const { what, rows } of things) parts[what] = await ask(rows);
      if (theirs !== undefined) wanted.push(...(await ask<PersonalFile>(theirs)));
    }
    const text = JSON.stringify({ madeAt: clock.now().toISOString(), ...parts }, null, 2);
    zip.addBuffer(Buffer.from(text), 'du-lieu.json');
    for (const { name, storeKey } of wanted) {
      zip.addReadStreamLazy(`tep/${name.replace(/[\\/\u0000-\u001f:]/g, '_')}`, { compress: false }, (give) => {
        files.read(storeKey).then(
          (bytes) => give(null, bytes),
          (error: unknown) => give(error, new PassThrough()),
        );
      });
    }
    zip.end();
  }

  async function build(row: ExportRow): Promise<number> {
    const zip = new ZipFile();
    const broken = onceEmitted(zip, 'error').then(([error]) => Promise.reject(error as Error));
    const bytes = (zip.outputStream as unknown as PassThrough).pipe(new PassThrough());
    const written = files.putStream(row.store_key, bytes);
    try {
      return await Promise.race([broken, Promise.all([written, fill(zip, row)]).then(([size]) => size)]);
    } catch (error) {
      // Nothing more will come: whoever writes must not wait for it with a file open.
      bytes.destroy();
      await written.catch(() => undefined);
      throw error;
    }
  }

  jobs.handle(
    BUILD,
    async ({ payload, attempt }) => {
      const row = await exportById(db, String(payload['exportId']));
      if (row?.state !== 'making') return;
      if (attempt > 3) return failExport(db, row.id);
      const size = await build(row);
      const isWanted = await db.tx(async (tx) => {
        if (!(await exportReady(tx, row.id, size))) return false;
        await notify.tell(tx, {
          accountId: row.account_id,
          topic: 'service',
          title: 'Dữ liệu của bạn đã sẵn sàng',
          body: 'Mở để tải về. Chúng tôi xóa bản này sau 24 giờ.',
          path: '/quyen-rieng-tu',
          button: 'Tải dữ liệu',
          key: `export:${row.id}`,
        });
        return true;
      });
      // The person was forgotten meanwhile.
      if (!isWanted) await files.remove(row.store_key);
    },
    { maxAttempts: 4, leaseMs: minutes(5) },
  );

  jobs.every('forget-old-exports', hours(1) / 6, async () => {
    for (const row of await expiredExports(db, clock.now())) {
      await files.remove(row.store_key);
      await dropExport(db, row.id);
      log.info({ exportId: row.id }, 'an export ran out');
    }
    await db.query('delete from export_tickets where expires_at < $1', [clock.now()]);
  });
}
