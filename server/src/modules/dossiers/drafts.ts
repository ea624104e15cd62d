import type { Schemas } from '@dvc/contract';
import { canonicalJson } from '@dvc/contract';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { papersFor, visiblePages } from '@dvc/contract/forms';
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
  type Written,
} from './draft-rows.ts';
import { createDraftVersions, type MovedRow } from './draft-versions.ts';
import { actingForView, subjectOf } from './acting.ts';
import type { Delegations, Papers, Procedures } from './ports.ts';
import { firstAnswers } from './prefill.ts';

const LARGEST_ANSWERS = 128 * 1024;

interface Needs {
  procedures: Procedures;
  papers: Papers;
  delegations: Delegations;
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

const sameJson = (a: string, b: string): boolean => canonicalJson(JSON.parse(a)) === canonicalJson(JSON.parse(b));

/** Whether a row already says what a save would write. */
function says(row: DraftRow, { form_version, answers, old_answers, page }: Written): boolean {
  if (row.form_version !== form_version || row.page !== page) return false;
  return sameJson(row.answers, answers) && sameJson(row.old_answers, old_answers);
}

/** Unfinished dossiers: saved as they are typed, kept sixty days, there on every phone of their owner. */
export function createDrafts({ db, clock }: Deps, { procedures, papers, delegations }: Needs): DraftHandlers {
  const versions = createDraftVersions(procedures);
  const nameOf = (code: string) => procedures.guide(code)?.shortName ?? code;

  const view = async (sql: Sql, row: MovedRow): Promise<Schemas['Draft']> =>
    draftView(row, nameOf(row.procedure_code), await papers.ofDraft(sql, row.id));

  return {
    async listDrafts({ caller }) {
      const rows = await draftsOf(db, caller.citizen.id, clock.now());
      const files = await papers.counts(
        db,
        rows.map(({ id }) => id),
      );
      const items = await Promise.all(
        rows.map(async (kept) => {
          const row = await versions.inNewestForm(db, kept);
          const form = await versions.formOf(db, row.procedure_code, row.form_version);
          if (!form) throw new Error(`no form ${row.procedure_code} ${row.form_version}`);
          return {
            id: row.id,
            procedureCode: row.procedure_code,
            procedureName: nameOf(row.procedure_code),
            ...actingForView(row),
            page: row.page,
            ...progress(form, row),
            files: files.get(row.id) ?? 0,
            savedAt: row.saved_at.toISOString(),
            expiresAt: row.expires_at.toISOString(),
          };
        }),
      );
      return { status: 200, body: { items } };
    },

    async startDraft({ body: { id, procedureCode, delegationId }, caller }) {
      const form = procedures.currentForm(procedureCode) ?? refuse('not-found');
      const now = clock.now();
      const citizenId = caller.citizen.id;
      const draft = await db.tx(async (tx) => {
        // The phone may repeat this call, also after the draft was sent.
        const sent = await tx.query<{ id: string; citizen_id: string }>(
          'select id, citizen_id from dossiers where draft_id = $1',
          [id],
        );
        const [dossier] = sent.rows;
        if (dossier?.citizen_id === citizenId) refuse('draft-sent', { dossierId: dossier.id });
        if (dossier) refuse('not-found');
        const subject = await subjectOf(tx, { form, delegationId, citizenId }, delegations);
        const started = {
          id,
          citizenId,
          procedureCode,
          formVersion: form.version,
          ...firstAnswers(form, caller, subject),
          page: form.pages[0]?.id ?? 'review',
          actedFor: { delegation_id: delegationId ?? null, subject_name: subject?.fullName ?? null },
        };
        const isNew = await insertDraft(tx, started, now);
        if (isNew && (await countDrafts(tx, citizenId, now)) > MOST_DRAFTS) {
          const message = `Bạn đang có ${MOST_DRAFTS} bản nháp. Chúng vẫn còn. Xóa bớt một bản nháp rồi bắt đầu lại.`;
          refuse('invalid', { errors: [{ path: 'id', code: 'too-many', message }] });
        }
        const row = await findDraft(tx, { id, citizenId, now });
        const isRepeat = row.procedure_code === procedureCode && row.delegation_id === (delegationId ?? null);
        if (!isRepeat) refuse('idempotency-conflict');
        return view(tx, await versions.inNewestForm(tx, row));
      });
      return { status: 201, body: draft };
    },

    async readDraft({ params, caller }) {
      const row = await findDraft(db, { id: params.draftId, citizenId: caller.citizen.id, now: clock.now() });
      return { status: 200, body: await view(db, await versions.inNewestForm(db, row)) };
    },

    async saveDraft({ params, body, caller }) {
      if (Buffer.byteLength(JSON.stringify([body.answers, body.oldAnswers])) > LARGEST_ANSWERS) refuse('too-large');
      const now = clock.now();
      const saved = await db.tx(async (tx) => {
        const row = await findDraft(tx, { id: params.draftId, citizenId: caller.citizen.id, now, lock: true });
        const written = await versions.written(tx, row, body);
        if (row.rev === body.rev) return view(tx, await updateDraft(tx, row, written, now));
        const current = await view(tx, await versions.inFormOf(tx, row, body.formVersion));
        // The same save again: its answer was lost on the way.
        return row.rev === body.rev + 1 && says(row, written) ? current : refuse('draft-conflict', { draft: current });
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
