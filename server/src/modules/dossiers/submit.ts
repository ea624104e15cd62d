import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { canonicalJson, dateInVietnam } from '@dvc/contract';
import type { Answers } from '@dvc/contract/forms';
import type { Deps } from '#core/deps';
import type { Call, Caller } from '#core/handler';
import { once } from '#core/idempotency';
import { refuse } from '#core/problem';
import type { Transaction } from '#db';
import { nextDossierCode } from './dossier-code.ts';
import { insertDossier, insertEvent, type NewDossier } from './dossier-rows.ts';
import { deleteDraftRow, draftView, findDraft, type DraftRow } from './draft-rows.ts';
import { formOf } from './form-of.ts';
import { queueForwarding } from './forwarding.ts';
import { tellState } from './notices.ts';
import { aboutName, faultsOfActing } from './acting.ts';
import type { Delegations, Papers, Procedures, Tracking } from './ports.ts';
import { writeReceipt } from './receipt.ts';
import { reviewSubmission } from './review-submission.ts';
import type { Surroundings } from './rule-context.ts';

interface Needs {
  procedures: Procedures;
  papers: Papers;
  surroundings: Surroundings;
  tracking: Tracking;
  delegations: Delegations;
}

type Sending = Pick<Call<'submitDossier'>, 'body' | 'caller'> & { key: string };

/** The draft as it was reviewed: refuses when it is another's, sent already, or was changed since. */
async function reviewedDraft(tx: Transaction, { body, caller }: Sending, now: Date, needs: Needs): Promise<DraftRow> {
  const draft = await findDraft(tx, { id: body.draftId, citizenId: caller.citizen.id, now, lock: true });
  if (draft.rev !== body.rev) {
    const name = needs.procedures.guide(draft.procedure_code)?.shortName ?? draft.procedure_code;
    refuse('draft-conflict', { draft: draftView(draft, name, await needs.papers.ofDraft(tx, draft.id)) });
  }
  return draft;
}

/** What the rules leave of a draft. Refuses `invalid` with every fault in the form's own words. */
async function validated(tx: Transaction, draft: DraftRow, { body }: Sending, needs: Needs) {
  const form = await formOf(tx, draft, needs.procedures);
  await needs.papers.lock(tx, draft.id);
  const { problems, answers, files } = reviewSubmission(
    {
      form,
      answers: JSON.parse(draft.answers) as Answers,
      files: await needs.papers.ofDraft(tx, draft.id),
      sent: body.files,
      declaration: body.declaration,
    },
    needs.surroundings.rules(),
  );
  problems.push(...(await faultsOfActing(tx, { draft, form, answers }, needs.delegations)));
  if (problems.length > 0) refuse('invalid', { errors: problems });
  // What was ticked, in the form's words and order, and nothing the form does not know.
  const declaration = form.declaration.filter(({ id }) => body.declaration.includes(id)).map(({ label }) => label);
  return { form, answers, files, declaration };
}

function ownerOf({ account, citizen }: Caller<'submitDossier'>) {
  return { account_id: account.id, citizen_id: citizen.id };
}

/**
 * Makes a dossier of a draft, once for a key and once for a draft, all in one transaction: number, dossier, papers, timeline,
 * receipt, notice, forwarding. Answers the receipt as text, the same for every repetition.
 */
export function createSubmit(deps: Deps, needs: Needs): (sending: Sending) => Promise<string> {
  const { db, clock, province, receipts, notify } = deps;

  async function act(tx: Transaction, sending: Sending, now: Date): Promise<Schemas['Receipt']> {
    const draft = await reviewedDraft(tx, sending, now, needs);
    const { form, answers, files, declaration } = await validated(tx, draft, sending, needs);
    const { procedure_code, form_version } = draft;
    const handling = needs.procedures.handling(procedure_code, answers);
    const today = dateInVietnam(now);
    const { account, citizen } = sending.caller;
    const dossier: NewDossier = {
      ...ownerOf(sending.caller),
      id: randomUUID(),
      code: await nextDossierCode(tx, province.agencyCode, today),
      draft_id: draft.id,
      delegation_id: draft.delegation_id,
      subject_name: draft.subject_name,
      about_name: aboutName(form, answers, { subjectName: draft.subject_name, sender: citizen.fullName }),
      procedure_code,
      procedure_name: needs.procedures.guide(procedure_code)?.shortName ?? form.title,
      form_version,
      answers: canonicalJson(answers),
      office: handling?.office ?? province.fullName,
      working_days: handling?.workingDays ?? null,
      submitted_at: now,
      begun_at: draft.started_at,
      reused: (JSON.parse(draft.prefilled) as string[]).length > 0,
      receipt: '',
    };
    // Papers point at the dossier, and the receipt speaks of papers: the receipt is filled in at the end.
    await insertDossier(tx, dossier);
    await needs.tracking.enter(tx, {
      dossierId: dossier.id,
      code: dossier.code,
      phone: account.phone,
      idNumber: citizen.idNumber,
    });
    const kept = await needs.papers.move(tx, { draftId: draft.id, ids: files }, dossier.id);
    const receipt = await writeReceipt(
      {
        dossierId: dossier.id,
        code: dossier.code,
        procedureCode: procedure_code,
        procedureName: dossier.procedure_name,
        formVersion: form_version,
        office: dossier.office,
        ...(draft.subject_name === null
          ? {}
          : { actingFor: { submitter: citizen.fullName, subject: draft.subject_name } }),
        receivedAt: now,
        answers,
        files: kept,
        declaration,
      },
      receipts,
    );
    await tx.query('update dossiers set receipt = $2 where id = $1', [dossier.id, JSON.stringify(receipt)]);
    await deleteDraftRow(tx, draft.id);
    const event = {
      dossierId: dossier.id,
      at: now,
      state: 'submitted',
      note: null,
      office: null,
      system: null,
    } as const;
    const position = await insertEvent(tx, event);
    const row = {
      ...dossier,
      state: 'submitted' as const,
      changed_at: now,
      registered_at: null,
      accepted_on: null,
      due_date: null,
      paused_on: null,
      supplements: 0,
      apologised_on: null,
      fee: null,
    };
    await tellState(tx, notify, row, { position, note: null, today });
    await queueForwarding(tx, deps, { dossierId: dossier.id, about: 'sent' });
    return receipt;
  }

  return async (sending) => {
    const keyed = {
      // Dossiers are the citizen's: neither the next one on this account nor a new account changes what was sent.
      owner: sending.caller.citizen.id,
      key: sending.key,
      operation: 'submitDossier',
      body: canonicalJson(sending.body),
    };
    return db.tx(async (tx) => {
      const now = clock.now();
      return once(tx, keyed, now, async () => JSON.stringify(await act(tx, sending, now)));
    });
  };
}
