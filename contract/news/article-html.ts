/** What an article may consist of. The server takes out everything else, and the phone draws nothing else. */
export const articleElements = [
  'p',
  'h2',
  'h3',
  'ul',
  'ol',
  'li',
  'strong',
  'em',
  'blockquote',
  'a',
  'br',
  'figure',
  'figcaption',
  'img',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
] as const;

export type ArticleElement = (typeof articleElements)[number];

const known: ReadonlySet<string> = new Set(articleElements);
export const isArticleElement = (name: string): name is ArticleElement => known.has(name);

/** Where a link of an article leads: a web page, a telephone, a place of the app. */
export type ArticleLink =
  { kind: 'web'; url: string } | { kind: 'call'; number: string } | { kind: 'place'; path: string };

// Browsers drop some of these inside an address, so that `java\nscript:` becomes something else than it was when checked.
const SLIPPERY = /[\p{Cc}\p{Cf}\s\\]/u;

/** Reads an address in an article; undefined for any that leads elsewhere, whatever it looks like. */
export function articleLink(href: string | null | undefined): ArticleLink | undefined {
  if (href === null || href === undefined || href.length > 1000 || SLIPPERY.test(href)) return undefined;
  if (/^\/(?![/])/.test(href)) return { kind: 'place', path: href };
  const [, number] = /^tel:(\+?\d{3,15})$/.exec(href) ?? [];
  if (number !== undefined) return { kind: 'call', number };
  if (!/^https?:\/\//i.test(href)) return undefined;
  try {
    const url = new URL(href);
    // `https://bank.vn@elsewhere.example` looks like a bank.
    return url.username === '' && url.password === '' ? { kind: 'web', url: url.href } : undefined;
  } catch {
    return undefined;
  }
}

const PICTURE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id in `data-picture`; undefined if it is none. */
export const pictureIn = (id: string | null | undefined): string | undefined =>
  id !== null && id !== undefined && PICTURE.test(id) ? id : undefined;
