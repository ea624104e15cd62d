import { articleElements, articleLink, isArticleElement, pictureIn } from '@dvc/contract/article-html';
import sanitize from 'sanitize-html';

/** What is taken out with all that stands in it; of everything else unknown the text stays. */
const WITH_CONTENT = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'title',
  'xmp',
  'template',
  'iframe',
  'svg',
  'math',
];
/** Deeper nesting is nobody's article, and slow on a cheap phone. */
const DEEPEST = 12;
const MOST_NAMED = 20;

/** An editor's heading may not be the page's, and two ways of writing bold are one. */
const RENAMED: Readonly<Record<string, string>> = {
  h1: 'h2',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
  b: 'strong',
  i: 'em',
  div: 'p',
};

const rename = (tagName: string, attribs: Record<string, string>) => ({ tagName, attribs });

export interface SafeHtml {
  html: string;
  /** Pictures it shows, in order. */
  pictures: string[];
  /** What was not allowed, for the editor to read. */
  takenOut: string[];
}

/** Makes HTML from anywhere into what an article may consist of, and nothing else. */
export function makeSafe(html: string): SafeHtml {
  const pictures = new Set<string>();
  const takenOut = new Set<string>();
  const note = (what: string): void => {
    if (takenOut.size < MOST_NAMED) takenOut.add(what.slice(0, 80));
  };
  const clean = sanitize(html, {
    allowedTags: [...articleElements],
    allowedAttributes: { a: ['href'], img: ['data-picture'], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
    nonTextTags: WITH_CONTENT,
    nestingLimit: DEEPEST,
    // Addresses are read by articleLink, which knows more than schemes; this is the second lock.
    allowedSchemes: ['http', 'https', 'tel'],
    allowProtocolRelative: false,
    transformTags: {
      ...Object.fromEntries(
        Object.entries(RENAMED).map(([from, to]) => [from, (_: string, attribs) => rename(to, attribs)]),
      ),
      a: (_, { href }) => {
        const link = articleLink(href);
        if (link === undefined) note(`liên kết ${href ?? ''}`);
        return rename('a', link === undefined ? {} : { href: href ?? '' });
      },
      img: (_, attributes) => {
        const picture = pictureIn(attributes['data-picture']);
        if (picture === undefined) note(`ảnh ${attributes['src'] ?? ''}`);
        else pictures.add(picture);
        return rename('img', picture === undefined ? {} : { 'data-picture': picture });
      },
    },
    exclusiveFilter: ({ tag, attribs }) =>
      (tag === 'img' && attribs['data-picture'] === undefined) || (tag === 'a' && attribs['href'] === undefined)
        ? tag === 'a'
          ? 'excludeTag'
          : true
        : false,
    onOpenTag: (name) => {
      if (!isArticleElement(name) && !(name in RENAMED)) note(`<${name}>`);
    },
  });
  return { html: clean.trim(), pictures: [...pictures], takenOut: [...takenOut] };
}
