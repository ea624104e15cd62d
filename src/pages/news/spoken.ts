import type { Schemas } from '@dvc/contract';
import { parseArticle } from './parts/article-body';

/** Longer pieces are cut off by some phones in the middle of a word. */
const longest = 200;
const blocks = 'p, h2, h3, li, td, th, blockquote, figcaption';

/** What stands in HTML, block by block, as somebody would read it out. */
function blocksOf(html: string): string[] {
  const body = parseArticle(html);
  for (const silent of body.querySelectorAll('script, style, template, noscript')) silent.remove();
  const outer = [...body.querySelectorAll(blocks)].filter((block) => !block.parentElement?.closest(blocks));
  const texts = outer.length === 0 ? [body.textContent] : outer.map((block) => block.textContent);
  return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}

/** Cut where one draws breath; a sentence that is too long, between words. */
function cut(text: string): string[] {
  const pieces: string[] = [];
  for (const word of text.match(/\S+\s*/g) ?? []) {
    const last = pieces.at(-1);
    const full = last === undefined || last.length + word.length > longest || /[.!?…]\s+$/.test(last);
    if (full) pieces.push(word);
    else pieces[pieces.length - 1] = last + word;
  }
  return pieces.map((piece) => piece.trim());
}

/** An article in the pieces in which it is read aloud: title, summary, text. */
export function spokenPieces({ about, html }: Pick<Schemas['Article'], 'about' | 'html'>): string[] {
  return [about.title, about.summary, ...blocksOf(html)].flatMap(cut);
}
