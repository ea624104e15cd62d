import { days, hours, later } from '#core/clock';
import type { Deps } from '#core/deps';
import type { Checking } from './checking.ts';
import type { FileRow } from './file-rows.ts';
import type { Quarantine } from './quarantine.ts';

/** How long a half-sent file may wait for its phone. */
const PATIENCE = days(3);

/** Finishes what arrived unnoticed, and clears away what nobody will finish. */
export async function sweepUploads({ db, clock }: Deps, quarantine: Quarantine, checking: Checking): Promise<void> {
  const { rows: unfinished } = await db.query<FileRow & { changed_at: Date }>(
    `select id, announced_size, store_key, changed_at from files where state = 'uploading' order by changed_at limit 1000`,
  );
  const now = clock.now();
  for (const { id, announced_size, store_key, changed_at } of unfinished) {
    // The server died between the last byte and its note.
    if ((await quarantine.size(id)) === announced_size) await checking.arrived(id);
    else if (changed_at < later(now, -PATIENCE)) {
      await db.tx(async (tx) => {
        const { count } = await tx.query(
          `delete from files where id = $1 and state = 'uploading' and changed_at = $2`,
          [id, changed_at],
        );
        if (count > 0) await checking.queueRemoval(tx, [{ id, store_key }]);
      });
    }
  }
  await clearStrays({ db, now }, quarantine);
}

/** Bytes without a row: their draft was discarded while they were on the way. */
async function clearStrays({ db, now }: { db: Deps['db']; now: Date }, quarantine: Quarantine): Promise<void> {
  const lying = (await quarantine.list()).filter(({ changedAt }) => changedAt < later(now, -hours(1)));
  if (lying.length === 0) return;
  const { rows } = await db.query<{ id: string }>(
    `select id from files where id = any($1::uuid[]) and state in ('uploading', 'checking')`,
    [lying.map(({ id }) => id)],
  );
  const needed = new Set(rows.map(({ id }) => id));
  for (const { id } of lying) if (!needed.has(id)) await quarantine.remove(id);
}
