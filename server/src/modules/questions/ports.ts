import type { Calendar, Schemas } from '@dvc/contract';
import type { Sql, Transaction } from '#db';
import type { Wording } from './published.ts';
import type { QuestionPlan } from './question-fields.ts';

/** Files that are added to questions. */
export interface QuestionPapers {
  /** What was sent with a question. */
  of(sql: Sql, questionId: string): Promise<Schemas['DraftFile'][]>;
  /** Binds uploaded files to their question; answers those that cannot be: then nothing was bound. */
  claim(
    tx: Transaction,
    files: { questionId: string; accountId: string; ids: readonly string[]; now: Date },
  ): Promise<string[]>;
  /** Throws away what was added to a question that will not be sent. */
  discard(tx: Transaction, questionId: string, accountId: string): Promise<void>;
}

/** What questions need of others. */
export interface QuestionNeeds {
  plan: QuestionPlan;
  calendar: Calendar;
  wording: Wording;
  papers: QuestionPapers;
  /** The code of a dossier that belongs to this account's citizen; undefined: there is none such. */
  ownDossier(sql: Sql, dossierId: string, accountId: string): Promise<string | undefined>;
}
