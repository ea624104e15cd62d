import { randomInt } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { canonicalJson } from '@dvc/contract';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { checkDeclaration, checkForm, faultWords, isAddress, reachableAnswers } from '@dvc/contract/forms';
import type { Deps } from '#core/deps';
import type { Caller, Handler } from '#core/handler';
import { once } from '#core/idempotency';
import { refuse } from '#core/problem';
import type { Sql, Transaction } from '#db';
import { keepAccountConsent, moveStore, SHOW_ACCOUNT } from './move-store.ts';
import type { Needs } from './ports.ts';
import { qrOf } from './public-facts.ts';
import { ownStore, type StoreRow } from './store-rows.ts';
import { draftView, isOpen, summaryView } from './store-view.ts';

type FieldProblem = Schemas['FieldProblem'];

/** Without letters and digits that are taken for each other when they are read over the telephone. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What stands against sending, in the form's own words. */
function faultsOf(form: FormDefinition, answers: Answers, ticked: readonly string[], needs: Needs): FieldProblem[] {
  const faults = [...checkForm(form, answers, needs.rules()), ...checkDeclaration(form, ticked)].map(
    (fault): FieldProblem => ({ path: fault.path, code: fault.code, message: faultWords(fault, 'vi') }),
  );
  const address = answers['address'];
  if (isAddress(address) && address.commune !== '' && !needs.communeNames.has(address.commune)) {
    const message = 'Địa chỉ tiệm: tiệm phải ở trong tỉnh; hãy chọn xã, phường trong danh sách.';
    faults.push({ path: 'address.commune', code: 'commune', message });
  }
  if (faults.length === 0 && qrOf(answers) === null) {
    const message = 'Số tài khoản: chưa làm được mã QR từ số này; hãy xem lại từng chữ số.';
    faults.push({ path: 'accountNumber', code: 'pattern', message });
  }
  return faults;
}

async function newCode(tx: Sql): Promise<string> {
  for (;;) {
    const code = `CH-${Array.from({ length: 6 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('')}`;
    const { count } = await tx.query('select 1 from stores where code = $1', [code]);
    if (count === 0) return code;
  }
}

/** Sends a registration to the commune's office; the same key and body again get the same answer. */
export function createSubmitStore(deps: Deps, needs: Needs): Handler<'submitStoreRegistration'> {
  const { db, clock, notify, search } = deps;
  const { forms } = needs;

  async function send(
    tx: Transaction,
    {
      storeId,
      body,
      account,
    }: { storeId: string; body: Sending; account: Caller<'submitStoreRegistration'>['account'] },
    now: Date,
  ): Promise<Schemas['StoreRegistrationSummary']> {
    const kept = await ownStore(tx, { id: storeId, accountId: account.id, now, lock: true });
    if (!isOpen(kept)) refuse('draft-sent', { dossierId: kept.id });
    const form = forms.current;
    const row = await forms.inNewestForm(tx, kept);
    // Nothing is sent that was not looked over: a newer save, or a newer form.
    if (kept.rev !== body.rev || kept.form_version !== form.version) {
      refuse('draft-conflict', { draft: draftView(row, form) });
    }
    const answers = reachableAnswers(form, JSON.parse(kept.answers) as Answers);
    const errors = faultsOf(form, answers, body.declaration, needs);
    if (errors.length > 0) refuse('invalid', { errors });
    const commune = isAddress(answers['address']) ? (needs.communeNames.get(answers['address'].commune) ?? '') : '';
    const sent: StoreRow = {
      ...kept,
      code: kept.code ?? (await newCode(tx)),
      office: `Ủy ban nhân dân ${commune.charAt(0).toLowerCase()}${commune.slice(1)}`,
      submitted_at: now,
      page: 'review',
    };
    const declared = form.declaration.filter(({ id }) => body.declaration.includes(id)).map(({ label }) => label);
    await tx.query(
      `update stores set code = $2, office = $3, submitted_at = $4, declared = $5, page = 'review', answers = $6, rev = rev + 1 where id = $1`,
      [sent.id, sent.code, sent.office, now, JSON.stringify(declared), JSON.stringify(answers)],
    );
    const shown = body.declaration.includes(SHOW_ACCOUNT);
    if (kept.account_shown !== shown) await keepAccountConsent(tx, sent, { shown, form }, now);
    const moved = await moveStore(tx, sent, { to: 'submitted', now, by: null, note: null }, { notify, needs, search });
    return summaryView({ ...moved, answers: JSON.stringify(answers) }, form);
  }

  return async ({ params, body, headers, caller: { account } }) => {
    const keyed = {
      owner: account.id,
      key: headers['idempotency-key'],
      operation: 'submitStoreRegistration',
      body: canonicalJson({ storeId: params.storeId, ...body }),
    };
    const answer = await db.tx((tx) => {
      const now = clock.now();
      const act = { storeId: params.storeId, body, account };
      return once(tx, keyed, now, async () => JSON.stringify(await send(tx, act, now)));
    });
    return { status: 201, body: JSON.parse(answer) as Schemas['StoreRegistrationSummary'] };
  };
}

type Sending = Parameters<Handler<'submitStoreRegistration'>>[0]['body'];
