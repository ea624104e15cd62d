import { canonicalJson, type Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import { readPosition, writePosition } from '#core/page-cursor';
import type { ModuleHandlers } from '#core/handler';
import { once } from '#core/idempotency';
import { refuse } from '#core/problem';
import type { Sql, Transaction } from '#db';
import { maskPersonalData, stillPersonal, type PersonalKind } from './masking.ts';
import { tellAsker } from './notices.ts';
import type { QuestionNeeds, QuestionPapers } from './ports.ts';
import { publish } from './published.ts';
import {
  addEvent,
  eventsOf,
  moveQuestion,
  noteReading,
  questionByCode,
  questionsIn,
  type QuestionRow,
} from './question-rows.ts';
import { myView, summaryOf } from './question-view.ts';

type Handlers = Pick<
  ModuleHandlers<'questions'>,
  'listQuestionsForOffice' | 'readQuestionForOffice' | 'askQuestionClarification' | 'answerQuestion' | 'publishQuestion'
>;

interface Asker {
  zalo_name: string | null;
  phone: string | null;
  full_name: string | null;
}

const kindWords: Record<PersonalKind, string> = {
  email: 'địa chỉ thư điện tử',
  phone: 'số điện thoại',
  idNumber: 'số giấy tờ',
  account: 'số tài khoản',
  code: 'mã hồ sơ',
  plate: 'biển số xe',
  birthDate: 'ngày sinh',
  address: 'địa chỉ',
  name: 'tên người hỏi',
};

async function askerOf(sql: Sql, row: QuestionRow): Promise<Asker> {
  const { rows } = await sql.query<Asker>(
    `select a.zalo_name, a.phone, c.full_name from accounts a left join identity_links l on l.account_id = a.id
       left join citizens c on c.id = l.citizen_id where a.id = $1`,
    [row.account_id],
  );
  return rows[0] ?? { zalo_name: null, phone: null, full_name: null };
}

const namesOf = ({ zalo_name, full_name }: Asker): string[] => [full_name, zalo_name].filter((name) => name !== null);

/** Everything the asker wrote, in one text: what they said later belongs to the question. */
async function wholeText(sql: Sql, row: QuestionRow): Promise<string> {
  const events = await eventsOf(sql, row.id);
  return [row.text, ...events.flatMap(({ kind, text }) => (kind === 'clarified' && text ? [text] : []))].join('\n\n');
}

async function officeView(sql: Sql, row: QuestionRow, papers: QuestionPapers): Promise<Schemas['OfficeQuestion']> {
  const asker = await askerOf(sql, row);
  const names = namesOf(asker);
  const title = maskPersonalData(row.title, names);
  const text = maskPersonalData(await wholeText(sql, row), names);
  const answer = maskPersonalData(row.answer ?? '', names);
  return {
    question: await myView(sql, row, papers),
    asker: { name: names[0] ?? null, phone: asker.phone },
    masked: {
      title: title.text,
      text: text.text,
      answer: answer.text,
      found: [...new Set([...title.found, ...text.found, ...answer.found])],
    },
  };
}

/** What an office does with questions; each step tells the asker. */
export function createAnswering({ db, clock, notify, search }: Deps, { wording, papers }: QuestionNeeds): Handlers {
  const lockedByCode = async (tx: Transaction, code: string): Promise<QuestionRow> =>
    (await questionByCode(tx, code, { lock: true })) ?? refuse('not-found');
  /** Whoever is shown it has read it, also by doing something to it. */
  const shown = async (code: string, system: string, purpose: string): Promise<Schemas['OfficeQuestion']> => {
    const row = (await questionByCode(db, code)) ?? refuse('not-found');
    await noteReading(db, row.id, { system, purpose, at: clock.now() });
    return officeView(db, row, papers);
  };

  return {
    async listQuestionsForOffice({ query: { state, cursor, limit = 20 } }) {
      const rows = await questionsIn(db, state, { after: readPosition(cursor), limit });
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      const next = last ? writePosition({ at: last.sent_at, id: last.id }) : null;
      return { status: 200, body: { items: rows.slice(0, limit).map(summaryOf), next } };
    },

    async readQuestionForOffice({ params, query, caller }) {
      return { status: 200, body: await shown(params.questionCode, caller.system, query.purpose) };
    },

    async askQuestionClarification({ params: { questionCode }, body, headers, caller }) {
      const keyed = {
        owner: `system:${caller.system}`,
        key: headers['idempotency-key'],
        operation: 'askQuestionClarification',
        body: canonicalJson({ questionCode, ...body }),
      };
      await db.tx(async (tx) => {
        const now = clock.now();
        await once(tx, keyed, now, async () => {
          const row = await lockedByCode(tx, questionCode);
          if (row.state !== 'sent') refuse('question-moved');
          await moveQuestion(tx, row.id, { state: 'clarification', at: now, dueAt: null });
          await addEvent(tx, row.id, { at: now, kind: 'clarificationAsked', by: body.by, text: body.text.trim() });
          await tellAsker(tx, notify, row, 'clarificationAsked', headers['idempotency-key']);
          return 'asked';
        });
      });
      return { status: 200, body: await shown(questionCode, caller.system, `Hỏi lại người hỏi: ${body.by}`) };
    },

    async answerQuestion({ params: { questionCode }, body, headers, caller }) {
      const keyed = {
        owner: `system:${caller.system}`,
        key: headers['idempotency-key'],
        operation: 'answerQuestion',
        body: canonicalJson({ questionCode, ...body }),
      };
      await db.tx(async (tx) => {
        const now = clock.now();
        await once(tx, keyed, now, async () => {
          const row = await lockedByCode(tx, questionCode);
          if (row.state !== 'sent' && row.state !== 'clarification') refuse('question-moved');
          const { outcome, by } = body;
          const text = body.text.trim();
          await moveQuestion(tx, row.id, { state: outcome, at: now, dueAt: null, answer: text, by });
          await addEvent(tx, row.id, { at: now, kind: outcome, by, text });
          await tellAsker(tx, notify, { ...row, answered_by: by }, outcome, outcome);
          return outcome;
        });
      });
      return { status: 200, body: await shown(questionCode, caller.system, `Trả lời câu hỏi: ${body.by}`) };
    },

    async publishQuestion({ params, body }) {
      const published = await db.tx(async (tx) => {
        const now = clock.now();
        const row = await lockedByCode(tx, params.questionCode);
        if (row.state !== 'answered') refuse('question-moved');
        if (!row.may_publish) {
          const message = 'Người hỏi không đồng ý đăng câu hỏi này. Câu trả lời chỉ người hỏi đọc được.';
          refuse('invalid', { errors: [{ path: 'mayPublish', code: 'no-consent', message }] });
        }
        const names = namesOf(await askerOf(tx, row));
        const errors = (['title', 'text', 'answer'] as const).flatMap((path) => {
          const kinds = stillPersonal(body[path], names, path === 'answer');
          if (kinds.length === 0) return [];
          const message = `Còn ${kinds.map((kind) => kindWords[kind]).join(', ')}. Che đi rồi đăng lại.`;
          return [{ path, code: 'personal-data', message }];
        });
        if (errors.length > 0) refuse('invalid', { errors });
        const shownToAll = await publish(tx, row.id, body, { now, fold: wording.fold, search });
        if (row.published_at === null) {
          await addEvent(tx, row.id, { at: now, kind: 'published', by: row.answered_by, text: null });
          await tellAsker(tx, notify, row, 'published', 'published');
        }
        return shownToAll;
      });
      return { status: 200, body: published };
    },
  };
}
