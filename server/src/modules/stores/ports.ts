import type { Schemas } from '@dvc/contract';
import type { FormDefinition, RuleContext } from '@dvc/contract/forms';
import type { Sql } from '#db';
import type { StoreRow } from './store-rows.ts';

type SavedWork = Pick<Schemas['Draft'], 'formVersion' | 'answers' | 'oldAnswers' | 'page'>;

/** A row in the newest version of the form; `movedFrom` while it is kept in an older one. */
export type MovedStore = StoreRow & { movedFrom?: string };

/** What stores need of whoever keeps forms and moves answers from version to version. */
export interface Forms {
  /** The version new registrations get. */
  current: FormDefinition;
  find(sql: Sql, version: string): Promise<FormDefinition | undefined>;
  inNewestForm(sql: Sql, row: StoreRow): Promise<MovedStore>;
  inFormOf(sql: Sql, row: StoreRow, version: string): Promise<MovedStore>;
  written(
    sql: Sql,
    row: StoreRow,
    work: SavedWork,
  ): Promise<Pick<StoreRow, 'form_version' | 'answers' | 'old_answers' | 'prefilled' | 'page'>>;
}

export interface Needs {
  forms: Forms;
  rules: () => RuleContext;
  communeNames: ReadonlyMap<string, string>;
  /** The middle of a commune. */
  middleOf: (commune: string) => { lat: number; lng: number } | undefined;
  /** Small letters without diacritics, words apart by one space. */
  fold: (text: string) => string;
}
