import { randomUUID } from 'node:crypto';
import type { Transaction } from '#db';
import type { DossierRow } from './dossier-rows.ts';
import { anyItems } from './supplement-form.ts';
import { closeUnsentSupplement, insertSupplement, type AskedItem } from './supplement-rows.ts';

/** What an office wants of the citizen; items absent: only the note says it. */
export interface Asked {
  items?: readonly AskedItem[] | undefined;
  answerBy?: string | null;
}

/**
 * Keeps requests in step with the state: entering "supplement required" opens one, leaving it closes what nobody sent. Call
 * with the dossier locked, before its state changes; answers how many requests there are now.
 */
export async function followState(
  tx: Transaction,
  row: DossierRow,
  { to, by, note, now, asked }: { to: string; by: string | null; note: string | null; now: Date; asked?: Asked },
): Promise<number> {
  if (row.state === 'supplementRequired') await closeUnsentSupplement(tx, row.id);
  if (to !== 'supplementRequired') return row.supplements;
  const number = row.supplements + 1;
  await insertSupplement(tx, {
    id: randomUUID(),
    dossier_id: row.id,
    number,
    office: by ?? row.office,
    note,
    items: asked?.items ?? anyItems(number),
    answer_by: asked?.answerBy ?? null,
    now,
  });
  return number;
}
