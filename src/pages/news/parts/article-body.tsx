import { createElement, useMemo, type ReactNode } from 'react';
import type { Schemas } from '@dvc/contract';
import { articleLink, isArticleElement, pictureIn, type ArticleElement } from '@dvc/contract/article-html';
import { judgeDeepLink } from '#nav';
import { Link } from '#ui/link';
import { NewsPicture } from './news-picture';

/** What a browser would not show as text, either. Of other unknown elements the words stay. */
const silent = new Set(
  'script style template noscript textarea title xmp iframe object embed svg math select plaintext'.split(' '),
);
/** White space between these is only how the HTML was laid out. */
const withoutText: ReadonlySet<ArticleElement> = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tr']);
const deepest = 30;

interface Drawing {
  pictures: readonly Schemas['NewsPicture'][];
  /** Opens what lies outside the app. */
  onWeb: (url: string) => void;
  onCall: (number: string) => void;
}

function drawLink(element: Element, children: ReactNode, key: number, { onWeb, onCall }: Drawing): ReactNode {
  const link = articleLink(element.getAttribute('href'));
  switch (link?.kind) {
    case 'place':
      return judgeDeepLink(link.path).refused === undefined ? (
        <Link key={key} to={link.path}>
          {children}
        </Link>
      ) : (
        children
      );
    case 'web':
      return (
        <button key={key} type="button" className="in-text" onClick={() => onWeb(link.url)}>
          {children}
        </button>
      );
    case 'call':
      return (
        <button key={key} type="button" className="in-text" onClick={() => onCall(link.number)}>
          {children}
        </button>
      );
    default:
      return children;
  }
}

function drawPicture(element: Element, key: number, { pictures }: Drawing): ReactNode {
  const id = pictureIn(element.getAttribute('data-picture'));
  const picture = pictures.find((one) => one.id === id);
  return picture === undefined ? null : <NewsPicture key={key} picture={picture} />;
}

const span = (element: Element, name: string): number | undefined => {
  const count = Number(element.getAttribute(name) ?? '1');
  return Number.isInteger(count) && count > 1 && count <= 20 ? count : undefined;
};

function drawElement(element: Element, key: number, drawing: Drawing, depth: number): ReactNode {
  const name = element.localName;
  if (silent.has(name)) return null;
  if (name === 'img') return drawPicture(element, key, drawing);
  if (name === 'br') return <br key={key} />;
  const children = drawAll(element, drawing, depth + 1);
  if (!isArticleElement(name)) return children;
  if (name === 'a') return drawLink(element, children, key, drawing);
  const spans =
    name === 'td' || name === 'th' ? { colSpan: span(element, 'colspan'), rowSpan: span(element, 'rowspan') } : {};
  return createElement(name, { key, ...spans }, children);
}

function drawAll(parent: Element, drawing: Drawing, depth = 0): ReactNode[] {
  if (depth > deepest) return [parent.textContent];
  const bare = withoutText.has(parent.localName as ArticleElement);
  return [...parent.childNodes].map((node, index) => {
    if (node instanceof Element) return drawElement(node, index, drawing, depth);
    return node.nodeType === Node.TEXT_NODE && !bare ? node.nodeValue : null;
  });
}

/** An article's HTML in a document of its own, where nothing runs and nothing is loaded. */
export const parseArticle = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;

/**
 * The text of an article. The server made it safe already; here it is read once more and drawn anew, element by element,
 * from what is allowed: no HTML of anybody else's ever stands in the page.
 */
export function ArticleBody({ html, ...drawing }: Drawing & { html: string }) {
  const body = useMemo(() => parseArticle(html), [html]);
  return (
    <div className="article" lang="vi">
      {drawAll(body, drawing)}
    </div>
  );
}
