import type { Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { cutPage, readPage } from '#core/page-cursor';
import { refuse } from '#core/problem';
import { createAlertPush } from './alert-push.ts';
import { alertsAt, articleById, newestArticles, publicArticle, takeBack, writeArticle } from './article-rows.ts';
import { articleOf, officeArticleOf, summariesOf } from './article-view.ts';
import { importFeeds } from './feed-import.ts';
import { readNewsPlan } from './news-plan.ts';
import { drawPicture, findVariant, keepPicture } from './pictures.ts';
import { readInput, searchEntryOf, slugOf } from './publish.ts';
import { keepSampleNews } from './samples.ts';

/** A picture never changes under its address. */
const CACHED = { 'cache-control': 'public, max-age=31536000, immutable' };
const HEADLINES = 3;

/** News and urgent alerts: read by anybody, written by editors' systems. */
export async function createNewsModule(deps: Deps): Promise<ModuleHandlers<'news'>> {
  const { db, clock, disk, files, province, search } = deps;
  const plan = await readNewsPlan(province.folder);
  await keepSampleNews(deps, plan);
  importFeeds(deps, plan);

  const pushAlert = createAlertPush(deps);

  const alerts = async (): Promise<Schemas['ArticleSummary'][]> =>
    summariesOf(db, await alertsAt(db, clock.now()), plan);

  return {
    async listArticles({ query }) {
      const page = readPage(query);
      const found = await newestArticles(db, { ...page, topic: query.topic });
      const { rows, next } = cutPage(found, page.limit, (row) => row.published_at);
      const items = await summariesOf(db, rows, plan);
      return { status: 200, body: { items, next, alerts: await alerts(), topics: [...plan.topics] } };
    },

    async readHeadlines() {
      const rows = await newestArticles(db, { after: undefined, limit: HEADLINES });
      const latest = await summariesOf(db, rows.slice(0, HEADLINES), plan);
      return { status: 200, body: { alerts: await alerts(), latest } };
    },

    async readArticle({ params }) {
      const row = (await publicArticle(db, params.articleSlug)) ?? refuse('not-found');
      return { status: 200, body: await articleOf(db, row, plan) };
    },

    async readNewsPicture({ params, query }) {
      const variant = (await findVariant(db, params.pictureId, query.width)) ?? refuse('not-found');
      const headers = { 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', ...CACHED };
      return { status: 200, raw: await files.read(variant.key), headers };
    },

    async listArticlesForOffice({ query }) {
      const page = readPage(query);
      const found = await newestArticles(db, { ...page, withdrawn: true });
      const { rows, next } = cutPage(found, page.limit, (row) => row.published_at);
      const summaries = await summariesOf(db, rows, plan);
      const items = summaries.map((about, index) => {
        const row = rows[index];
        return { id: row?.id ?? '', about, withdrawn: row?.withdrawn_at !== null };
      });
      return { status: 200, body: { items, next } };
    },

    async readArticleForOffice({ params }) {
      const row = (await articleById(db, params.articleId)) ?? refuse('not-found');
      return { status: 200, body: await officeArticleOf(db, row, { plan }) };
    },

    async publishArticle({ params: { articleId: id }, body }) {
      return db.tx(async (tx) => {
        const { words, takenOut } = await readInput(tx, body, plan);
        await writeArticle(tx, { id, slug: slugOf(words.title, id), words, now: clock.now() });
        const row = (await articleById(tx, id)) ?? refuse('not-found');
        await search.put(tx, [searchEntryOf(row, plan)]);
        if (row.alert_until !== null && row.alert_until > clock.now()) await pushAlert(tx, id);
        return { status: 200 as const, body: await officeArticleOf(tx, row, { plan, takenOut }) };
      });
    },

    async withdrawArticle({ params: { articleId: id }, body }) {
      return db.tx(async (tx) => {
        if (!(await articleById(tx, id, { lock: true }))) refuse('not-found');
        await takeBack(tx, id, { ...body, now: clock.now() });
        await search.remove(tx, 'article', [id]);
        const row = (await articleById(tx, id)) ?? refuse('not-found');
        return { status: 200 as const, body: await officeArticleOf(tx, row, { plan }) };
      });
    },

    async handInNewsPicture({ query, body }) {
      await disk.assertRoom();
      const drawn = await drawPicture(body);
      return { status: 200, body: await keepPicture(db, files, { drawn, alt: query.alt, now: clock.now() }) };
    },
  };
}
