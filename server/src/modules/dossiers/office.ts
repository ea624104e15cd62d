import type { Schemas } from '@dvc/contract';
import { canonicalJson, dossierState, officeMoves, stateTitle } from '@dvc/contract';
import type { DossierState } from '@dvc/contract';
import type { Deps } from '#core/deps';
import { cutPage, readPage } from '#core/page-cursor';
import type { Call } from '#core/handler';
import { once } from '#core/idempotency';
import { refuse } from '#core/problem';
import type { Sql, Transaction } from '#db';
import { noteRead } from './dossier-reads.ts';
import { dossierParts } from './dossier-parts.ts';
import { dossierByCode, pageOfAll, type DossierRow } from './dossier-rows.ts';
import { formOf } from './form-of.ts';
import { dossierSummary, dossierView } from './dossier-view.ts';
import { feeDemanded } from './fees.ts';
import { queueForwarding } from './forwarding.ts';
import { moveLocked } from './move-dossier.ts';
import type { Papers, Procedures, Tracking } from './ports.ts';
import type { Surroundings } from './rule-context.ts';
import { submitterOf, type Submitter } from './submitter.ts';
import { askedItems, sentSupplements, type Wish } from './supplement-form.ts';
import { supplementsOf } from './supplement-rows.ts';

interface Needs {
  procedures: Procedures;
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
  fee?: Schemas['DossierFee'] | undefined;
  /** The integration key's name. */
  system: string;
  idempotencyKey: string;
}

/** Dossiers as the offices see and move them; each reading of answers is written down. */
export interface DossierOffice {
  list(query: ListQuery): Promise<{ items: Schemas['DossierSummary'][]; next: string | null }>;
  read(code: string, reader: { system: string; purpose: string }): Promise<DossierForOffice>;
  move(movement: Movement): Promise<Schemas['Dossier']>;
  /** Everything that is missing, at once; the warning is for the officer. */
  askSupplement(asking: Asking): Promise<{ dossier: Schemas['Dossier']; warning: string | null }>;
}

export interface Asking extends Omit<Movement, 'to'> {
  answerBy: string | undefined;
  items: readonly Wish[];
}

export interface DossierForOffice {
  dossier: Schemas['Dossier'];
  submitter: Submitter;
  answers: Schemas['Answers'];
  receipt: Schemas['Receipt'];
  supplements: ReturnType<typeof sentSupplements>;
}

/** Refuses what the table of states does not allow, and what lacks its reason. */
export function assertMay(row: DossierRow, { to }: Pick<Movement, 'to'>, note: string | null): void {
  const allowed = officeMoves(row.state);
  if (!allowed.includes(to)) {
    const ways = allowed.map((state) => stateTitle(state, 'vi')).join(', ');
    const now = `Hồ sơ đang ở bước “${stateTitle(row.state, 'vi')}”.`;
    refuse('transition-refused', { detail: `${now} ${ways ? `Có thể chuyển sang: ${ways}.` : 'Hồ sơ đã kết thúc.'}` });
  }
  if (note === null && dossierState(to).noteRequired) {
    const message = 'Hãy ghi lý do bằng một câu để công dân biết phải làm gì.';
    refuse('invalid', { errors: [{ path: 'note', code: 'required', message }] });
  }
}

/** What the officer should know; the index is that of Decision 766/QĐ-TTg. */
const secondRequest = (number: number): string =>
  `Đây là lần yêu cầu bổ sung thứ ${number}. Theo bộ chỉ số 766, hồ sơ bị yêu cầu bổ sung quá một lần tính là trễ hẹn.`;

