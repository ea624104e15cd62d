import type { Calendar } from '@dvc/contract';
import type { Sql } from '#db';
import type { Wording } from './published.ts';
import type { QuestionPlan } from './question-fields.ts';

/** What questions need of others. */
export interface QuestionNeeds {
  plan: QuestionPlan;
  calendar: Calendar;
  wording: Wording;
  /** The code of a dossier that belongs to this account's citizen; undefined: there is none such. */
  ownDossier(sql: Sql, dossierId: string, accountId: string): Promise<string | undefined>;
}
