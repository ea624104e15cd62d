import type { Schemas } from '@dvc/contract';
import { canonicalJson } from '@dvc/contract';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { days, hours, later } from '#core/clock';
import type { Deps } from '#core/deps';
import type { Handler } from '#core/handler';
import { once } from '#core/idempotency';
import { refuse } from '#core/problem';
import type { ReceiptSigner } from '#core/receipt-signer';
import { sha256 } from '#core/secrets';
import type { Sql, Transaction } from '#db';
import { ownDossier, type DossierRow } from './dossier-rows.ts';
import { formOf } from './form-of.ts';
import { queueForwarding } from './forwarding.ts';
import { moveLocked } from './move-dossier.ts';
import type { KeptFile, Papers, Procedures } from './ports.ts';
import { reviewSubmission } from './review-submission.ts';
import type { Surroundings } from './rule-context.ts';
import { itemsOf, supplementForm, supplementView } from './supplement-form.ts';
import {
  closeSentSupplement,
  newestSupplement,
  openSupplement,
  saveSupplementRow,
  type SupplementRow,
} from './supplement-rows.ts';

const LARGEST_ANSWERS = 128 * 1024;

interface Needs {
  procedures: Procedures;
  papers: Papers;
  surroundings: Surroundings;
}

interface SupplementHandlers {
  readSupplement: Handler<'readSupplement'>;
  saveSupplement: Handler<'saveSupplement'>;
  sendSupplement: Handler<'sendSupplement'>;
}

/** The open request that files are sent to under its id, as a form; undefined when the id is none of theirs. Refuses `draft-sent`. */
export async function formOfSupplement(
  tx: Transaction,
  wanted: { id: string; citizenId: string },
  procedures: Procedures,
): Promise<FormDefinition | undefined> {
  const row = await openSupplement(tx, wanted);
  if (!row) return undefined;
  if (row.state !== 'open') refuse('draft-sent', { dossierId: row.dossier_id });
  return supplementForm(await formOf(tx, row, procedures), itemsOf(row));
}

/** Hashes stand for answers and files, as in the receipt of the dossier. */
async function writeSupplementReceipt(
  facts: { dossier: DossierRow; number: number; answers: Answers; files: KeptFile[]; now: Date },
  signer: ReceiptSigner,
): Promise<Schemas['SupplementReceipt']> {
  const unsigned = {
    dossierId: facts.dossier.id,
    code: facts.dossier.code,
    number: facts.number,
    receivedAt: facts.now.toISOString(),
    answersHash: sha256(canonicalJson(facts.answers)),
    files: facts.files.map(({ name, paperId, size, sha256: hash }) => ({ name, paperId, size, sha256: hash })),
  };
  return { ...unsigned, jws: await signer.sign(canonicalJson(unsigned)) };
}

