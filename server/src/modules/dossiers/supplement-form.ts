import type { Schemas } from '@dvc/contract';
import type { Field, FormDefinition } from '@dvc/contract/forms';
import type { AskedItem, SupplementRow } from './supplement-rows.ts';

export interface Wish {
  kind: 'paper' | 'answer';
  /** Id of a paper or field of the form, else the paper's name or the question. */
  about: string;
  reason: string;
}

/** The field as it is asked alone: always, and never filled beforehand. */
function aloneField(field: Field, reason: string): Field {
  // Its own hint stays below the reason.
  const alone = { ...field, hint: [reason, field.hint].filter(Boolean).join(' '), required: true };
  delete alone.when;
  delete alone.prefill;
  delete alone.default;
  return alone;
}

/** What an officer asks for, as the dossier's form knows it. Ids are fresh, so that what comes now never mixes with what came. */
export function askedItems(form: FormDefinition, wishes: readonly Wish[], number: number): AskedItem[] {
  const fields = form.pages.flatMap((page) => page.fields);
  return wishes.map(({ kind, about, reason }, index): AskedItem => {
    const id = `bs${number}-${index + 1}`;
    if (kind === 'paper') {
      return { id, kind, title: form.papers.find((paper) => paper.id === about)?.name ?? about, reason };
    }
    const known = fields.find((field) => field.id === about);
    const field: Field = known
      ? aloneField(known, reason)
      : { id: `bs${number}_${index + 1}`, type: 'longText', label: about, hint: reason, required: true };
    return { id: field.id, kind, title: field.label, reason, field };
  });
}

/** For an office that only says in a sentence what it needs: a paper or an answer, whichever it is. */
export function anyItems(number: number): AskedItem[] {
  const field: Field = { id: `bs${number}_2`, type: 'longText', label: 'Trả lời của bạn', required: false };
  return [
    { id: `bs${number}-1`, kind: 'paper', title: 'Giấy tờ cần gửi thêm', reason: null, optional: true },
    { id: field.id, kind: 'answer', title: field.label, reason: null, field, optional: true },
  ];
}

const MOST_FILES = 10;

/** The items as a form of their own: the phone fills it and the server checks it by the same rules as any other. */
export function supplementForm(form: FormDefinition, items: readonly AskedItem[]): FormDefinition {
  const fields = items.flatMap(({ field }) => (field ? [field] : []));
  return {
    procedureCode: form.procedureCode,
    version: form.version,
    title: form.title,
    sample: false,
    pages: fields.length === 0 ? [] : [{ id: 'bo-sung', title: 'Câu cần trả lời', fields }],
    papers: items
      .filter(({ kind }) => kind === 'paper')
      .map(({ id, title, reason, optional }) => ({
        id,
        name: title,
        ...(reason === null ? {} : { note: reason }),
        handling: 'upload',
        required: optional !== true,
        maxFiles: MOST_FILES,
      })),
    declaration: [],
    lists: form.lists,
    ...(form.english ? { english: form.english } : {}),
  };
}

export const itemsOf = ({ items }: SupplementRow): AskedItem[] => JSON.parse(items) as AskedItem[];

export function supplementView(row: SupplementRow): Schemas['Supplement'] {
  return {
    number: row.number,
    state: row.state,
    by: row.office,
    note: row.note,
    askedAt: row.asked_at.toISOString(),
    answerBy: row.answer_by,
    items: itemsOf(row).map(({ id, kind, title, reason }) => ({ id, kind, title, reason })),
    sentAt: row.sent_at?.toISOString() ?? null,
    receipt: row.receipt === null ? null : (JSON.parse(row.receipt) as Schemas['SupplementReceipt']),
  };
}

/** What the citizen sent afterwards, for the office: answers by field id, and the receipt with its files. */
export function sentSupplements(rows: readonly SupplementRow[]) {
  return rows.flatMap(({ number, answers, receipt }) =>
    receipt === null
      ? []
      : [
          {
            number,
            answers: JSON.parse(answers) as Schemas['Answers'],
            receipt: JSON.parse(receipt) as Schemas['SupplementReceipt'],
          },
        ],
  );
}
