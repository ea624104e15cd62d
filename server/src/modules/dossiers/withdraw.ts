import { canonicalJson, mayMove, type Schemas } from '@dvc/contract';
import type { Transaction } from '#db';
import type { Deps } from '#core/deps';
import type { Handler } from '#core/handler';
import { once } from '#core/idempotency';
import { refuse } from '#core/problem';
import { ownDossierWhole } from './dossier-parts.ts';
import { ownDossier, type DossierRow } from './dossier-rows.ts';
import { dossierView } from './dossier-view.ts';
import { queueForwarding } from './forwarding.ts';
import { moveLocked } from './move-dossier.ts';
import type { Papers, Tracking } from './ports.ts';
import type { Surroundings } from './rule-context.ts';

interface Needs {
  papers: Papers;
  tracking: Tracking;
  surroundings: Surroundings;
}

/** The citizen takes a dossier back, once, as long as the table of states allows it; the office sees it and why. */
export function createWithdraw(deps: Deps, needs: Needs): { withdrawDossier: Handler<'withdrawDossier'> } {
  const { db, clock, notify } = deps;
  const withdraw = async (tx: Transaction, row: DossierRow, reason: string | undefined, now: Date): Promise<void> => {
    if (!mayMove(row.state, 'withdrawn')) {
      refuse('transition-refused', {
        detail: 'Hồ sơ đã giải quyết xong hoặc đã kết thúc nên không rút được nữa.',
      });
    }
    const note = reason?.trim() || null;
    const move = { to: 'withdrawn', note, by: null, system: null, at: now, now, registers: false } as const;
    await moveLocked(tx, row, move, { notify, calendar: needs.surroundings.calendar });
    await queueForwarding(tx, deps, { dossierId: row.id, about: 'withdrawn' });
  };
  return {
    async withdrawDossier({ params, body, caller, headers }) {
      const { dossierId } = params;
      const keyed = {
        owner: caller.citizen.id,
        key: headers['idempotency-key'],
        operation: 'withdrawDossier',
        body: canonicalJson({ dossierId, ...body }),
      };
      const answer = await db.tx((tx) => {
        const now = clock.now();
        return once(tx, keyed, now, async () => {
          const row = await ownDossier(tx, dossierId, caller.citizen.id, { lock: true });
          if (row.state !== 'withdrawn') await withdraw(tx, row, body.reason, now);
          const whole = await ownDossierWhole(tx, { id: dossierId, citizenId: caller.citizen.id }, needs);
          return JSON.stringify(dossierView(whole.row, whole.parts, needs.surroundings));
        });
      });
      return { status: 200, body: JSON.parse(answer) as Schemas['Dossier'] };
    },
  };
}
