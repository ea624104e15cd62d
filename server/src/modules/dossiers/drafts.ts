import type { Schemas } from '@dvc/contract';
import { canonicalJson } from '@dvc/contract';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { papersFor, visiblePages } from '@dvc/contract/forms';
import { hours } from '#core/clock';
import type { Deps } from '#core/deps';
import type { Handler } from '#core/handler';
import { refuse } from '#core/problem';
import type { Sql } from '#db';
import {
  countDrafts,
  deleteDraftRow,
  draftsOf,
  draftView,
  findDraft,
  insertDraft,
  MOST_DRAFTS,
  updateDraft,
  type DraftRow,
} from './draft-rows.ts';
import type { Papers, Procedures } from './ports.ts';
import { firstAnswers } from './prefill.ts';

const LARGEST_ANSWERS = 128 * 1024;

interface Needs {
  procedures: Procedures;
  papers: Papers;
}

interface DraftHandlers {
  listDrafts: Handler<'listDrafts'>;
  startDraft: Handler<'startDraft'>;
  readDraft: Handler<'readDraft'>;
  saveDraft: Handler<'saveDraft'>;
  deleteDraft: Handler<'deleteDraft'>;
}

/** Where a person stands: pages that show now, then the papers if any are asked for, then the review. */
function progress(form: FormDefinition, { page, answers }: DraftRow): { step: number; steps: number } {
  const typed = JSON.parse(answers) as Answers;
  const uploads = papersFor(form, typed).some(({ handling }) => handling === 'upload');
  const places = [...visiblePages(form, typed).map(({ id }) => id), ...(uploads ? ['papers'] : []), 'review'];
  return { step: Math.max(1, places.indexOf(page) + 1), steps: places.length };
}

/** Unfinished dossiers: saved as they are typed, kept sixty days, there on every phone of their owner. */
export function createDrafts({ db, clock, jobs }: Deps, { procedures, papers }: Needs): DraftHandlers {
  jobs.every('forget-old-drafts', hours(1), async () => {
    const { rows } = await db.query<{ id: string }>('select id from drafts where expires_at <= $1 limit 500', [
      clock.now(),
    ]);
    for (const { id } of rows) {
      await db.tx(async (tx) => {
        const due = await tx.query('select 1 from drafts where id = $1 and expires_at <= $2 for update', [
          id,
          clock.now(),
        ]);
        if (due.count === 0) return;
        await papers.discard(tx, id);
        await deleteDraftRow(tx, id);
      });
    }
  });

  const nameOf = (code: string) => procedures.guide(code)?.shortName ?? code;

  const view = async (sql: Sql, row: DraftRow): Promise<Schemas['Draft']> =>
    draftView(row, nameOf(row.procedure_code), await papers.ofDraft(sql, row.id));

  return {
    async listDrafts({ caller }) {
      const rows = await draftsOf(db, caller.citizen.id, clock.now());
      const items = await Promise.all(
        rows.map(async (row) => {
          const form = await procedures.form(db, row.procedure_code, row.form_version);
          if (!form) throw new Error(`no form ${row.procedure_code} ${row.form_version}`);
          return {
            id: row.id,
            procedureCode: row.procedure_code,
            procedureName: nameOf(row.procedure_code),
            page: row.page,
            ...progress(form, row),
            savedAt: row.saved_at.toISOString(),
            expiresAt: row.expires_at.toISOString(),
          };
        }),
      );
      return { status: 200, body: { items } };
    },

    async startDraft({ body: { id, procedureCode }, caller }) {
      const form = procedures.currentForm(procedureCode) ?? refuse('not-found');
      const now = clock.now();
      const citizenId = caller.citizen.id;
      const started = {
        id,
        citizenId,
        procedureCode,
        formVersion: form.version,
        ...firstAnswers(form, caller),
        page: form.pages[0]?.id ?? 'review',
      };
      const draft = await db.tx(async (tx) => {
        // The phone may repeat this call, also after the draft was sent.
        const sent = await tx.query<{ id: string; citizen_id: string }>(
          'select id, citizen_id from dossiers where draft_id = $1',
          [id],
        );
        const [dossier] = sent.rows;
        if (dossier?.citizen_id === citizenId) refuse('draft-sent', { dossierId: dossier.id });
        if (dossier) refuse('not-found');
        const isNew = await insertDraft(tx, started, now);
        if (isNew && (await countDrafts(tx, citizenId, now)) > MOST_DRAFTS) {
          const message = `Bạn đang có ${MOST_DRAFTS} bản nháp. Chúng vẫn còn. Xóa bớt một bản nháp rồi bắt đầu lại.`;
          refuse('invalid', { errors: [{ path: 'id', code: 'too-many', message }] });
        }
        const row = await findDraft(tx, { id, citizenId, now });
        if (row.procedure_code !== procedureCode) refuse('idempotency-conflict');
        return view(tx, row);
      });
      return { status: 201, body: draft };
    },

    async readDraft({ params, caller }) {
      const row = await findDraft(db, { id: params.draftId, citizenId: caller.citizen.id, now: clock.now() });
      return { status: 200, body: await view(db, row) };
    },

    async saveDraft({ params, body, caller }) {
      const answers = JSON.stringify(body.answers);
      if (Buffer.byteLength(answers) > LARGEST_ANSWERS) refuse('too-large');
      const now = clock.now();
      const saved = await db.tx(async (tx) => {
        const row = await findDraft(tx, { id: params.draftId, citizenId: caller.citizen.id, now, lock: true });
        if (row.rev === body.rev) return view(tx, await updateDraft(tx, row, { answers, page: body.page, now }));
        const current = await view(tx, row);
        // The same save again: its answer was lost on the way.
        const isRepeat =
          row.rev === body.rev + 1 &&
          row.page === body.page &&
          canonicalJson(current.answers) === canonicalJson(body.answers);
        return isRepeat ? current : refuse('draft-conflict', { draft: current });
      });
      return { status: 200, body: saved };
    },

    async deleteDraft({ params, caller }) {
      await db.tx(async (tx) => {
        const wanted = { id: params.draftId, citizenId: caller.citizen.id, now: clock.now(), lock: true };
        const { id } = await findDraft(tx, wanted);
        await papers.discard(tx, id);
        await deleteDraftRow(tx, id);
      });
      return { status: 204 };
    },
  };
}
