import type { DossierState, Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { Sql, Transaction } from '#db';
import { lettersTo, ownLetter } from './apology-rows.ts';
import { actingForView } from './acting.ts';
import { actedForOf, dossierByCode, findByCode, receiptOf, receiptsOf } from './dossier-rows.ts';
import { queueForwarding } from './forwarding.ts';
import { moveLocked } from './move-dossier.ts';
import { assertMay } from './office.ts';
import type { Surroundings } from './rule-context.ts';

type Receipt = Schemas['Receipt'];

const read = (text: string): Receipt => JSON.parse(text) as Receipt;
const over: readonly DossierState[] = ['completed', 'handedOver'];

/** What the wallet may see and do: receipts, and completing a dossier whose result has come. */
export function createWalletDossiers(deps: Deps, surroundings: Surroundings) {
  return {
    receiptsOf: async (sql: Sql, citizenId: string, limit: number): Promise<Receipt[]> =>
      (await receiptsOf(sql, citizenId, limit)).map(read),

    async receipt(sql: Sql, dossierId: string, citizenId: string): Promise<Receipt | undefined> {
      const receipt = await receiptOf(sql, dossierId, citizenId);
      return receipt === undefined ? undefined : read(receipt);
    },

    async actedFor(sql: Sql, dossierIds: readonly string[]): Promise<ReadonlyMap<string, Schemas['ActingFor']>> {
      const rows = await actedForOf(sql, dossierIds);
      return new Map(rows.flatMap(({ id, ...row }) => Object.values(actingForView(row)).map((person) => [id, person])));
    },

    letter: ownLetter,
    lettersTo,

    async receiptByCode(sql: Sql, code: string) {
      const row = await findByCode(sql, code);
      return row && { receipt: read(row.receipt), citizenId: row.citizen_id };
    },

    async complete(
      tx: Transaction,
      { code, by, system }: { code: string; by: string; system: string },
      now: Date,
    ): Promise<{ id: string; citizenId: string; procedureName: string; state: DossierState }> {
      const row = await dossierByCode(tx, code, { lock: true });
      const told = { id: row.id, citizenId: row.citizen_id, procedureName: row.procedure_name };
      // A second result, or one that comes after the officer's move.
      if (over.includes(row.state)) return { ...told, state: row.state };
      assertMay(row, { to: 'completed' }, null);
      const act = { to: 'completed', note: null, by, system, at: now, now, registers: false, quiet: true } as const;
      const { state } = await moveLocked(tx, row, act, { notify: deps.notify, calendar: surroundings.calendar });
      await queueForwarding(tx, deps, { dossierId: row.id, about: 'moved' });
      return { ...told, state };
    },
  };
}
