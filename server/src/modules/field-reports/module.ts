import { hours } from '#core/clock';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { cutPage, readPage } from '#core/page-cursor';
import { refuse } from '#core/problem';
import { publicCategory, type Categories } from './categories.ts';
import type { Communes } from './communes.ts';
import { createMine } from './mine.ts';
import { moveLocked } from './move-report.ts';
import { mapOf, reportsNear } from './nearby.ts';
import type { Photos, Surroundings } from './ports.ts';
import { pageOfPublic, publicPhotos, publicReport, type Filter } from './public-rows.ts';
import { countFollowers, eventsOf, reportById } from './report-rows.ts';
import { publicSummary, publicView } from './report-view.ts';
import { createSendReport } from './send-report.ts';

interface Needs {
  categories: Categories;
  communes: Communes;
  photos: Photos;
  surroundings: Surroundings;
}

/** Whose doing it is when the clock does it. */
const DESK = 'Bộ phận tiếp nhận phản ánh';
const UNANSWERED = 'Chưa nhận được phần bạn nói thêm nên chưa xử lý được. Bạn gửi phản ánh mới lúc nào cũng được';

/** Public pictures never change under their address; hiding one takes the address away. */
const CACHED = { 'cache-control': 'public, max-age=86400' };

/** Problems in public places: sent from phones, followed by everybody. */
export function createFieldReportsModule(deps: Deps, needs: Needs): ModuleHandlers<'field-reports'> {
  const { db, files, jobs, notify, secrets, zalo } = deps;
  const { categories, communes, surroundings } = needs;
  const sending = createSendReport(deps, needs);

  /** Whoever does not answer is not waited for for ever. */
  jobs.every('end-unanswered-reports', hours(1), async () => {
    const { rows } = await db.query<{ id: string }>(
      `select id from reports where state = 'clarifying' and clarify_by < $1 order by clarify_by limit 500`,
      [surroundings.today()],
    );
    for (const { id } of rows) {
      await db.tx(async (tx) => {
        const row = await reportById(tx, id, { lock: true });
        if (row?.state !== 'clarifying' || row.clarify_by === null || row.clarify_by >= surroundings.today()) return;
        const move = { to: 'refused', note: UNANSWERED, by: DESK, system: 'clock', now: surroundings.now() } as const;
        await moveLocked(tx, row, move, { notify, calendar: surroundings.calendar, categories });
      });
    }
  });

  async function countOf({ commune, category, open }: Filter): Promise<number> {
    const { rows } = await db.query<{ count: number; open_count: number }>(
      'select count, open_count from report_counts where commune_code = $1 and category = $2',
      [commune ?? '*', category ?? '*'],
    );
    const { count, open_count } = rows[0] ?? { count: 0, open_count: 0 };
    return open === undefined ? count : open ? open_count : count - open_count;
  }

  return {
    ...createMine(deps, needs),

    async listReportCategories() {
      const { version, groups, items, english } = categories;
      return { status: 200, body: { version, groups, items: items.map(publicCategory), english } };
    },

    async listReports({ query }) {
      const page = readPage(query);
      const { rows, next } = cutPage(await pageOfPublic(db, query, page), page.limit, (row) => row.published_at);
      const items = rows.map((row) => publicSummary(row));
      return { status: 200, body: { items, next, total: await countOf(query) } };
    },

    async findReportsNearby({ query: { lat, lng, category } }) {
      const wanted = categories.find(category) ?? refuse('not-found');
      return { status: 200, body: { items: await reportsNear(db, { lat, lng }, wanted) } };
    },

    async mapReports({ query: { south, west, north, east, zoom, category, open } }) {
      if (south > north || west > east) refuse('bad-request');
      return { status: 200, body: await mapOf(db, { south, west, north, east }, zoom, { category, open }) };
    },

    async decodePlace({ body }) {
      const point = await zalo.readLocation(body.accessToken, body.locationToken);
      return { status: 200, body: { point, communes: communes.at(point) } };
    },

    async findCommunesAt({ query }) {
      return { status: 200, body: { items: communes.at(query) } };
    },

    async readReport({ params }) {
      const row = (await publicReport(db, params.reportId)) ?? refuse('not-found');
      const events = await eventsOf(db, row.id);
      const parts = { events, photos: await publicPhotos(db, row.id), followers: await countFollowers(db, row.id) };
      return { status: 200, body: publicView(row, parts) };
    },

    async readReportPhoto({ params, query }) {
      const { rows } = await db.query<{ small_key: string; large_key: string }>(
        `select p.small_key, p.large_key from report_photos p join reports r on r.id = p.report_id
          where p.file_id = $1 and p.report_id = $2 and r.published_at is not null`,
        [params.fileId, params.reportId],
      );
      const photo = rows[0] ?? refuse('not-found');
      const raw = await files.read(query.size === 'large' ? photo.large_key : photo.small_key);
      return { status: 200, raw, headers: CACHED };
    },

    async followReport({ params, caller }) {
      const row = (await publicReport(db, params.reportId)) ?? refuse('not-found');
      await db.query(
        `insert into report_followers (report_id, account_id, since)
         select $1, $2, $3 where not exists (select 1 from reports where id = $1 and account_id = $2)
         on conflict do nothing`,
        [row.id, caller.account.id, surroundings.now()],
      );
      return { status: 204 };
    },

    async unfollowReport({ params, caller }) {
      await db.query('delete from report_followers where report_id = $1 and account_id = $2', [
        params.reportId,
        caller.account.id,
      ]);
      return { status: 204 };
    },

    async sendReport({ body, headers, caller }) {
      const sent = await sending.send(body, { accountId: caller.account.id, key: headers['idempotency-key'] });
      return { status: 201, body: sent };
    },

    async readOutboxKey({ caller }) {
      return { status: 200, body: { keys: [...secrets.marks('outbox', caller.account.id)] } };
    },
  };
}
