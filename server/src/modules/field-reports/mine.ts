import { canonicalJson, reportState, type Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { once } from '#core/idempotency';
import { cutPage, readPage } from '#core/page-cursor';
import { refuse } from '#core/problem';
import type { Sql, Transaction } from '#db';
import type { Categories } from './categories.ts';
import { firstClock } from './deadlines.ts';
import { moveLocked } from './move-report.ts';
import type { Photos, Surroundings } from './ports.ts';
import { publicPhotos } from './public-rows.ts';
import { eventsOf, ownReport, pageOfMine, type ReportRow } from './report-rows.ts';
import { myView, mySummary, ratingOf, reopenUntil } from './report-view.ts';

interface Needs {
  categories: Categories;
  photos: Photos;
  surroundings: Surroundings;
}

type MineHandlers = Pick<
  ModuleHandlers<'field-reports'>,
  'listMyReports' | 'readMyReport' | 'clarifyReport' | 'reopenReport' | 'rateReport'
>;

export const mayReopen = (row: ReportRow, now: Date): boolean => {
  const until = reopenUntil(row);
  return until !== null && until > now;
};

interface Addition {
  words: string;
  files: string[];
  seenAt?: string;
}

/** An addition may have waited on a phone for weeks: it is not for what was asked, or done, since. */
async function assertStillMeant(tx: Transaction, row: ReportRow, { seenAt }: Addition): Promise<void> {
  if (seenAt === undefined) return;
  const answered = (await eventsOf(tx, row.id)).filter(({ state }) => state === row.state).at(-1);
  if (answered === undefined || answered.at <= new Date(seenAt)) return;
  const news = row.state === 'clarifying' ? 'Cán bộ đã hỏi điều khác' : 'Phản ánh đã được xử lý lại';
  refuse('transition-refused', { detail: `${news} từ lúc bạn viết. Lời bạn viết vẫn còn. Xem lại rồi gửi.` });
}

/** What somebody sent, as they see it, and what they may still do about it. */
export function createMine(deps: Deps, { categories, photos, surroundings }: Needs): MineHandlers {
  const { db, notify } = deps;
  const around = { notify, calendar: surroundings.calendar, categories };

  async function view(sql: Sql, row: ReportRow): Promise<Schemas['MyReport']> {
    return myView(row, {
      events: await eventsOf(sql, row.id),
      files: await photos.ofReport(sql, row.id),
      photos: row.published_at === null ? [] : await publicPhotos(sql, row.id),
      now: surroundings.now(),
    });
  }

  /** Binds the new photos; refuses when one of them is not here, and then nothing has happened. */
  async function bind(tx: Transaction, row: ReportRow, { files }: Addition, accountId: string): Promise<void> {
    const missing = await photos.claim(tx, { reportId: row.id, accountId, ids: files, now: surroundings.now() });
    if (missing.length === 0) return;
    const message = 'Ảnh này chưa tới máy chủ. Hãy gửi lại ảnh rồi bấm gửi.';
    refuse('invalid', { errors: missing.map((id) => ({ path: `files.${id}`, code: 'missing', message })) });
  }

  /** A move of the person's own, once for a key. */
  async function act(
    operation: 'clarifyReport' | 'reopenReport',
    { id, accountId, key, addition }: { id: string; accountId: string; key: string; addition: Addition },
    move: (tx: Transaction, row: ReportRow, note: string | null) => Promise<ReportRow>,
  ): Promise<Schemas['MyReport']> {
    const keyed = { owner: accountId, key, operation, body: canonicalJson({ id, ...addition }) };
    await db.tx((tx) =>
      once(tx, keyed, surroundings.now(), async () => {
        const row = await ownReport(tx, id, accountId, { lock: true });
        const moved = await move(tx, row, addition.words.trim() || null);
        // Last: whoever comes too late is told that, and not that a photo is missing.
        await bind(tx, row, addition, accountId);
        return moved.state;
      }),
    );
    return view(db, await ownReport(db, id, accountId));
  }

  return {
    async listMyReports({ query, caller }) {
      const page = readPage(query);
      const { rows, next } = cutPage(
        await pageOfMine(db, caller.account.id, page),
        page.limit,
        (row) => row.changed_at,
      );
      return { status: 200, body: { items: rows.map(mySummary), next } };
    },

    async readMyReport({ params, caller }) {
      return { status: 200, body: await view(db, await ownReport(db, params.reportId, caller.account.id)) };
    },

    async clarifyReport({ params, body, caller, headers }) {
      const asked = {
        id: params.reportId,
        accountId: caller.account.id,
        key: headers['idempotency-key'],
        addition: body,
      };
      const answered = await act('clarifyReport', asked, async (tx, row, note) => {
        if (row.state !== 'clarifying') {
          refuse('transition-refused', { detail: 'Cán bộ không còn chờ bạn nói thêm về phản ánh này.' });
        }
        await assertStillMeant(tx, row, body);
        if (note === null && body.files.length === 0) {
          const message = 'Hãy ghi câu trả lời hoặc gửi thêm ảnh.';
          refuse('invalid', { errors: [{ path: 'words', code: 'required', message }] });
        }
        const now = surroundings.now();
        return moveLocked(tx, row, { to: 'received', note, by: null, system: null, now }, around);
      });
      return { status: 200, body: answered };
    },

    async reopenReport({ params, body, caller, headers }) {
      const asked = {
        id: params.reportId,
        accountId: caller.account.id,
        key: headers['idempotency-key'],
        addition: body,
      };
      const reopened = await act('reopenReport', asked, async (tx, row, note) => {
        const now = surroundings.now();
        if (!mayReopen(row, now)) {
          const detail = reportState(row.state).open
            ? 'Phản ánh này đang được xử lý rồi.'
            : 'Đã quá 14 ngày nên không mở lại được. Bạn gửi phản ánh mới lúc nào cũng được.';
          refuse('transition-refused', { detail });
        }
        await assertStillMeant(tx, row, body);
        if (body.files.length === 0) {
          const message = 'Hãy chụp một tấm ảnh mới cho thấy chưa được xử lý.';
          refuse('invalid', { errors: [{ path: 'files', code: 'required', message }] });
        }
        const days = categories.find(row.category)?.resolveWorkingDays ?? 15;
        const clock = firstClock(surroundings.today(), days, surroundings.calendar);
        return moveLocked(tx, row, { to: 'reopened', note, by: null, system: null, now, clock }, around);
      });
      return { status: 200, body: reopened };
    },

    async rateReport({ params, body, caller }) {
      const rated = await db.tx(async (tx) => {
        const row = await ownReport(tx, params.reportId, caller.account.id, { lock: true });
        if (row.state !== 'resolved') {
          refuse('transition-refused', { detail: 'Bạn đánh giá được khi phản ánh đã xử lý xong.' });
        }
        const kept = {
          ...row,
          rating: body.score,
          rating_comment: body.comment?.trim() || null,
          rated_at: surroundings.now(),
        };
        await tx.query('update reports set rating = $2, rating_comment = $3, rated_at = $4 where id = $1', [
          row.id,
          kept.rating,
          kept.rating_comment,
          kept.rated_at,
        ]);
        return ratingOf(kept) ?? refuse('server-error');
      });
      return { status: 200, body: rated };
    },
  };
}