export function createDossierOffice(deps: Deps, { procedures, papers, surroundings, tracking }: Needs): DossierOffice {
  const { db, clock, notify } = deps;
  async function view(sql: Sql, row: DossierRow): Promise<Schemas['Dossier']> {
    return dossierView(row, await dossierParts(sql, row, { papers, tracking }), surroundings);
  }

  async function move(tx: Transaction, movement: Movement, now: Date): Promise<Schemas['Dossier']> {
    const { to, by, system } = movement;
    const note = movement.note?.trim() || null;
    const row = await dossierByCode(tx, movement.code, { lock: true });
    assertMay(row, movement, note);
    const fee =
      to === 'paymentRequired' ? await feeDemanded(tx, row, procedures, { said: movement.fee, note }) : undefined;
    // An officer's acceptance proves that the dossier has arrived, whatever the forwarding says.
    const act = { to, note, by, system, at: now, now, registers: to === 'accepted', fee };
    const moved = await moveLocked(tx, row, act, { notify, calendar: surroundings.calendar });
    await queueForwarding(tx, deps, { dossierId: row.id, about: 'moved' });
    return view(tx, moved);
  }

  async function ask(tx: Transaction, asking: Asking, now: Date) {
    const { by, system, answerBy = null, items: wishes } = asking;
    const to = 'supplementRequired';
    const row = await dossierByCode(tx, asking.code, { lock: true });
    assertMay(row, { to }, '');
    const today = surroundings.today();
    if (answerBy !== null && answerBy <= today) {
      const message = 'Hạn bổ sung phải sau hôm nay.';
      refuse('invalid', { errors: [{ path: 'answerBy', code: 'date-too-early', message }] });
    }
    const form = await formOf(tx, row, procedures);
    const number = row.supplements + 1;
    const items = askedItems(form, wishes, number);
    if (new Set(items.map(({ title }) => title)).size < items.length) {
      const message = 'Một giấy tờ hoặc câu hỏi được ghi hai lần. Gộp lại thành một dòng.';
      refuse('invalid', { errors: [{ path: 'items', code: 'twice', message }] });
    }
    const note = asking.note?.trim() || `Gồm ${items.length} mục: ${items.map(({ title }) => `“${title}”`).join(', ')}`;
    const act = { to, note, by, system, at: now, now, registers: false, asked: { items, answerBy } } as const;
    const moved = await moveLocked(tx, row, act, { notify, calendar: surroundings.calendar });
    await queueForwarding(tx, deps, { dossierId: row.id, about: 'moved' });
    return { dossier: await view(tx, moved), warning: number > 1 ? secondRequest(number) : null };
  }

  return {
    async list(query) {
      const page = readPage(query);
      const { rows, next } = cutPage(await pageOfAll(db, query.state, page), page.limit, (row) => row.changed_at);
      return { items: rows.map(dossierSummary), next };
    },

    async read(code, { system, purpose }) {
      return db.tx(async (tx) => {
        const row = await dossierByCode(tx, code);
        await noteRead(tx, row.id, { system, purpose, at: clock.now() });
        return {
          dossier: await view(tx, row),
          submitter: await submitterOf(tx, row.citizen_id),
          answers: JSON.parse(row.answers) as Schemas['Answers'],
          receipt: JSON.parse(row.receipt) as Schemas['Receipt'],
          supplements: row.supplements === 0 ? [] : sentSupplements(await supplementsOf(tx, row.id)),
        };
      });
    },

    async move(movement) {
      const { code, to, by, note, fee, system, idempotencyKey } = movement;
      const body = canonicalJson({ code, to, by, note, fee });
      const keyed = { owner: `system:${system}`, key: idempotencyKey, operation: 'moveDossier', body };
      const answer = await db.tx(async (tx) => {
        const now = clock.now();
        return once(tx, keyed, now, async () => JSON.stringify(await move(tx, movement, now)));
      });
      return JSON.parse(answer) as Schemas['Dossier'];
    },

    async askSupplement(asking) {
      const { system, idempotencyKey, ...act } = asking;
      const body = canonicalJson({ ...act, items: [...asking.items] });
      const keyed = { owner: `system:${system}`, key: idempotencyKey, operation: 'askSupplement', body };
      const answer = await db.tx(async (tx) => {
        const now = clock.now();
        return once(tx, keyed, now, async () => JSON.stringify(await ask(tx, asking, now)));
      });
      return JSON.parse(answer) as Awaited<ReturnType<typeof ask>>;
    },
  };
}
