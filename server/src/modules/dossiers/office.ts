import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { allowedTransitions, canonicalJson, dossierState, mayMove, stateTitle } from '@dvc/contract';
import type { DossierState } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { Call } from '#core/handler';
import { once } from '#core/idempotency';
import { refuse } from '#core/problem';
import type { Sql, Transaction } from '#db';
import { cutPage, readPage } from './cursor.ts';
import { dossierByCode, eventsOf, pageOfAll, type DossierRow } from './dossier-rows.ts';
import { dossierSummary, dossierView } from './dossier-view.ts';
import { queueForwarding } from './forwarding.ts';
import { forwardingView } from './forwarding-rows.ts';
import { moveLocked } from './move-dossier.ts';
import type { Papers, Tracking } from './ports.ts';
import type { Surroundings } from './rule-context.ts';
import { submitterOf, type Submitter } from './submitter.ts';

interface Needs {
  papers: Papers;
  surroundings: Surroundings;
  tracking: Tracking;
}

type ListQuery = Call<'listDossiersForOffice'>['query'];

export interface Movement {
  code: string;
  to: DossierState;
  by: string;
  note: string | undefined;
  /** The integration key's name. */
  system: string;
  idempotencyKey: string;
}

/** Dossiers as the offices see and move them; each reading of answers is written down. */
export interface DossierOffice {
  list(query: ListQuery): Promise<{ items: Schemas['DossierSummary'][]; next: string | null }>;
  read(code: string, reader: { system: string; purpose: string }): Promise<DossierForOffice>;
  move(movement: Movement): Promise<Schemas['Dossier']>;
}

export interface DossierForOffice {
  dossier: Schemas['Dossier'];
  submitter: Submitter;
  answers: Schemas['Answers'];
  receipt: Schemas['Receipt'];
}

/** Refuses what the table of states does not allow, and what lacks its reason. */
export function assertMay(row: DossierRow, { to }: Pick<Movement, 'to'>, note: string | null): void {
  if (!mayMove(row.state, to)) {
    const ways = allowedTransitions[row.state].map((state) => stateTitle(state, 'vi')).join(', ');
    const now = `Hồ sơ đang ở bước “${stateTitle(row.state, 'vi')}”.`;
    refuse('transition-refused', { detail: `${now} ${ways ? `Có thể chuyển sang: ${ways}.` : 'Hồ sơ đã kết thúc.'}` });
  }
  if (note === null && dossierState(to).noteRequired) {
    const message = 'Hãy ghi lý do bằng một câu để công dân biết phải làm gì.';
    refuse('invalid', { errors: [{ path: 'note', code: 'required', message }] });
  }
}

export function createDossierOffice(deps: Deps, { papers, surroundings, tracking }: Needs): DossierOffice {
  const { db, clock, notify } = deps;
  async function view(sql: Sql, row: DossierRow): Promise<Schemas['Dossier']> {
    const parts = {
      events: await eventsOf(sql, row.id),
      files: await papers.ofDossier(sql, row.id),
      forwarding: await forwardingView(sql, row),
      trackingLink: tracking.link(row.code),
    };
    return dossierView(row, parts, surroundings);
  }

  async function move(tx: Transaction, movement: Movement, now: Date): Promise<Schemas['Dossier']> {
    const { to, by, system } = movement;
    const note = movement.note?.trim() || null;
    const row = await dossierByCode(tx, movement.code, { lock: true });
    assertMay(row, movement, note);
    // An officer's acceptance proves that the dossier has arrived, whatever the forwarding says.
    const act = { to, note, by, system, at: now, now, registers: to === 'accepted' };
    const moved = await moveLocked(tx, row, act, { notify, calendar: surroundings.calendar });
    await queueForwarding(tx, deps, { dossierId: row.id, about: 'moved' });
    return view(tx, moved);
  }

  return {
    async list(query) {
      const page = readPage(query);
      const { rows, next } = cutPage(await pageOfAll(db, query.state, page), page);
      return { items: rows.map(dossierSummary), next };
    },

    async read(code, { system, purpose }) {
      return db.tx(async (tx) => {
        const row = await dossierByCode(tx, code);
        await tx.query(
          'insert into dossier_reads (id, dossier_id, system, purpose, read_at) values ($1, $2, $3, $4, $5)',
          [randomUUID(), row.id, system, purpose, clock.now()],
        );
        return {
          dossier: await view(tx, row),
          submitter: await submitterOf(tx, row.citizen_id),
          answers: JSON.parse(row.answers) as Schemas['Answers'],
          receipt: JSON.parse(row.receipt) as Schemas['Receipt'],
        };
      });
    },

    async move(movement) {
      const { code, to, by, note, system, idempotencyKey } = movement;
      const body = canonicalJson({ code, to, by, note });
      const keyed = { owner: `system:${system}`, key: idempotencyKey, operation: 'moveDossier', body };
      const answer = await db.tx(async (tx) => {
        const now = clock.now();
        return once(tx, keyed, now, async () => JSON.stringify(await move(tx, movement, now)));
      });
      return JSON.parse(answer) as Schemas['Dossier'];
    },
  };
}
