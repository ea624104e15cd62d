import { createHash } from 'node:crypto';
import { minutes } from '#core/clock';
import type { Deps } from '#core/deps';
import { fetchFeed, type FeedAccess } from '../../integrations/feeds/fetch-feed.ts';
import { readFeed, type FeedItem } from '../../integrations/feeds/read-feed.ts';
import { articleById, writeArticle, type ArticleWords } from './article-rows.ts';
import type { NewsPlan } from './news-plan.ts';
import { searchEntryOf, slugOf, textOf } from './publish.ts';
import { makeSafe } from './safe-html.ts';

const PERIOD = minutes(15);
const MOST_HTML = 60_000;

export interface Feed {
  topic: string;
  url: string;
}

/** The same item of the same feed has the same id for ever, so that it is one article however often it comes. */
function idOf(url: string, guid: string): string {
  const hex = createHash('sha256').update(`${url}\n${guid}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Cut between words. */
function beginningOf(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/\s+\S*$/, '')}…`;
}

function wordsOf(item: FeedItem, feed: Feed, source: string): ArticleWords | undefined {
  // Longer than any article: cut before it is made safe, which closes what the cut left open.
  const { html } = makeSafe(item.html.slice(0, MOST_HTML));
  const text = textOf(html);
  if (text === '') return undefined;
  return {
    topic: feed.topic,
    title: beginningOf(textOf(item.title), 200),
    summary: beginningOf(text, 220),
    html: /^\s*</.test(html) ? html : `<p>${html}</p>`,
    author: source,
    source_name: item.link === undefined ? null : source,
    source_url: item.link === undefined || item.link.length > 500 ? null : item.link,
    picture_id: null,
    alert_until: null,
  };
}

/** Reads feeds of the province's portal. @returns a function that reads one now, for the schedule and for tests. */
export function createFeedImport(
  { db, clock, search, log }: Deps,
  plan: NewsPlan,
  access: FeedAccess,
): (feed: Feed) => Promise<{ written: number; left: number }> {
  async function keep(item: FeedItem, feed: Feed, source: string): Promise<boolean> {
    const words = wordsOf(item, feed, source);
    if (words === undefined || words.title.length < 2) return false;
    const id = idOf(feed.url, item.guid);
    return db.tx(async (tx) => {
      const before = await articleById(tx, id, { lock: true });
      // What an editor took back stays away, whatever the portal still shows.
      if (before !== undefined && before.withdrawn_at !== null) return false;
      const now = clock.now();
      const said = item.publishedAt;
      const published = before === undefined && said !== undefined && said < now ? said : now;
      await writeArticle(tx, { id, slug: slugOf(words.title, id), words, now: published });
      const after = await articleById(tx, id);
      const changed = after?.changed_at?.getTime() !== before?.changed_at?.getTime();
      if (after === undefined || (before !== undefined && !changed)) return false;
      await search.put(tx, [searchEntryOf(after, plan)]);
      return true;
    });
  }

  return async (feed) => {
    const { title, items } = readFeed(await fetchFeed(feed.url, access));
    const source = title.length < 2 ? new URL(feed.url).hostname : title;
    let written = 0;
    for (const item of items) if (await keep(item, feed, source)) written += 1;
    if (written > 0) log.info({ feed: new URL(feed.url).host, written }, 'news came from a feed');
    return { written, left: items.length - written };
  };
}

/** Every quarter of an hour; a feed that fails is tried again then, and hinders no other. */
export function importFeeds(deps: Deps, plan: NewsPlan): void {
  const { jobs, log, settings } = deps;
  const feeds = [...settings.NEWS_FEEDS].map(([topic, url]) => ({ topic, url }));
  const unknown = feeds.find(({ topic }) => !plan.has(topic));
  if (unknown) throw new Error(`NEWS_FEEDS: the province has no topic ${unknown.topic}`);
  if (feeds.length === 0) return;
  const read = createFeedImport(deps, plan, { trusted: settings.NEWS_FEEDS_INSIDE });
  jobs.every('news-feeds', PERIOD, async () => {
    for (const feed of feeds) {
      await read(feed).catch((error: unknown) =>
        log.warn({ feed: new URL(feed.url).host, err: error }, 'a news feed could not be read'),
      );
    }
  });
}
