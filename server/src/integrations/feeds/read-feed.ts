import { Parser } from 'htmlparser2';

export interface FeedItem {
  guid: string;
  title: string;
  /** As it came: HTML of anybody's. */
  html: string;
  link: string | undefined;
  publishedAt: Date | undefined;
}

const MOST_ITEMS = 50;
const DEEPEST = 60;
const ITEMS = ['item', 'entry'];
/** What an item's parts are called, with RSS, RSS 1.0 and Atom; those named first are preferred. */
const TEXT = ['encoded', 'content', 'description', 'summary'] as const;
const MOMENT = ['pubdate', 'published', 'date', 'updated'] as const;

/** `content:encoded` → `encoded`. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Parts = Map<string, string>;

function momentOf(parts: Parts): Date | undefined {
  const said = MOMENT.flatMap((name) => parts.get(name)?.trim() ?? []).find((text) => text !== '');
  const moment = said === undefined ? undefined : new Date(said);
  return moment === undefined || Number.isNaN(moment.getTime()) ? undefined : moment;
}

function itemOf(parts: Parts): FeedItem | undefined {
  const one = (name: string): string => parts.get(name)?.replace(/\s+/g, ' ').trim() ?? '';
  const title = one('title').replace(/<[^>]*>/g, '');
  const link = /^https?:\/\//.test(one('link')) ? one('link') : undefined;
  const guid = one('guid') || one('id') || link;
  if (title.length < 2 || guid === undefined) return undefined;
  const html = TEXT.map((name) => parts.get(name)?.trim() ?? '').find((text) => text !== '') ?? '';
  return { guid, title, html, link, publishedAt: momentOf(parts) };
}

/**
 * Reads RSS or Atom as a stream of marks: nothing is kept but the parts of items, no document type is obeyed, and no
 * entity but XML's own five is known, so that nothing can expand. Throws on what is no feed.
 */
export function readFeed(xml: string): { title: string; items: FeedItem[] } {
  const open: string[] = [];
  const items: FeedItem[] = [];
  const head = { title: '', isFeed: false };
  let item: { parts: Parts; depth: number; plain: boolean } | undefined;

  const parser = new Parser(
    {
      onopentag(written, attributes) {
        const name = localName(written);
        open.push(name);
        if (open.length > DEEPEST) throw new Error('a feed nested too deeply');
        if (open.length === 1) head.isFeed = ['rss', 'rdf', 'feed'].includes(name);
        if (item === undefined) {
          if (ITEMS.includes(name) && items.length < MOST_ITEMS) {
            item = { parts: new Map(), depth: open.length, plain: false };
          }
          return;
        }
        if (open.length !== item.depth + 1) return;
        const { href, rel = 'alternate', type } = attributes;
        item.plain = type === 'text' || type === 'xhtml';
        if (name === 'link' && href !== undefined && rel === 'alternate') item.parts.set('link', href);
      },
      ontext(text) {
        if (item === undefined) {
          if (open.at(-1) === 'title' && open.length <= 3 && head.title.length < 200) head.title += text;
          return;
        }
        const part = open[item.depth];
        if (part === undefined) return;
        item.parts.set(part, (item.parts.get(part) ?? '') + (item.plain ? escaped(text) : text));
      },
      onclosetag() {
        if (item !== undefined && open.length === item.depth) {
          const read = itemOf(item.parts);
          if (read !== undefined) items.push(read);
          item = undefined;
        }
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  if (!head.isFeed) throw new Error('neither RSS nor Atom');
  return { title: head.title.replace(/\s+/g, ' ').trim().slice(0, 120), items };
}
