import type { Page } from '@playwright/test';
import { CITIZENS } from '../../emulator/src/identity-provider/citizens.ts';
import { province } from './province.ts';

/** Names stay as they are in every language. */
const NAMES = [province.appName, province.identity.name, province.name, ...CITIZENS.map(({ fullName }) => fullName)];

/**
 * Vietnamese words on the page now shown that are not marked as Vietnamese: text, and what a screen reader says. What the
 * province writes stands in something with lang="vi"; the rest is the interface's, and has to be English.
 */
export function vietnameseLeft(page: Page): Promise<string[]> {
  return page.evaluate((names) => {
    // An attribute has no language of its own: what it repeats of words that are marked on the page is not held against it.
    const marked = Array.from(document.querySelectorAll('[lang="vi"]'), (at) => at.textContent.trim())
      .filter((words) => words !== '')
      .sort((a, b) => b.length - a.length);
    const isVietnamese = (words: string): boolean => {
      const rest = names.reduce((text, name) => text.replaceAll(name, ''), words.normalize('NFC'));
      return /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i.test(rest);
    };
    const found = new Set<string>();
    const look = (words: string | null, at: Element | null, what: string): void => {
      const said = (words ?? '').replace(/\s+/g, ' ').trim();
      if (said === '' || at === null || !isVietnamese(said)) return;
      if (at.closest('script, style, [lang="vi"]') === null) found.add(`${what}: ${said}`);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      look(node.textContent, node.parentElement, node.parentElement?.className || node.parentElement?.tagName || '');
    }
    for (const at of document.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'placeholder', 'alt', 'title', 'aria-description']) {
        const words = at.getAttribute(name);
        look(words === null ? null : marked.reduce((rest, said) => rest.replaceAll(said, ''), words), at, name);
      }
    }
    return [...found];
  }, NAMES);
}
