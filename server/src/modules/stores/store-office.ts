import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { canonicalJson } from '@dvc/contract';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import type { Deps } from '#core/deps';
import { cutPage, readPosition } from '#core/page-cursor';
import type { Call, Handler } from '#core/handler';
import { once } from '#core/idempotency';
import { refuse } from '#core/problem';
import type { Sql } from '#db';
import { moveStore } from './move-store.ts';
import type { Needs } from './ports.ts';
import { publicFactsOf, qrOf } from './public-facts.ts';
import { COLUMNS, eventsOf, storeByCode, type StoreRow } from './store-rows.ts';
import { eventView, summaryView } from './store-view.ts';

type Decision = Call<'decideStore'>['body'];

/** From where an office may bring a registration there. */
const mayComeFrom: Readonly<Record<Decision['to'], readonly Schemas['StoreState'][]>> = {
  approved: ['submitted'],
  refused: ['submitted', 'supplementRequired'],
  supplementRequired: ['submitted'],
  closed: ['submitted', 'supplementRequired', 'approved'],
};

const titles: Readonly<Record<Schemas['StoreState'], string>> = {
  draft: 'bản nháp',
  submitted: 'chờ duyệt',
  supplementRequired: 'chờ chủ tiệm sửa',
  approved: 'đã duyệt',
  refused: 'chưa được duyệt',
  closed: 'đã đóng',
};

interface OfficeHandlers {
  listStoresForOffice: Handler<'listStoresForOffice'>;
  readStoreForOffice: Handler<'readStoreForOffice'>;
  decideStore: Handler<'decideStore'>;
}

/** What the owner must be told besides the state, or why it cannot be. */
function askedOf({ by, note, items = [] }: Decision & { by: string }, form: FormDefinition): Schemas['StoreAsked'] {
  const fields = form.pages.flatMap((page) => page.fields);
  return {
    by,
    note: note?.trim() ?? null,
    items: items.map(({ field, reason }, index) => {
      const title = fields.find(({ id }) => id === field)?.label;
      if (title === undefined) {
        const message = `Tờ đăng ký không có ô ${field}. Các ô: ${fields.map(({ id }) => id).join(', ')}.`;
        refuse('invalid', { errors: [{ path: `items.${String(index)}.field`, code: 'unknown', message }] });
      }
      return { field, title, reason: reason.trim() };
    }),
  };
}

function assertReason({ to, note, items = [] }: Decision): void {
  if (to === 'approved' || (note ?? '').trim() !== '' || (to === 'supplementRequired' && items.length > 0)) return;
  refuse('invalid', { errors: [{ path: 'note', code: 'required', message: 'Hãy ghi lý do chủ tiệm sẽ đọc.' }] });
}

/** What offices do with registrations. */
export function createStoreOffice({ db, clock, notify, search }: Deps, needs: Needs): OfficeHandlers {
  const { forms } = needs;

  async function formOf(sql: Sql, { form_version }: StoreRow): Promise<FormDefinition> {
    const form = await forms.find(sql, form_version);
    if (!form) throw new Error(`no form ${form_version} of stores`);
    return form;
  }

  async function decide(sql: Sql, code: string, decision: Decision): Promise<Schemas['StoreRegistrationSummary']> {
    const row = await storeByCode(sql, code, { lock: true });
    const { to, note } = decision;
    const by = decision.by ?? row.office;
    if (by === null) throw new Error('a registration that was sent to nobody');
    if (!mayComeFrom[to].includes(row.state)) {
      refuse('transition-refused', {
        detail: `Đăng ký đang ở bước “${titles[row.state]}”, không chuyển sang “${titles[to]}” được.`,
      });
    }
    assertReason(decision);
    const form = await formOf(sql, row);
    const asked = to === 'supplementRequired' ? askedOf({ ...decision, by }, form) : undefined;
    const facts =
      to === 'approved' ? publicFactsOf(form, JSON.parse(row.answers) as Answers, needs.communeNames) : undefined;
    const move = { to, now: clock.now(), by, note: note?.trim() || null, asked, facts };
    return summaryView(await moveStore(sql, row, move, { notify, needs, search }), form);
  }

  return {
    async listStoresForOffice({ query: { state, cursor, limit = 20 } }) {
      const after = readPosition(cursor);
      const params: unknown[] = [limit + 1];
      const given = (value: unknown): string => `$${String(params.push(value))}`;
      const conditions = ['code is not null'];
      if (state !== undefined) conditions.push(`state = ${given(state)}`);
      if (after) conditions.push(`(changed_at, id) > (${given(after.at)}::timestamptz, ${given(after.id)}::uuid)`);
      const found = await db.query<StoreRow>(
        `select ${COLUMNS} from stores where ${conditions.join(' and ')} order by changed_at, id limit $1`,
        params,
      );
      const { rows, next } = cutPage(found.rows, limit, (row) => row.changed_at);
      const items = await Promise.all(rows.map(async (row) => summaryView(row, await formOf(db, row))));
      return { status: 200, body: { items, next } };
    },

    async readStoreForOffice({ params, query: { purpose }, caller }) {
      const body = await db.tx(async (tx) => {
        const row = await storeByCode(tx, params.storeCode);
        await tx.query('insert into store_reads (id, store_id, system, purpose, at) values ($1, $2, $3, $4, $5)', [
          randomUUID(),
          row.id,
          caller.system,
          purpose,
          clock.now(),
        ]);
        const { rows } = await tx.query<{ phone: string | null }>('select phone from accounts where id = $1', [
          row.account_id,
        ]);
        const answers = JSON.parse(row.answers) as Answers;
        return {
          registration: summaryView(row, await formOf(tx, row)),
          submittedAt: row.submitted_at?.toISOString() ?? null,
          ownerPhone: rows[0]?.phone ?? null,
          events: (await eventsOf(tx, row.id)).map(eventView),
          answers,
          declared: JSON.parse(row.declared ?? '[]') as string[],
          accountShown: row.account_shown,
          qr: qrOf(answers),
        };
      });
      return { status: 200, body };
    },

    async decideStore({ params, body, headers, caller }) {
      const keyed = {
        owner: `system:${caller.system}`,
        key: headers['idempotency-key'],
        operation: 'decideStore',
        body: canonicalJson({ code: params.storeCode, ...body }),
      };
      const answer = await db.tx((tx) =>
        once(tx, keyed, clock.now(), async () => JSON.stringify(await decide(tx, params.storeCode, body))),
      );
      return { status: 200, body: JSON.parse(answer) as Schemas['StoreRegistrationSummary'] };
    },
  };
}
