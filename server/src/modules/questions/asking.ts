import { randomInt } from 'node:crypto';
import { addWorkingHours, canonicalJson, type Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import { readPosition, writePosition } from '#core/page-cursor';
import type { Call, ModuleHandlers } from '#core/handler';
import { once } from '#core/idempotency';
import { refuse } from '#core/problem';
import type { Sql } from '#db';
import type { QuestionNeeds } from './ports.ts';
import {
  addEvent,
  insertQuestion,
  moveQuestion,
  questionById,
  questionsOf,
  type QuestionRow,
} from './question-rows.ts';
import { myView, summaryOf } from './question-view.ts';

type Asked = Call<'askQuestion'>['body'];
type Handlers = Pick<
  ModuleHandlers<'questions'>,
  'listMyQuestions' | 'askQuestion' | 'readMyQuestion' | 'clarifyQuestion' | 'rateQuestion'
>;

// Without those that are taken for one another when they are read aloud or written down.
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const newCode = (): string =>
  `HD-${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)] ?? '2').join('')}`;

const SHORTEST_TITLE = 5;
const SHORTEST_TEXT = 10;

function faultsOf(asked: Asked, fields: readonly { id: string }[]): Schemas['FieldProblem'][] {
  const fault = (path: string, code: string, message: string) => ({ path, code, message });
  return [
    ...(fields.some(({ id }) => id === asked.field)
      ? []
      : [fault('field', 'required', 'Chọn lĩnh vực để câu hỏi tới đúng cơ quan.')]),
    ...(asked.title.trim().length >= SHORTEST_TITLE
      ? []
      : [fault('title', 'too-short', 'Ghi câu hỏi ngắn gọn, ít nhất 5 chữ cái.')]),
    ...(asked.text.trim().length >= SHORTEST_TEXT
      ? []
      : [fault('text', 'too-short', 'Kể rõ hơn, ít nhất 10 chữ cái, để cơ quan trả lời đúng.')]),
  ];
}

/** Asking, and what an asker does afterwards with a question of their own. */
export function createAsking({ db, clock }: Deps, { plan, calendar, ownDossier, papers }: QuestionNeeds): Handlers {
  const dueFrom = (now: Date): Date => addWorkingHours(now, plan.promiseHours, calendar, plan.workingHours);

  const own = async (sql: Sql, id: string, accountId: string, lock = false): Promise<QuestionRow> => {
    const row = await questionById(sql, id, { lock });
    return row?.account_id === accountId ? row : refuse('not-found');
  };
  const again = (row: QuestionRow, asked: Asked): boolean =>
    row.field === asked.field &&
    row.title === asked.title.trim() &&
    row.text === asked.text.trim() &&
    row.may_publish === asked.mayPublish &&
    row.dossier_id === (asked.dossierId ?? null);

  return {
    async listMyQuestions({ query: { cursor, limit = 20 }, caller: { account } }) {
      const rows = await questionsOf(db, account.id, { after: readPosition(cursor), limit });
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      const next = last ? writePosition({ at: last.sent_at, id: last.id }) : null;
      return { status: 200, body: { items: rows.slice(0, limit).map(summaryOf), next } };
    },

    async askQuestion({ body, caller: { account } }) {
      const row = await db.tx(async (tx) => {
        const now = clock.now();
        const known = await questionById(tx, body.id);
        if (known) {
          return known.account_id === account.id && again(known, body) ? known : refuse('idempotency-conflict');
        }
        const errors = faultsOf(body, plan.fields);
        const dossierCode =
          body.dossierId === undefined ? null : ((await ownDossier(tx, body.dossierId, account.id)) ?? null);
        if (body.dossierId !== undefined && dossierCode === null) {
          errors.push({ path: 'dossierId', code: 'unknown', message: 'Hồ sơ này không có trong hồ sơ của bạn.' });
        }
        const ids = body.files ?? [];
        const missing = await papers.claim(tx, { questionId: body.id, accountId: account.id, ids, now });
        if (missing.length > 0) {
          const message = 'Có tệp chưa gửi lên được hoặc không dùng được. Bỏ tệp đó hoặc gửi lại.';
          errors.push({ path: 'files', code: 'unknown', message });
        }
        const field = plan.fields.find(({ id }) => id === body.field);
        if (errors.length > 0 || !field) refuse('invalid', { errors });
        const isNew = await insertQuestion(tx, {
          id: body.id,
          code: newCode(),
          account_id: account.id,
          dossier_id: body.dossierId ?? null,
          dossier_code: dossierCode,
          field: field.id,
          field_name: field.name,
          authority: field.authority,
          title: body.title.trim(),
          text: body.text.trim(),
          may_publish: body.mayPublish,
          sent_at: now,
          due_at: dueFrom(now),
        });
        if (isNew) {
          await addEvent(tx, body.id, { at: now, kind: 'sent', by: null, text: null });
          await tx.query('delete from question_drafts where account_id = $1 and id = $2', [account.id, body.id]);
        }
        const kept = await own(tx, body.id, account.id);
        return again(kept, body) ? kept : refuse('idempotency-conflict');
      });
      return { status: 201, body: await myView(db, row, papers) };
    },

    async readMyQuestion({ params, caller: { account } }) {
      return { status: 200, body: await myView(db, await own(db, params.questionId, account.id), papers) };
    },

    async clarifyQuestion({ params: { questionId }, body, headers, caller: { account } }) {
      const text = body.text.trim();
      const keyed = {
        owner: account.id,
        key: headers['idempotency-key'],
        operation: 'clarifyQuestion',
        body: canonicalJson({ questionId, text }),
      };
      await db.tx(async (tx) => {
        const now = clock.now();
        await once(tx, keyed, now, async () => {
          const row = await own(tx, questionId, account.id, true);
          if (row.state !== 'clarification') refuse('question-moved');
          if (text.length < 2) {
            const message = 'Ghi điều cơ quan hỏi thêm rồi gửi.';
            refuse('invalid', { errors: [{ path: 'text', code: 'required', message }] });
          }
          await moveQuestion(tx, row.id, { state: 'sent', at: now, dueAt: dueFrom(now) });
          await addEvent(tx, row.id, { at: now, kind: 'clarified', by: null, text });
          return 'clarified';
        });
      });
      return { status: 200, body: await myView(db, await own(db, questionId, account.id), papers) };
    },

    async rateQuestion({ params, body, caller: { account } }) {
      await db.tx(async (tx) => {
        const row = await own(tx, params.questionId, account.id, true);
        if (row.state !== 'answered') refuse('question-moved');
        await tx.query('update questions set score = $2, rating_comment = $3 where id = $1', [
          row.id,
          body.score,
          body.comment?.trim() || null,
        ]);
      });
      return { status: 200, body: await myView(db, await own(db, params.questionId, account.id), papers) };
    },
  };
}
