import { useMemo, useState } from 'react';
import { emptyAnswers, tidyAnswer, type FormDefinition, type FormPage } from '@dvc/contract/forms';
import type { CommuneIndex } from './communes';
import { useFilling, type Filling } from './filling';

/** For forms in which nothing is chosen from the communes. */
export const noCommunes: CommuneIndex = { entries: [], nameOf: () => undefined };

/** A few questions that belong to no procedure: the same fields, rules and words as in a dossier. */
export function useLittleForm(page: FormPage): {
  filling: Filling;
  /** What was written, tidy, as it goes to the server; empty where nothing was. */
  text: (id: string) => string;
} {
  const form = useMemo<FormDefinition>(
    () => ({
      ...{ procedureCode: '', version: '', title: page.title, sample: false, pages: [page] },
      ...{ papers: [], declaration: [], lists: {} },
    }),
    [page],
  );
  const [first] = useState(() => emptyAnswers(form));
  const filling = useFilling({ form, communes: noCommunes, answers: first, prefilled: [] });
  const text = (id: string): string => {
    const answers = filling.answers();
    const field = page.fields.find((one) => one.id === id);
    const value = field === undefined ? '' : tidyAnswer(field, answers[id] ?? '', answers);
    return typeof value === 'string' ? value : '';
  };
  return { filling, text };
}