/** What is asked of a citizen for a dossier: read, written down as it is typed, sent once. */
export function createSupplements(deps: Deps, needs: Needs): SupplementHandlers {
  const { db, clock, jobs, receipts, notify } = deps;
  const { procedures, papers, surroundings } = needs;

  jobs.every('tidy-supplements', hours(1), async () => {
    const { rows } = await db.query<{ id: string }>(
      'select id from supplement_requests where untidy order by saved_at limit 500',
    );
    for (const { id } of rows) {
      await db.tx(async (tx) => {
        await papers.discard(tx, id);
        await tx.query('update supplement_requests set untidy = false where id = $1', [id]);
      });
    }
  });

  /** In the shape of a draft, so that the phone keeps and sends it as one. */
  async function draftOf(sql: Sql, row: SupplementRow, dossier: DossierRow): Promise<Schemas['Draft']> {
    return {
      id: row.id,
      procedureCode: dossier.procedure_code,
      procedureName: dossier.procedure_name,
      formVersion: dossier.form_version,
      movedFrom: null,
      oldAnswers: [],
      answers: JSON.parse(row.answers) as Schemas['Answers'],
      page: 'bo-sung',
      rev: row.rev,
      savedAt: row.saved_at.toISOString(),
      // It stays as long as the office waits; the phone wants a day.
      expiresAt: later(row.saved_at, days(60)).toISOString(),
      files: await papers.ofDraft(sql, row.id),
      prefilled: [],
    };
  }

  /** The request that is open; whoever comes too late is led to the dossier. */
  async function openOf(sql: Sql, dossier: DossierRow, requestId?: string, lock = false): Promise<SupplementRow> {
    const row = dossier.supplements === 0 ? undefined : await newestSupplement(sql, dossier.id, { lock });
    if (!row) return refuse('not-found');
    const isOther = requestId !== undefined && row.id !== requestId;
    return row.state !== 'open' || isOther ? refuse('draft-sent', { dossierId: dossier.id }) : row;
  }

  /** Another version lies on the server: it is shown, nothing is overwritten. */
  async function assertRev(tx: Transaction, row: SupplementRow, rev: number, dossier: DossierRow): Promise<void> {
    if (row.rev !== rev) refuse('draft-conflict', { draft: await draftOf(tx, row, dossier) });
  }

  async function act(
    tx: Transaction,
    { dossierId, citizenId, body }: { dossierId: string; citizenId: string; body: SendBody },
    now: Date,
  ): Promise<Schemas['SupplementReceipt']> {
    const dossier = await ownDossier(tx, dossierId, citizenId, { lock: true });
    const row = await openOf(tx, dossier, body.requestId, true);
    await assertRev(tx, row, body.rev, dossier);
    const form = supplementForm(await formOf(tx, dossier, procedures), itemsOf(row));
    await papers.lock(tx, row.id);
    const { problems, answers, files } = reviewSubmission(
      {
        form,
        answers: JSON.parse(row.answers) as Answers,
        files: await papers.ofDraft(tx, row.id),
        sent: body.files,
        declaration: [],
      },
      surroundings.rules(),
    );
    const isEmpty = files.length === 0 && Object.keys(answers).length === 0;
    const [first] = itemsOf(row);
    if (problems.length === 0 && isEmpty && first) {
      const message = 'Chưa có gì để gửi. Chụp giấy tờ hoặc ghi câu trả lời rồi gửi.';
      refuse('invalid', { errors: [{ path: `papers.${first.id}`, code: 'required', message }] });
    }
    if (problems.length > 0) refuse('invalid', { errors: problems });
    const kept = await papers.move(tx, { draftId: row.id, ids: files }, dossier.id);
    const receipt = await writeSupplementReceipt({ dossier, number: row.number, answers, files: kept, now }, receipts);
    await closeSentSupplement(tx, row.id, {
      answers: canonicalJson(answers),
      receipt: JSON.stringify(receipt),
      now,
    });
    // Before acceptance it waits for that again; after it the office goes on, and so does the clock.
    const to = dossier.accepted_on === null ? 'submitted' : 'processing';
    const move = {
      to,
      note: null,
      by: null,
      system: null,
      at: now,
      now,
      registers: false,
      supplemented: true,
    } as const;
    await moveLocked(tx, dossier, move, { notify, calendar: surroundings.calendar });
    await queueForwarding(tx, deps, { dossierId: dossier.id, about: 'supplemented' });
    return receipt;
  }

  return {
    async readSupplement({ params, caller }) {
      const dossier = await ownDossier(db, params.dossierId, caller.citizen.id);
      const row = await openOf(db, dossier);
      const form = supplementForm(await formOf(db, dossier, procedures), itemsOf(row));
      const body = {
        supplement: supplementView(row),
        code: dossier.code,
        form: form as unknown as Schemas['FormDefinition'],
        draft: await draftOf(db, row, dossier),
      };
      return { status: 200, body };
    },

    async saveSupplement({ params, body, caller }) {
      const answers = JSON.stringify(body.answers);
      if (Buffer.byteLength(answers) > LARGEST_ANSWERS) refuse('too-large');
      const saved = await db.tx(async (tx) => {
        const dossier = await ownDossier(tx, params.dossierId, caller.citizen.id, { lock: true });
        const row = await openOf(tx, dossier, body.requestId, true);
        // The same save again: its answer was lost on the way.
        const isRepeat =
          row.rev === body.rev + 1 && canonicalJson(JSON.parse(row.answers)) === canonicalJson(body.answers);
        if (isRepeat) return draftOf(tx, row, dossier);
        await assertRev(tx, row, body.rev, dossier);
        return draftOf(tx, await saveSupplementRow(tx, row, { answers, now: clock.now() }), dossier);
      });
      return { status: 200, body: saved };
    },

    async sendSupplement({ params, body, caller, headers }) {
      const { dossierId } = params;
      const citizenId = caller.citizen.id;
      const keyed = {
        owner: citizenId,
        key: headers['idempotency-key'],
        operation: 'sendSupplement',
        body: canonicalJson({ dossierId, ...body }),
      };
      const receipt = await db.tx(async (tx) => {
        const now = clock.now();
        return once(tx, keyed, now, async () => JSON.stringify(await act(tx, { dossierId, citizenId, body }, now)));
      });
      return { status: 201, body: JSON.parse(receipt) as Schemas['SupplementReceipt'] };
    },
  };
}

type SendBody = Parameters<Handler<'sendSupplement'>>[0]['body'];
