import type { Schemas } from '@dvc/contract';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { visiblePages } from '@dvc/contract/forms';
import type { Sql } from '#db';
import type { MovedStore, Needs } from './ports.ts';
import { kindsOf, storeView } from './public-facts.ts';
import { eventsOf, FORM_CODE, type StoreEventRow, type StoreRow } from './store-rows.ts';

const NAMELESS = 'Tiệm chưa có tên';

function writtenName({ answers }: Pick<StoreRow, 'answers'>): string {
  const name = (JSON.parse(answers) as Answers)['storeName'];
  return typeof name === 'string' ? name.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 80) : '';
}

/** What a notice calls the shop. */
export const nameOf = (row: Pick<StoreRow, 'answers'>): string => writtenName(row) || NAMELESS;

/** A registration in a list; `form` is the one its answers belong to. */
export function summaryView(row: StoreRow, form: FormDefinition): Schemas['StoreRegistrationSummary'] {
  const places = [...visiblePages(form, JSON.parse(row.answers) as Answers).map(({ id }) => id), 'review'];
  return {
    id: row.id,
    code: row.code,
    state: row.state,
    name: writtenName(row),
    office: row.office,
    step: Math.max(1, places.indexOf(row.page) + 1),
    steps: places.length,
    changedAt: row.changed_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
  };
}

export const eventView = ({ state, at, by_office, note }: StoreEventRow): Schemas['StoreEvent'] => ({
  state,
  at: at.toISOString(),
  by: by_office,
  note,
});

/** What is written in a registration, in the shape every draft has. */
export function draftView(row: MovedStore, form: FormDefinition): Schemas['Draft'] {
  return {
    id: row.id,
    procedureCode: FORM_CODE,
    procedureName: form.title,
    formVersion: row.form_version,
    movedFrom: row.movedFrom ?? null,
    answers: JSON.parse(row.answers) as Schemas['Answers'],
    oldAnswers: JSON.parse(row.old_answers) as Schemas['Draft']['oldAnswers'],
    page: row.page,
    rev: row.rev,
    savedAt: row.saved_at.toISOString(),
    // Only drafts are thrown away; what was sent once is kept.
    expiresAt: (row.expires_at ?? new Date('9999-12-31T00:00:00Z')).toISOString(),
    files: [],
    prefilled: JSON.parse(row.prefilled) as string[],
  };
}

/** A registration as its owner sees it: what may still be written on in the newest form, what was sent in its own. */
export async function registrationView(
  sql: Sql,
  kept: StoreRow,
  { forms }: Needs,
): Promise<Schemas['StoreRegistration']> {
  const row: MovedStore = isOpen(kept) ? await forms.inNewestForm(sql, kept) : kept;
  const form = await forms.find(sql, row.form_version);
  if (!form) throw new Error(`no form ${FORM_CODE} ${row.form_version}`);
  const events = await eventsOf(sql, row.id);
  return {
    registration: summaryView(row, form),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    events: events.map(eventView),
    asked: row.asked === null ? null : (JSON.parse(row.asked) as Schemas['StoreAsked']),
    accountShown: row.account_shown,
    store: storeView(row, kindsOf(forms.current)) ?? null,
    form: form as unknown as Schemas['FormDefinition'],
    draft: draftView(row, form),
  };
}

/** Whether its owner may write on it. */
export function isOpen({ state }: Pick<StoreRow, 'state'>): boolean {
  return state === 'draft' || state === 'supplementRequired' || state === 'refused';
}
