import type { Schemas } from '@dvc/contract';
import { canonicalJson } from '@dvc/contract';
import { emptyAnswers, type FormDefinition } from '@dvc/contract/forms';
import type { Deps } from '#core/deps';
import type { Handler } from '#core/handler';
import { refuse } from '#core/problem';
import type { Sql } from '#db';
import { keepAccountConsent, moveStore } from './move-store.ts';
import type { Needs } from './ports.ts';
import { countStores, insertStore, MOST_STORES, ownStore, storesOf, updateWork, type StoreRow } from './store-rows.ts';
import { draftView, isOpen, registrationView, summaryView } from './store-view.ts';

const LARGEST_ANSWERS = 32 * 1024;

interface RegistrationHandlers {
  listStoreRegistrations: Handler<'listStoreRegistrations'>;
  startStoreRegistration: Handler<'startStoreRegistration'>;
  readStoreRegistration: Handler<'readStoreRegistration'>;
  saveStoreRegistration: Handler<'saveStoreRegistration'>;
  deleteStoreRegistration: Handler<'deleteStoreRegistration'>;
  showStoreAccount: Handler<'showStoreAccount'>;
}

type Work = Pick<Schemas['Draft'], 'answers' | 'oldAnswers' | 'page'>;

/** A registration that its owner writes: saved as it is typed, kept sixty days until it is sent. */
export function createRegistrations({ db, clock, notify, search }: Deps, needs: Needs): RegistrationHandlers {
  const { forms } = needs;

  async function summary(sql: Sql, row: StoreRow): Promise<Schemas['StoreRegistrationSummary']> {
    const form = await forms.find(sql, row.form_version);
    if (!form) throw new Error(`no form ${row.form_version} of stores`);
    return summaryView(row, form);
  }

  async function draftOf(sql: Sql, row: StoreRow): Promise<Schemas['Draft']> {
    const form = await forms.find(sql, row.form_version);
    if (!form) throw new Error(`no form ${row.form_version} of stores`);
    return draftView(row, form);
  }

  const says = (row: StoreRow, written: Pick<StoreRow, 'form_version' | 'answers' | 'old_answers' | 'page'>): boolean =>
    row.form_version === written.form_version &&
    row.page === written.page &&
    canonicalJson(JSON.parse(row.answers)) === canonicalJson(JSON.parse(written.answers)) &&
    canonicalJson(JSON.parse(row.old_answers)) === canonicalJson(JSON.parse(written.old_answers));

  return {
    async listStoreRegistrations({ caller: { account } }) {
      const rows = await storesOf(db, account.id, clock.now());
      return { status: 200, body: { items: await Promise.all(rows.map((row) => summary(db, row))) } };
    },

    async startStoreRegistration({ body: { id }, caller: { account } }) {
      const now = clock.now();
      const form = forms.current;
      const phones = form.pages.flatMap(({ fields }) => fields).filter(({ prefill }) => prefill === 'account.phone');
      const begun = {
        id,
        accountId: account.id,
        formVersion: form.version,
        answers: {
          ...emptyAnswers(form),
          ...Object.fromEntries(phones.map((field) => [field.id, account.phone])),
        },
        prefilled: phones.map((field) => field.id),
        page: form.pages[0]?.id ?? 'review',
      };
      const body = await db.tx(async (tx) => {
        const isNew = await insertStore(tx, begun, now);
        if (isNew && (await countStores(tx, account.id, now)) > MOST_STORES) {
          const message = `Bạn đang có ${String(MOST_STORES)} tiệm và bản nháp. Chúng vẫn còn. Xóa bớt một bản nháp rồi bắt đầu lại.`;
          refuse('invalid', { errors: [{ path: 'id', code: 'too-many', message }] });
        }
        return registrationView(tx, await ownStore(tx, { id, accountId: account.id, now }), needs);
      });
      return { status: 201, body };
    },

    async readStoreRegistration({ params, caller: { account } }) {
      const row = await ownStore(db, { id: params.storeId, accountId: account.id, now: clock.now() });
      return { status: 200, body: await registrationView(db, row, needs) };
    },

    async saveStoreRegistration({ params, body, caller: { account } }) {
      const work: Work = body;
      if (Buffer.byteLength(JSON.stringify([work.answers, work.oldAnswers])) > LARGEST_ANSWERS) refuse('too-large');
      const now = clock.now();
      const saved = await db.tx(async (tx) => {
        const row = await ownStore(tx, { id: params.storeId, accountId: account.id, now, lock: true });
        if (!isOpen(row)) refuse('draft-sent', { dossierId: row.id });
        const written = await forms.written(tx, row, body);
        if (row.rev === body.rev) return draftOf(tx, await updateWork(tx, row, written, now));
        const current = await draftOf(tx, await forms.inFormOf(tx, row, body.formVersion));
        // The same save again: its answer was lost on the way.
        return row.rev === body.rev + 1 && says(row, written) ? current : refuse('draft-conflict', { draft: current });
      });
      return { status: 200, body: saved };
    },

    async deleteStoreRegistration({ params, caller: { account } }) {
      const now = clock.now();
      await db.tx(async (tx) => {
        const row = await ownStore(tx, { id: params.storeId, accountId: account.id, now, lock: true });
        if (row.state === 'draft') await tx.query('delete from stores where id = $1', [row.id]);
        else if (row.state !== 'closed') {
          await moveStore(tx, row, { to: 'closed', now, by: null, note: null }, { notify, needs, search });
        }
      });
      return { status: 204 };
    },

    async showStoreAccount({ params, body: { shown }, caller: { account } }) {
      const now = clock.now();
      const shownNow = await db.tx(async (tx) => {
        const row = await ownStore(tx, { id: params.storeId, accountId: account.id, now, lock: true });
        const view = await registrationView(tx, { ...row, account_shown: shown }, needs);
        const form = view.form as unknown as FormDefinition;
        if (row.account_shown !== shown) await keepAccountConsent(tx, row, { shown, form }, now);
        return view;
      });
      return { status: 200, body: shownNow };
    },
  };
}
