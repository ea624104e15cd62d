import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';
import type { QuestionPapers } from './ports.ts';
import { eventsOf, type QuestionRow } from './question-rows.ts';

export function summaryOf(row: QuestionRow): Schemas['QuestionSummary'] {
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    fieldName: row.field_name,
    authority: row.authority,
    state: row.state,
    sentAt: row.sent_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
  };
}

/** A question as its asker sees it. */
export async function myView(sql: Sql, row: QuestionRow, papers: QuestionPapers): Promise<Schemas['MyQuestion']> {
  return {
    about: summaryOf(row),
    text: row.text,
    mayPublish: row.may_publish,
    dossierCode: row.dossier_code,
    files: await papers.of(sql, row.id),
    publishedId: row.published_at === null ? null : row.id,
    rating: row.score === null ? null : { score: row.score, comment: row.rating_comment },
    mayRate: row.state === 'answered',
    events: await eventsOf(sql, row.id),
  };
}
