import type { Notify } from '#core/deps';
import type { Sql } from '#db';
import type { QuestionRow } from './question-rows.ts';

type Happened = 'clarificationAsked' | 'answered' | 'refused' | 'published';

const words: Record<Happened, (row: QuestionRow) => { title: string; body: string }> = {
  clarificationAsked: ({ authority }) => ({
    title: 'Cần bạn nói thêm về câu hỏi',
    body: `${authority} cần biết thêm mới trả lời được. Câu hỏi vẫn giữ; bấm để ghi thêm.`,
  }),
  answered: ({ answered_by, authority }) => ({
    title: 'Câu hỏi của bạn đã có trả lời',
    body: `${answered_by ?? authority} đã trả lời. Bấm để đọc, và cho biết câu trả lời có giúp được bạn không.`,
  }),
  refused: ({ answered_by, authority }) => ({
    title: 'Câu hỏi của bạn chưa được trả lời ở đây',
    body: `${answered_by ?? authority} đã ghi lý do và cách làm tiếp. Câu hỏi vẫn giữ; bấm để đọc.`,
  }),
  published: () => ({
    title: 'Câu hỏi của bạn đã đăng cho mọi người đọc',
    body: 'Tên, số điện thoại, số giấy tờ và địa chỉ đã che. Bấm để xem mọi người đọc được gì.',
  }),
};

/** Tells the asker what happened to the question, once a happening. */
export async function tellAsker(
  tx: Sql,
  notify: Notify,
  row: QuestionRow,
  happened: Happened,
  key: string,
): Promise<void> {
  if (row.account_id === null) return;
  await notify.tell(tx, {
    accountId: row.account_id,
    topic: 'question',
    ...words[happened](row),
    path: happened === 'published' ? `/hoi-dap/${row.id}` : `/hoi-dap/cua-toi?ma=${row.id}`,
    key: `question:${row.id}:${key}`,
  });
}
